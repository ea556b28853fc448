import { Check, CircleHelp, X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { EmergencyStudy } from '../../results/index.ts';
import type { CoverageFacts } from '../../store/index.ts';
import { Rich, useText } from '../kit/index.ts';

interface AreaCardProps {
  readonly facts: CoverageFacts;
  readonly area: 'urban' | 'rural';
  /** The simulation; null until it is there. */
  readonly study: EmergencyStudy | null;
  /** The study is of an older plan, or another is running. */
  readonly stale: boolean;
  /** Factor that calibration has put on the area's speed; 1 for independent speeds. */
  readonly factor: number;
}

const ICONS = { yes: Check, no: X, open: CircleHelp } as const;

/** Whether an area's stated mean holds: the simulated mean with its interval, and whom the stations reach at best. */
export function AreaCard({ facts, area, study, stale, factor }: AreaCardProps): ReactElement {
  const { t, format } = useText();
  const { residents, beyond } = facts.now.coverage[area];
  const stated = facts.reach.rules.standard[area];
  const response = study?.responseMinutes[area] ?? null;
  const [low, high] = response?.interval ?? [response?.mean ?? NaN, response?.mean ?? NaN];
  const outcome = response === null || Number.isNaN(low) ? 'open' : high <= stated ? 'yes' : low > stated ? 'no' : 'open';
  const Icon = ICONS[outcome];
  return (
    <section className="verdict-card" aria-labelledby={`reach-${area}`} data-stale={stale}>
      <h2 id={`reach-${area}`} className="card-title">
        {t(`reach:card.${area}`, { minutes: stated })}
        {factor !== 1 && <strong> {t('reach:card.calibrated', { factor: format.number(factor, 2) })}</strong>}
      </h2>
      {response === null ? (
        <p className="verdict-fact waiting">{t('reach:card.simulating')}</p>
      ) : (
        <>
          <p className="verdict-line reach-line-row">
            <strong className="verdict-word" data-outcome={outcome}>
              <Icon size="1.1em" strokeWidth={3} aria-hidden />
              {t(`reach:card.${outcome}`)}
            </strong>
            <span className="verdict-chance">
              <Rich
                message="reach:card.mean.simulated"
                values={{
                  mean: format.number(response.mean, 1),
                  ends: response.interval ? format.ends(response.interval) : format.number(NaN),
                  stated,
                }}
              />
            </span>
          </p>
          <p className="verdict-fact">
            {t('reach:card.calls', {
              minutes: stated,
              share: format.percent(area === 'urban' ? response.within15.mean : response.within30.mean),
              p90: format.number(response.p90, 1),
            })}
          </p>
        </>
      )}
      <p className="verdict-fact">
        {beyond === 0 ? (
          t('reach:card.noneBeyond', { minutes: stated })
        ) : (
          <Rich
            message="reach:card.beyond"
            values={{ people: format.peopleExact(beyond), share: format.percent(beyond / residents), minutes: stated }}
          />
        )}
      </p>
    </section>
  );
}
