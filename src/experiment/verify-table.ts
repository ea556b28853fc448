import type { TimeDistribution } from '../theory/index.ts';
import type { QueuePlan } from './verify-queue.ts';

/** One line of the table of simulation against theory. */
export type KnownCase = Omit<QueuePlan, 'engine'>;

const exponential = (rate: number): TimeDistribution => ({ kind: 'exponential', rate });
const MANY = 4_000_000;

function known(servers: number, arrival: TimeDistribution, service: TimeDistribution, customers = MANY): KnownCase {
  return { servers, arrival, service, customers, seed: 1, initial: 'stationary' };
}

/**
 * Queues with a known mean wait, from one desk to hundreds. Enough customers for an interval within 2 % of it, save where hundreds of desks
 * let hardly anybody wait; the seed is not chosen.
 */
export const KNOWN_CASES: readonly KnownCase[] = [
  known(1, exponential(0.8), exponential(1)),
  known(3, exponential(0.25), exponential(0.1), 8_000_000),
  known(10, exponential(8.5), exponential(1), 8_000_000),
  known(200, exponential(184), exponential(1), 8_000_000),
  known(1, exponential(0.8), { kind: 'deterministic', value: 1 }),
  known(3, exponential(2.7), { kind: 'deterministic', value: 1 }, 8_000_000),
  known(1, exponential(0.014), { kind: 'triangular', min: 40, mode: 55, max: 85 }),
  known(1, exponential(0.016), { kind: 'lognormal', mean: 50, cv: 0.5 }),
  known(1, exponential(0.7), { kind: 'erlang', shape: 4, rate: 4 }),
  known(1, exponential(0.5), { kind: 'gamma', shape: 0.5, rate: 0.5 }),
  known(1, { kind: 'deterministic', value: 1.25 }, exponential(1)),
  known(3, { kind: 'deterministic', value: 0.4 }, exponential(1), 8_000_000),
  known(2, { kind: 'erlang', shape: 3, rate: 4.8 }, exponential(1)),
  known(1, { kind: 'gamma', shape: 0.5, rate: 0.35 }, exponential(1)),
  known(4, { kind: 'lognormal', mean: 0.3125, cv: 1.5 }, exponential(1)),
  known(2, { kind: 'triangular', min: 0, mode: 0.4, max: 1.4 }, exponential(1)),
  known(500, exponential(490), exponential(1)),
];
