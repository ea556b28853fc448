import { requireCount, requireNonNegative, requirePositive, requireThat } from './arguments.ts';
import { integrate, type Slope } from './runge-kutta.ts';

/** M(t)/M(t)/c(t): all rates may change with time, in one unit throughout. */
export interface TimeVaryingQueue {
  /** λ(t) ≥ 0, continuous from the right. */
  readonly arrivalRate: (t: number) => number;
  /** Rate of one server. */
  readonly serviceRate: number;
  /** c(t) ≥ 0, continuous from the right; a server who leaves hands the customer back to the queue. */
  readonly servers: (t: number) => number;
  /** Instants where λ or c jumps; without them the steps must find the jumps. */
  readonly jumps?: readonly number[];
  readonly start: number;
  /** Customers there at the start, default 0. */
  readonly initial?: number;
  /** Instants wanted, rising, none before start. */
  readonly times: readonly number[];
}

export interface TimeVaryingPoint {
  readonly t: number;
  readonly meanInSystem: number;
  readonly meanQueue: number;
  /** P(all servers busy): what an arrival at t would meet. */
  readonly waitProbability: number;
  readonly emptyProbability: number;
  /** P(the truncation is reached). Keep it below the wanted error by a larger capacity. */
  readonly fullProbability: number;
}

function requireTimes({ serviceRate, start, initial = 0, times }: TimeVaryingQueue): void {
  requirePositive('serviceRate', serviceRate);
  requireNonNegative('initial', initial);
  requireThat(Number.isFinite(start), 'start', start, 'a finite time');
  times.forEach((t, i) => {
    requireThat(Number.isFinite(t) && t >= (i === 0 ? start : times[i - 1]), `times[${i}]`, t, 'finite, rising, not before start');
  });
}

/** Runs the slope from start through all times, piece by piece between jumps, and calls `at` at each wanted time. */
function sweep(
  queue: TimeVaryingQueue,
  y: Float64Array,
  slope: (rates: { arrival: number; servers: number }) => Slope,
  tolerance: number,
  at: (t: number) => void,
): void {
  const jumps = (queue.jumps ?? []).filter((t) => t > queue.start).sort((a, b) => a - b);
  let now = queue.start;
  for (const t of queue.times) {
    for (const end of [...jumps.filter((jump) => jump > now && jump < t), t]) {
      if (end <= now) continue;
      // The last stage of a step stands on `end`, where a jump would already show; stay a hair inside.
      const inside = end - (end - now) * 1e-12;
      const step: Slope = (s, state, out) => {
        const clock = Math.min(s, inside);
        slope({ arrival: queue.arrivalRate(clock), servers: queue.servers(clock) })(s, state, out);
      };
      integrate(step, y, now, end, tolerance);
      now = end;
    }
    at(t);
  }
}

/**
 * Transient M(t)/M/c(t) by Kolmogorov's forward equations on 0..capacity customers (arrivals beyond are lost), Dormand–Prince with adaptive steps.
 * capacity: truncation, at least initial. tolerance: largest error of one probability in one step, default 1e-12. RangeError on impossible arguments.
 */
export function timeVaryingQueue(queue: TimeVaryingQueue, capacity: number, tolerance = 1e-12): TimeVaryingPoint[] {
  requireTimes(queue);
  requireCount('capacity', capacity);
  const initial = queue.initial ?? 0;
  requireThat(Number.isInteger(initial) && initial <= capacity, 'initial', initial, `a whole number up to capacity (${capacity})`);
  const p = new Float64Array(capacity + 1);
  p[initial] = 1;
  const points: TimeVaryingPoint[] = [];
  const forward =
    ({ arrival, servers }: { arrival: number; servers: number }): Slope =>
    (_t, y, out) => {
      let up = 0;
      for (let n = 0; n <= capacity; n++) {
        const down = n < capacity ? queue.serviceRate * Math.min(n + 1, servers) * y[n + 1] : 0;
        const nextUp = n < capacity ? arrival * y[n] : 0;
        const ownDown = queue.serviceRate * Math.min(n, servers) * y[n];
        out[n] = up - nextUp + down - ownDown;
        up = nextUp;
      }
    };
  sweep(queue, p, forward, tolerance, (t) => points.push(measure(t, p, queue.servers(t))));
  return points;
}

function measure(t: number, p: Float64Array, servers: number): TimeVaryingPoint {
  let meanInSystem = 0;
  let meanQueue = 0;
  let waitProbability = 0;
  for (let n = p.length - 1; n >= 0; n--) {
    meanInSystem += n * p[n];
    if (n > servers) meanQueue += (n - servers) * p[n];
    if (n >= servers) waitProbability += p[n];
  }
  return { t, meanInSystem, meanQueue, waitProbability, emptyProbability: p[0], fullProbability: p[p.length - 1] };
}

export interface FluidPoint {
  /** Always set: a fluid has no randomness; near balance it underestimates the queue. */
  readonly approximate: true;
  readonly t: number;
  readonly inSystem: number;
  readonly queue: number;
}

/** APPROXIMATE M(t)/M/c(t): x' = λ(t) − μ·min(x, c(t)). Exact in the limit of many servers in overload. */
export function fluidQueue(queue: TimeVaryingQueue, tolerance = 1e-9): FluidPoint[] {
  requireTimes(queue);
  const x = new Float64Array([queue.initial ?? 0]);
  const points: FluidPoint[] = [];
  const flow =
    ({ arrival, servers }: { arrival: number; servers: number }): Slope =>
    (_t, y, out) => {
      out[0] = arrival - queue.serviceRate * Math.min(Math.max(0, y[0]), servers);
    };
  sweep(queue, x, flow, tolerance, (t) =>
    points.push({ approximate: true, t, inSystem: x[0], queue: Math.max(0, x[0] - queue.servers(t)) }),
  );
  return points;
}
