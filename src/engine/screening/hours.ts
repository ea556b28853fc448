import type { ScreeningInput } from './input.ts';
import type { RunState } from './state.ts';

export const DAY = 86_400_000;

/** Local time of day at a tick, in ticks after midnight. */
export function timeOfDay(input: ScreeningInput, at: number): number {
  return (input.orderClock + at) % DAY;
}

/** Whether the plan has site s open at a tick: mobilised, not shut, inside its daily hours. */
export function isOpenAt(input: ScreeningInput, state: RunState, s: number, at: number): boolean {
  const { opening, shut, hoursOpen, hoursClose } = state.site;
  if (at < opening[s] || shut[s] === 1) return false;
  const clock = timeOfDay(input, at);
  return clock >= hoursOpen[s] && clock < hoursClose[s];
}

/** First instant after `at` at which the plan may open or close site s; Infinity for a site that is open round the clock. */
export function nextBoundary(input: ScreeningInput, state: RunState, s: number, at: number): number {
  const { opening, hoursOpen, hoursClose } = state.site;
  if (at < opening[s]) return opening[s];
  const open = hoursOpen[s];
  const close = hoursClose[s];
  if (open === 0 && close === DAY) return Infinity;
  const clock = timeOfDay(input, at);
  const midnight = at - clock;
  if (clock < open) return midnight + open;
  if (clock < close) return midnight + close;
  return midnight + DAY + open;
}
