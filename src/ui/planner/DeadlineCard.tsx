import { Check, CircleHelp, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { outcomeOf, retestWords, spanWords } from '../../report/index.ts';
import type { Study } from '../../results/index.ts';
import { Rich, useText } from '../kit/index.ts';
import { FinishPopover } from './FinishPopover.tsx';
import { useSetting } from './store-context.tsx';

const ICONS = { yes: Check, no: X, open: CircleHelp } as const;

interface DeadlineCardProps {
  readonly finish: 'sampled' | 'resulted';
  readonly study: Study;
  readonly settled: boolean;
  readonly theme: 'light' | 'dark';
}

/** One deadline: a word, its probability, the expected finish and who is missing. */
export function DeadlineCard({ finish, study, settled, theme }: DeadlineCardProps): ReactElement {
  const { t, format } = useText();
  const text = useText();
  const [deadlineHours, days, clock] = [useSetting('deadline.hours'), useSetting('horizon.days'), useSetting('order.clock')];
  const verdict = finish === 'sampled' ? study.sampledWithinDeadline : study.resultedWithinDeadline;
  const estimate = finish === 'sampled' ? study.sampledFinish : study.resultedFinish;
  const outcome = outcomeOf(verdict, settled);
  const Icon = ICONS[outcome];
  const offset = format.offset(verdict.deadlineHours);
  const missing = Math.round(verdict.missing);
  const retest = finish === 'resulted' ? retestWords(text, study) : null;
  return (
    <section className="verdict-card" aria-labelledby={`verdict-${finish}`}>
      <div className="card-head">
        <h2 id={`verdict-${finish}`} className="card-title">
          {t(`planner:verdict.${finish}Question`, { span: spanWords(text, deadlineHours) })}
        </h2>
        {study.replications > 1 && <FinishPopover finish={finish} study={study} theme={theme} />}
      </div>
      <p className="verdict-line">
        <strong className="verdict-word" data-outcome={outcome}>
          <Icon size="1.1em" strokeWidth={3} aria-hidden />
          {t(`planner:verdict.${outcome}`)}
        </strong>
        <span className="verdict-chance">
          {t(verdict.interval === null ? 'planner:verdict.runsOnTime' : 'planner:verdict.probability')}{' '}
          <b>{format.probability(verdict.probability, verdict.interval, study.replications)}</b>
        </span>
      </p>
      <p className="verdict-fact">
        {estimate.mean === null ? (
          t(`planner:verdict.${finish}Never`, { days })
        ) : (
          <Rich
            message={`planner:verdict.${finish}At`}
            values={{ clock: format.clock(estimate.mean, clock), offset: format.offset(estimate.mean) }}
          />
        )}
        {estimate.p10 !== null && estimate.p90 !== null && study.replications > 1 && (
          <span className="verdict-spread">
            {t('planner:verdict.spread', { low: format.number(estimate.p10, 1), high: format.number(estimate.p90, 1) })}
          </span>
        )}
      </p>
      <p className="verdict-fact">
        {missing === 0 ? (
          t('planner:verdict.noneMissing', { offset })
        ) : (
          <Rich
            message={finish === 'sampled' ? 'planner:verdict.unsampled' : 'planner:verdict.unresulted'}
            values={{ offset, people: format.peopleUnit(missing) }}
          />
        )}
      </p>
      {retest !== null && <p className="verdict-fact">{retest}</p>}
    </section>
  );
}
