import type { ReactElement } from 'react';
import type { Study } from '../../results/index.ts';
import { useText } from '../kit/index.ts';
import { usePlanner, usePlannerLater, useSettingLater } from './store-context.tsx';

const READINGS = ['B', 'A'] as const;
const RATES = [60, 100] as const;

/** The announcement's "746 staff" in both readings at both speeds: four answers, the chosen one is the plan's. */
export function ClaimCheck(): ReactElement {
  const { t, format } = useText();
  const answers = usePlannerLater((state) => (state.answers?.scenario === state.plan.scenario ? state.answers : null));
  const setInputs = usePlanner((state) => state.setInputs);
  const [staff, planReading] = [useSettingLater('staff.total'), useSettingLater('staff.reading')];
  const rate = Math.round(3600 / useSettingLater('sampling.meanSeconds'));

  const words = (study: Study): { finish: string; answer: string; late: boolean } => {
    const { sampledFinish, sampledWithinDeadline: verdict } = study;
    const finish = sampledFinish.mean === null ? '–' : format.offset(sampledFinish.mean);
    const missing = Math.round(verdict.missing);
    if (missing === 0) return { finish, answer: t('planner:claims.done'), late: false };
    return { finish, answer: t('planner:claims.missing', { people: format.people(missing) }), late: true };
  };
  return (
    <section className="claims" aria-labelledby="claims-title">
      <h2 id="claims-title" className="card-title" title={t('planner:claims.help')}>
        {t('planner:claims.title', { staff: format.number(staff) })}
      </h2>
      <p id="claims-help" className="visually-hidden">
        {t('planner:claims.help')}
      </p>
      <table aria-describedby="claims-help">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('planner:claims.readingHeader')}</span>
            </th>
            {RATES.map((perHour) => (
              <th key={perHour} scope="col">
                {t(`planner:claims.perHour${perHour}`)} <span className="claims-tag">{t(`planner:claims.perHour${perHour}Tag`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {READINGS.map((reading) => (
            <tr key={reading}>
              <th scope="row">{t(`planner:claims.${reading}`)}</th>
              {RATES.map((perHour) => {
                const chosen = planReading === reading && rate === perHour;
                // The plan's own cell is its own study: more runs than the check has, and at once.
                const study = chosen
                  ? answers?.study
                  : answers?.claims?.find((claim) => claim.reading === reading && claim.perHour === perHour)?.study;
                const said = study ? words(study) : null;
                return (
                  <td key={perHour}>
                    <button
                      type="button"
                      aria-pressed={chosen}
                      aria-label={t('planner:claims.cell', {
                        reading: t(`planner:claims.${reading}`),
                        perHour,
                        answer: said ? `${said.finish} ${said.answer}` : t('planner:claims.waiting'),
                      })}
                      onClick={() => setInputs({ 'staff.reading': reading, 'sampling.meanSeconds': 3600 / perHour })}
                    >
                      <b>{said?.finish ?? '…'}</b>
                      <span data-late={said?.late}>{said?.answer ?? t('planner:claims.waiting')}</span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
