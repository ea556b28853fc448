import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { HourSpan } from '../../charts/index.ts';
import type { Text } from '../../text/index.ts';
import { clampView, moveEnd } from './view.ts';

interface ZoomTrackProps {
  readonly view: HourSpan;
  readonly whole: HourSpan;
  /** Pixels of the track inside the component. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly clock: string;
  readonly text: Text;
  readonly cursorHours: number;
  readonly onView: (view: HourSpan) => void;
}

type Part = 'from' | 'to' | 'middle';

/** The whole time with the part that is shown: drag its ends or its middle, or move the ends by key. */
export function ZoomTrack({ view, whole, left, right, height, clock, text, cursorHours, onView }: ZoomTrackProps) {
  const drag = useRef<{ part: Part; grabbed: number; start: HourSpan } | null>(null);
  const width = Math.max(1, right - left);
  const scale = width / (whole.to - whole.from);
  const at = (hours: number) => (hours - whole.from) * scale;
  const start = (part: Part) => (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    event.stopPropagation();
    drag.current = { part, grabbed: event.clientX, start: view };
  };
  const move = (event: PointerEvent) => {
    const now = drag.current;
    if (now === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const by = (event.clientX - now.grabbed) / scale;
    if (now.part === 'middle') onView(clampView({ from: now.start.from + by, to: now.start.to + by }, whole));
    else onView(moveEnd(now.start, whole, now.part, now.start[now.part] + by));
  };
  const byKey = (end: 'from' | 'to') => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -1 : event.key === 'ArrowRight' || event.key === 'ArrowUp' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    onView(moveEnd(view, whole, end, view[end] + by));
  };
  const stop = () => (drag.current = null);
  const handle = (end: 'from' | 'to') => (
    <div
      className="handle"
      role="slider"
      tabIndex={0}
      aria-label={text.t(`charts:zoom.${end}`)}
      aria-valuemin={whole.from}
      aria-valuemax={whole.to}
      aria-valuenow={Math.round(view[end] * 10) / 10}
      aria-valuetext={text.format.clock(view[end], clock)}
      style={{ left: at(view[end]) }}
      onPointerDown={start(end)}
      onPointerMove={move}
      onPointerUp={stop}
      onKeyDown={byKey(end)}
    />
  );
  return (
    <div
      className="round-track"
      style={{ marginLeft: left, width, height }}
      role="group"
      aria-label={text.t('charts:zoom.range', { from: text.format.clock(view.from, clock), to: text.format.clock(view.to, clock) })}
    >
      <div className="rail" />
      <div
        className="shown"
        style={{ left: at(view.from), width: Math.max(4, at(view.to) - at(view.from)) }}
        onPointerDown={start('middle')}
        onPointerMove={move}
        onPointerUp={stop}
      />
      <div className="tick" style={{ left: at(Math.min(cursorHours, whole.to)) }} />
      {handle('from')}
      {handle('to')}
    </div>
  );
}
