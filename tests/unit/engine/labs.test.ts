import { describe, expect, it } from 'vitest';
import { createRun, type EngineChange, type ScreeningInput, type ScreeningRun } from '../../../src/engine/index.ts';
import { recordRun } from '../../../src/results/index.ts';
import { DAY, HOUR, MINUTE, SECOND, tinyInput, type Tiny } from '../../builders/tiny-input.ts';
import { atLabOf, recallsAtLabOf } from '../../builders/at-lab.ts';

/** One site that makes a single tube a minute (or as told), one courier who looks every minute and has no way to go, one lab. */
function laboratory(tubes: number, labs: Partial<ScreeningInput['labs']>, more: Partial<Tiny> = {}): ScreeningRun {
  const input = tinyInput({
    people: [tubes],
    swab: SECOND,
    pool: { size: 1 },
    labs,
    ...more,
    couriers: { interval: MINUTE, ...more.couriers },
  });
  return createRun(input, 1, 0);
}

function complete(run: ScreeningRun): ScreeningRun {
  run.advanceTo(run.input.horizon);
  return run;
}

const capacity = (tubesPerDay: number): Partial<ScreeningInput['labs']> => ({ tubesPerDay: Float64Array.of(tubesPerDay) });

/** A dated change of a lab's capacity; to nothing where no other is given. */
const lose = (at: number, lab: number, tubesPerDay = 0): EngineChange => ({ at, kind: 'labCapacity', lab, tubesPerDay });

describe('Lines and run time', () => {
  it.each([
    // lines = max(1, round(capacity × 4 h / (24 h × 94)))
    [20_000, 35],
    [2500, 4],
    [2350, 4],
    [564, 1],
    [845, 1],
    [847, 2],
    [10, 1],
    [30_000, 53],
  ])('%i tubes a day need %i lines, and full plates on them come to exactly that', (tubesPerDay, lines) => {
    const { lab } = laboratory(1, capacity(tubesPerDay)).state;
    expect(lab.lines[0]).toBe(lines);
    const perDay = (lines * 94 * DAY) / lab.runTicks[0];
    expect(perDay / tubesPerDay).toBeCloseTo(1, 6);
  });

  it('an idle lab reads three plates on three lines at once, the fourth when a line is free', () => {
    const run = laboratory(94 * 4, capacity(3 * 564));
    run.advanceTo(2 * HOUR);
    expect([run.state.lab.lines[0], run.state.lab.busyLines[0], run.state.lab.waiting[0]]).toEqual([3, 3, 94]);
    complete(run);
    expect(run.state.lab.plates[0]).toBe(4);
  });

  it('a lab with work without end reads its stated capacity a day', () => {
    const run = laboratory(3 * 2500, capacity(2500));
    run.advanceTo(6 * HOUR);
    const before = run.state.lab.plates[0];
    run.advanceTo(6 * HOUR + 2 * DAY);
    expect(Math.abs((run.state.lab.plates[0] - before) * 94 - 5000)).toBeLessThanOrEqual(4 * 94);
  });
});

/** The instant at which the results of the only plate are out. */
const resultAt = (run: ScreeningRun): number => run.state.count.finishResulted[0];

describe('Utilisation of a lab', () => {
  it('counts from the first delivery to the last result: one full plate on one line is half an hour of report short of 1', () => {
    const tubes = 94;
    const run = complete(laboratory(tubes, capacity(564)));
    const first = Math.min(...atLabOf(run.state).subarray(0, tubes));
    const full = Math.max(...atLabOf(run.state).subarray(0, tubes));
    const { labs } = recordRun(run, 1);
    expect(first).toBeGreaterThan(0);
    expect(labs.utilisation[0]).toBeCloseTo((4 * HOUR) / (full - first + 4 * HOUR + 30 * MINUTE), 9);
  });

  it('a second line at hand from a date on counts from that date, and nothing before the first delivery', () => {
    const run = complete(laboratory(94, capacity(564), { swab: SECOND, changes: [lose(3 * HOUR, 0, 1128)] }));
    const first = Math.min(...atLabOf(run.state).subarray(0, 94));
    const offered = 3 * HOUR - first + 2 * (resultAt(run) - 3 * HOUR);
    expect(recordRun(run, 1).labs.utilisation[0]).toBeCloseTo((4 * HOUR) / offered, 9);
  });
});

