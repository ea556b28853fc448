import { describe, expect, it } from 'vitest';
import { createRun, type EngineChange, type QuantileTable, type ScreeningRun } from '../../../src/engine/index.ts';
import { recordRun } from '../../../src/results/index.ts';
import { DAY, HOUR, MINUTE, SECOND, tinyInput, type Tiny } from '../../builders/tiny-input.ts';

function finish(tiny: Tiny, seed = 1, replication = 0): ScreeningRun {
  const input = tinyInput(tiny);
  const run = createRun(input, seed, replication);
  run.advanceTo(input.horizon);
  return run;
}

/** Starts of the swab on the open clock, in the order of serving. */
const starts = (run: ScreeningRun, people: number): number[] => Array.from(run.state.person.ready.subarray(0, people));

describe('One site by hand', () => {
  it('one desk, everybody there at the opening: start by start, a minute each', () => {
    const run = finish({ people: [50], opening: 5 * HOUR });
    expect(starts(run, 50)).toEqual(Array.from({ length: 50 }, (_, i) => i * MINUTE));
    expect(run.state.site.finish[0]).toBe(5 * HOUR + 50 * MINUTE);
    expect(run.state.count.finishSampled[0]).toBe(5 * HOUR + 50 * MINUTE);
    expect(run.state.site.waitSum[0]).toBe((49 * 50 * MINUTE) / 2);
    expect(run.state.site.waitMax[0]).toBe(49 * MINUTE);
    expect(run.state.site.busyTicks[0]).toBe(50 * MINUTE);
    expect(run.state.site.dutyTicks[0]).toBe(49 * MINUTE);
  });

  it.each([2, 3, 4, 7])('%i desks serve that many at a time, no more and no fewer', (desks) => {
    const run = finish({ people: [10 * desks + 1], desks: [desks] });
    expect(starts(run, 10 * desks + 1)).toEqual(Array.from({ length: 10 * desks + 1 }, (_, i) => Math.floor(i / desks) * MINUTE));
    expect(run.state.site.finish[0]).toBe(11 * MINUTE);
  });

  it('each site of a city works for itself', () => {
    const run = finish({ people: [30, 90], desks: [1, 3] });
    expect(Array.from(run.state.site.finish)).toEqual([30 * MINUTE, 30 * MINUTE]);
    const alone = finish({ people: [30], desks: [1] });
    expect(alone.state.site.finish[0]).toBe(run.state.site.finish[0]);
  });

  it('one entry device lets a person through every 12 s, two devices two', () => {
    const one = finish({ people: [100], desks: [20], registrars: [1], byDevice: [1] });
    expect(starts(one, 100)).toEqual(Array.from({ length: 100 }, (_, i) => 12 * SECOND * (i + 1)));
    const two = finish({ people: [100], desks: [20], registrars: [2], byDevice: [1] });
    expect(starts(two, 100)).toEqual(Array.from({ length: 100 }, (_, i) => 12 * SECOND * (Math.floor(i / 2) + 1)));
  });

  it('by hand, at 90 s a person, two registrars let 80 an hour through to however many desks', () => {
    const run = finish({ people: [80], desks: [20], registrars: [2] });
    expect(starts(run, 80)).toEqual(Array.from({ length: 80 }, (_, i) => 90 * SECOND * (Math.floor(i / 2) + 1)));
    expect(run.state.site.finish[0]).toBe(HOUR + MINUTE);
  });

  it('registrars of unequal speed overtake each other; the desks take people in the order in which registration ends', () => {
    const handTable: QuantileTable = Float64Array.from({ length: 4097 }, (_, i) => 60_000 + (120_000 * i) / 4096);
    const run = finish({ people: [300], desks: [2], registrars: [3], swab: 40 * SECOND, windowEnd: 4 * HOUR, handTable });
    const began = starts(run, 300);
    for (let i = 1; i < 300; i++) expect(began[i]).toBeGreaterThanOrEqual(began[i - 1]);
    const arrivals = run.state.person.arrival.subarray(0, 300);
    expect(arrivals.some((at, i) => i > 0 && at < arrivals[i - 1])).toBe(true);
    for (let i = 0; i < 300; i++) expect(began[i] - arrivals[i]).toBeGreaterThanOrEqual(60 * SECOND);
  });
});

