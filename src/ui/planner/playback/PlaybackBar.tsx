import { Select } from '@mantine/core';
import { Pause, Play, Presentation, SkipBack, SkipForward, StepBack, StepForward } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { PLAYBACK_SPEEDS } from '../../../store/index.ts';
import { IconButton, useText } from '../../kit/index.ts';
import { usePlanner, usePlannerStore, useSetting } from '../store-context.tsx';
import { EventMenu } from './EventMenu.tsx';
import { neighbourEvent, type RoundEvent } from './events.ts';
import { usePlaybackKeys, usePlayToggle } from './use-playback-keys.ts';
import { usePlayback } from './use-playback.ts';

/** The cursor's instant in words; alone it follows the playback. */
function PlaybackClock(): ReactElement {
  const { format } = useText();
  const clock = useSetting('order.clock');
  const cursorHours = usePlanner((state) => state.cursorHours);
  return (
    <>
      <strong className="playback-clock">{format.clock(cursorHours, clock)}</strong>
      <span className="playback-offset">{format.offset(cursorHours)}</span>
    </>
  );
}

const SpeedSelect = memo(function SpeedSelect(): ReactElement {
  const { t } = useText();
  const speed = usePlanner((state) => state.speed);
  const setSpeed = usePlanner((state) => state.setSpeed);
  return (
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
  );
});

/** The time cursor's controls: play, step, jump from event to event, speed, and the instant in words. */
export const PlaybackBar = memo(function PlaybackBar({
  endHours,
  events,
}: {
  endHours: number;
  events: readonly RoundEvent[];
}): ReactElement {
  const { t } = useText();
  const store = usePlannerStore();
  const clock = useSetting('order.clock');
  const playing = usePlanner((state) => state.playing);
  const presenting = usePlanner((state) => state.presenting);
  const setCursor = usePlanner((state) => state.setCursor);
  const comparing = usePlanner((state) => state.comparing);
  const setPresenting = usePlanner((state) => state.setPresenting);
  const toggle = usePlayToggle(endHours);
  usePlayback(playing, endHours, events);
  usePlaybackKeys(events, endHours);

  const step = (hours: number): void => setCursor(Math.min(endHours, store.getState().cursorHours + hours));
  const jump = (direction: 1 | -1): void => {
    const found = neighbourEvent(events, store.getState().cursorHours, direction);
    if (found !== null) setCursor(found.hours);
  };
  return (
    <div className="playback" role="group" aria-label={t('play:region')}>
      <IconButton icon={SkipBack} label={t('play:previous')} onClick={() => jump(-1)} />
      <IconButton icon={StepBack} label={t('planner:timeline.back')} onClick={() => step(-1)} />
      <IconButton icon={playing ? Pause : Play} label={t(playing ? 'planner:timeline.pause' : 'planner:timeline.play')} onClick={toggle} />
      <IconButton icon={StepForward} label={t('planner:timeline.forward')} onClick={() => step(1)} />
      <IconButton icon={SkipForward} label={t('play:next')} onClick={() => jump(1)} />
      <PlaybackClock />
      <EventMenu events={events} clock={clock} onJump={setCursor} />
      <SpeedSelect />
      {!comparing && (
        <IconButton
          icon={Presentation}
          label={t(presenting ? 'play:present.leave' : 'play:present.enter')}
          pressed={presenting}
          onClick={() => setPresenting(!presenting)}
        />
      )}
    </div>
  );
});
