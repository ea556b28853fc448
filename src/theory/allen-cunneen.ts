import { markovianQueue } from './markovian-queue.ts';
import { timeMoments, type TimeDistribution } from './service-time.ts';

export interface ApproximateQueue {
  /** Always set: this answer is an approximation, exact only for M/M/c and M/G/1. */
  readonly approximate: true;
  readonly utilisation: number;
  readonly meanWait: number;
  readonly meanQueue: number;
}

/**
 * APPROXIMATE mean wait of G/G/c: that of M/M/c with the same rates, times (c_a² + c_s²)/2.
 * interarrival and service in one unit of time. Infinity when overloaded; RangeError on impossible arguments.
 * Known as the Allen–Cunneen formula; in wide use, no proof.
 */
export function allenCunneen(interarrival: TimeDistribution, service: TimeDistribution, servers: number): ApproximateQueue {
  const between = timeMoments(interarrival);
  const work = timeMoments(service);
  const exact = markovianQueue({ arrivalRate: 1 / between.mean, serviceRate: 1 / work.mean, servers });
  // An overloaded queue stays infinite even when both times are constant (0 · Infinity is not a number).
  const factor = exact.utilisation >= 1 ? 1 : (between.squaredCv + work.squaredCv) / 2;
  return { approximate: true, utilisation: exact.utilisation, meanWait: exact.meanWait * factor, meanQueue: exact.meanQueue * factor };
}
