import { requireNonNegative } from './arguments.ts';
import { overloaded, type QueueMeasures } from './measures.ts';
import { timeMoments, type TimeDistribution } from './service-time.ts';

/**
 * Exact M/G/1, first come first served: E(W) = λE(S²)/(2(1 − ρ)), Var(W) = E(W)² + λE(S³)/(3(1 − ρ)), P(W > 0) = ρ.
 * arrivalRate per unit of the service's time. Infinity when ρ ≥ 1; RangeError on impossible arguments.
 * After Pollaczek 1930 and Khinchine 1932.
 */
export function pollaczekKhinchine(arrivalRate: number, service: TimeDistribution): QueueMeasures {
  requireNonNegative('arrivalRate', arrivalRate);
  const { mean, second, third } = timeMoments(service);
  const utilisation = arrivalRate * mean;
  if (utilisation >= 1) return overloaded(utilisation);
  const meanWait = (arrivalRate * second) / (2 * (1 - utilisation));
  return {
    utilisation,
    waitProbability: utilisation,
    meanWait,
    waitVariance: meanWait * meanWait + (arrivalRate * third) / (3 * (1 - utilisation)),
    meanQueue: arrivalRate * meanWait,
    meanInSystem: arrivalRate * meanWait + utilisation,
  };
}
