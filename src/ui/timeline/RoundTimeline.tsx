import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import {
  BASE_FONT_SIZE,
  paletteOf,
  RoundChart,
  roundMargins,
  roundScales,
  valueAt,
  wholeSpan,
  type HourSpan,
  type Theme,
} from '../../charts/index.ts';
import type { Study } from '../../results/index.ts';
import type { Text } from '../../text/index.ts';
import { CursorLayer } from './CursorLayer.tsx';
import { ReadOut } from './ReadOut.tsx';
import './timeline.css';
import type { LaidTrack, TrackScale } from './track.ts';
import { clampView, cursorByKey, isWhole, toMinute, zoomView } from './view.ts';
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
  /** Drawn under the chart on its scale of time. */
  readonly track?: (scale: TrackScale) => LaidTrack;
}

const NARROW = 700;
/** Ems below which the read-out has no room for its note. */
const TIGHT = 66;

/** The round over time with a cursor that is a slider: drag, arrows, Page keys, Home and End; zoom by Ctrl+wheel, keys, buttons and the track. */
export function RoundTimeline(props: RoundTimelineProps) {
  const {
    study,
    clock,
    cursorHours,
    onCursor,
    nights,
    windowEndHours = null,
    partial = false,
    width,
    height,
    text,
    theme,
    fontSize = BASE_FONT_SIZE,
    track,
  } = props;
  const wholeTo = wholeSpan(study).to;
  const whole = useMemo<HourSpan>(() => ({ from: 0, to: wholeTo }), [wholeTo]);
  const [zoomed, setZoomed] = useState<HourSpan | null>(null);
  const view = useMemo(() => (zoomed === null ? whole : clampView(zoomed, whole)), [zoomed, whole]);
  const setView = (next: HourSpan) => setZoomed(isWhole(next, whole) ? null : next);
  const plot = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [hover, setHover] = useState<number | null>(null);

  const endLabels = width >= NARROW;
  const headHeight = Math.round(fontSize * (endLabels ? 1.75 : 3.3));
  const trackHeight = Math.round(fontSize * 0.95);
  const margins = useMemo(
    () => roundMargins(text, study.participants, fontSize, endLabels),
    [text, study.participants, fontSize, endLabels],
  );
  const { x } = roundScales(view, study.participants, width, 0, margins);
  const [left, right] = x.range();
  const reveal = (hours: number): void => {
    if (hours >= view.from && hours <= view.to) return;
    const length = view.to - view.from;
    setView(clampView({ from: hours - length / 2, to: hours + length / 2 }, whole));
  };
  const laid = track?.({ view, whole, left, right, fontSize, x, reveal });
  const chartHeight = Math.max(fontSize * 6, height - headHeight - trackHeight);
  const scales = roundScales(view, study.participants, width, chartHeight, margins);
  const hoursAt = (clientX: number): number => {
    const box = plot.current!.getBoundingClientRect();
    const pixel = Math.max(left, Math.min(right, clientX - box.left));
    return Math.max(0, toMinute(scales.x.invert(pixel)));
  };

  const latest = useRef({ view, whole, hoursAt });
  useLayoutEffect(() => {
    latest.current = { view, whole, hoursAt };
  });
  useEffect(() => {
    const element = plot.current!;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const now = latest.current;
      setZoomed(zoomView(now.view, now.whole, Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 120), now.hoursAt(event.clientX)));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, []);

  /** Moves the cursor; a view that would lose it follows. */
  const moveTo = (hours: number) => {
    onCursor(hours);
    reveal(hours);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = cursorByKey(event.key, event.shiftKey, cursorHours, whole);
    if (target !== null) moveTo(target);
    else if (event.key === '+' || event.key === '=') setView(zoomView(view, whole, 0.6, cursorHours));
    else if (event.key === '-') setView(zoomView(view, whole, 1 / 0.6, cursorHours));
    else if (event.key === '0') setZoomed(null);
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

  const { format } = text;
  const people = (name: 'sampled' | 'resulted', hours: number) => format.peopleUnit(valueAt(study.hours, study.bands[name].mean, hours));
  const deadline = study.sampledWithinDeadline.deadlineHours;
  const summary = text.t('charts:round.summary', {
    clock: format.clock(view.to, clock),
    offset: format.offset(view.to),
    sampled: people('sampled', view.to),
    resulted: people('resulted', view.to),
    deadline: format.offset(deadline),
    missingSampled: format.peopleUnit(study.sampledWithinDeadline.missing),
    missingResulted: format.peopleUnit(study.resultedWithinDeadline.missing),
  });
  return (
    <section
      className="round-timeline"
      aria-label={text.t('charts:round.title')}
      style={{ width, height: height + (laid?.height ?? 0), fontSize }}
    >
      <p className="visually-hidden">{summary}</p>
      <p className="visually-hidden" id={helpId}>
        {text.t('charts:timeline.help')}
      </p>
      <ReadOut
        {...{ study, text, theme, partial, fontSize, cursorHours }}
        height={headHeight}
        room={endLabels ? (width < TIGHT * fontSize ? 'tight' : 'wide') : 'compact'}
      >
        <button
          type="button"
          onClick={() => setView(zoomView(view, whole, 0.6, cursorHours))}
          aria-label={text.t('charts:zoom.in')}
          title={text.t('charts:zoom.in')}
        >
          +
        </button>
        <button
          type="button"
          onClick={() => setView(zoomView(view, whole, 1 / 0.6, cursorHours))}
          disabled={zoomed === null}
          aria-label={text.t('charts:zoom.out')}
          title={text.t('charts:zoom.out')}
        >
          −
        </button>
        <button type="button" className="word" onClick={() => setZoomed(null)} disabled={zoomed === null}>
          {text.t('charts:zoom.all')}
        </button>
      </ReadOut>
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
        aria-valuetext={text.t('charts:timeline.value', {
          clock: format.clock(cursorHours, clock),
          offset: format.offset(cursorHours),
          sampled: people('sampled', cursorHours),
          resulted: people('resulted', cursorHours),
        })}
        style={{ height: chartHeight }}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setHover(null)}
        onDoubleClick={() => setZoomed(null)}
      >
        <RoundChart
          {...{ study, clock, nights, windowEndHours, width, text, theme, fontSize, endLabels }}
          span={view}
          height={chartHeight}
        />
        <CursorLayer
          {...{ study, clock, cursorHours, scales, margins, width, text, fontSize }}
          height={chartHeight}
          hoverHours={hover}
          palette={paletteOf(theme)}
        />
      </div>
      {laid && (
        <div className="round-below" style={{ height: laid.height }}>
          {laid.node}
          {cursorHours >= view.from && cursorHours <= view.to && <div className="now" style={{ left: x(cursorHours) }} />}
        </div>
      )}
      <ZoomTrack {...{ view, whole, left, right, clock, text, cursorHours }} height={trackHeight} onView={setView} />
    </section>
  );
}
