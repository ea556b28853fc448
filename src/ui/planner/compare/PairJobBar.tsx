import { Button, Progress } from '@mantine/core';
import type { ReactElement } from 'react';
import { useText } from '../../kit/index.ts';
import { usePlanner } from '../store-context.tsx';

/** How far the comparison is, with its way out; nothing once it stands. */
export function PairJobBar({ isSame }: { isSame: boolean }): ReactElement | null {
  const { t, format, pick } = useText();
  const { status, done, total, error } = usePlanner((state) => state.pairJob);
  const cancel = usePlanner((state) => state.cancelPairing);
  const again = usePlanner((state) => state.pairAgain);
  if (status === 'idle' && !isSame) return null;
  const reason = (): string => {
    if (error === null) return '';
    if (error === 'workerDied') return t('compare:screen.workerDied');
    return 'message' in error ? error.message : pick(error);
  };
  const words = {
    idle: t('compare:screen.same'),
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
          <Button size="compact-sm" variant="default" onClick={cancel}>
            {t('compare:screen.cancel')}
          </Button>
        </>
      )}
      {(status === 'failed' || status === 'cancelled') && (
        <Button size="compact-sm" variant="default" onClick={again}>
          {t('compare:screen.again')}
        </Button>
      )}
    </div>
  );
}
