import { verifyQueue, type QueuePlan } from '../../src/experiment/index.ts';
import type { TimeDistribution } from '../../src/theory/index.ts';

/** A queue whose 99 % interval is tried many times; the ones not used in choosing the method judge it. */
export interface TriedQueue {
  readonly name: string;
  readonly isIndependent: boolean;
  readonly plan: Omit<QueuePlan, 'seed' | 'customers' | 'engine'>;
}

export const EXPERIMENTS = 1000;
export const CUSTOMERS = 40_000;
const FIRST_SEED = { chosen: 1, independent: 20_001 } as const;
/** The truth where no theory exists: so many customers, at a seed of its own. */
const TRUTH = { customers: 100_000_000, seed: 424_242 } as const;

const exponential = (rate: number): TimeDistribution => ({ kind: 'exponential', rate });
const lognormal = (mean: number, cv: number): TimeDistribution => ({ kind: 'lognormal', mean, cv });

function tried(
  isIndependent: boolean,
  name: string,
  servers: number,
  arrival: TimeDistribution,
  service: TimeDistribution,
  initial: QueuePlan['initial'] = 'stationary',
): TriedQueue {
  return { name, isIndependent, plan: { servers, arrival, service, initial } };
}

/** The five of decision 0013, then those never used in choosing (decision 0014). */
export const TRIED_QUEUES: readonly TriedQueue[] = [
  tried(false, 'M/M/3 at 0.83', 3, exponential(0.25), exponential(0.1)),
  tried(false, 'M/M/1 at 0.8', 1, exponential(0.08), exponential(0.1)),
  tried(false, 'M/M/3 at 0.83 from empty', 3, exponential(0.25), exponential(0.1), 'empty'),
  tried(false, 'M/lognormal/1 at 0.8, cv 0.5', 1, exponential(0.016), lognormal(50, 0.5)),
  tried(false, 'D/M/3 at 0.83', 3, { kind: 'deterministic', value: 4 }, exponential(0.1)),
  tried(true, 'M/M/10 at 0.9', 10, exponential(9), exponential(1)),
  tried(true, 'M/M/50 at 0.95', 50, exponential(47.5), exponential(1)),
  tried(true, 'M/E₂/1 at 0.8', 1, exponential(0.8), { kind: 'erlang', shape: 2, rate: 2 }),
  tried(true, 'M/triangular/1 at 0.9', 1, exponential(0.015), { kind: 'triangular', min: 40, mode: 55, max: 85 }),
  tried(true, 'M/D/20 at 0.9', 20, exponential(18), { kind: 'deterministic', value: 1 }),
  tried(true, 'gamma/M/2 at 0.85, arrivals of cv² 2', 2, { kind: 'gamma', shape: 0.5, rate: 0.85 }, exponential(1)),
  tried(true, 'triangular/M/4 at 0.9', 4, { kind: 'triangular', min: 0, mode: 0.2, max: 0.6333333333333333 }, exponential(1)),
  tried(true, 'M/lognormal/3 at 0.8, cv 2', 3, exponential(2.4), lognormal(1, 2)),
  tried(true, 'lognormal/lognormal/2 at 0.8, cv 1', 2, lognormal(1, 1), lognormal(1.6, 1)),
  tried(true, 'M/M/5 at 0.8 from empty', 5, exponential(4), exponential(1), 'empty'),
  tried(true, 'M/E₂/1 at 0.7 from empty', 1, exponential(0.7), { kind: 'erlang', shape: 2, rate: 2 }, 'empty'),
];

export interface QueueCoverage {
  readonly queue: TriedQueue;
  /** Where the truth is from: a formula, or a long run with its own relative half-width. */
  readonly truth: string;
  readonly below: number;
  readonly above: number;
  /** Mean half-width of the intervals, as a share of the truth. */
  readonly halfWidth: number;
}

/** Tries one queue's interval: how often it lies wholly below or above the truth. */
export async function coverQueue(queue: TriedQueue): Promise<QueueCoverage> {
  const { wait, words } = await truthOf(queue);
  const first = queue.isIndependent ? FIRST_SEED.independent : FIRST_SEED.chosen;
  let [below, above, halves] = [0, 0, 0];
  for (let seed = first; seed < first + EXPERIMENTS; seed++) {
    const [low, high] = (await verifyQueue({ ...queue.plan, customers: CUSTOMERS, seed, engine: 'epoch' })).simulated.interval99;
    if (high < wait) below++;
    if (low > wait) above++;
    halves += (high - low) / 2 / wait;
  }
  return { queue, truth: words, below, above, halfWidth: halves / EXPERIMENTS };
}

async function truthOf({ plan }: TriedQueue): Promise<{ wait: number; words: string }> {
  const short = await verifyQueue({ ...plan, customers: CUSTOMERS, seed: 0, engine: 'epoch' });
  if (short.theory) return { wait: short.theory.meanWait, words: short.theory.formula };
  const { simulated } = await verifyQueue({ ...plan, ...TRUTH, engine: 'epoch' });
  const [low, high] = simulated.interval99;
  const reach = (50 * (high - low)) / simulated.meanWait;
  return { wait: simulated.meanWait, words: `${TRUTH.customers / 1e6} million customers, ± ${reach.toFixed(2)} %` };
}
