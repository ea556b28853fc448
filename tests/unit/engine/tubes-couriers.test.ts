import { describe, expect, it } from 'vitest';
import { createRun, type ScreeningRun } from '../../../src/engine/index.ts';
import { recordRun } from '../../../src/results/index.ts';
import { DAY, HOUR, MINUTE, tinyInput, type Tiny } from '../../builders/tiny-input.ts';
import { atLabOf } from '../../builders/at-lab.ts';

function finish(tiny: Tiny, seed = 1, until?: number): ScreeningRun {
  const input = tinyInput(tiny);
  const run = createRun(input, seed, 0);
  run.advanceTo(until ?? input.horizon);
  return run;
}

interface Tube {
  readonly opened: number;
  readonly closed: number;
  readonly atLab: number;
  readonly people: number;
  readonly single: boolean;
}

function tubesOf(run: ScreeningRun, s = 0): Tube[] {
  const { site, tube } = run.state;
  const atLab = atLabOf(run.state);
  return Array.from({ length: site.tubes[s] }, (_, i) => {
    const id = site.tubeStart[s] + i;
    return {
      opened: tube.openedAt[id],
      closed: tube.closedAt[id],
      atLab: atLab[id],
      people: tube.people[id],
      single: (tube.marks[id] & (1 << 30)) !== 0,
    };
  });
}

describe('A tube', () => {
  it.each([1, 5, 10, 20])('closes with its %ith person', (size) => {
    const tubes = tubesOf(finish({ people: [100], pool: { size } }));
    expect(tubes.map((tube) => tube.people)).toEqual(new Array<number>(100 / size).fill(size));
    expect(tubes.map((tube) => tube.closed)).toEqual(tubes.map((_, i) => (i + 1) * size * MINUTE));
    expect(tubes.map((tube) => tube.opened)).toEqual(tubes.map((_, i) => (i * size + 1) * MINUTE));
  });

  it('closes an hour after its first specimen when it is not full by then', () => {
    const tubes = tubesOf(finish({ people: [30], swab: 13 * MINUTE }));
    // Specimens at 13, 26, 39, 52, 65 min …; five in the hour from the first, the sixth at 78 is too late.
    expect(tubes.map((tube) => tube.people)).toEqual([5, 5, 5, 5, 5, 5]);
    tubes.slice(0, -1).forEach((tube) => expect(tube.closed - tube.opened).toBe(HOUR));
    expect(tubes[0].opened).toBe(13 * MINUTE);
    expect(tubes[5].closed).toBe(30 * 13 * MINUTE);
  });

  it('takes a specimen on the sixtieth minute and none a tick later', () => {
    expect(tubesOf(finish({ people: [12], swab: 20 * MINUTE })).map((tube) => tube.people)).toEqual([4, 4, 4]);
    expect(tubesOf(finish({ people: [12], swab: 20 * MINUTE + 1 })).map((tube) => tube.people)).toEqual([3, 3, 3, 3]);
  });

  it('closes at the closing of its site, once the swab under way is done', () => {
    const tubes = tubesOf(
      finish({ people: [140], swab: 7 * MINUTE, hours: { open: 6 * HOUR, close: DAY }, pool: { fillTicks: 20 * HOUR } }),
    );
    const before = tubes.filter((tube) => tube.opened < 17 * HOUR);
    expect(before.at(-1)).toMatchObject({ people: 8, closed: 16 * HOUR + 6 * MINUTE });
    expect(before.slice(0, -1).every((tube) => tube.people === 10)).toBe(true);
    expect(tubes.filter((tube) => tube.opened > 20 * HOUR).map((tube) => tube.people)).toEqual([2]);
  });

  it('is filled at one desk: two desks fill two at once', () => {
    const tubes = tubesOf(finish({ people: [40], desks: [2] }));
    expect(tubes.map((tube) => tube.closed)).toEqual([10, 10, 20, 20].map((n) => n * MINUTE));
  });

  it('of another size holds for swabs that begin from its date on, also into tubes that are open', () => {
    // The swab under way at 25.5 min still goes in by the old size, as the sixth; the next one closes the tube.
    const tubes = tubesOf(finish({ people: [40], changes: [{ at: 25.5 * MINUTE, kind: 'poolSize', size: 5 }] }));
    expect(tubes.map((tube) => tube.people)).toEqual([10, 10, 7, 5, 5, 3]);
  });

  it('people of key groups have one each: as many as the share says', () => {
    const people = 60_000;
    const tubes = tubesOf(finish({ people: [people], desks: [60], pool: { keyShare: 0.01, fillTicks: DAY } }));
    const single = tubes.filter((tube) => tube.single);
    expect(single.every((tube) => tube.people === 1)).toBe(true);
    expect(Math.abs(single.length - 600)).toBeLessThan(4 * Math.sqrt(600 * 0.99));
    expect(tubes.filter((tube) => !tube.single).reduce((sum, tube) => sum + tube.people, 0)).toBe(people - single.length);
    expect(tubes.filter((tube) => !tube.single && tube.people < 10).length).toBeLessThanOrEqual(60);
  });
});

