import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import {
  BASE_FONT_SIZE,
  LaneChart,
  paletteOf,
  RoundChart,
  roundMargins,
  roundScales,
  wholeSpan,
  type HourSpan,
  type Lane,
  type Theme,
} from '../../charts/index.ts';
import type { Study } from '../../results/index.ts';
import type { Text } from '../../text/index.ts';
import { CursorLayer } from './CursorLayer.tsx';
import { LaneHeads } from './LaneHeads.tsx';
import { laneMargins, layLanes } from './laneLayout.ts';
import { ReadOut } from './ReadOut.tsx';
import { summaryWords, valueWords } from './spoken.ts';
import './timeline.css';
import type { LaidTrack, TrackScale } from './track.ts';
import { useTimeView, useWheelZoom } from './useTimeView.ts';
import { cursorByKey, toMinute } from './view.ts';
import { ZoomButtons } from './ZoomButtons.tsx';
import { ZoomTrack } from './ZoomTrack.tsx';

export interface RoundTimelineProps {
  readonly study: Study;
  /** Local time of the order, "08:00". */
  readonly clock: string;
  /** Hours after the order. */
  readonly cursorHours: number;
  readonly onCursor: (hours: number) => void;
  /** Hours in which everything is closed, see nightsOf. */
  readonly nights: readonly HourSpan[];
  /** Hour at which people stop coming; null or absent: not marked. */
  readonly windowEndHours?: number | null;
  /** The study still grows. */
  readonly partial?: boolean;
  /** Pixels; the height is that of the chart with its head and zoom, a track comes on top of it. */
  readonly width: number;
  readonly height: number;
  readonly text: Text;
  readonly theme: Theme;
  /** Pixels; 14 at a root of 16. */
  readonly fontSize?: number;
  /** The round stage by stage, under the chart; absent or none: not shown. Their height comes on top as well. */
  readonly lanes?: readonly Lane[];
  /** Drawn under chart and lanes on their scale of time. */
  readonly track?: (scale: TrackScale) => LaidTrack;
}

const NARROW = 700;
/** Ems below which the read-out has no room for its note. */
const TIGHT = 66;
const NO_LANES: readonly Lane[] = [];

