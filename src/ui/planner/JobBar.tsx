import { Button, Progress } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { useText } from '../kit/index.ts';
import { OfflineNote } from './OfflineNote.tsx';
import { PlanNotes } from './PlanNotes.tsx';
import { Provenance } from './Provenance.tsx';
import { usePlanner, usePlannerLater } from './store-context.tsx';

/** Progress is nothing to them. */
const [Notes, Origin] = [memo(PlanNotes), memo(Provenance)];

/** Progress with its way out, failures and replaced workers with theirs, and where the result comes from. Keeps its height in every state. */
export function JobBar(): ReactElement {
  const { t, format, pick } = useText();
  const job = usePlannerLater((state) => state.job);
  const answered = usePlannerLater((state) => state.answers !== null);
  const shown = usePlannerLater(({ answers, plan }) => (answers?.scenario === plan.scenario ? answers.study.replications : 0));
  const notice = usePlanner((state) => state.workerNotice);
  const cancel = usePlanner((state) => state.cancel);
  const answer = usePlanner((state) => state.answer);
  const dismissNotice = usePlanner((state) => state.dismissNotice);

  const failure = (): string => {
    const { error } = job;
    if (error === null) return '';
    if (error === 'workerDied') return t('planner:job.workerDied');
    return 'message' in error ? error.message : pick(error);
  };
  const words = (): string => {
    if (job.status === 'running') return t(`planner:job.${job.stage}`, { done: format.number(job.done), total: format.number(job.total) });
    if (job.status === 'failed') return t('planner:job.failed', { reason: failure() });
    if (job.status === 'cancelled')
      return shown > 0 ? t('planner:job.cancelled', { done: shown, count: shown }) : t('planner:job.cancelledEmpty');
    return answered ? t('planner:job.done') : '';
  };
  const share = job.total > 0 ? (100 * job.done) / job.total : 100;
  return (
    <section className="job" aria-label={t('planner:job.region')} data-status={job.status}>
      {notice && job.status !== 'failed' && (
        <p className="job-notice" role="alert">
          <TriangleAlert size="1rem" aria-hidden />
          <span>{t('planner:job.workerReplaced', { seed: notice.seed, scenario: notice.scenario })}</span>
          <Button size="compact-sm" variant="subtle" onClick={dismissNotice}>
            {t('planner:job.dismiss')}
          </Button>
        </p>
      )}
      <div className="job-line">
        <span className="job-words" role={job.status === 'failed' ? 'alert' : undefined}>
          {words()}
        </span>
        <Progress className="job-progress" value={share} size="sm" transitionDuration={0} aria-label={t('planner:job.region')} />
        {job.status === 'running' && (
          <Button size="compact-sm" variant="default" onClick={cancel}>
            {t('planner:job.cancel')}
          </Button>
        )}
        {(job.status === 'failed' || job.status === 'cancelled') && (
          <Button size="compact-sm" variant="default" onClick={answer}>
            {t('planner:job.again')}
          </Button>
        )}
        <OfflineNote />
        <Notes />
        <Origin />
      </div>
    </section>
  );
}
