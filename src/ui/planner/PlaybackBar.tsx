import { Select } from '@mantine/core';
import { Flag, Pause, Play, StepBack, StepForward } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { PLAYBACK_SPEEDS } from '../../store/index.ts';
import { IconButton, useText } from '../kit/index.ts';
import { usePlanner, usePlannerStore, useSettings } from './store-context.tsx';
import { usePlayback } from './use-playback.ts';

/** The cursor's instant in words; alone it follows every frame. */
function PlaybackClock(): ReactElement {
  const { format } = useText();
  const { settings } = useSettings();
  const cursorHours = usePlanner((state) => state.cursorHours);
  return (
    <>
      <strong className="playback-clock">{format.clock(cursorHours, settings['order.clock'])}</strong>
      <span className="playback-offset">{format.offset(cursorHours)}</span>
    </>
  );
}

/** The time cursor's controls: play, step, jump to the deadline, speed, and the instant in words. */
export const PlaybackBar = memo(function PlaybackBar({
  endHours,
  deadlineHours,
}: {
  endHours: number;
  deadlineHours: number;
}): ReactElement {
  const { t } = useText();
  const store = usePlannerStore();
  const playing = usePlanner((state) => state.playing);
  const speed = usePlanner((state) => state.speed);
  const setCursor = usePlanner((state) => state.setCursor);
  const setPlaying = usePlanner((state) => state.setPlaying);
  const setSpeed = usePlanner((state) => state.setSpeed);
  usePlayback(playing, endHours);

  const toggle = (): void => {
    if (!playing && store.getState().cursorHours >= endHours) setCursor(0);
    setPlaying(!playing);
  };
  return (
    <div className="playback" role="group" aria-label={t('planner:timeline.region')}>
      <IconButton icon={StepBack} label={t('planner:timeline.back')} onClick={() => setCursor(store.getState().cursorHours - 1)} />
      <IconButton icon={playing ? Pause : Play} label={t(playing ? 'planner:timeline.pause' : 'planner:timeline.play')} onClick={toggle} />
      <IconButton
        icon={StepForward}
        label={t('planner:timeline.forward')}
        onClick={() => setCursor(Math.min(endHours, store.getState().cursorHours + 1))}
      />
      <IconButton icon={Flag} label={t('planner:timeline.deadline')} onClick={() => setCursor(deadlineHours)} />
      <PlaybackClock />
      <Select
        className="playback-speed"
        size="xs"
        aria-label={t('planner:timeline.speed')}
        data={PLAYBACK_SPEEDS.map((minutes) => ({ value: String(minutes), label: t('planner:timeline.speedValue', { minutes }) }))}
        value={String(speed)}
        onChange={(value) => value && setSpeed(Number(value))}
        allowDeselect={false}
        withCheckIcon={false}
      />
    </div>
  );
});
