import type { ReactElement } from 'react';
import type { RoundForecast } from '../../../published/index.ts';
import type { LightKey } from '../../../text/index.ts';
import { usePage } from '../page-context.tsx';

/** Which plan was simulated, how often, and how the whole round ends. */
export function PlanFacts(): ReactElement {
  const { published, text } = usePage();
  const { t, pick } = text;
  const facts = [
    [t('residents:about.scenario'), pick(published.scenario.name)],
    [t('residents:about.fingerprint'), published.scenario.fingerprint],
    [t('residents:about.runs'), t('residents:about.runsValue', { runs: published.runs, seed: published.seed })],
    [t('residents:about.engine'), published.engineVersion],
    [t('residents:about.date'), published.date],
  ] as const;
  return (
    <section className="card" aria-labelledby="plan-title">
      <h2 id="plan-title">{t('residents:about.plan')}</h2>
      <dl className="pairs">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <RoundFact forecast={published.sampled} name="residents:about.sampled" finish="residents:about.finish" />
        <RoundFact forecast={published.resulted} name="residents:about.resulted" finish="residents:about.finishResults" />
      </dl>
    </section>
  );
}

function RoundFact({ forecast, name, finish }: { forecast: RoundForecast; name: LightKey; finish: LightKey }): ReactElement {
  const { published, text } = usePage();
  const { t, format } = text;
  const { deadlineHours, probability, interval, p50, missing } = forecast;
  return (
    <div>
      <dt>{t(name, { hours: format.number(deadlineHours) })}</dt>
      <dd>
        {format.probability(probability, interval, published.runs)}
        {p50 !== null && (
          <>
            <br />
            {t(finish, { clock: format.clock(p50, published.orderClock) })}
          </>
        )}
        {missing > 0 && (
          <>
            <br />
            {t('residents:about.missing', { people: format.peopleUnit(missing) })}
          </>
        )}
      </dd>
    </div>
  );
}
