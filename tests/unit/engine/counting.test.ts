import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binAt, countInBins } from '../../../src/engine/screening/bins.ts';
import { blockArrival, blockFreed, blockReady } from '../../../src/engine/screening/block.ts';
import { registerBlock } from '../../../src/engine/screening/registration.ts';
import { BIN_TICKS } from '../../../src/engine/screening/state.ts';

/** Instants in order, some on the edge of a bin, near or a year apart. */
const instants = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 40 * BIN_TICKS }),
      fc.integer({ min: 0, max: 4000 }).map((n) => n * BIN_TICKS),
      fc.integer({ min: 1, max: 4000 }).map((n) => n * BIN_TICKS - 1),
    ),
    { minLength: 1, maxLength: 200 },
  )
  .map((list) => list.toSorted((a, b) => a - b));

describe('Counting instants by five minutes', () => {
  it('puts each into the bin that holds it, also on the edge, and what lies beyond the last into the last', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 3 * BIN_TICKS }), (list, bins, offset) => {
        blockFreed.set(list);
        const counts = new Int32Array(bins + 2);
        countInBins(counts, 1, bins, 0, list.length, offset);
        const expected = new Int32Array(bins + 2);
        for (const at of list) expected[1 + binAt(bins, at + offset)]++;
        expect(counts.findIndex((n, i) => n !== expected[i])).toBe(-1);
      }),
      { numRuns: 300, seed: 20210802 },
    );
  });
});

describe('An instant on the edge of a bin', () => {
  it('belongs to the bin that begins there, and the tick before to the one that ends, for four weeks on end', () => {
    const bins = 28 * 288;
    const counts = new Int32Array(bins);
    for (let from = 0; from < bins; from += 1000) {
      const edges = Array.from({ length: Math.min(1000, bins - from) }, (_, i) => (from + i) * BIN_TICKS);
      const both = edges.flatMap((edge) => [edge, edge + BIN_TICKS - 1]);
      blockFreed.set(both);
      countInBins(counts, 0, bins, 0, both.length, 0);
    }
    expect(counts).toEqual(new Int32Array(bins).fill(2));
  });
});

describe('Registration at one device', () => {
  it('lets each through when the device is free, in instants near to each other or years apart', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 0, max: 400 * 288 * BIN_TICKS }),
        fc.integer({ min: 0, max: 90_000 }),
        fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 40 * BIN_TICKS }), fc.integer({ min: 0, max: 400 * 288 * BIN_TICKS })),
        (list, freeFirst, duration, until) => {
          blockArrival.set(list);
          const began = registerBlock(list.length, freeFirst, duration, until);
          const ends: number[] = [];
          let free = freeFirst;
          for (const came of list) {
            if (Math.max(came, free) >= until) break;
            free = Math.max(came, free) + duration;
            ends.push(free);
          }
          expect(began).toBe(ends.length);
          expect(Array.from(blockReady.subarray(0, began))).toEqual(ends);
        },
      ),
      { numRuns: 300, seed: 20210803 },
    );
  });
});