describe('A plate', () => {
  it('starts the moment 94 tubes are there', () => {
    const run = complete(laboratory(94, capacity(564), { swab: SECOND }));
    const full = Math.max(...atLabOf(run.state).subarray(0, 94));
    expect(run.state.lab.plates[0]).toBe(1);
    expect(resultAt(run)).toBe(full + 4 * HOUR + 30 * MINUTE);
  });

  it('holds 94 and no more: the 95th waits for the next', () => {
    const run = laboratory(95, capacity(564));
    run.advanceTo(HOUR);
    expect([run.state.lab.busyLines[0], run.state.lab.waiting[0]]).toEqual([1, 1]);
    complete(run);
    expect(run.state.lab.plates[0]).toBe(2);
  });

  it('that is not full starts when its oldest tube has waited 30 minutes', () => {
    const run = complete(laboratory(93, capacity(564)));
    const first = Math.min(...atLabOf(run.state).subarray(0, 93));
    expect(run.state.lab.plates[0]).toBe(1);
    expect(resultAt(run)).toBe(first + 30 * MINUTE + 4 * HOUR + 30 * MINUTE);
  });

  it('takes tubes in the order in which they came: plate by plate, 94 each', () => {
    // The lab opens at T+10 h with all tubes there. Infected tubes tell when they were read: their people are recalled ten days later.
    const positives = { prevalence: 0.1, sensitivity: 1, recallMin: 10 * DAY, recallMax: 10 * DAY };
    const run = complete(laboratory(400, capacity(0), { positives, changes: [lose(10 * HOUR, 0, 564)] }));
    const { tube, recall } = run.state;
    const infected = Array.from({ length: 400 }, (_, id) => id).filter((id) => tube.marks[id] === 1);
    expect(infected.length).toBeGreaterThan(20);
    const readAt = Array.from({ length: recall.size }, (_, i) => recall.swabbedAt[i] - 10 * DAY);
    expect(readAt).toEqual(infected.map((id) => (10 + 4 * (Math.floor(id / 94) + 1)) * HOUR + 30 * MINUTE));
  });

  it('is reported after the reporting time, which no later step adds again', () => {
    const slow = complete(laboratory(94, { ...capacity(564), report: 3 * HOUR }));
    const plain = complete(laboratory(94, capacity(564)));
    expect(resultAt(slow) - resultAt(plain)).toBe(2.5 * HOUR);
  });

  it('specimens a day old when their assay starts are counted, people each', () => {
    const run = complete(laboratory(94 * 8, capacity(564), { swab: SECOND, pool: { size: 1 } }));
    // One line, four hours a plate: the plates from the eighth on start 28 hours after the first.
    expect(run.state.count.oldSpecimens).toBe(94);
  });
});

describe('Priority', () => {
  it('the re-swab of a recalled person goes into the next plate, before a queue of days, and stops nothing under way', () => {
    const positives = { prevalence: 0.01, sensitivity: 1, recallMin: 2 * HOUR, recallMax: 2 * HOUR };
    const run = laboratory(2000, capacity(564), { positives });
    const confirmed: number[] = [];
    const step = 10 * MINUTE;
    for (let at = 0; at <= 6 * DAY; at += step) {
      run.advanceTo(at);
      confirmed.push(run.state.count.confirmed);
    }
    const { recall, lab } = run.state;
    const came = Array.from(recallsAtLabOf(run.state));
    expect(recall.size).toBeGreaterThan(8);
    expect(Math.min(...came)).toBeLessThan(DAY);
    expect(lab.lastAt[0]).toBeGreaterThan(3.5 * DAY);
    // At one line of four hours: at most one run to wait for, then its own; whatever came nine hours ago is read.
    confirmed.forEach((n, i) => expect(n).toBeGreaterThanOrEqual(came.filter((at) => at > 0 && at <= i * step - 9 * HOUR).length));
    // A run under way is not cut short: the plates follow each other four hours apart.
    expect(lab.busyTicks[0]).toBe(lab.plates[0] * 4 * HOUR);
  });

  it('one priority tube that comes while a plate runs is out one run and the report after that plate', () => {
    const positives = { falsePositivePools: 1, recallMin: 2 * HOUR, recallMax: 2 * HOUR };
    const run = complete(laboratory(1, capacity(564), { positives }));
    const first = atLabOf(run.state)[0];
    const known = first + 30 * MINUTE + 4 * HOUR + 30 * MINUTE;
    expect(run.state.count.finishFirst[0]).toBe(known);
    expect(recallsAtLabOf(run.state)[0]).toBe(known + 2 * HOUR);
    expect(resultAt(run)).toBe(known + 2 * HOUR + 30 * MINUTE + 4 * HOUR + 30 * MINUTE);
  });
});

