import type { HourSpan } from '../../charts/index.ts';

/** Shortest view in hours. */
export const SHORTEST_VIEW = 3;

/** A view inside the whole, at least SHORTEST_VIEW long, keeping its length where it can. */
export function clampView(view: HourSpan, whole: HourSpan): HourSpan {
  const length = Math.min(whole.to - whole.from, Math.max(SHORTEST_VIEW, view.to - view.from));
  const from = Math.max(whole.from, Math.min(view.from, whole.to - length));
  return { from, to: from + length };
}

/** Zooms by `factor` (below 1 is nearer) around an hour, which stays where it is on the screen. */
export function zoomView(view: HourSpan, whole: HourSpan, factor: number, around: number): HourSpan {
  const length = (view.to - view.from) * factor;
  const share = (around - view.from) / (view.to - view.from);
  return clampView({ from: around - share * length, to: around + (1 - share) * length }, whole);
}

/** Moves one end; the other stays, and they keep SHORTEST_VIEW apart. */
export function moveEnd(view: HourSpan, whole: HourSpan, end: 'from' | 'to', hours: number): HourSpan {
  if (end === 'from') return { from: Math.max(whole.from, Math.min(hours, view.to - SHORTEST_VIEW)), to: view.to };
  return { from: view.from, to: Math.min(whole.to, Math.max(hours, view.from + SHORTEST_VIEW)) };
}

export const isWhole = (view: HourSpan, whole: HourSpan): boolean => view.from <= whole.from + 1e-6 && view.to >= whole.to - 1e-6;

const MINUTE = 1 / 60;
const STEP = 0.25;
const KEY_MOVES: Record<string, number> = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP, PageUp: 6, PageDown: -6 };

/** Where a key moves the cursor, in hours; null for keys that do not move it. */
export function cursorByKey(key: string, shift: boolean, cursor: number, whole: HourSpan): number | null {
  if (key === 'Home') return whole.from;
  if (key === 'End') return whole.to;
  const move = KEY_MOVES[key];
  if (move === undefined) return null;
  const target = cursor + (shift && Math.abs(move) === STEP ? move * 4 : move);
  return Math.max(whole.from, Math.min(whole.to, Math.round(target / STEP) * STEP));
}

/** To the minute, so that a dragged cursor reads the same on every screen. */
export const toMinute = (hours: number): number => Math.round(hours / MINUTE) * MINUTE;
