import { memo, useMemo, useRef, useState, type ReactElement } from 'react';
import { nightsOf } from '../../charts/index.ts';
import { TICKS_PER_HOUR } from '../../units/index.ts';
import { ChangeTools } from '../changes/index.ts';
import { ExportMenu, SheetTable } from '../export/index.ts';
import { useSize, useText } from '../kit/index.ts';
import { RoundTimeline, timelineSheet } from '../timeline/index.ts';
import type { RoundEvent } from './playback/events.ts';
import { PlaybackBar } from './playback/PlaybackBar.tsx';
import { usePlanner, usePlannerStore, useSetting } from './store-context.tsx';
import { TimelineFrame } from './TimelineFrame.tsx';
import { TimelineTools, type TimelinePane } from './TimelineTools.tsx';
import { lanesOf, useLanes } from './use-lanes.ts';
import { usePlanChanges } from './use-plan-changes.ts';
import { useRootFont } from './use-root-font.ts';
import type { ShownCity } from './use-shown-city.ts';
import { useTimelineRoom } from './use-timeline-room.ts';
import { useTrack } from './use-track.ts';

/** Playback stops here when nothing else says when the round is over, in hours after the order. */
const EMPTY_END_HOURS = 72;

interface TimelineRegionProps {
  readonly theme: 'light' | 'dark';
  readonly shown: ShownCity;
  readonly events: readonly RoundEvent[];
}

/** The round over time, under its playback controls: chart, lanes and dated changes on one scale, or all of it as a table. */
export const TimelineRegion = memo(function TimelineRegion({ theme, shown, events }: TimelineRegionProps): ReactElement {
  const { picture, study, settled, compiled } = shown;
  const text = useText();
  const cursorHours = usePlanner((state) => state.cursorHours);
  const setCursor = usePlanner((state) => state.setCursor);
  const pinned = usePlanner((state) => state.presentedPin !== null);
  const presenting = usePlanner((state) => state.presenting);
  // A presentation keeps the height for its figures.
  const lanesShown = usePlanner((state) => state.lanesShown && !state.presenting);
  const [frame, size] = useSize();
  const picked = useRef<HTMLDivElement>(null);
  const [pane, setPane] = useState<TimelinePane>('chart');
  const typical = picture?.typical ?? null;
  const nights = useMemo(() => (typical ? nightsOf(typical) : []), [typical]);
  const endHours = study ? Math.ceil(study.resultedFinish.p90 ?? study.hours[study.hours.length - 1]) : EMPTY_END_HOURS;
  const rem = useRootFont();
  const room = useTimelineRoom(lanesShown);
  const height = Math.round(room.chartRem * rem);
  const store = usePlannerStore();
  const cursorNow = (): number => store.getState().cursorHours;
  const desk = usePlanChanges();
  const track = useTrack(desk, room, cursorNow);
  const lanes = useLanes(lanesShown, shown, text);
  const clock = useSetting('order.clock');
  const sheetOf = useMemo(() => study && (() => timelineSheet(text, study, clock, lanesOf(shown, text))), [study, text, clock, shown]);
  const sheet = useMemo(() => (pane === 'table' && sheetOf ? sheetOf() : null), [pane, sheetOf]);
  return (
    <section className="timeline" aria-label={text.t('planner:timeline.region')}>
      <div className="timeline-head">
        <PlaybackBar endHours={endHours} events={events} />
        <div className="timeline-tools" hidden={presenting}>
          {!pinned && <ChangeTools desk={desk} cursorHours={cursorNow} />}
          <TimelineTools pane={pane} onPane={setPane} />
          <ExportMenu title={text.t('charts:round.title')} of={picked} theme={theme} {...(sheetOf ? { table: sheetOf } : {})} />
        </div>
      </div>
      <TimelineFrame frame={frame} minHeight={height} scenario={shown.answered}>
        {sheet && (
          <div className="timeline-table" style={{ height: height + room.rows * rem }}>
            <SheetTable sheet={sheet} fontSize={rem * 0.875} />
          </div>
        )}
        {!sheet && study && size && size.width > 0 && (
          <div ref={picked}>
            <RoundTimeline
              {...{ study, clock, cursorHours, nights, height, text, theme }}
              onCursor={setCursor}
              windowEndHours={compiled ? compiled.input.demand.windowEnd / TICKS_PER_HOUR : null}
              partial={!settled}
              width={size.width}
              fontSize={rem * 0.875}
              {...(lanesShown ? { lanes } : {})}
              track={track}
            />
          </div>
        )}
        {!study && <div className="skeleton" style={{ height }} />}
      </TimelineFrame>
    </section>
  );
});
