import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestRank } from '../../../src/experiment/index.ts';
import { BEYOND, CLOSED, levelOf, minutesOf, packGrid, unpackGrid } from '../../../src/published/index.ts';
import { joiningWaits } from '../../../src/results/index.ts';

const run = (sampled: number[], queue: number[], open: number[]) => ({
  steps: sampled.length,
  stepMinutes: 15,
  siteSampled: Int32Array.from(sampled),
  siteQueue: Int32Array.from(queue),
  siteOpen: Uint8Array.from(open),
});

describe('the wait of somebody who joins a queue', () => {
  it('is the time until all before them are sampled, by hand: 30 wait, 20 are done a quarter hour', () => {
    const waits = joiningWaits(run([0, 20, 40, 60, 60], [30, 20, 10, 0, 0], [1, 1, 1, 0, 0]), 0);
    expect(Array.from(waits).slice(0, 3)).toEqual([22.5, 15, 7.5]);
    expect(Number.isNaN(waits[3])).toBe(true);
  });

  it('counts no closed night', () => {
    // Twenty wait when the doors close at step 1; they are served when they open again at step 4.
    const waits = joiningWaits(run([0, 20, 20, 20, 20, 40], [40, 20, 0, 0, 20, 0], [1, 1, 0, 0, 1, 0]), 0);
    expect(waits[0]).toBe(30);
    expect(waits[1]).toBeNaN();
    expect(waits[4]).toBe(15);
  });

  it('has no end where the run ends with people waiting', () => {
    expect(joiningWaits(run([0, 10], [50, 50], [1, 1]), 0)[0]).toBe(Infinity);
  });

  it('is nothing where nobody waits', () => {
    expect(joiningWaits(run([0, 5, 9], [0, 0, 0], [1, 1, 0]), 0)[1]).toBe(0);
  });
});

describe('a quantile over runs', () => {
  it('is a nearest rank: of ten runs the first, the fifth and the ninth', () => {
    const ten = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
    expect([0.1, 0.5, 0.9].map((p) => nearestRank(ten, ten.length, p))).toEqual([10, 50, 90]);
    expect(nearestRank([7], 1, 0.1)).toBe(7);
    // Of seven runs 0.7, 3.5 and 6.3 of them: rounded up, so that at least that share does not exceed it.
    expect([0.1, 0.5, 0.9].map((p) => nearestRank(ten, 7, p))).toEqual([10, 40, 70]);
  });
});

describe('a wait in one byte', () => {
  it('comes back within half a step: 5 min up to 4 h, 15 min up to 12 h, an hour beyond', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10_000, noNaN: true }), (minutes) => {
        const step = minutes <= 240 ? 5 : minutes <= 720 ? 15 : 60;
        expect(Math.abs(minutesOf(levelOf(minutes)) - minutes)).toBeLessThanOrEqual(step / 2 + 1e-9);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('grows with the wait, and every level keeps its own minutes', () => {
    for (let level = 0; level < BEYOND; level++) expect(levelOf(minutesOf(level))).toBe(level);
    expect(levelOf(Infinity)).toBe(BEYOND);
    expect(minutesOf(CLOSED)).toBeNaN();
  });
});

describe('a packed grid', () => {
  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 40 }), fc.nat(), (rows, steps, salt) => {
        const grid = Uint8Array.from({ length: rows * steps }, (_, i) => (i * 7919 + salt) % 256);
        expect(unpackGrid(packGrid(grid, steps), rows, steps)).toEqual(grid);
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it('of another size, cut short or no base64 at all is refused', () => {
    const packed = packGrid(new Uint8Array(60).fill(3), 6);
    expect(unpackGrid(packed, 9, 6)).toBeNull();
    expect(unpackGrid(packed, 11, 6)).toBeNull();
    expect(unpackGrid(packed.slice(0, 4), 10, 6)).toBeNull();
    expect(unpackGrid('漢字', 10, 6)).toBeNull();
  });

  it('that would inflate beyond its size is never inflated whole', () => {
    expect(unpackGrid(packGrid(new Uint8Array(400_000), 500), 10, 6)).toBeNull();
  });
});
