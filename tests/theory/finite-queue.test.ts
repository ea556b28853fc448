import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erlangB, finiteQueue, markovianQueue } from '../../src/theory/index.ts';
import { mean, stationary, zeros } from './exact.ts';

describe('M/M/c/K', () => {
  test('equals the values printed in the test file of the Octave queueing toolbox (qsmmmk)', () => {
    const first = finiteQueue({ arrivalRate: 40, serviceRate: 30, servers: 3, capacity: 7 });
    expect(first.distribution[0]).toShowAs('0.255037');
    expect(first.meanWait + 1 / 30).toShowAs('0.036517');
    expect(finiteQueue({ arrivalRate: 50, serviceRate: 10, servers: 4, capacity: 6 }).lossProbability).toShowAs('0.293543');
    const third = finiteQueue({ arrivalRate: 3, serviceRate: 2, servers: 2, capacity: 5 });
    // The source cuts off instead of rounding here; its own tolerance is 1e-6.
    expect(third.distribution[0]).toShowAs('0.179334', 1);
    expect(third.lossProbability).toShowAs('0.085113', 1);
    expect(third.meanInSystem).toShowAs('2.00595');
    expect(third.meanWait).toShowAs('0.230857', 1);
  });

  test('equals the stationary distribution of its Markov chain, solved by elimination, to 1e-12', () => {
    for (const [arrivalRate, servers, capacity] of [
      [0.8, 3, 5],
      [12, 4, 60],
      [95, 100, 140],
    ]) {
      const rows = zeros(capacity + 1);
      for (let n = 0; n < capacity; n++) {
        rows[n][n + 1] = arrivalRate;
        rows[n + 1][n] = Math.min(n + 1, servers);
      }
      const chain = stationary(rows);
      const queue = finiteQueue({ arrivalRate, serviceRate: 1, servers, capacity });
      expect(queue.lossProbability).toAgreeWith(chain[capacity], 1e-12);
      expect(queue.meanInSystem).toAgreeWith(mean(chain), 1e-12);
      expect(queue.waitProbability).toAgreeWith(mean(chain, (n) => (n >= servers && n < capacity ? 1 : 0)) / (1 - chain[capacity]), 1e-12);
      expect(queue.meanQueue).toAgreeWith(
        mean(chain, (n) => Math.max(0, n - servers)),
        1e-12,
      );
    }
  });

  test('without waiting room it is Erlang B, with endless room M/M/c', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0.05, max: 3, noNaN: true }), (servers, rho) => {
        const load = rho * servers;
        expect(finiteQueue({ arrivalRate: load, serviceRate: 1, servers, capacity: servers }).lossProbability).toAgreeWith(
          erlangB(servers, load),
          1e-11,
        );
      }),
      { seed: 20220405 },
    );
    const wide = finiteQueue({ arrivalRate: 9, serviceRate: 1, servers: 10, capacity: 600 });
    const open = markovianQueue({ arrivalRate: 9, serviceRate: 1, servers: 10 });
    expect(wide.meanWait).toAgreeWith(open.meanWait, 1e-11);
    expect(wide.waitProbability).toAgreeWith(open.waitProbability, 1e-11);
  });

  test('flow in equals flow out, also far in overload, and nothing overflows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e5, noNaN: true }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 2000 }),
        (arrivalRate, servers, room) => {
          const queue = finiteQueue({ arrivalRate, serviceRate: 1, servers, capacity: servers + room });
          expect(queue.distribution.every((p) => p >= 0 && p <= 1)).toBe(true);
          const served = queue.utilisation * servers;
          expect(arrivalRate * (1 - queue.lossProbability)).toAgreeWith(served, 1e-7);
        },
      ),
      { seed: 20220406, numRuns: 50 },
    );
  });

  test('capacity below servers is refused by name', () => {
    expect(() => finiteQueue({ arrivalRate: 1, serviceRate: 1, servers: 5, capacity: 4 })).toThrow(
      /capacity = 4: allowed is at least servers \(5\)/,
    );
  });
});
