import { useMemo, type ReactElement } from 'react';
import { nightsOf } from '../../charts/index.ts';
import { TICKS_PER_HOUR } from '../../units/index.ts';
import { useText, useSize } from '../kit/index.ts';
import { ChangeTools, changeTrack } from '../changes/index.ts';
import { RoundTimeline } from '../timeline/index.ts';
import type { RoundEvent } from './playback/events.ts';
import { PlaybackBar } from './playback/PlaybackBar.tsx';
import { usePlanner, usePlannerStore, useSettings } from './store-context.tsx';
import { useTimelineRoom } from './use-timeline-room.ts';
import { usePlanChanges } from './use-plan-changes.ts';
import { useRootFont } from './use-root-font.ts';
import type { ShownCity } from './use-shown-city.ts';

/** Playback stops here when nothing else says when the round is over, in hours after the order. */
const EMPTY_END_HOURS = 72;

interface TimelineRegionProps {
  readonly theme: 'light' | 'dark';
  readonly shown: ShownCity;
  readonly events: readonly RoundEvent[];
}

/** The round over time, under its playback controls. */
export function TimelineRegion({ theme, shown, events }: TimelineRegionProps): ReactElement {
  const { picture, study, settled, compiled } = shown;
  const text = useText();
  const cursorHours = usePlanner((state) => state.cursorHours);
  const setCursor = usePlanner((state) => state.setCursor);
  const { settings } = useSettings();
  const [frame, size] = useSize();
  const typical = picture?.typical ?? null;
  const nights = useMemo(() => (typical ? nightsOf(typical) : []), [typical]);
  const endHours = study ? Math.ceil(study.resultedFinish.p90 ?? study.hours[study.hours.length - 1]) : EMPTY_END_HOURS;
  const rem = useRootFont();
  const room = useTimelineRoom();
  const height = Math.round(room.chartRem * rem);
  const store = usePlannerStore();
  const cursorNow = (): number => store.getState().cursorHours;
  const desk = usePlanChanges();
  const pinned = usePlanner((state) => state.presentedPin !== null);
  return (
    <section className="timeline" aria-label={text.t('planner:timeline.region')}>
      <div className="timeline-head">
        <PlaybackBar endHours={endHours} events={events} />
        {!pinned && (
          <div className="timeline-tools">
            <ChangeTools desk={desk} cursorHours={cursorNow} />
          </div>
        )}
      </div>
      <div className="timeline-frame" ref={frame} style={{ minHeight: height }}>
        {study && size && size.width > 0 ? (
          <RoundTimeline
            study={study}
            clock={settings['order.clock']}
            cursorHours={cursorHours}
            onCursor={setCursor}
            nights={nights}
            windowEndHours={compiled ? compiled.input.demand.windowEnd / TICKS_PER_HOUR : null}
            partial={!settled}
            width={size.width}
            height={height}
            text={text}
            theme={theme}
            fontSize={rem * 0.875}
            {...(pinned ? {} : { track: changeTrack(desk, room, cursorNow) })}
          />
        ) : (
          <div className="skeleton" style={{ height }} />
        )}
      </div>
    </section>
  );
}
