import type { ReactElement } from 'react';
import { useText } from '../kit/index.ts';
import { usePlannerLater } from './store-context.tsx';

/** What a result must carry to be repeated: seed, number of runs, scenario fingerprint, engine version. */
export function Provenance(): ReactElement {
  const { t, format } = useText();
  const study = usePlannerLater((state) => state.answers?.study ?? null);
  return (
    <ul className="provenance" aria-label={t('planner:provenance.label')}>
      {study && (
        <>
          <li>{t('planner:provenance.seed', { seed: study.seed })}</li>
          <li className="provenance-runs">
            {t('planner:provenance.runs', { runs: format.number(study.replications), count: study.replications })}
          </li>
          <li className="provenance-scenario">{t('planner:provenance.scenario', { fingerprint: study.scenario.fingerprint })}</li>
          <li>{t('planner:provenance.engine', { version: study.engineVersion })}</li>
        </>
      )}
    </ul>
  );
}
