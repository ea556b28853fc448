import type { ReactElement } from 'react';
import { spanWords } from '../../report/index.ts';
import { useText } from '../kit/index.ts';
import { BottleneckCard } from './BottleneckCard.tsx';
import { DeadlineCard } from './DeadlineCard.tsx';
import { FixesCard } from './FixesCard.tsx';
import { usePlanner, useSettings } from './store-context.tsx';
import { announcement } from './verdict-words.ts';

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
      tabIndex={-1}
    >
      {answers ? (
        <>
          <DeadlineCard finish="sampled" study={answers.study} settled={answers.settled} theme={theme} />
          <DeadlineCard finish="resulted" study={answers.study} settled={answers.settled} theme={theme} />
          <BottleneckCard study={answers.study} marginals={answers.marginals} waiting={running} theme={theme} />
          <FixesCard study={answers.study} remedies={answers.remedies} waiting={running} />
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
  const { settings } = useSettings();
  const span = spanWords(text, settings['deadline.hours']);
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
