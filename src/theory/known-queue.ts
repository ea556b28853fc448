import { requireCount } from './arguments.ts';
import { deterministicQueue } from './deterministic-queue.ts';
import { markovianQueue } from './markovian-queue.ts';
import type { QueueMeasures } from './measures.ts';
import { pollaczekKhinchine } from './pollaczek-khinchine.ts';
import { renewalQueue } from './renewal-queue.ts';
import { timeMoments, type TimeDistribution } from './service-time.ts';

export type KnownFormula = 'M/M/c' | 'M/D/c' | 'M/G/1 Pollaczek–Khinchine' | 'GI/M/c';

/** Rate when the time is exponential under any of its names, else null. */
function exponentialRate(time: TimeDistribution): number | null {
  if (time.kind === 'exponential') return time.rate;
  return (time.kind === 'erlang' || time.kind === 'gamma') && time.shape === 1 ? time.rate : null;
}

/**
 * The exact steady state of a first-come-first-served queue with its formula, or null where no exact one is at hand.
 * Times in one unit. Overloaded queues answer Infinity; RangeError on impossible arguments.
 */
export function findKnownQueue(
  interarrival: TimeDistribution,
  service: TimeDistribution,
  servers: number,
): { readonly formula: KnownFormula; readonly measures: QueueMeasures } | null {
  requireCount('servers', servers);
  timeMoments(interarrival);
  timeMoments(service);
  const arrivalRate = exponentialRate(interarrival);
  const serviceRate = exponentialRate(service);
  if (arrivalRate !== null && serviceRate !== null) {
    return { formula: 'M/M/c', measures: markovianQueue({ arrivalRate, serviceRate, servers }) };
  }
  if (arrivalRate !== null && service.kind === 'deterministic') {
    return { formula: 'M/D/c', measures: deterministicQueue({ arrivalRate, serviceTime: service.value, servers }) };
  }
  if (arrivalRate !== null && servers === 1) {
    return { formula: 'M/G/1 Pollaczek–Khinchine', measures: pollaczekKhinchine(arrivalRate, service) };
  }
  if (serviceRate !== null && interarrival.kind !== 'lognormal' && interarrival.kind !== 'triangular') {
    return { formula: 'GI/M/c', measures: renewalQueue({ interarrival, serviceRate, servers }) };
  }
  return null;
}
