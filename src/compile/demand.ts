import type { Settings } from '../scenario/index.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../units/index.ts';

/**
 * Relative arrivals by local hour of day when people come as they like: a morning peak, a lower midday, the largest in the evening
 * (paper: shape of walk-in rounds; the figures are ours, assumed).
 */
const WALK_IN_WEIGHTS = [
  0.3, 0.2, 0.15, 0.15, 0.2, 0.4, 0.8, 1.2, 1.4, 1.3, 1.1, 0.9, 0.8, 0.8, 0.9, 1, 1.1, 1.3, 1.6, 1.7, 1.4, 1, 0.6, 0.4,
];

/** 24 relative weights; called by time slot, arrivals are even over the open hours. */
export function hourWeights(settings: Settings): Float64Array {
  return settings['demand.mode'] === 'slots' ? new Float64Array(24).fill(1) : Float64Array.from(WALK_IN_WEIGHTS);
}

const LAST_CALL_CLOCK = 22 * TICKS_PER_HOUR;

/**
 * End of the demand window in ticks after the round's start. By itself: 22:00 of the last day that ends by the deadline; where no day ends
 * before it, two hours before the deadline but at least one hour after the last site opens.
 * @param orderClock local time of day of the order, ticks
 * @param deadline ticks after the order
 */
export function demandWindowEnd(settings: Settings, orderClock: number, deadline: number): number {
  if (settings['demand.windowEndHours'] > 0) return settings['demand.windowEndHours'] * TICKS_PER_HOUR;
  const lastMidnight = Math.floor((orderClock + deadline) / TICKS_PER_DAY) * TICKS_PER_DAY;
  const lastCall = lastMidnight - TICKS_PER_DAY + LAST_CALL_CLOCK - orderClock;
  const earliest = (settings['mobilise.maxHours'] + 1) * TICKS_PER_HOUR;
  return lastCall >= earliest ? lastCall : Math.max(earliest, deadline - 2 * TICKS_PER_HOUR);
}
