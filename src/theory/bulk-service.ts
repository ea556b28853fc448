import { requireCount, requireNonNegative, requirePositive, requireThat } from './arguments.ts';
import { leftBehind, leftBehindDistribution } from './left-behind.ts';
import { poissonProbability } from './poisson.ts';

/** Single customers arrive at `arrivalRate`; one server takes `minimum` to `maximum` of them at a time (Neuts' rule [a, b]). */
export interface BulkService {
  readonly arrivalRate: number;
  /** The server waits until this many are there, a ≥ 1. */
  readonly minimum: number;
  /** The server takes at most this many, b ≥ a. */
  readonly maximum: number;
}

export interface BulkMeasures {
  /** λ/(b·service rate): load against full batches. */
  readonly utilisation: number;
  /** Long-run share of time that the server works. */
  readonly busyShare: number;
  /** Mean customers served together. */
  readonly meanBatch: number;
  /** Mean number waiting, those waiting for a batch to form included, those in service not. */
  readonly meanQueue: number;
  /** E(W), arrival to start of service, by Little. */
  readonly meanWait: number;
}

function requireBulk({ arrivalRate, minimum, maximum }: BulkService): void {
  requirePositive('arrivalRate', arrivalRate);
  requireCount('minimum', minimum);
  requireCount('maximum', maximum);
  requireThat(minimum <= maximum, 'minimum', minimum, `at most maximum (${maximum})`);
}

function overloadedBulk(utilisation: number, maximum: number): BulkMeasures {
  return { utilisation, busyShare: 1, meanBatch: maximum, meanQueue: Infinity, meanWait: Infinity };
}

/** r in (0, 1) with r + r² + … + r^b = λ/μ: the geometric ratio of every exponential bulk queue. Needs λ < bμ. Bisection on an increasing function. */
export function bulkRoot(loadPerBatch: number, maximum: number): number {
  requirePositive('loadPerBatch', loadPerBatch);
  requireCount('maximum', maximum);
  requireThat(loadPerBatch < maximum, 'loadPerBatch', loadPerBatch, `below maximum (${maximum})`);
  let low = 0;
  let high = 1;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    // r(1 − r^b)/(1 − r), with the power through expm1 so that r near 1 keeps its digits.
    const sum = (-middle * Math.expm1(maximum * Math.log(middle))) / (1 - middle);
    if (sum < loadPerBatch) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Exact M/M^[a,b]/1: a batch, whatever its size, takes an exponential time with rate serviceRate; late comers do not join.
 * While busy, n wait with probability q0·r^n; while idle, j < a wait with probability (μ/λ)q0(1 − r^{j+1})/(1 − r).
 * Infinity when λ ≥ bμ; RangeError on impossible arguments. Rule after Neuts 1967; balance equations solved here.
 */
export function markovianBulkService(bulk: BulkService & { readonly serviceRate: number }): BulkMeasures {
  requireBulk(bulk);
  requirePositive('serviceRate', bulk.serviceRate);
  const { arrivalRate, serviceRate, minimum, maximum } = bulk;
  const utilisation = arrivalRate / (serviceRate * maximum);
  if (utilisation >= 1) return overloadedBulk(utilisation, maximum);
  const r = bulkRoot(arrivalRate / serviceRate, maximum);
  let idle = 0;
  let waitingIdle = 0;
  for (let j = 0, partial = 0, power = 1; j < minimum; j++) {
    partial += power;
    power *= r;
    idle += partial;
    waitingIdle += j * partial;
  }
  const perBusy = serviceRate / arrivalRate;
  const busy = 1 / (1 - r);
  const total = busy + perBusy * idle;
  const meanQueue = (r * busy * busy + perBusy * waitingIdle) / total;
  const busyShare = busy / total;
  return { utilisation, busyShare, meanBatch: arrivalRate / (serviceRate * busyShare), meanQueue, meanWait: meanQueue / arrivalRate };
}

/**
 * Exact M/M^[1,K]/1 where late comers join the batch under way while it has room: n inside with probability (1 − r)r^n.
 * Same root; Infinity when λ ≥ Kμ. Balance equations solved here.
 */
export function joiningBulkService(
  arrivalRate: number,
  serviceRate: number,
  maximum: number,
): { readonly meanInSystem: number; readonly meanSojourn: number } {
  requirePositive('arrivalRate', arrivalRate);
  requirePositive('serviceRate', serviceRate);
  requireCount('maximum', maximum);
  if (arrivalRate >= maximum * serviceRate) return { meanInSystem: Infinity, meanSojourn: Infinity };
  const r = bulkRoot(arrivalRate / serviceRate, maximum);
  return { meanInSystem: r / (1 - r), meanSojourn: r / (1 - r) / arrivalRate };
}

/**
 * Exact M/D^[a,b]/1: every batch takes exactly serviceTime. Infinity when λD ≥ b; RangeError on impossible arguments.
 * Those left at a departure are Y + A for every a, with Y' = max(Y + A − b, 0) (left-behind.ts); a enters through the idle part of a cycle only.
 * After Bailey 1954 for Y and Neuts 1967 for the rule; the cycle average is derived here.
 */
export function deterministicBulkService(bulk: BulkService & { readonly serviceTime: number }): BulkMeasures {
  requireBulk(bulk);
  requirePositive('serviceTime', bulk.serviceTime);
  const { arrivalRate, serviceTime, minimum, maximum } = bulk;
  const load = arrivalRate * serviceTime;
  const utilisation = load / maximum;
  if (utilisation >= 1) return overloadedBulk(utilisation, maximum);
  const left = leftBehindDistribution(maximum, load);
  let missing = 0;
  let waitingIdle = 0;
  for (let n = 0; n < minimum; n++) {
    let found = 0;
    for (let i = 0; i <= n && i < left.length; i++) found += left[i] * poissonProbability(n - i, load);
    missing += found * (minimum - n);
    waitingIdle += (found * (minimum * (minimum - 1) - n * (n - 1))) / 2;
  }
  const cycle = serviceTime + missing / arrivalRate;
  const waiting = waitingIdle / arrivalRate + serviceTime * (leftBehind(maximum, load).mean + load / 2);
  const meanQueue = waiting / cycle;
  return { utilisation, busyShare: serviceTime / cycle, meanBatch: arrivalRate * cycle, meanQueue, meanWait: meanQueue / arrivalRate };
}

/**
 * Exact bulk service by timetable: every `cycle` up to `capacity` of those waiting are taken at once, empty or not (a courier's round, a bus).
 * Infinity when λ·cycle ≥ capacity; RangeError on impossible arguments. meanLeft: left behind by a departure. After Bailey 1954; wait by Little.
 */
export function timetableService(
  arrivalRate: number,
  cycle: number,
  capacity: number,
): { readonly meanLeft: number; readonly meanQueue: number; readonly meanWait: number } {
  requireNonNegative('arrivalRate', arrivalRate);
  requirePositive('cycle', cycle);
  requireCount('capacity', capacity);
  const load = arrivalRate * cycle;
  if (load >= capacity) return { meanLeft: Infinity, meanQueue: Infinity, meanWait: Infinity };
  if (load === 0) return { meanLeft: 0, meanQueue: 0, meanWait: cycle / 2 };
  const meanLeft = leftBehind(capacity, load).mean;
  return { meanLeft, meanQueue: meanLeft + load / 2, meanWait: (meanLeft + load / 2) / arrivalRate };
}
