import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { EmergencyStore } from '../../store/index.ts';
import { useText } from '../kit/index.ts';

/** What is being simulated, how far it is, and the way to stop it; what went wrong, and the way to try again. */
export function JobLine({ emergency }: { emergency: EmergencyStore }): ReactElement | null {
  const { t } = useText();
  const { status, stage, done, total } = useStore(emergency, (state) => state.job);
  if (status === 'idle') return null;
  const isRunning = status === 'running';
  const words = isRunning
    ? `${t(`emergency:progress.${stage === 'trace' ? 'study' : stage}`)}${total > 0 ? ` ${done}/${total}` : ''}`
    : t(status === 'failed' ? 'reach:job.failed' : 'reach:job.cancelled');
  return (
    <span className="emergency-job" data-status={status} role={status === 'failed' ? 'alert' : undefined}>
      {words}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => (isRunning ? emergency.getState().cancel() : void emergency.getState().answer())}
      >
        {t(isRunning ? 'reach:job.cancel' : 'reach:job.again')}
      </Button>
    </span>
  );
}
