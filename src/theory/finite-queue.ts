import { requireCount, requireNonNegative, requirePositive, requireThat } from './arguments.ts';
import type { MarkovianQueue } from './markovian-queue.ts';

/** M/M/c/K: as M/M/c, but at most `capacity` customers are inside, those in service included; the others are lost. */
export interface FiniteQueue extends MarkovianQueue {
  readonly capacity: number;
}

export interface FiniteQueueMeasures {
  /** Busy share of the servers, counting only customers who got in. */
  readonly utilisation: number;
  /** Share of arrivals that find no room. */
  readonly lossProbability: number;
  /** Share of admitted customers who wait. */
  readonly waitProbability: number;
  /** Mean wait of admitted customers, in the unit of the rates. */
  readonly meanWait: number;
  readonly meanQueue: number;
  readonly meanInSystem: number;
  /** P(n customers inside), n = 0..capacity. */
  readonly distribution: Float64Array;
}

/**
 * Exact steady state of M/M/c/K, stable at any load. Throws RangeError when capacity < servers or an argument is impossible.
 * Birth-death balance, started at the most likely state so that nothing over- or underflows. Source: Bolch et al., Queueing Networks and Markov Chains (1998), 6.6.
 */
export function finiteQueue({ arrivalRate, serviceRate, servers, capacity }: FiniteQueue): FiniteQueueMeasures {
  requireNonNegative('arrivalRate', arrivalRate);
  requirePositive('serviceRate', serviceRate);
  requireCount('servers', servers);
  requireCount('capacity', capacity);
  requireThat(capacity >= servers, 'capacity', capacity, `at least servers (${servers})`);
  const load = arrivalRate / serviceRate;
  const distribution = new Float64Array(capacity + 1);
  const mode = load >= servers ? capacity : Math.floor(load);
  distribution[mode] = 1;
  for (let n = mode + 1; n <= capacity; n++) distribution[n] = (distribution[n - 1] * load) / Math.min(n, servers);
  for (let n = mode - 1; n >= 0; n--) distribution[n] = (distribution[n + 1] * Math.min(n + 1, servers)) / load;
  const total = distribution.reduce((sum, weight) => sum + weight, 0);
  let meanInSystem = 0;
  let meanQueue = 0;
  let delayed = 0;
  for (let n = 0; n <= capacity; n++) {
    distribution[n] /= total;
    meanInSystem += n * distribution[n];
    if (n > servers) meanQueue += (n - servers) * distribution[n];
    if (n >= servers && n < capacity) delayed += distribution[n];
  }
  const lossProbability = distribution[capacity];
  const admittedShare = distribution.subarray(0, capacity).reduce((sum, p) => sum + p, 0);
  const admittedRate = arrivalRate * admittedShare;
  return {
    utilisation: (meanInSystem - meanQueue) / servers,
    lossProbability,
    waitProbability: arrivalRate === 0 ? 0 : delayed / admittedShare,
    meanWait: arrivalRate === 0 ? 0 : meanQueue / admittedRate,
    meanQueue,
    meanInSystem,
    distribution,
  };
}
