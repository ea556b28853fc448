import { requireCount, requireNonNegative, requirePositive, requireThat } from './arguments.ts';
import { leftBehind, leftBehindDistribution } from './left-behind.ts';
import { overloaded, type QueueMeasures } from './measures.ts';
import { poissonTail } from './poisson.ts';

/** M/D/c: Poisson arrivals, every service lasts exactly `serviceTime`. */
export interface DeterministicQueue {
  readonly arrivalRate: number;
  readonly serviceTime: number;
  readonly servers: number;
}

function requireDeterministic({ arrivalRate, serviceTime, servers }: DeterministicQueue): void {
  requireNonNegative('arrivalRate', arrivalRate);
  requirePositive('serviceTime', serviceTime);
  requireCount('servers', servers);
}

/**
 * Exact steady state of M/D/c, first come first served, to about 1e-12 also at utilisation 0.9999. Infinity when overloaded; RangeError on impossible arguments.
 * E(W) = (1/λ) Σ (1/n) E(max(N_n − nc, 0)), N_n Poisson(nλD): after Crommelin 1932, by Spitzer's identity for the E_c/D/1 queue
 * that every c-th customer sees; Crommelin's roots take over in heavy traffic (left-behind.ts).
 */
export function deterministicQueue(queue: DeterministicQueue): QueueMeasures {
  requireDeterministic(queue);
  const { arrivalRate, serviceTime, servers } = queue;
  const load = arrivalRate * serviceTime;
  if (load >= servers) return overloaded(load / servers);
  if (load === 0) return { utilisation: 0, waitProbability: 0, meanWait: 0, waitVariance: 0, meanQueue: 0, meanInSystem: 0 };
  const left = leftBehind(servers, load);
  return {
    utilisation: load / servers,
    waitProbability: left.delayProbability,
    meanWait: left.mean / arrivalRate,
    waitVariance: left.factorialVariance / (arrivalRate * arrivalRate),
    meanQueue: left.mean,
    meanInSystem: left.mean + load,
  };
}

/**
 * The function w → P(W > w) of M/D/c, w ≥ 0 in the unit of serviceTime; 1 everywhere when overloaded. Exact; small tails keep their digits in light traffic.
 * Source: Franx, Oper. Res. Lett. 29 (2001) 221: with w = kD − u, 0 < u ≤ D, W > w exactly when those in queue u before and those arriving since are ≥ kc.
 */
export function createDeterministicWaitTail(queue: DeterministicQueue): (wait: number) => number {
  requireDeterministic(queue);
  const { arrivalRate, serviceTime, servers } = queue;
  const load = arrivalRate * serviceTime;
  if (load >= servers) return () => 1;
  if (load === 0) return () => 0;
  const queueLength = leftBehindDistribution(servers, load);
  return (wait) => {
    requireNonNegative('wait', wait);
    const cycles = Math.floor(wait / serviceTime) + 1;
    const since = arrivalRate * (cycles * serviceTime - wait);
    let tail = 0;
    for (let i = queueLength.length - 1; i >= 0; i--) tail += queueLength[i] * poissonTail(cycles * servers - i, since);
    return Math.min(1, tail);
  };
}

/** Smallest w with P(W ≤ w) ≥ probability in M/D/c, to 1e-12 of the service time; Infinity when overloaded. probability in [0, 1). */
export function deterministicWaitQuantile(queue: DeterministicQueue, probability: number): number {
  requireThat(probability >= 0 && probability < 1, 'probability', probability, '0 to below 1');
  requireDeterministic(queue);
  if (queue.arrivalRate * queue.serviceTime >= queue.servers) return Infinity;
  const tail = createDeterministicWaitTail(queue);
  if (tail(0) <= 1 - probability) return 0;
  let low = 0;
  let high = queue.serviceTime;
  while (tail(high) > 1 - probability) [low, high] = [high, 2 * high];
  while (high - low > 1e-12 * Math.max(queue.serviceTime, high)) {
    const middle = (low + high) / 2;
    if (tail(middle) > 1 - probability) low = middle;
    else high = middle;
  }
  return high;
}
