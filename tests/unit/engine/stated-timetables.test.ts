import { describe, expect, it } from 'vitest';
import { createRun, exp, normalQuantile, tabulateTail, type ScreeningInput, type ScreeningRun } from '../../../src/engine/index.ts';
import { compileTown } from '../../builders/variant.ts';

const HOUR = 3_600_000;
const town = compileTown({ 'city.sites': 4, 'lab.count': 2, 'staff.reading': 'A', 'staff.total': 10 }).input;

function finish(input: ScreeningInput, steps: readonly number[] = []): ScreeningRun {
  const run = createRun(input, 5, 2);
  for (const step of steps) run.advanceTo(step);
  run.advanceTo(input.horizon);
  return run;
}

/** Closing instant, people and marks of every tube, site by site. */
function tubesOf({ state }: ScreeningRun): number[][] {
  return Array.from(state.site.tubes).flatMap((n, s) =>
    Array.from({ length: n }, (_, i) => {
      const id = state.site.tubeStart[s] + i;
      return [s, state.tube.openedAt[id], state.tube.closedAt[id], state.tube.people[id], state.tube.marks[id]];
    }),
  );
}

describe('arrivals by a given table', () => {
  const table = { from: Float64Array.of(6 * HOUR, 30 * HOUR), to: Float64Array.of(7 * HOUR, 31 * HOUR), share: Float64Array.of(3, 1) };
  const input: ScreeningInput = { ...town, mobilise: { min: 0, max: 0 }, demand: { ...town.demand, table } };

  it('everybody comes inside its steps, in its shares', () => {
    const { count } = finish(input).state;
    const inHour = (hour: number): number => count.arrived.slice(hour * 12, (hour + 1) * 12).reduce((sum, n) => sum + n, 0);
    const people = input.sites.people.reduce((sum, n) => sum + n, 0);
    expect(inHour(6) + inHour(30)).toBe(people);
    expect(Math.abs(inHour(6) / people - 0.75)).toBeLessThan(5 * Math.sqrt((0.75 * 0.25) / people));
  });

  it('what would have come before the opening comes in the rest', () => {
    const { count } = finish({ ...input, mobilise: { min: 10 * HOUR, max: 10 * HOUR } }).state;
    expect(count.arrived.slice(0, 30 * 12).every((n) => n === 0)).toBe(true);
    expect(count.arrived.slice(30 * 12, 31 * 12).reduce((sum, n) => sum + n, 0)).toBe(input.sites.people.reduce((sum, n) => sum + n, 0));
  });
});

describe('one open tube a site', () => {
  const input: ScreeningInput = {
    ...town,
    hours: { open: 0, close: 24 * HOUR, untilEmpty: false },
    pool: { size: 10, keyShare: 0, fillTicks: 1e9, perSite: true },
    positives: { ...town.positives, prevalence: 0.01 },
  };

  it('fills in the order in which swabs end', () => {
    const run = finish(input);
    const { site, person, tube } = run.state;
    for (let s = 0; s < input.sites.count; s++) {
      const people = site.sampled[s];
      const first = site.personStart[s];
      const ends = Array.from(
        { length: people },
        (_, j) => person.ready[first + j] + person.samplingTicks[first + j] + site.offset[s],
      ).toSorted((a, b) => a - b);
      const closings = Array.from({ length: Math.ceil(people / 10) }, (_, k) => ends[Math.min(people, 10 * k + 10) - 1]);
      const row = site.tubeStart[s];
      expect(Array.from(tube.closedAt.slice(row, row + site.tubes[s]))).toEqual(closings);
      expect(tube.people.slice(row, row + site.tubes[s]).reduce((sum, n) => sum + n, 0)).toBe(people);
    }
  });

  it('however the way there is cut into steps, nights, key groups, slow filling and leaving desks included', () => {
    const nights: ScreeningInput = {
      ...town,
      pool: { size: 10, keyShare: 0.05, fillTicks: 400_000, perSite: true },
      positives: { ...town.positives, prevalence: 0.01 },
      changes: [
        { at: 8 * HOUR, kind: 'desks', sites: Int32Array.of(0, 1), delta: Int32Array.of(2, -1) },
        { at: 9.01 * HOUR, kind: 'desks', sites: Int32Array.of(0, 1), delta: Int32Array.of(-2, 1) },
      ],
    };
    const steps = Array.from({ length: 300 }, (_, i) => Math.round((i + 1) * 0.1873 * HOUR));
    const whole = tubesOf(finish(nights));
    expect(whole.every(([, opened, closed]) => closed >= opened)).toBe(true);
    expect(tubesOf(finish(nights, steps))).toEqual(whole);
  });
});

it('couriers keep a given timetable', () => {
  const { count } = town.couriers;
  const firstAt = Float64Array.from({ length: count }, (_, k) => (7 + k) * HOUR);
  const run = finish({ ...town, couriers: { ...town.couriers, firstAt, interval: 3 * HOUR } });
  const { rounds } = run.state.count;
  expect(rounds.size).toBeGreaterThan(0);
  for (let i = 0; i < rounds.size; i++) expect((rounds.startedAt[i] - firstAt[rounds.courier[i]]) % (3 * HOUR)).toBe(0);
});

it.each([0.2, 0.5, 1])('a lognormal table of cv %s draws its mean to the last digits and its spread within a hundredth', (cv) => {
  const variance = Math.log(1 + cv * cv);
  const table = tabulateTail((p) => exp(Math.sqrt(variance) * normalQuantile(p) - variance / 2), 1);
  let mean = 0;
  let square = 0;
  for (let i = 0; i < table.length - 1; i++) {
    const [a, b] = [table[i], table[i + 1]];
    mean += (a + b) / 2 / 4096;
    square += (a * a + a * b + b * b) / 3 / 4096;
  }
  expect(mean).toBeCloseTo(1, 12);
  expect(Math.sqrt(square - mean * mean) / cv).toBeCloseTo(1, cv > 0.9 ? 1 : 2);
});
