import { describe, expect, it } from 'vitest';
import { verifyQueue, type QueuePlan } from '../../src/experiment/index.ts';
import { wilsonInterval } from '../../src/engine/index.ts';

const EXPERIMENTS = 1000;

const exponential = (rate: number): QueuePlan['arrival'] => ({ kind: 'exponential', rate });
const base: Omit<QueuePlan, 'seed'> = {
  servers: 3,
  arrival: exponential(0.25),
  service: exponential(0.1),
  customers: 40_000,
  initial: 'stationary',
  engine: 'epoch',
};

/** Share of experiments whose 99 % interval holds the theoretical mean wait. */
async function coverage(plan: Omit<QueuePlan, 'seed'>): Promise<number> {
  let covered = 0;
  for (let seed = 1; seed <= EXPERIMENTS; seed++) {
    const { simulated, theory } = await verifyQueue({ ...plan, seed });
    const [low, high] = simulated.interval99;
    if (low <= theory!.meanWait && theory!.meanWait <= high) covered++;
  }
  return covered / EXPERIMENTS;
}

describe('the 99 % interval of verify covers the truth as often as it says, within what 1,000 experiments can tell', () => {
  it.each<[string, Partial<QueuePlan>]>([
    ['replications of M/M/3', {}],
    ['replications of M/M/1', { servers: 1, arrival: exponential(0.08) }],
    ['batches of M/M/3 from an empty start', { initial: 'empty' }],
    ['batches of M/G/1', { servers: 1, arrival: exponential(0.016), service: { kind: 'lognormal', mean: 50, cv: 0.5 } }],
    ['batches of D/M/3', { arrival: { kind: 'deterministic', value: 4 } }],
  ])('%s', async (name, change) => {
    const share = await coverage({ ...base, ...change });
    const [low, high] = wilsonInterval(Math.round(share * EXPERIMENTS), EXPERIMENTS);
    console.log(`${name}: ${(100 * share).toFixed(1)} % (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)} %)`);
    expect(high).toBeGreaterThanOrEqual(0.99);
  });
});
