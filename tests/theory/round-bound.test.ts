import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundBound, type RoundLabs, type RoundSite } from '../../src/theory/index.ts';
import './exact.ts';

const days: [number, number][] = [[5, 16], ...Array.from({ length: 20 }, (_, d): [number, number] => [22 + 24 * d, 40 + 24 * d])];

/** A laboratory that takes tube after tube at constant rate, each as soon as it is there: the plain recursion, in exact steps of one tube. */
function tubeByTube(readyAt: readonly number[], tubesPerHour: number): number {
  let free = -Infinity;
  for (const ready of readyAt) free = Math.max(free, ready) + 1 / tubesPerHour;
  return free;
}

describe('Fluid bound of a round', () => {
  test('sampling: residents over desks and pace, laid over nights, by hand', () => {
    // Two desks of 52.8 an hour, open 05–16 and 22–40: 3,274 people in 31 open hours need up to hour 42 − but the site closes at 40.
    const site: RoundSite = { residents: 1500, servers: 2, perServerHour: 52.8, windows: days };
    expect(roundBound([site]).samplingEndsAt).toAgreeWith(22 + (1500 - 11 * 105.6) / 105.6, 1e-12);
    expect(roundBound([{ ...site, residents: 500 }]).samplingEndsAt).toAgreeWith(5 + 500 / 105.6, 1e-12);
    const two = roundBound([{ ...site, residents: 500 }, site, { ...site, residents: 10 }]);
    expect(two.slowestSite).toBe(1);
    expect(two.resultsEndAt).toBeNull();
  });

  test('20,000 tubes a day take 54.0 days at 1:1, 10.8 at 5:1, 5.4 at 10:1 and 2.7 at 20:1 for 1,079,353 people, as the model’s arithmetic says', () => {
    const site: RoundSite = { residents: 1_079_353, servers: 100_000, perServerHour: 1000, windows: [[0, 1]] };
    for (const [people, printed] of [
      [1, 53.96765],
      [5, 10.79353],
      [10, 5.396765],
      [20, 2.6983825],
    ]) {
      const bound = roundBound([site], {
        capacities: [{ tubesPerDay: 20_000, fromHour: 0 }],
        peoplePerTube: people,
        leastDelayHours: 0,
        leastRunHours: 0,
      });
      expect((bound.resultsEndAt as number) / 24).toAgreeWith(printed, 1e-12);
    }
  });

  test('results: a backlog at one laboratory equals the queue worked off tube by tube, as tubes get small', () => {
    const site: RoundSite = {
      residents: 6000,
      servers: 4,
      perServerHour: 50,
      windows: [
        [1, 11],
        [20, 60],
      ],
    };
    for (const perDay of [2000, 4200, 9000]) {
      const labs: RoundLabs = {
        capacities: [{ tubesPerDay: perDay, fromHour: 0 }],
        peoplePerTube: 1,
        leastDelayHours: 1.5,
        leastRunHours: 4,
      };
      const ready: number[] = [];
      for (let k = 1; k <= 6000; k++) ready.push(1.5 + (k <= 2000 ? 1 + k / 200 : 20 + (k - 2000) / 200));
      const plain = tubeByTube(ready, perDay / 24) + 4;
      const bound = roundBound([site], labs).resultsEndAt as number;
      expect(bound).toBeLessThanOrEqual(plain);
      expect(plain - bound).toBeLessThanOrEqual(24 / perDay + 1 / 200 + 1e-9);
    }
  });

  test('a borrowed laboratory counts from its hour on, and one that comes too late changes nothing', () => {
    const site: RoundSite = { residents: 48_000, servers: 480, perServerHour: 100, windows: [[0, 1]] };
    const own = { tubesPerDay: 2400, fromHour: 0 };
    const at = (...capacities: RoundLabs['capacities'][number][]): number =>
      roundBound([site], { capacities, peoplePerTube: 10, leastDelayHours: 0, leastRunHours: 0 }).resultsEndAt as number;
    expect(at(own)).toAgreeWith(48, 1e-12);
    expect(at(own, { tubesPerDay: 7200, fromHour: 12 })).toAgreeWith(12 + 3600 / 400, 1e-12);
    expect(at(own, { tubesPerDay: 7200, fromHour: 100 })).toAgreeWith(48, 1e-12);
    expect(at()).toBe(Infinity);
  });

  test('no whole-person FIFO day with the same desks ends earlier, and everything acts in its direction', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ residents: fc.integer({ min: 1, max: 4000 }), servers: fc.integer({ min: 1, max: 5 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.double({ min: 20, max: 120, noNaN: true }),
        fc.integer({ min: 200, max: 30_000 }),
        (plans, perServerHour, tubesPerDay) => {
          const sites = plans.map((plan): RoundSite => ({ ...plan, perServerHour, windows: days }));
          const labs: RoundLabs = { capacities: [{ tubesPerDay, fromHour: 0 }], peoplePerTube: 10, leastDelayHours: 1, leastRunHours: 4 };
          const bound = roundBound(sites, labs);
          for (const { residents, servers } of plans) {
            // Constant services started as soon as a desk is free, stopped at closing, whole persons only.
            let left = residents;
            let end = 0;
            for (const [from, to] of days) {
              const each = Math.floor((to - from) * perServerHour + 1e-9);
              const done = Math.min(left, each * servers);
              if (done > 0) end = from + Math.ceil(done / servers) / perServerHour;
              left -= done;
            }
            const own = roundBound([{ residents, servers, perServerHour, windows: days }]);
            expect(own.samplingEndsAt).toBeLessThanOrEqual(left === 0 ? end + 1e-9 : Infinity);
          }
          expect(bound.resultsEndAt as number).toBeGreaterThanOrEqual(bound.samplingEndsAt + 5 - 1e-9);
          const more = roundBound(
            sites.map((site) => ({ ...site, servers: site.servers + 1 })),
            labs,
          );
          expect(more.samplingEndsAt).toBeLessThanOrEqual(bound.samplingEndsAt);
          expect(more.resultsEndAt as number).toBeLessThanOrEqual((bound.resultsEndAt as number) + 1e-9);
          const faster = roundBound(sites, { ...labs, capacities: [{ tubesPerDay: tubesPerDay * 1.1, fromHour: 0 }] });
          expect(faster.resultsEndAt as number).toBeLessThanOrEqual((bound.resultsEndAt as number) + 1e-9);
        },
      ),
      { seed: 20220411, numRuns: 60 },
    );
  });

  test('windows that end too early give Infinity; overlapping windows and empty rounds are refused by name', () => {
    const site: RoundSite = { residents: 100, servers: 1, perServerHour: 10, windows: [[0, 5]] };
    expect(roundBound([site]).samplingEndsAt).toBe(Infinity);
    expect(roundBound([{ ...site, servers: 0 }]).samplingEndsAt).toBe(Infinity);
    expect(() =>
      roundBound([
        {
          ...site,
          windows: [
            [0, 5],
            [4, 9],
          ],
        },
      ]),
    ).toThrow(/sites\[0\].windows = 4-9/);
    expect(() => roundBound([])).toThrow(/sites = 0/);
  });
});
