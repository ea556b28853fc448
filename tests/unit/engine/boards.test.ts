import { describe, expect, it } from 'vitest';
import { createRun, type ScreeningRun } from '../../../src/engine/index.ts';
import { compileTown } from '../../builders/variant.ts';

const UNEVEN = { 'city.siteSpread': 0.8, 'staff.total': 8, 'devices.total': 4 };
const total = (values: Iterable<number>): number => [...values].reduce((sum, n) => sum + n, 0);

function finished(inputs: Record<string, string | number>): ScreeningRun {
  const { input } = compileTown({ ...UNEVEN, ...inputs });
  const run = createRun(input, 2, 0);
  run.advanceTo(input.horizon);
  return run;
}

describe('People who see the boards', () => {
  const assigned = finished({});
  const boards = finished({ 'choice.mode': 'boards' });

  it('are all served, somewhere, once', () => {
    const people = total(boards.input.sites.people);
    expect(total(boards.state.site.expected)).toBe(people);
    expect(Array.from(boards.state.site.sampled)).toEqual(Array.from(boards.state.site.expected));
    expect(
      new Set(
        Array.from(boards.state.site.sampled).flatMap((n, s) =>
          Array.from(boards.state.person.home.subarray(boards.state.site.personStart[s], boards.state.site.personStart[s] + n)),
        ),
      ).size,
    ).toBe(people);
    for (const bins of [boards.state.count.arrived, boards.state.count.sampled, boards.state.count.resulted])
      expect(total(bins)).toBe(people);
  });

  it('even the sites out: fewer at the largest, an earlier end and less waiting', () => {
    const largest = boards.input.sites.people.indexOf(Math.max(...boards.input.sites.people));
    expect(boards.state.site.expected[largest]).toBeLessThan(boards.input.sites.people[largest]);
    expect(boards.state.count.finishSampled[0]).toBeLessThan(assigned.state.count.finishSampled[0]);
    expect(total(boards.state.site.waitSum)).toBeLessThan(total(assigned.state.site.waitSum));
  });

  it('stay where they are when no gain is enough, to the last digit', () => {
    const calm = { 'staff.total': 24 };
    const there = finished(calm);
    const stubborn = finished({ ...calm, 'choice.mode': 'boards', 'choice.thresholdMinutes': 600, 'choice.leaveMinutes': 6000 });
    expect(Array.from(stubborn.state.site.expected)).toEqual(Array.from(there.state.site.expected));
    expect(Array.from(stubborn.state.count.arrived)).toEqual(Array.from(there.state.count.arrived));
  });
});

describe('A small site that takes in many of a large neighbour', () => {
  it('serves more than its own people in one go and loses none of them', () => {
    const run = finished({ 'choice.mode': 'boards', 'choice.thresholdMinutes': 0, openHours: '00:00-24:00' });
    const own = run.input.sites.people;
    expect(Array.from(run.state.site.expected).some((n, s) => n > own[s])).toBe(true);
    expect(total(run.state.count.sampled)).toBe(6000);
    expect(total(run.state.count.resulted)).toBe(6000);
  });
});
