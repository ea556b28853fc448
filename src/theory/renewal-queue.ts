import { requireCount, requirePositive, requireThat } from './arguments.ts';
import { logTransform, type LogTransform } from './interarrival-transform.ts';
import { overloaded, type QueueMeasures } from './measures.ts';
import { timeMoments, type TimeDistribution } from './service-time.ts';

/** GI/M/c: independent interarrival times, exponential service with rate μ at each of c servers. */
export interface RenewalQueue {
  readonly interarrival: TimeDistribution;
  readonly serviceRate: number;
  readonly servers: number;
}

export interface RenewalQueueMeasures extends QueueMeasures {
  /** σ, root in (0, 1) of σ = A*(cμ(1 − σ)): ratio of neighbouring queue lengths that arrivals see. 1 when overloaded. */
  readonly sigma: number;
}

/** η = 1 − σ in (0, 1) with η = 1 − A*(cμη); solved for η, not σ, to keep digits when σ is near 1. */
function solveComplement(transform: LogTransform, totalRate: number): number {
  let low = 0;
  let high = 1;
  let eta = 0.5;
  for (let step = 0; step < 200; step++) {
    const { value, slope } = transform(totalRate * eta);
    const gap = eta + Math.expm1(value);
    if (gap < 0) low = eta;
    else high = eta;
    const newton = eta - gap / (1 + totalRate * slope * Math.exp(value));
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - eta) <= 1e-16 * eta || next === low || next === high) return next;
    eta = next;
  }
  return eta;
}

/**
 * Exact GI/M/c, first come first served: P(W > 0) = K/(1 − σ), and W given W > 0 is exponential with rate cμ(1 − σ).
 * 1/K = 1/(1 − σ) + Σ_{j=1..c} C(c,j)/(C_j(1 − φ_j)) · (c(1 − φ_j) − j)/(c(1 − σ) − j), φ_j = A*(jμ), C_j = Π_{i≤j} φ_i/(1 − φ_i).
 * Every term is positive (both factors of the quotient change sign together), so it is stable for large c.
 * Infinity when overloaded; RangeError on impossible arguments. After Takács 1962; checked against two kinds of Markov chain.
 */
export function renewalQueue({ interarrival, serviceRate, servers }: RenewalQueue): RenewalQueueMeasures {
  requirePositive('serviceRate', serviceRate);
  requireCount('servers', servers);
  const { mean } = timeMoments(interarrival);
  const totalRate = servers * serviceRate;
  const utilisation = 1 / (mean * totalRate);
  if (utilisation >= 1) return { ...overloaded(utilisation), sigma: 1 };
  const transform = logTransform(interarrival);
  const eta = solveComplement(transform, totalRate);
  const waitProbability = delayProbability(transform, eta, serviceRate, servers);
  const rate = totalRate * eta;
  const meanWait = waitProbability / rate;
  return {
    utilisation,
    sigma: 1 - eta,
    waitProbability,
    meanWait,
    waitVariance: (waitProbability * (2 - waitProbability)) / (rate * rate),
    meanQueue: meanWait / mean,
    meanInSystem: meanWait / mean + utilisation * servers,
  };
}

function delayProbability(transform: LogTransform, eta: number, serviceRate: number, servers: number): number {
  const root = servers * eta;
  let logWeight = 0;
  let scale = 0;
  let sum = 1 / eta;
  for (let j = 1; j <= servers; j++) {
    const { value } = transform(j * serviceRate);
    const complement = -Math.expm1(value);
    logWeight += Math.log((servers - j + 1) / j) + Math.log(complement) - value;
    if (logWeight - scale > 500) {
      sum *= Math.exp(scale - logWeight);
      scale = logWeight;
    }
    sum += (Math.exp(logWeight - scale) / complement) * quotient(transform, j, root, complement, serviceRate, servers);
  }
  return Math.exp(-scale - Math.log(eta * sum));
}

/** (c(1 − φ_j) − j)/(cη − j); by the slope at the midpoint where j meets cη and the plain quotient is 0/0. */
function quotient(transform: LogTransform, j: number, root: number, complement: number, serviceRate: number, servers: number): number {
  if (Math.abs(root - j) > 1e-5 * j) return (servers * complement - j) / (root - j);
  const { value, slope } = transform(((root + j) / 2) * serviceRate);
  return 1 + servers * serviceRate * slope * Math.exp(value);
}

/** P(W > wait) in GI/M/c; 1 when overloaded. wait ≥ 0 in the unit of the interarrival time. */
export function renewalWaitTail(queue: RenewalQueue, wait: number): number {
  requireThat(wait >= 0, 'wait', wait, 'at least 0');
  const { waitProbability, sigma, utilisation } = renewalQueue(queue);
  if (utilisation >= 1) return 1;
  return waitProbability * Math.exp(-queue.servers * queue.serviceRate * (1 - sigma) * wait);
}
