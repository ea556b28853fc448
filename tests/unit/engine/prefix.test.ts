import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRun, type EngineChange, type RunState, type ScreeningInput, type ScreeningRun } from '../../../src/engine/index.ts';
import type { Change, InputValue } from '../../../src/scenario/index.ts';
import { compileTown } from '../../builders/variant.ts';
import { atLabOf } from '../../builders/at-lab.ts';

const HOUR = 3_600_000;

/** What a run has come to by the end of its horizon: every count, tube and site figure. */
function outcome(state: RunState): object {
  const { count, site, lab, tube } = state;
  const atLab = atLabOf(state);
  const tubes = Array.from(site.tubes).flatMap((n, s) =>
    Array.from({ length: n }, (_, i) => {
      const id = site.tubeStart[s] + i;
      return [tube.openedAt[id], tube.closedAt[id], atLab[id], tube.people[id], tube.marks[id], tube.round[id]];
    }),
  );
  return {
    tubes,
    starts: Array.from(state.person.ready),
    arrivals: Array.from(state.person.arrival),
    arrived: Array.from(count.arrived),
    sampled: Array.from(count.sampled),
    delivered: Array.from(count.delivered),
    resulted: Array.from(count.resulted),
    waits: Array.from(count.waits),
    finish: [Array.from(count.finishSampled), Array.from(count.finishResulted), Array.from(site.finish)],
    sums: [Array.from(site.waitSum), Array.from(site.busyTicks), Array.from(site.dutyTicks), Array.from(site.late)],
    labs: [Array.from(lab.plates), Array.from(lab.tubes), Array.from(lab.busyTicks), Array.from(lab.lastAt), Array.from(lab.waitingPeak)],
    totals: [count.recalled, count.reswabbed, count.confirmed, count.courierTicks, count.oldSpecimens, count.sealedLate, count.arrivedLate],
  };
}

function runInSteps(input: ScreeningInput, steps: readonly number[]): object {
  const run = createRun(input, 7, 3);
  for (const step of steps) run.advanceTo(step);
  run.advanceTo(input.horizon);
  return outcome(run.state);
}

const CASES: readonly [string, Record<string, InputValue>, readonly Change[]][] = [
  ['as it is', {}, []],
  ['reading A with breaks and few devices', { 'staff.reading': 'A', 'devices.total': 1 }, []],
  ['open round the clock', { openHours: '00:00-24:00' }, []],
  ['serving until the queue is empty', { 'closing.rule': 'untilEmpty' }, []],
  ['two rounds', { 'rounds.count': 2, 'rounds.intervalHours': 30 }, []],
  ['single tubes', { 'pool.size': 1 }, []],
  [
    'people who go by the boards',
    { 'choice.mode': 'boards', 'choice.leaveMinutes': 60, 'city.siteSpread': 0.6 },
    [{ kind: 'pace', at: 9, until: 12, factor: 1.5 }],
  ],
  ['door teams', { 'doorstep.share': 0.1, 'doorstep.teams': 3 }, []],
  [
    'many dated changes',
    { 'lab.routing': 'nearest' },
    [
      { kind: 'desks', at: 7.3, desks: 3, until: 30 },
      { kind: 'desks', at: 9, desks: -2 },
      { kind: 'arrivals', at: 6.5, until: 9.25, factor: 0.4 },
      { kind: 'pace', at: 8, until: 26, factor: 1.4 },
      { kind: 'openHours', at: 12, openHours: '00:00-24:00', until: 40 },
      { kind: 'labCapacity', at: 20, lab: 'all', factor: 0 },
      { kind: 'labCapacity', at: 26, lab: 'all', factor: 1.5 },
      { kind: 'poolSize', at: 10, size: 5 },
      { kind: 'travel', at: 11, until: 15, factor: 3 },
      { kind: 'couriers', at: 13, factor: 2 },
      { kind: 'borrowedLab', at: 2, readyAfterHours: 12, tubesPerDay: 500, travelMinutes: 60 },
    ],
  ],
];

describe('How a run is cut into steps changes nothing', () => {
  it.each(CASES)('%s', (_, inputs, changes) => {
    const { input } = compileTown(inputs, changes);
    const whole = runInSteps(input, []);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 * HOUR }), { maxLength: 60 }), (cuts) => {
        expect(
          runInSteps(
            input,
            cuts.sort((a, b) => a - b),
          ),
        ).toEqual(whole);
      }),
      { seed: 20210729, numRuns: 12 },
    );
    expect(
      runInSteps(
        input,
        Array.from({ length: 800 }, (_ignored, i) => (i * HOUR) / 4),
      ),
    ).toEqual(whole);
  });
});