/** First come, first served at c desks, played through instant by instant: who begins when, at which desk (of idle ones the first that was free). */
function play(arrivals: readonly number[], ticks: ArrayLike<number>, desks: number): { starts: number[]; desk: number[]; ends: number[] } {
  const free = new Array<number>(desks).fill(0);
  const result = { starts: [] as number[], desk: [] as number[], ends: [] as number[] };
  const queue: number[] = [];
  let next = 0;
  let now = 0;
  while (result.starts.length < arrivals.length) {
    while (next < arrivals.length && arrivals[next] <= now) queue.push(next++);
    let idle = free.map((_, d) => d).filter((d) => free[d] <= now);
    while (queue.length > 0 && idle.length > 0) {
      const desk = idle.reduce((best, d) => (free[d] < free[best] ? d : best));
      const person = queue.shift()!;
      result.starts.push(now);
      result.desk.push(desk);
      free[desk] = now + ticks[person];
      result.ends.push(free[desk]);
      idle = free.map((_, d) => d).filter((d) => free[d] <= now);
    }
    now = Math.min(...free.filter((at) => at > now), next < arrivals.length ? arrivals[next] : Infinity);
  }
  return result;
}

/** Tubes of one site: filled desk by desk; closed when full, when the first swab is `fill` old, or once the last person's turn has come. */
function playTubes(ends: readonly number[], lastStart: number, desk: readonly number[], size: number, fill: number): string[] {
  const tubes: string[] = [];
  for (const d of new Set(desk)) {
    let open: number[] = [];
    const close = (at: number): void => {
      if (open.length > 0) tubes.push(`${open[0]} ${at} ${open.length}`);
      open = [];
    };
    ends.forEach((end, i) => {
      if (desk[i] !== d) return;
      if (open.length > 0 && end > open[0] + fill) close(open[0] + fill);
      open.push(end);
      if (open.length === size) close(end);
    });
    if (open.length > 0) close(Math.max(open.at(-1)!, Math.min(lastStart, open[0] + fill)));
  }
  return tubes.sort();
}

describe('A site against a queue played through instant by instant', () => {
  const coarse: QuantileTable = Float64Array.from({ length: 4097 }, (_, i) => 20_000 + 20_000 * Math.floor(i / 820));
  const fine: QuantileTable = Float64Array.from({ length: 4097 }, (_, i) => 40_000 + 11 * i);
  it.each([
    [1, 10, HOUR, fine, 2],
    [2, 10, HOUR, fine, 1.05],
    [2, 5, 4 * MINUTE, coarse, 1.05],
    [3, 10, 7 * MINUTE, coarse, 0.9],
    [4, 20, HOUR, fine, 1.05],
    [5, 10, 5 * MINUTE, coarse, 0.8],
    [8, 1, HOUR, fine, 1],
    // Everybody there at the opening and times in steps: desks are often free at the same instant.
    [2, 10, HOUR, coarse, 0],
    [3, 10, HOUR, coarse, 0],
    [5, 10, HOUR, coarse, 0],
  ])('%i desks, pools of %i', (desks, size, fillTicks, swab, hours) => {
    const people = 55 * desks;
    const run = finish({ people: [people], desks: [desks], swab, windowEnd: Math.round(hours * HOUR), pool: { size, fillTicks } }, desks);
    const { person, tube, site } = run.state;
    const arrivals = Array.from(person.arrival.subarray(0, people));
    for (let i = 1; i < people; i++) expect(arrivals[i]).toBeGreaterThanOrEqual(arrivals[i - 1]);
    const expected = play(arrivals, person.samplingTicks, desks);
    expect(starts(run, people)).toEqual(expected.starts);
    const row = Array.from({ length: site.tubes[0] }, (_, i) => site.tubeStart[0] + i);
    const tubes = row.map((id) => `${tube.openedAt[id]} ${tube.closedAt[id]} ${tube.people[id]}`);
    expect(tubes.sort()).toEqual(playTubes(expected.ends, Math.max(...expected.starts), expected.desk, size, fillTicks));
    expect(site.finish[0]).toBe(Math.max(...expected.ends));
  });
});

const NIGHT = { open: 6 * HOUR, close: DAY };

