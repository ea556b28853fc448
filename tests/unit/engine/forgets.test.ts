import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRun, type ScreeningInput, type ScreeningRun } from '../../../src/engine/index.ts';
import { randomRound } from '../../builders/random-round.ts';
import { countedOutcome } from '../../builders/run-outcome.ts';
import { HOUR, tinyInput } from '../../builders/tiny-input.ts';

const forgetting = (input: ScreeningInput): ScreeningInput => ({ ...input, forgetsServed: true });

function finish(input: ScreeningInput, looks: readonly number[] = [], spent?: ScreeningRun): ScreeningRun {
  const run = createRun(input, 7, 1, spent);
  for (const at of looks) run.advanceTo(at);
  run.advanceTo(input.horizon);
  return run;
}

const looks = fc.array(fc.integer({ min: 0, max: 50 * HOUR }), { maxLength: 4 }).map((list) => list.toSorted((a, b) => a - b));

describe('A run that forgets people once they are served', () => {
  it('counts the same as one that keeps them, at whatever instants it stops and whatever memory it takes over', () => {
    let spent: ScreeningRun | undefined;
    fc.assert(
      fc.property(randomRound, looks, (input, stops) => {
        const kept = countedOutcome(finish(input));
        const brief = forgetting(input);
        expect(countedOutcome(finish(brief, stops))).toEqual(kept);
        spent = finish(brief, [], finish(brief, stops, spent));
        expect(countedOutcome(spent)).toEqual(kept);
      }),
      { numRuns: 60, seed: 20211012 },
    );
  });

  it('goes on from a copy as if it had not been copied, though rows change hands meanwhile', () => {
    fc.assert(
      fc.property(randomRound, fc.integer({ min: 0, max: 30 * HOUR }), (input, at) => {
        const brief = forgetting(input);
        const run = createRun(brief, 7, 1);
        run.advanceTo(at);
        const copy = run.snapshot();
        run.advanceTo(input.horizon);
        const straight = countedOutcome(run);
        run.restore(copy);
        run.advanceTo(input.horizon);
        expect(countedOutcome(run)).toEqual(straight);
      }),
      { numRuns: 40, seed: 20211013 },
    );
  });

  it('gives the row of a site that is done to the next, beside one that still works', () => {
    const input = tinyInput({ people: [500, 5, 500], windowEnd: 3 * HOUR });
    const [brief, kept] = [finish(forgetting(input), [4 * HOUR]), finish(input, [4 * HOUR])];
    expect(countedOutcome(brief)).toEqual(countedOutcome(kept));
    expect(brief.state.row.given).toBe(2);
  });

  it('holds one site at a time when nothing stops it, and all sites when it is stopped', () => {
    const input = forgetting(tinyInput({ people: new Array<number>(20).fill(500), windowEnd: 10 * HOUR }));
    expect(finish(input).state.person.arrival.length).toBe(500);
    expect(finish(input, [2 * HOUR]).state.person.arrival.length).toBeGreaterThanOrEqual(20 * 500);
  });

  it('does so in pieces too, which come to the same; one given up half way leaves its memory to the next', () => {
    const input = forgetting(tinyInput({ people: new Array<number>(300).fill(500), windowEnd: 10 * HOUR }));
    const whole = finish(input);
    const given = createRun(input, 8, 2);
    const pieces = given.advancing(input.horizon);
    pieces.next();
    pieces.return();
    const run = createRun(input, 7, 1, given);
    let count = 0;
    for (const work = run.advancing(input.horizon); !work.next().done;) count++;
    expect(count).toBeGreaterThanOrEqual(2);
    expect(run.state.person.arrival.length).toBe(500);
    expect(countedOutcome(run)).toEqual(countedOutcome(whole));
  });
});
