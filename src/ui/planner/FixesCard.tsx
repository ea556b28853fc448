import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Remedy } from '../../experiment/index.ts';
import { outcomeOf, remedyWords } from '../../report/index.ts';
import type { Study } from '../../results/index.ts';
import { useText } from '../kit/index.ts';
import { usePlanner } from './store-context.tsx';

/** As many as can be read at a glance. */
const SHOWN = 3;

/** The least that would fix it: each remedy was simulated, and can be taken over with one press. */
export function FixesCard({
  study,
  remedies,
  waiting,
}: {
  study: Study;
  remedies: readonly Remedy[] | null;
  waiting: boolean;
}): ReactElement {
  const text = useText();
  const { t } = text;
  const adopt = usePlanner((state) => state.adopt);
  const compareRemedies = usePlanner((state) => state.compareRemedies);
  const city = usePlanner((state) => state.city);
  const fine = [study.sampledWithinDeadline, study.resultedWithinDeadline].every((verdict) => outcomeOf(verdict, true) === 'yes');
  const note = (): string | null => {
    if (remedies === null) return waiting ? t('planner:fixes.waiting') : '–';
    if (remedies.length > 0) return null;
    return t(fine ? 'planner:fixes.notNeeded' : 'planner:fixes.none');
  };
  return (
    <section className="verdict-card fixes" aria-labelledby="verdict-fixes">
      <div className="card-head">
        <h2 id="verdict-fixes" className="card-title">
          {t('planner:fixes.title')}
        </h2>
        {remedies !== null && remedies.length > 0 && (
          <Button size="compact-sm" variant="subtle" title={t('compare:remedies.label')} onClick={compareRemedies}>
            {t('compare:remedies')}
          </Button>
        )}
      </div>
      {note() !== null && <p className="verdict-fact waiting">{note()}</p>}
      <ol>
        {(remedies ?? []).slice(0, SHOWN).map((remedy) => {
          const words = remedyWords(text, remedy, city);
          return (
            <li key={words.action + words.effect}>
              <span>
                <b>{words.action}</b>
                {words.effect}
              </span>
              <Button
                size="compact-sm"
                variant="light"
                aria-label={t('planner:fixes.applyLabel', { remedy: words.action })}
                onClick={() => adopt(remedy.scenario)}
              >
                {t('planner:fixes.apply')}
              </Button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