describe('Nights', () => {
  it('the queue goes home at midnight and is first, in order, at six; the night is not waiting time', () => {
    const run = finish({ people: [1000], hours: NIGHT });
    expect(starts(run, 1000)).toEqual(Array.from({ length: 1000 }, (_, i) => i * MINUTE));
    expect(run.state.site.finish[0]).toBe(22 * HOUR + 40 * MINUTE);
    expect(run.state.site.waitMax[0]).toBe(999 * MINUTE);
  });

  it('as many as fit in the open hours are done by midnight, none in the night', () => {
    const run = createRun(tinyInput({ people: [1000], hours: NIGHT }), 1, 0);
    run.advanceTo(16 * HOUR);
    expect(run.state.site.sampled[0]).toBe(960);
    run.advanceTo(22 * HOUR);
    expect(run.state.site.sampled[0]).toBe(960);
    expect(run.state.site.arrived[0]).toBe(1000);
    run.advanceTo(22 * HOUR + 1);
    expect(run.state.site.sampled[0]).toBe(961);
  });

  it('a swab under way at closing is finished; in the morning its desk is free at once', () => {
    const run = finish({ people: [140], swab: 7 * MINUTE, hours: NIGHT });
    const { count, site } = run.state;
    const bin = (at: number): number => Math.floor(at / (5 * MINUTE));
    expect(count.sampled[bin(16 * HOUR + 6 * MINUTE)]).toBe(1);
    expect(site.finish[0]).toBe(22 * HOUR + 2 * 7 * MINUTE);
  });

  it('those who come in the evening and are left over go before those who come in the morning', () => {
    const run = finish({ people: [700], swab: 2 * MINUTE, hours: NIGHT, windowEnd: 30 * HOUR }, 4);
    const arrivals = run.state.person.arrival.subarray(0, 700);
    const began = starts(run, 700);
    for (let i = 1; i < 700; i++) {
      expect(arrivals[i]).toBeGreaterThanOrEqual(arrivals[i - 1]);
      expect(began[i]).toBeGreaterThan(began[i - 1]);
    }
  });

  it('with serving until the queue is empty nobody is sent home, and a site with nobody waiting closes on time', () => {
    const run = finish({ people: [1000], hours: { ...NIGHT, untilEmpty: true } });
    expect(run.state.site.finish[0]).toBe(1000 * MINUTE);
    const idle = createRun(tinyInput({ people: [100], hours: { ...NIGHT, untilEmpty: true }, windowEnd: 40 * HOUR }), 1, 0);
    idle.advanceTo(17 * HOUR);
    expect(idle.state.site.isOpen[0]).toBe(0);
  });

  it('open round the clock there is no night', () => {
    expect(finish({ people: [1000] }).state.site.finish[0]).toBe(1000 * MINUTE);
  });
});

const at = (hours: number): number => Math.round(hours * HOUR);

describe('Dated changes at a site, by hand', () => {
  const queue = { people: [120] };
  const change = (...changes: EngineChange[]): ScreeningRun => finish({ ...queue, changes });

  it('a desk that comes after an hour halves the rest', () => {
    expect(change({ at: HOUR, kind: 'desks', sites: Int32Array.of(0), delta: Int32Array.of(1) }).state.site.finish[0]).toBe(90 * MINUTE);
  });

  it('a desk that goes ends the swab it is at, then serves nobody', () => {
    const run = finish({
      people: [121],
      desks: [2],
      changes: [{ at: at(0.505), kind: 'desks', sites: Int32Array.of(0), delta: Int32Array.of(-1) }],
    });
    // 31 rounds of two have begun by 30.3 min, 59 people are left to the other desk from minute 31.
    expect(run.state.site.finish[0]).toBe(90 * MINUTE);
    expect(run.state.site.sampled[0]).toBe(121);
  });

  it('without desks nobody is served until one comes', () => {
    const run = change(
      { at: HOUR, kind: 'desks', sites: Int32Array.of(0), delta: Int32Array.of(-1) },
      { at: 3 * HOUR, kind: 'desks', sites: Int32Array.of(0), delta: Int32Array.of(1) },
    );
    expect(run.state.site.finish[0]).toBe(4 * HOUR);
  });

  it('a site that is shut for two hours keeps its queue and goes on with it', () => {
    const run = change(
      { at: HOUR, kind: 'closed', sites: Int32Array.of(0), closed: true },
      { at: 3 * HOUR, kind: 'closed', sites: Int32Array.of(0), closed: false },
    );
    expect(run.state.site.finish[0]).toBe(4 * HOUR);
    expect(starts(run, 120)).toEqual(Array.from({ length: 120 }, (_, i) => i * MINUTE));
    expect(run.state.site.sampled[0]).toBe(120);
  });

  it('shut is shut, also where the queue is served until it is empty', () => {
    const changes: EngineChange[] = [{ at: HOUR, kind: 'closed', sites: Int32Array.of(0), closed: true }];
    const run = finish({ ...queue, hours: { open: 0, close: DAY, untilEmpty: true }, changes });
    expect(run.state.site.sampled[0]).toBe(60);
  });

  it('half the pace doubles the rest of the time', () => {
    expect(change({ at: HOUR, kind: 'pace', sites: Int32Array.of(0), factor: 2 }).state.site.finish[0]).toBe(3 * HOUR);
  });

  it('new hours hold from their date: closing at ten instead of never', () => {
    const run = change({ at: at(0.5), kind: 'hours', sites: Int32Array.of(0), open: 9 * HOUR, close: 10 * HOUR });
    // 30 min from 08:00, 60 from 09:00, the last 30 the next morning from 09:00.
    expect(run.state.site.finish[0]).toBe(DAY + 1.5 * HOUR);
  });

  it('more desks than there is room for is an error that names the site', () => {
    expect(() => change({ at: 0, kind: 'desks', sites: Int32Array.of(0), delta: Int32Array.of(9) })).toThrow(
      /site 0: 10 desks, room for 9/,
    );
  });
});

