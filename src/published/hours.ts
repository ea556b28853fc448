import { STEP_MINUTES } from './grids.ts';
import { minutesOf } from './levels.ts';
import type { Published } from './shape.ts';

const MINUTES_A_DAY = 1440;
const STEPS_AN_HOUR = 60 / STEP_MINUTES;
/** A site counts as open in an hour when it is open throughout it in at least so many of a hundred runs. */
export const SURE_OPEN = 80;

/** Waits of somebody who comes at some time of one clock hour, minutes: the means of its quarter hours' quantiles. NaN: not surely open. */
export interface HourWait {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

const SHUT: HourWait = { p10: NaN, p50: NaN, p90: NaN };

/** Minutes after midnight of the order. */
export function orderMinutes({ orderClock }: Pick<Published, 'orderClock'>): number {
  const [hours, minutes] = orderClock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Days of the round in which some site is open, from 1 (the day of the order). */
export function roundDays(published: Pick<Published, 'orderClock' | 'waits'>): number {
  return Math.max(1, Math.ceil((orderMinutes(published) + published.waits.steps * STEP_MINUTES) / MINUTES_A_DAY));
}

/** Steps of the four quarter hours of clock hour `hour` on day `day`; those before the order or after the last step are left out. */
function stepsOf(published: Pick<Published, 'orderClock' | 'waits'>, day: number, hour: number): number[] {
  const start = ((day - 1) * MINUTES_A_DAY + hour * 60 - orderMinutes(published)) / STEP_MINUTES;
  return Array.from({ length: STEPS_AN_HOUR }, (_, quarter) => Math.ceil(start) + quarter).filter(
    (step) => step >= 0 && step < published.waits.steps,
  );
}

export function hourWait(published: Pick<Published, 'orderClock' | 'waits'>, site: number, day: number, hour: number): HourWait {
  const { waits } = published;
  const cells = stepsOf(published, day, hour).map((step) => site * waits.steps + step);
  if (cells.length < STEPS_AN_HOUR || cells.some((cell) => waits.open[cell] < SURE_OPEN)) return SHUT;
  const mean = (grid: Uint8Array): number => cells.reduce((sum, cell) => sum + minutesOf(grid[cell]), 0) / cells.length;
  return { p10: mean(waits.p10), p50: mean(waits.p50), p90: mean(waits.p90) };
}

/**
 * When somebody who joins at `minutes` after midnight of `day` and waits `wait` open minutes is served: the site's daily hours go by, its
 * nights do not. Null for a wait without end.
 */
export function servedAt(
  { openHours }: Pick<Published, 'openHours'>,
  day: number,
  minutes: number,
  wait: number,
): { readonly day: number; readonly minutes: number } | null {
  if (!Number.isFinite(wait)) return null;
  const length = openHours.to - openHours.from;
  const left = openHours.to - minutes;
  if (wait <= left) return { day, minutes: minutes + wait };
  const beyond = wait - left;
  const days = Math.ceil(beyond / length);
  return { day: day + days, minutes: openHours.from + beyond - (days - 1) * length };
}
