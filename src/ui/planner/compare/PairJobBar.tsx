import { Button, Progress } from '@mantine/core';
import type { ReactElement } from 'react';
import type { PairJob } from '../../../store/index.ts';
import { useText } from '../../kit/index.ts';

interface PairJobBarProps {
  readonly job: PairJob;
  /** What is said while nothing runs; null: then nothing stands there. */
  readonly note: string | null;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}

/** How far the runs of a comparison are, with their way out. */
export function PairJobBar({ job, note, onCancel, onAgain }: PairJobBarProps): ReactElement | null {
  const { t, format, pick } = useText();
  const { status, done, total, error } = job;
  if (status === 'idle' && note === null) return null;
  const reason = (): string => {
    if (error === null) return '';
    if (error === 'workerDied') return t('compare:screen.workerDied');
    return 'message' in error ? error.message : pick(error);
  };
  const words = {
    idle: note ?? '',
    running:
      total === 0
        ? t('compare:screen.starting')
        : done < total
          ? t('compare:screen.running', { done: format.number(done), total: format.number(total) })
          : t('compare:screen.ready'),
    cancelled: t('compare:screen.cancelled'),
    failed: t('compare:screen.failed', { reason: reason() }),
  }[status];
  return (
    <div className="compare-job" data-status={status} role={status === 'failed' ? 'alert' : 'status'}>
      <span>{words}</span>
      {status === 'running' && (
        <>
          <Progress
            className="progress"
            size="sm"
            value={total > 0 ? (100 * done) / total : 0}
            transitionDuration={0}
            aria-label={t('compare:screen.region')}
          />
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            {t('compare:screen.cancel')}
          </Button>
        </>
      )}
      {(status === 'failed' || status === 'cancelled') && (
        <Button size="compact-sm" variant="default" onClick={onAgain}>
          {t('compare:screen.again')}
        </Button>
      )}
    </div>
  );
}
