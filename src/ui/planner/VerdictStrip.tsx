import { memo, type ReactElement } from 'react';
import { spanWords } from '../../report/index.ts';
import { useText } from '../kit/index.ts';
import { BottleneckCard } from './BottleneckCard.tsx';
import { DeadlineCard } from './DeadlineCard.tsx';
import { FixesCard } from './FixesCard.tsx';
import { usePlanner, useSetting } from './store-context.tsx';
import { announcement } from './verdict-words.ts';

/** While an answer goes stale or the job moves on, its figures stay as they are drawn. */
const [Deadline, Bottleneck, Fixes] = [memo(DeadlineCard), memo(BottleneckCard), memo(FixesCard)];

/** The answer first: sampling, results, what holds them up, what would fix it. */
export function VerdictStrip({ theme }: { theme: 'light' | 'dark' }): ReactElement {
  const text = useText();
  const answers = usePlanner((state) => state.answers);
  const scenario = usePlanner((state) => state.plan.scenario);
  const running = usePlanner((state) => state.job.status === 'running');
  const stale = answers !== null && answers.scenario !== scenario;
  return (
    <section
      className="verdict"
      id="verdict"
      aria-label={text.t('planner:verdict.region')}
      aria-busy={running}
      data-stale={stale}
      data-runs={answers?.study.replications}
      tabIndex={-1}
    >
      {answers ? (
        <>
          <Deadline finish="sampled" study={answers.study} settled={answers.settled} theme={theme} />
          <Deadline finish="resulted" study={answers.study} settled={answers.settled} theme={theme} />
          <Bottleneck study={answers.study} marginals={answers.marginals} waiting={running} theme={theme} />
          <Fixes study={answers.study} remedies={answers.remedies} waiting={running} />
        </>
      ) : (
        <VerdictSkeleton />
      )}
      <p className="visually-hidden" role="status" aria-live="polite">
        {answers?.settled && !stale ? announcement(text, answers.study) : ''}
      </p>
    </section>
  );
}

function VerdictSkeleton(): ReactElement {
  const text = useText();
  const { t } = text;
  const span = spanWords(text, useSetting('deadline.hours'));
  const titles = [
    t('planner:verdict.sampledQuestion', { span }),
    t('planner:verdict.resultedQuestion', { span }),
    t('planner:bottleneck.title'),
    t('planner:fixes.title'),
  ];
  return (
    <>
      {titles.map((title) => (
        <section key={title} className="verdict-card">
          <h2 className="card-title">{title}</h2>
          <div className="skeleton" data-size="large" />
          <div className="skeleton" />
          <div className="skeleton" data-size="short" />
        </section>
      ))}
    </>
  );
}