/** Two labs, the way from the site 20 and 50 minutes, between them 45. */
const twoLabs = (a: number, b: number, nearest = false): Partial<ScreeningInput['labs']> => ({
  count: 2,
  tubesPerDay: Float64Array.of(a, b),
  nearest,
  fromSite: Int32Array.of(20 * MINUTE, 50 * MINUTE),
  fromLab: Int32Array.of(0, 45 * MINUTE, 45 * MINUTE, 0),
});

describe('Routes', () => {
  it('balanced: tubes go by share of capacity', () => {
    const run = complete(laboratory(8000, { ...twoLabs(4000, 1000), fromSite: new Int32Array(2) }, { swab: 4 * SECOND }));
    const [a, b] = run.state.lab.tubes;
    expect(a + b).toBe(8000);
    expect(a / (a + b)).toBeGreaterThan(0.78);
    expect(a / (a + b)).toBeLessThan(0.82);
  });

  it('nearest: all go the shortest way', () => {
    const run = complete(laboratory(500, twoLabs(1000, 4000, true)));
    expect(Array.from(run.state.lab.tubes)).toEqual([500, 0]);
  });

  it('nearest passes over a lab without capacity', () => {
    const run = complete(laboratory(500, twoLabs(0, 4000, true)));
    expect(Array.from(run.state.lab.tubes)).toEqual([0, 500]);
  });
});

describe('A lab that is lost', () => {
  it('finishes the runs under way and hands its queue over, with the way between labs', () => {
    const run = laboratory(1000, twoLabs(564, 564, true), { changes: [lose(6 * HOUR, 0)] });
    run.advanceTo(6 * HOUR);
    const left = run.state.lab.waiting[0];
    expect(left).toBeGreaterThan(500);
    expect(run.state.lab.tubes[1]).toBe(0);
    run.advanceTo(6 * HOUR + 45 * MINUTE);
    expect(run.state.lab.waiting[0]).toBe(0);
    expect(run.state.lab.busyLines[0]).toBe(1);
    expect(run.state.lab.tubes[1]).toBe(0);
    run.advanceTo(6 * HOUR + 45 * MINUTE + 1);
    expect(run.state.lab.tubes[1]).toBe(left);
    complete(run);
    const { count, lab } = run.state;
    expect(count.resulted.reduce((a, b) => a + b, 0)).toBe(1000);
    expect(Array.from(lab.outstanding)).toEqual([0, 0]);
    expect(run.state.labWaiting).toBe(0);
  });

  it('takes no more loads; those on their way to it go on to another', () => {
    const run = laboratory(200, { ...twoLabs(564, 564, true), fromSite: Int32Array.of(5 * HOUR, 6 * HOUR) }, { changes: [lose(HOUR, 0)] });
    complete(run);
    expect(run.state.lab.plates[0]).toBe(0);
    expect(run.state.count.resulted.reduce((a, b) => a + b, 0)).toBe(200);
    expect(resultAt(run)).toBeGreaterThan(5 * HOUR + 45 * MINUTE + 4 * HOUR);
  });

  it('with no other lab keeps its queue until it is back', () => {
    const run = laboratory(300, capacity(564), { changes: [lose(2 * HOUR, 0), lose(30 * HOUR, 0, 564)] });
    run.advanceTo(30 * HOUR);
    expect(run.state.lab.waiting[0]).toBe(300 - 94);
    complete(run);
    expect(run.state.count.resulted.reduce((a, b) => a + b, 0)).toBe(300);
    expect(resultAt(run)).toBeGreaterThan(34 * HOUR);
  });
});

describe('A borrowed lab', () => {
  it('has nothing before it is ready and its share afterwards', () => {
    const labs = { ...twoLabs(564, 0), fromSite: Int32Array.of(0, HOUR) };
    const run = laboratory(3000, labs, { swab: 30 * SECOND, changes: [lose(12 * HOUR, 1, 5640)] });
    run.advanceTo(13 * HOUR);
    expect(run.state.lab.tubes[1]).toBe(0);
    complete(run);
    expect(run.state.lab.tubes[1]).toBeGreaterThan(1000);
    expect(resultAt(run)).toBeLessThan(resultAt(complete(laboratory(3000, { ...twoLabs(564, 0) }, { swab: 30 * SECOND }))));
  });
});