const lab = (count: number, minutes: number[]): Tiny['labs'] => ({
  count,
  tubesPerDay: new Float64Array(count).fill(2350),
  fromSite: Int32Array.from(minutes, (m) => m * MINUTE),
  fromLab: new Int32Array(count * count),
});

describe('A courier', () => {
  it('comes every two hours while tubes wait, takes the closed ones and brings them to the lab', () => {
    const run = finish({ people: [600], labs: lab(1, [30]) });
    const { rounds } = run.state.count;
    const first = rounds.startedAt[0];
    expect(first).toBeGreaterThanOrEqual(0);
    const started = Array.from(rounds.startedAt.subarray(0, rounds.size));
    started.forEach((tick, i) => expect((tick - first) / (2 * HOUR)).toBe(i));
    for (const tube of tubesOf(run)) {
      const pick = started.find((tick) => tick >= tube.closed)!;
      expect(tube.atLab).toBe(pick + 30 * MINUTE);
    }
    expect(rounds.tubes.subarray(0, rounds.size).reduce((a, b) => a + b, 0)).toBe(60);
  });

  it('starts at its own moment of the first interval after mobilisation', () => {
    const n = 300;
    const run = createRun(tinyInput({ people: new Array<number>(n).fill(10), opening: 4 * HOUR }), 5, 0);
    const { calendar } = run.state;
    const starts = Array.from(calendar.time.subarray(0, calendar.size));
    expect(starts).toHaveLength(n);
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(4 * HOUR);
    expect(Math.max(...starts)).toBeLessThan(6 * HOUR);
    const mean = starts.reduce((a, b) => a + b, 0) / n;
    expect(Math.abs(mean - 5 * HOUR)).toBeLessThan((4 * 2 * HOUR) / Math.sqrt(12 * n));
  });

  it('goes round its sites in order, with the way between them, and to the lab from the last', () => {
    const labs = lab(1, [99, 99, 40]);
    const couriers = {
      count: 1,
      tourStart: Int32Array.of(0, 3),
      tourSites: Int32Array.of(0, 1, 2),
      legTicks: Int32Array.of(0, 10 * MINUTE, 25 * MINUTE),
    };
    const run = finish({ people: [10, 10, 10], labs, couriers });
    const { rounds, courierTicks } = run.state.count;
    expect(rounds.size).toBe(1);
    const start = rounds.startedAt[0];
    expect(rounds.atLabAt[0]).toBe(start + (10 + 25 + 40) * MINUTE);
    expect(rounds.tubes[0]).toBe(3);
    for (const s of [0, 1, 2]) expect(tubesOf(run, s)[0].atLab).toBe(start + 75 * MINUTE);
    // Back from the lab to its first site.
    expect(courierTicks).toBe((75 + 99) * MINUTE);
  });

  it('is back before it starts again when the way is longer than its interval', () => {
    const run = finish({ people: [3000], labs: lab(1, [100]) });
    const { rounds } = run.state.count;
    for (let i = 1; i < rounds.size; i++) expect(rounds.startedAt[i] - rounds.startedAt[i - 1]).toBe(200 * MINUTE);
  });

  it('goes on at night while tubes wait: the evening is at the lab long before the morning', () => {
    const run = finish({ people: [1500], hours: { open: 6 * HOUR, close: DAY }, labs: lab(1, [30]) });
    const evening = tubesOf(run).filter((tube) => tube.closed <= 16 * HOUR + MINUTE);
    expect(evening).toHaveLength(96);
    expect(Math.max(...evening.map((tube) => tube.atLab))).toBeLessThanOrEqual(18 * HOUR + 31 * MINUTE);
  });

  it('on a road that is shut is as much slower as it says, from its date', () => {
    const base = { people: [60], labs: lab(1, [30]) };
    const slow = finish({ ...base, changes: [{ at: 0, kind: 'travel', sites: Int32Array.of(0), factor: 3 }] });
    const { rounds } = slow.state.count;
    expect(rounds.atLabAt[0] - rounds.startedAt[0]).toBe(90 * MINUTE);
    expect(finish(base).state.count.rounds.startedAt[0]).toBe(rounds.startedAt[0]);
  });

  it('a slow road makes the leg to its site longer, not only the way to the lab', () => {
    const couriers = { count: 1, tourStart: Int32Array.of(0, 2), tourSites: Int32Array.of(0, 1), legTicks: Int32Array.of(0, 10 * MINUTE) };
    const base = { people: [10, 10], labs: lab(1, [99, 40]), couriers };
    const shut = (site: number): ScreeningRun =>
      finish({ ...base, changes: [{ at: 0, kind: 'travel', sites: Int32Array.of(site), factor: 3 }] });
    const took = (run: ScreeningRun): number => run.state.count.rounds.atLabAt[0] - run.state.count.rounds.startedAt[0];
    expect(took(finish(base))).toBe(50 * MINUTE);
    expect(took(shut(1))).toBe(150 * MINUTE);
    expect(took(shut(0))).toBe(50 * MINUTE);
  });

  it('of another interval holds from its date', () => {
    const run = finish({ people: [2000], changes: [{ at: 10 * HOUR, kind: 'courierInterval', interval: HOUR }] });
    const { rounds } = run.state.count;
    const gaps = Array.from({ length: rounds.size - 1 }, (_, i) => [rounds.startedAt[i], rounds.startedAt[i + 1] - rounds.startedAt[i]]);
    for (const [from, gap] of gaps) expect(gap).toBe(from < 10 * HOUR ? 2 * HOUR : HOUR);
  });
});

describe('The rules for the age of specimens', () => {
  it('a tube collected more than four hours after its first specimen, or at the lab after more than six, is counted', () => {
    const limits = { interval: 5 * HOUR, sealLimit: 4 * HOUR, arriveLimit: 6 * HOUR };
    const run = finish({ people: [600], labs: lab(1, [90]), couriers: limits });
    const { rounds } = run.state.count;
    const started = Array.from(rounds.startedAt.subarray(0, rounds.size));
    const picked = tubesOf(run).map((tube) => [started.find((tick) => tick >= tube.closed)! - tube.opened, tube.atLab - tube.opened]);
    const { kpis } = recordRun(run, 1);
    expect(kpis.sealedLateTubes).toBe(picked.filter(([age]) => age > 4 * HOUR).length);
    expect(kpis.atLabLateTubes).toBe(picked.filter(([, age]) => age > 6 * HOUR).length);
    expect(kpis.sealedLateTubes).toBeGreaterThan(0);
    expect(kpis.atLabLateTubes).toBeGreaterThan(0);
    expect(kpis.sealedLateTubes).toBeLessThan(60);
  });
});
