import { describe, expect, it } from 'vitest';
import { createRun, type ScreeningRun } from '../../../src/engine/index.ts';
import { recordRun } from '../../../src/results/index.ts';
import type { Change, InputValue } from '../../../src/scenario/index.ts';
import { compileTown } from '../../builders/variant.ts';

const HOUR = 3_600_000;
const BINS_PER_HOUR = 12;
const total = (values: Iterable<number>): number => [...values].reduce((sum, n) => sum + n, 0);

function runTown(inputs: Record<string, InputValue>, changes: readonly Change[]): ScreeningRun {
  const { input } = compileTown(inputs, changes);
  const run = createRun(input, 1, 0);
  run.advanceTo(input.horizon);
  return run;
}

describe('Arrivals that are held back', () => {
  it('for good come when the window ends, not at once', () => {
    const run = runTown({}, [{ kind: 'arrivals', at: 8, factor: 0 }]);
    const { arrived } = run.state.count;
    const windowEnd = (run.input.demand.windowEnd / HOUR) * BINS_PER_HOUR;
    expect(total(arrived.subarray(8 * BINS_PER_HOUR, windowEnd))).toBe(0);
    expect(total(arrived)).toBe(6000);
    expect(arrived[windowEnd]).toBe(6000 - total(arrived.subarray(0, 8 * BINS_PER_HOUR)));
  });

  it('for a while come afterwards, and nobody comes meanwhile', () => {
    const run = runTown({}, [{ kind: 'arrivals', at: 8, until: 12, factor: 0 }]);
    const { arrived } = run.state.count;
    expect(total(arrived.subarray(8 * BINS_PER_HOUR, 12 * BINS_PER_HOUR))).toBe(0);
    expect(total(arrived.subarray(12 * BINS_PER_HOUR, 13 * BINS_PER_HOUR))).toBeGreaterThan(0);
    expect(total(arrived)).toBe(6000);
  });
});

describe('Desks that leave for a while', () => {
  it('come back as many as left, also when two departures overlap and ask for more than there are', () => {
    const before = compileTown().input.sites.desks;
    const run = runTown({}, [
      { kind: 'desks', at: 8, until: 10, desks: -6 },
      { kind: 'desks', at: 9, until: 11, desks: -6 },
    ]);
    expect(Array.from(run.state.site.desks)).toEqual(Array.from(before));
  });

  it('are taken in the order of their dates, whatever the order in the file', () => {
    const early: Change = { kind: 'desks', at: 7, desks: 3 };
    const late: Change = { kind: 'desks', at: 9, desks: 2 };
    expect(compileTown({}, [late, early]).input.changes).toEqual(compileTown({}, [early, late]).input.changes);
  });
});

describe('A lab that is lost', () => {
  it('counts the lines that it had while it had them: it was busy, and is never more than fully used', () => {
    const run = runTown({ 'lab.tubesPerDay': 300 }, [{ kind: 'labCapacity', at: 20, lab: 'lab-1', factor: 0 }]);
    const { labs } = recordRun(run, 4);
    expect(labs.utilisation[0]).toBeGreaterThan(0.2);
    expect(labs.utilisation[0]).toBeLessThanOrEqual(1);
  });
});

describe('A site that is shut while people see the boards', () => {
  it('sends its people elsewhere', () => {
    const first = compileTown().sites[0].id;
    const changes: Change[] = [{ kind: 'siteClosed', at: 0, sites: [first] }];
    const inputs = { 'choice.mode': 'boards', 'staff.total': 40 };
    const open = runTown(inputs, []);
    const shut = runTown(inputs, changes);
    expect(shut.state.site.expected[0]).toBeLessThan(open.state.site.expected[0] / 4);
    expect(total(shut.state.site.expected)).toBe(6000);
  });
});
