import type { ReactElement } from 'react';
import type { Marginals } from '../../experiment/index.ts';
import type { ResourceId, Study } from '../../results/index.ts';
import { Rich, useText } from '../kit/index.ts';
import { WhyPopover } from './WhyPopover.tsx';

interface BottleneckCardProps {
  readonly study: Study;
  readonly marginals: Marginals | null;
  /** The comparison is still to come. */
  readonly waiting: boolean;
  readonly theme: 'light' | 'dark';
}

/** What holds each deadline up, and by how much a tenth more of it would help. */
export function BottleneckCard({ study, marginals, waiting, theme }: BottleneckCardProps): ReactElement {
  const { t, format } = useText();
  const effect = (finish: 'sampled' | 'resulted', resource: ResourceId): string | null => {
    const found = marginals?.marginal.find((entry) => entry.finish === finish && entry.resource === resource);
    return found && found.effectHours < 0 ? t('planner:bottleneck.effect', { hours: format.hours(-found.effectHours) }) : null;
  };
  const rows = marginals
    ? ([
        ['sampled', 'planner:bottleneck.sampling', marginals.binding.sampling],
        ['resulted', 'planner:bottleneck.results', marginals.binding.results],
      ] as const)
    : [];
  return (
    <section className="verdict-card" aria-labelledby="verdict-bottleneck">
      <div className="card-head">
        <h2 id="verdict-bottleneck" className="card-title">
          {t('planner:bottleneck.title')}
        </h2>
        {marginals && <WhyPopover marginals={marginals} theme={theme} />}
      </div>
      {rows.map(([finish, message, resource]) => (
        <p key={finish} className="bottleneck-line">
          <span>
            <Rich message={message} values={{ resource: t(`product:resource.${resource}`) }} />
          </span>
          <span className="bottleneck-effect">{effect(finish, resource)}</span>
        </p>
      ))}
      {!marginals && <p className="bottleneck-line waiting">{waiting ? t('planner:bottleneck.waiting') : '–'}</p>}
      <p className="verdict-fact">{t('planner:bottleneck.sites', { sites: format.number(study.means.sitesUnfinishedAtDeadline) })}</p>
      <p className="verdict-fact">
        {t('planner:bottleneck.labs', {
          share: format.percent(study.means.labUtilisation, 0),
          tubes: format.tubes(study.means.labBacklogPeakTubes),
        })}
      </p>
    </section>
  );
}