describe('A change dated t alters nothing before t', () => {
  const changes: EngineChange[] = [
    { at: 15 * HOUR, kind: 'desks', sites: Int32Array.of(0, 2), delta: Int32Array.of(2, -1) },
    { at: 15 * HOUR, kind: 'closed', sites: Int32Array.of(1), closed: true },
    { at: 15 * HOUR, kind: 'arrivals', sites: Int32Array.of(0, 1), factor: 0, until: 30 * HOUR },
    { at: 15 * HOUR, kind: 'hours', sites: Int32Array.of(0, 1, 2, 3), open: 0, close: 24 * HOUR },
    { at: 15 * HOUR, kind: 'pace', sites: Int32Array.of(3), factor: 2 },
    { at: 15 * HOUR, kind: 'labCapacity', lab: 0, tubesPerDay: 0 },
    { at: 15 * HOUR, kind: 'poolSize', size: 1 },
    { at: 15 * HOUR, kind: 'courierInterval', interval: HOUR },
    { at: 15 * HOUR, kind: 'travel', sites: Int32Array.of(0), factor: 9 },
  ];

  it.each(changes.map((change) => [change.kind, change] as const))('%s', (_, change) => {
    const { input } = compileTown();
    const plain = createRun(input, 1, 0);
    const changed = createRun({ ...input, changes: [change] }, 1, 0);
    plain.advanceTo(15 * HOUR);
    changed.advanceTo(15 * HOUR);
    expect(outcome(changed.state)).toEqual(outcome(plain.state));
    plain.advanceTo(input.horizon);
    changed.advanceTo(input.horizon);
    expect(outcome(changed.state)).not.toEqual(outcome(plain.state));
  });

  it('applied at the door it does the same as written in the scenario', () => {
    const { input } = compileTown();
    const written = createRun({ ...input, changes }, 1, 0);
    written.advanceTo(input.horizon);
    const applied = createRun(input, 1, 0);
    applied.advanceTo(15 * HOUR);
    for (const change of changes) applied.apply(change);
    applied.advanceTo(input.horizon);
    expect(outcome(applied.state)).toEqual(outcome(written.state));
  });

  it('and is refused when it is dated otherwise', () => {
    const { input } = compileTown();
    const run = createRun(input, 1, 0);
    run.advanceTo(HOUR);
    expect(() => run.apply({ at: 2 * HOUR, kind: 'poolSize', size: 5 })).toThrow(RangeError);
    expect(() => run.advanceTo(0)).toThrow(RangeError);
  });
});

describe('A snapshot is the run itself', () => {
  it('restored, it goes on to the same end, whatever was tried in between', () => {
    const { input } = compileTown({}, [{ kind: 'desks', at: 30, desks: 2 }]);
    const run = createRun(input, 5, 1);
    run.advanceTo(22 * HOUR + 12_345);
    const held = run.snapshot();
    run.advanceTo(input.horizon);
    const end = outcome(run.state);
    run.restore(held);
    run.apply({ at: run.state.now, kind: 'labCapacity', lab: 0, tubesPerDay: 0 });
    run.advanceTo(input.horizon);
    expect(outcome(run.state)).not.toEqual(end);
    run.restore(held);
    run.advanceTo(input.horizon);
    expect(outcome(run.state)).toEqual(end);
  });
});

describe('Memory handed on from a spent run', () => {
  it('leaves no trace, of the same plan or of another', () => {
    const plain = compileTown();
    const other = compileTown({ 'staff.total': 30, 'pool.size': 1, 'positives.prevalence': 0.02 });
    const finish = (input: ScreeningInput, spent?: ScreeningRun): ScreeningRun => {
      const run = createRun(input, 7, 3, spent);
      run.advanceTo(input.horizon);
      return run;
    };
    const fresh = outcome(finish(plain.input).state);
    const second = finish(plain.input, finish(other.input));
    expect(outcome(second.state)).toEqual(fresh);
    expect(outcome(finish(plain.input, second).state)).toEqual(fresh);
  });
});