describe('The deadline', () => {
  it('counts swabs that end by it: of 3,000 people at 60 an hour round the clock, 120 miss 48 hours', () => {
    const { kpis } = recordRun(finish({ people: [3000] }), 1);
    expect(kpis.unsampledAtDeadline).toBe(120);
    expect(kpis.sampledFinishHours).toBe(50);
    expect(kpis.deadlineHours).toBe(48);
    expect(recordRun(finish({ people: [2880] }), 1).kpis.unsampledAtDeadline).toBe(0);
    expect(recordRun(finish({ people: [2881] }), 1).kpis.unsampledAtDeadline).toBe(1);
  });

  it('from the first opening it is as much later as the earliest site opens after the order', () => {
    const rest = { deadline: { ticks: 48 * HOUR, fromFirstOpening: true }, mobilise: { min: 4 * HOUR, max: 6 * HOUR } };
    const run = finish({ people: [3000, 10, 10], rest });
    const first = Math.min(...run.state.site.opening);
    expect(first).toBeGreaterThanOrEqual(4 * HOUR);
    expect(run.state.deadline).toBe(48 * HOUR + first);
    expect(recordRun(run, 3).kpis.deadlineHours).toBeCloseTo(48 + first / HOUR, 12);
  });
});

describe('Openings', () => {
  it('are spread evenly over four to six hours after the order, each site by its own draw, and nobody is swabbed before', () => {
    const people = new Array<number>(400).fill(1);
    const run = createRun(tinyInput({ people, rest: { mobilise: { min: 4 * HOUR, max: 6 * HOUR } } }), 3, 0);
    const hours = Array.from(run.state.site.opening, (tick) => tick / HOUR);
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...hours)).toBeLessThan(6);
    const quarters = [4, 4.5, 5, 5.5].map((from) => hours.filter((hour) => hour >= from && hour < from + 0.5).length);
    for (const n of quarters) expect(Math.abs(n - 100)).toBeLessThan(4 * Math.sqrt(75));
    run.advanceTo(4 * HOUR);
    expect(run.state.site.sampled.some((n) => n > 0)).toBe(false);
    run.advanceTo(6 * HOUR + MINUTE);
    expect(run.state.site.sampled.every((n) => n === 1)).toBe(true);
    run.state.site.finish.forEach((tick, s) => expect(tick).toBe(run.state.site.opening[s] + MINUTE));
  });
});

describe('Rounds', () => {
  const run = finish({ people: [100], rest: { rounds: { count: 2, interval: DAY } }, pool: { size: 8 } });
  const sum = (from: number): number => run.state.count.sampled.subarray(from, from + run.state.count.bins).reduce((a, b) => a + b, 0);

  it('everybody is swabbed once a round, the second round from its own date', () => {
    expect([sum(0), sum(run.state.count.bins)]).toEqual([100, 100]);
    expect(Array.from(run.state.count.finishSampled)).toEqual([100 * MINUTE, DAY + 100 * MINUTE]);
  });

  it('the figures for the deadline are of the first round alone', () => {
    const { kpis } = recordRun(run, 1);
    expect(kpis.sampledFinishHours).toBeCloseTo(100 / 60, 12);
    expect(kpis.unsampledAtDeadline).toBe(0);
    expect(kpis.swabs).toBe(200);
  });

  it('no tube holds people of two rounds', () => {
    const { tube, site } = run.state;
    const people = [0, 0];
    for (let i = 0; i < site.tubes[0]; i++) people[tube.round[i]] += tube.people[i];
    expect(people).toEqual([100, 100]);
    expect(site.tubes[0]).toBe(26);
  });

  it('a second round may start over an unfinished first one; its people stand behind', () => {
    const late = finish({ people: [2000], rest: { rounds: { count: 2, interval: DAY } } });
    expect(Array.from(late.state.count.finishSampled)).toEqual([2000 * MINUTE, 4000 * MINUTE]);
  });
});

describe('Door teams', () => {
  it('visit one home after another without a queue: no waiting times, the same swabs', () => {
    const run = finish({ people: [60, 30], sites: { doorstep: Uint8Array.of(0, 1) }, swab: 2 * MINUTE });
    expect(run.state.site.finish[1]).toBe(HOUR);
    expect(run.state.site.waitSum[1]).toBe(0);
    expect(run.state.count.waits.reduce((a, b) => a + b, 0)).toBe(60);
    expect(run.state.site.sampled[1]).toBe(30);
  });
});
