import { requireCount, requireNonNegative, requirePositive } from './arguments.ts';
import { markovianQueue } from './markovian-queue.ts';
import { poissonTail } from './poisson.ts';

export interface BatchFill {
  /** Mean time from the first item to closing. */
  readonly meanDuration: number;
  /** Mean items in a batch, at least 1. */
  readonly meanSize: number;
  /** Mean time from an item's arrival to the closing of its batch. */
  readonly meanWait: number;
  /** P(a batch closes full rather than by time). */
  readonly fullShare: number;
}

/**
 * Exact: items arrive as a Poisson stream; the first opens a batch, which closes at `size` items or `maxWait` after the first (a tube, a plate whose line is free).
 * rate per unit of time, maxWait in that unit or Infinity. RangeError on impossible arguments.
 * E(duration) = (1/λ) Σ_{j=1}^{b−1} P(N ≥ j), waiting of all items (1/λ) Σ j·P(N ≥ j), N Poisson(λ·maxWait). Derived here (renewal argument in docs/theory.md).
 */
export function batchFill(rate: number, size: number, maxWait: number): BatchFill {
  requirePositive('rate', rate);
  requireCount('size', size);
  if (maxWait !== Infinity) requireNonNegative('maxWait', maxWait);
  const mean = rate * maxWait;
  const tail = (level: number): number => (mean === Infinity ? 1 : poissonTail(level, mean));
  let later = 0;
  let waiting = 0;
  for (let j = 1; j < size; j++) {
    const open = tail(j);
    later += open;
    waiting += j * open;
  }
  const meanSize = 1 + later;
  return { meanDuration: later / rate, meanSize, meanWait: waiting / rate / meanSize, fullShare: tail(size - 1) };
}

export interface PlateStation {
  /** Specimens per hour. */
  readonly rate: number;
  /** Specimens on a full plate. */
  readonly plate: number;
  readonly lines: number;
  readonly runHours: number;
  /** A plate starts when its oldest specimen has waited this long. */
  readonly maxWaitHours: number;
}

export interface PlateStationMeasures {
  /** Always set: the queue for a line is the Allen–Cunneen approximation. */
  readonly approximate: true;
  /** Load against full plates; at or above 1 the station never catches up and the waits are Infinity. */
  readonly utilisation: number;
  readonly meanPlate: number;
  readonly meanFillHours: number;
  readonly meanLineWaitHours: number;
  readonly meanTurnaroundHours: number;
}

/**
 * APPROXIMATE laboratory with plates: filling is exact as if a line were free (batchFill); plates then queue for `lines` equal lines with a fixed run.
 * Plates that close by time make more runs than full ones, so when they alone would overload the lines, full plates are assumed.
 * The queue is Allen–Cunneen with c_a² = 1/plate for full plates, rising to 1 for plates of one specimen. RangeError on impossible arguments.
 */
export function plateStation({ rate, plate, lines, runHours, maxWaitHours }: PlateStation): PlateStationMeasures {
  requirePositive('runHours', runHours);
  requireCount('lines', lines);
  const byTime = batchFill(rate, plate, maxWaitHours);
  const utilisation = (rate * runHours) / (plate * lines);
  const fill = (rate * runHours) / (byTime.meanSize * lines) < 1 ? byTime : batchFill(rate, plate, Infinity);
  const queue = markovianQueue({ arrivalRate: rate / fill.meanSize, serviceRate: 1 / runHours, servers: lines });
  const meanLineWaitHours = utilisation >= 1 ? Infinity : queue.meanWait / fill.meanSize / 2;
  return {
    approximate: true,
    utilisation,
    meanPlate: fill.meanSize,
    meanFillHours: fill.meanWait,
    meanLineWaitHours,
    meanTurnaroundHours: fill.meanWait + meanLineWaitHours + runHours,
  };
}
