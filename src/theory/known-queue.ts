import { requireCount } from './arguments.ts';
import { deterministicQueue } from './deterministic-queue.ts';
import { markovianQueue } from './markovian-queue.ts';
import { overloaded, type QueueMeasures } from './measures.ts';
import { pollaczekKhinchine } from './pollaczek-khinchine.ts';
import { renewalQueue } from './renewal-queue.ts';
import { timeMoments, type TimeDistribution } from './service-time.ts';

export type KnownFormula = 'M/M/c' | 'M/D/c' | 'M/G/1 Pollaczek–Khinchine' | 'GI/M/c' | 'D/D/c';

/** A time under its simplest name: gamma times of shape 1 are exponential, times without spread constant. */
function simplest(time: TimeDistribution): TimeDistribution {
  if ((time.kind === 'erlang' || time.kind === 'gamma') && time.shape === 1) return { kind: 'exponential', rate: time.rate };
  return timeMoments(time).squaredCv === 0 ? { kind: 'deterministic', value: timeMoments(time).mean } : time;
}

/** Constant times between arrivals and in service, below full load: nobody ever waits. */
function clockwork(utilisation: number, servers: number): QueueMeasures {
  if (utilisation >= 1) return overloaded(utilisation);
  return { utilisation, waitProbability: 0, meanWait: 0, waitVariance: 0, meanQueue: 0, meanInSystem: utilisation * servers };
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
  const between = simplest(interarrival);
  const work = simplest(service);
  if (between.kind === 'exponential') {
    const arrivalRate = between.rate;
    if (work.kind === 'exponential') {
      return { formula: 'M/M/c', measures: markovianQueue({ arrivalRate, serviceRate: work.rate, servers }) };
    }
    if (work.kind === 'deterministic') {
      return { formula: 'M/D/c', measures: deterministicQueue({ arrivalRate, serviceTime: work.value, servers }) };
    }
    return servers === 1 ? { formula: 'M/G/1 Pollaczek–Khinchine', measures: pollaczekKhinchine(arrivalRate, work) } : null;
  }
  if (work.kind === 'exponential') {
    return { formula: 'GI/M/c', measures: renewalQueue({ interarrival: between, serviceRate: work.rate, servers }) };
  }
  const isClockwork = between.kind === 'deterministic' && work.kind === 'deterministic';
  return isClockwork ? { formula: 'D/D/c', measures: clockwork(work.value / between.value / servers, servers) } : null;
}
