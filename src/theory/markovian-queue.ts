import { requireCount, requireNonNegative, requirePositive, requireThat } from './arguments.ts';
import { erlangC } from './erlang.ts';
import { overloaded, type QueueMeasures } from './measures.ts';

/** M/M/c: λ customers per unit of time, each server completes μ per unit of time while busy. */
export interface MarkovianQueue {
  readonly arrivalRate: number;
  readonly serviceRate: number;
  readonly servers: number;
}

function requireMarkovian({ arrivalRate, serviceRate, servers }: MarkovianQueue): void {
  requireNonNegative('arrivalRate', arrivalRate);
  requirePositive('serviceRate', serviceRate);
  requireCount('servers', servers);
}

/**
 * Exact steady state of M/M/c, first come first served. W is 0 with probability 1 − C, else exponential with rate cμ − λ.
 * Overloaded: Infinity. Throws RangeError on impossible arguments. After Erlang 1917.
 */
export function markovianQueue(queue: MarkovianQueue): QueueMeasures {
  requireMarkovian(queue);
  const { arrivalRate, serviceRate, servers } = queue;
  const load = arrivalRate / serviceRate;
  if (load >= servers) return overloaded(load / servers);
  const waitProbability = erlangC(servers, load);
  const spare = serviceRate * (servers - load);
  const meanWait = waitProbability / spare;
  return {
    utilisation: load / servers,
    waitProbability,
    meanWait,
    waitVariance: (waitProbability * (2 - waitProbability)) / (spare * spare),
    meanQueue: arrivalRate * meanWait,
    meanInSystem: arrivalRate * meanWait + load,
  };
}

/** P(W > wait) in M/M/c: C·exp(−(cμ − λ)·wait); 1 when overloaded. wait ≥ 0 in the unit of the rates. */
export function markovianWaitTail(queue: MarkovianQueue, wait: number): number {
  requireMarkovian(queue);
  requireNonNegative('wait', wait);
  const load = queue.arrivalRate / queue.serviceRate;
  if (load >= queue.servers) return 1;
  return erlangC(queue.servers, load) * Math.exp(-queue.serviceRate * (queue.servers - load) * wait);
}

/** Smallest w with P(W ≤ w) ≥ probability in M/M/c; Infinity when overloaded. probability in [0, 1). */
export function markovianWaitQuantile(queue: MarkovianQueue, probability: number): number {
  requireMarkovian(queue);
  requireThat(probability >= 0 && probability < 1, 'probability', probability, '0 to below 1');
  const load = queue.arrivalRate / queue.serviceRate;
  if (load >= queue.servers) return Infinity;
  const waits = erlangC(queue.servers, load);
  if (waits <= 1 - probability) return 0;
  return Math.log(waits / (1 - probability)) / (queue.serviceRate * (queue.servers - load));
}