/** The round over time with a cursor that is a slider: drag, arrows, Page keys, Home and End; zoom by Ctrl+wheel, keys, buttons and the track. */
export function RoundTimeline(props: RoundTimelineProps) {
  const { study, clock, cursorHours, onCursor, nights, windowEndHours = null, partial = false } = props;
  const { width, height, text, theme, fontSize = BASE_FONT_SIZE, lanes = NO_LANES, track } = props;
  const time = useTimeView(wholeSpan(study).to);
  const { view, whole } = time;
  const plot = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [hover, setHover] = useState<number | null>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());

  const endLabels = width >= NARROW;
  const headHeight = Math.round(fontSize * (endLabels ? 1.75 : 3.3));
  const trackHeight = Math.round(fontSize * 0.95);
  const margins = useMemo(() => {
    const base = roundMargins(text, study.participants, fontSize, endLabels);
    return endLabels ? laneMargins(base, lanes, fontSize) : base;
  }, [text, study.participants, fontSize, endLabels, lanes]);
  const chartHeight = Math.max(fontSize * 6, height - headHeight - trackHeight);
  const scales = roundScales(view, study.participants, width, chartHeight, margins);
  const { x } = scales;
  const [left, right] = x.range();
  const laneRows = useMemo(() => layLanes(lanes, folded, fontSize, endLabels), [lanes, folded, fontSize, endLabels]);
  const laid = track?.({ view, whole, left, right, fontSize, x, reveal: time.reveal });
  const hoursAt = (clientX: number): number => {
    const box = plot.current!.getBoundingClientRect();
    const pixel = Math.max(left, Math.min(right, clientX - box.left));
    return Math.max(0, toMinute(x.invert(pixel)));
  };
  useWheelZoom(plot, time, hoursAt);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = cursorByKey(event.key, event.shiftKey, cursorHours, whole);
    if (target !== null) {
      onCursor(target);
      time.reveal(target);
    } else if (event.key === '+' || event.key === '=') time.zoom(1, cursorHours);
    else if (event.key === '-') time.zoom(-1, cursorHours);
    else if (event.key === '0') time.showAll();
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    onCursor(hoursAt(event.clientX));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onCursor(hoursAt(event.clientX));
    else if (event.pointerType === 'mouse') setHover(hoursAt(event.clientX));
  };
  const fold = (key: string) =>
    setFolded((before) => new Set(before.has(key) ? [...before].filter((other) => other !== key) : [...before, key]));

  const shown = (hours: number | null) => hours !== null && hours >= view.from && hours <= view.to;
  const deadlineHours = study.sampledWithinDeadline.deadlineHours;
  const stepMinutes = study.hours.length > 1 ? (study.hours[1] - study.hours[0]) * 60 : 15;
  const drawing = { clock, nights, width, text, theme, fontSize, span: view };
  return (
    <section
      className="round-timeline"
      aria-label={text.t('charts:round.title')}
      style={{ width, height: height + laneRows.height + (laid?.height ?? 0), fontSize }}
    >
      <p className="visually-hidden">{summaryWords(study, view.to, clock, text)}</p>
      <p className="visually-hidden" id={helpId}>
        {text.t('charts:timeline.help')}
      </p>
      <ReadOut
        {...{ study, text, theme, partial, fontSize, cursorHours }}
        height={headHeight}
        room={endLabels ? (width < TIGHT * fontSize ? 'tight' : 'wide') : 'compact'}
      >
        <ZoomButtons {...{ time, text }} around={cursorHours} />
      </ReadOut>
      <div className="round-stage">
        <div
          ref={plot}
          className="round-plot"
          role="slider"
          tabIndex={0}
          aria-label={text.t('charts:timeline.label')}
          aria-describedby={helpId}
          aria-valuemin={whole.from}
          aria-valuemax={whole.to}
          aria-valuenow={Math.round(cursorHours * 100) / 100}
          aria-valuetext={valueWords(study, cursorHours, clock, text)}
          style={{ height: chartHeight + laneRows.height }}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerLeave={() => setHover(null)}
          onDoubleClick={time.showAll}
        >
          <RoundChart {...{ ...drawing, study, windowEndHours, endLabels }} margins={margins} height={chartHeight} />
          <CursorLayer
            {...{ study, clock, cursorHours, scales, margins, width, text, fontSize }}
            height={chartHeight}
            hoverHours={hover}
            palette={paletteOf(theme)}
          />
          {lanes.length > 0 && (
            <div className="lane-plot">
              <LaneChart
                {...{ ...drawing, left, right, stepMinutes, deadlineHours }}
                lanes={laneRows.lanes}
                height={laneRows.height}
                title={text.t('lanes:title')}
              />
              {shown(hover) && <div className="now hover" style={{ left: x(hover!) }} />}
              {shown(cursorHours) && <div className="now" style={{ left: x(cursorHours) }} />}
            </div>
          )}
        </div>
        {lanes.length > 0 && (
          <div className="lane-side" style={{ top: chartHeight }}>
            <LaneHeads
              {...{ stepMinutes, left, right, text, theme }}
              cursorHours={hover ?? cursorHours}
              lanes={laneRows.lanes}
              beside={endLabels}
              onFold={fold}
            />
          </div>
        )}
      </div>
      {laid && (
        <div className="round-below" style={{ height: laid.height }}>
          {laid.node}
          {shown(cursorHours) && <div className="now" style={{ left: x(cursorHours) }} />}
        </div>
      )}
      <ZoomTrack {...{ view, whole, left, right, clock, text, cursorHours }} height={trackHeight} onView={time.setView} />
    </section>
  );
}
