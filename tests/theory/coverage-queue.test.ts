import { describe, expect, it } from 'vitest';
import { createRun, ln, tabulateMean, triangularQuantile, type QuantileTable, type ScreeningRun } from '../../src/engine/index.ts';
import { findKnownQueue, type TimeDistribution } from '../../src/theory/index.ts';
import { constantTable, DAY, tinyInput } from '../builders/tiny-input.ts';

/** 99.5 % quantile of Student's t at 29 degrees of freedom. */
const STUDENT_995 = 2.756386;
const RUNS = 30;
const PEOPLE = 80_000;
const SWAB = 60_000;
/** The first tenth of each run is left out: the site begins empty. */
const WARM_UP = 0.1;

/** Exponential times by table; the last of 4,096 cells has the right mean and nearly the right second moment. */
function exponentialTable(mean: number): QuantileTable {
  const last = ln(4096);
  return tabulateMean((p) => mean * (p < 1 ? -ln(1 - p) : last + 2), mean);
}

const CASES: readonly [string, number, number, TimeDistribution, QuantileTable][] = [
  ['M/D/1 at 0.8', 1, 0.8, { kind: 'deterministic', value: SWAB }, constantTable(SWAB)],
  ['M/D/8 at 0.8', 8, 0.8, { kind: 'deterministic', value: SWAB }, constantTable(SWAB)],
  [
    'M/G/1 with the swab (Pollaczek–Khinchine) at 0.8',
    1,
    0.8,
    { kind: 'triangular', min: 40_000, mode: 55_000, max: 85_000 },
    tabulateMean((p) => triangularQuantile(p, 40_000, 55_000, 85_000), SWAB),
  ],
  ['M/M/3 at 0.7', 3, 0.7, { kind: 'exponential', rate: 1 / SWAB }, exponentialTable(SWAB)],
  ['M/M/8 at 0.75', 8, 0.75, { kind: 'exponential', rate: 1 / SWAB }, exponentialTable(SWAB)],
];

function meanWait({ state, input }: ScreeningRun): number {
  const people = input.sites.people[0];
  const from = Math.floor(people * WARM_UP);
  let sum = 0;
  for (let k = from; k < people; k++) sum += state.person.ready[k] - state.person.arrival[k];
  return sum / (people - from);
}

describe('One site open round the clock is the queue that theory knows', () => {
  it.each(CASES)(
    '%s: the 99-percent interval of the mean wait covers the closed form and reaches at most 2 percent to either side',
    (_, servers, load, service, swab) => {
      const interarrival = SWAB / (load * servers);
      // More desks make waits rarer and their mean less certain.
      const people = servers >= 8 ? 3 * PEOPLE : PEOPLE;
      const window = Math.round(people * interarrival);
      const days = Math.ceil(window / DAY) + 4;
      const input = tinyInput({
        people: [people],
        desks: [servers],
        swab,
        windowEnd: window,
        rest: { horizon: days * DAY, deadline: { ticks: days * DAY, fromFirstOpening: false } },
        couriers: { interval: days * DAY },
      });
      const known = findKnownQueue({ kind: 'exponential', rate: 1 / interarrival }, service, servers);
      let spent: ScreeningRun | undefined;
      const waits = Array.from({ length: RUNS }, (_ignored, replication) => {
        spent = createRun(input, 1, replication, spent);
        spent.advanceTo(window);
        return meanWait(spent);
      });
      const mean = waits.reduce((sum, wait) => sum + wait, 0) / RUNS;
      const variance = waits.reduce((sum, wait) => sum + (wait - mean) ** 2, 0) / (RUNS - 1);
      const half = STUDENT_995 * Math.sqrt(variance / RUNS);
      const exact = known!.measures.meanWait;
      expect(half / exact).toBeLessThan(0.02);
      expect(Math.abs(mean - exact)).toBeLessThan(half);
    },
  );
});
