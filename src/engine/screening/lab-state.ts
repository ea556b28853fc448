import type { ScreeningInput } from './input.ts';

export interface LabState {
  tubesPerDay: Float64Array;
  lines: Int32Array;
  runTicks: Float64Array;
  busyLines: Int32Array;
  head: Int32Array;
  tail: Int32Array;
  waiting: Int32Array;
  priorityHead: Int32Array;
  priorityTail: Int32Array;
  priorityWaiting: Int32Array;
  /** Tubes routed to the lab whose result is not out yet. */
  outstanding: Float64Array;
  assigned: Float64Array;
  waitingPeak: Int32Array;
  tubes: Int32Array;
  plates: Int32Array;
  busyTicks: Float64Array;
  /** Line time at hand since the first delivery, up to `offeredUntil`. */
  offeredTicks: Float64Array;
  offeredUntil: Float64Array;
  firstAt: Float64Array;
  /** Instant at which the lab looks again for tubes that have waited long enough; in the past when none is set. */
  timerAt: Float64Array;
  lastAt: Float64Array;
}

/** Allocates the labs' state. */
export function createLabState(input: ScreeningInput): LabState {
  const { count } = input.labs;
  const float = (): Float64Array => new Float64Array(count);
  const whole = (): Int32Array => new Int32Array(count);
  return {
    tubesPerDay: float(),
    lines: whole(),
    runTicks: float(),
    busyLines: whole(),
    head: whole(),
    tail: whole(),
    waiting: whole(),
    priorityHead: whole(),
    priorityTail: whole(),
    priorityWaiting: whole(),
    outstanding: float(),
    assigned: float(),
    waitingPeak: whole(),
    tubes: whole(),
    plates: whole(),
    busyTicks: float(),
    offeredTicks: float(),
    offeredUntil: float(),
    firstAt: float(),
    timerAt: float(),
    lastAt: float(),
  };
}
