import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockDesk, blockFreed, blockReady, blockTicks } from '../../../src/engine/screening/block.ts';
import { serveBlock } from '../../../src/engine/screening/desks.ts';

const YEAR = 365 * 86_400_000;
/** Instants that meet often, that lie near, and a year apart. */
const instant = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: YEAR }));
const duration = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 1, max: 100_000_000 }));

describe('The desks of a site', () => {
  it('take each person in order at the desk that is free first, of equals the first in the row, whether instants are near or years apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(instant, duration), { minLength: 1, maxLength: 60 }),
        fc.array(instant, { minLength: 1, maxLength: 5 }),
        fc.oneof(fc.constant(Infinity), instant),
        (people, desks, until) => {
          const ready = people.map(([at]) => at).toSorted((a, b) => a - b);
          const expectedFree = [...desks];
          const expected: number[][] = [];
          for (const [k, at] of ready.entries()) {
            const which = expectedFree.indexOf(Math.min(...expectedFree));
            const start = Math.max(at, expectedFree[which]);
            if (start >= until) break;
            expected.push([start, 3 + which, expectedFree[which]]);
            expectedFree[which] = start + people[k][1];
          }
          blockReady.set(ready);
          blockTicks.set(people.map(([, ticks]) => ticks));
          const free = Float64Array.of(-1, -2, -3, ...desks);
          const served = serveBlock(free, 3, desks.length, people.length, until);
          expect(served).toBe(expected.length);
          expect(Array.from({ length: served }, (_, k) => [blockReady[k], blockDesk[k], blockFreed[k]])).toEqual(expected);
          expect(Array.from(blockReady.subarray(served, people.length))).toEqual(ready.slice(served));
          expect(Array.from(free)).toEqual([-1, -2, -3, ...expectedFree]);
        },
      ),
      { numRuns: 1000, seed: 20210804 },
    );
  });
});
