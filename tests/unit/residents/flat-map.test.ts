import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPublished } from '../../../src/published/index.ts';
import { boxOf, createFlatMap, labelsThatFit, nextInDirection, shapedBox, type Point } from '../../../src/ui/residents/flat-map.ts';
import { rootPath } from '../../../tools/paths.mjs';

const published = readPublished(readFileSync(rootPath('public', 'published.json'), 'utf8'));
const map = createFlatMap(published.villages.map(({ at }) => at));
const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** How many points arrows reach, starting at the first. */
function reached(points: readonly Point[], start: number): number {
  const seen = new Set([start]);
  for (const from of seen) {
    for (const key of KEYS) {
      const next = nextInDirection(points, from, key);
      if (next >= 0) seen.add(next);
    }
  }
  return seen.size;
}

describe('the flat map', () => {
  it('lets arrows reach every township from every other, and every village of a township from every other', () => {
    const lived = published.townships.map((_, row) => published.villages.filter(({ township }) => township === row));
    const towns = published.townships.filter((_, row) => lived[row].length > 0).map(({ at }) => map.point(at));
    for (let start = 0; start < towns.length; start++) expect(reached(towns, start)).toBe(towns.length);
    for (const villages of lived.filter(({ length }) => length > 0)) {
      const points = villages.map(({ at }) => map.point(at));
      for (let start = 0; start < points.length; start++) expect(reached(points, start)).toBe(points.length);
    }
  });

  it('an arrow never leads the other way, and other keys lead nowhere', () => {
    const points = published.villages.map(({ at }) => map.point(at));
    for (let from = 0; from < points.length; from += 7) {
      const right = nextInDirection(points, from, 'ArrowRight');
      expect(right < 0 || points[right][0] > points[from][0]).toBe(true);
      expect(nextInDirection(points, from, 'Tab')).toBe(-1);
      expect(nextInDirection(points, from, 'constructor')).toBe(-1);
    }
  });

  it('shows labels that do not cover each other, the first always', () => {
    const label = fc.record({
      at: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
      width: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: 1, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 12 }), (labels) => {
        const shown = labels.filter((_, i) => labelsThatFit(labels)[i]);
        expect(shown[0]).toBe(labels[0]);
        shown.forEach((a, i) =>
          shown.slice(i + 1).forEach((b) => {
            const apart =
              Math.abs(a.at[0] - b.at[0]) >= (a.width + b.width) / 2 || Math.abs(a.at[1] - b.at[1]) >= (a.height + b.height) / 2;
            expect(apart).toBe(true);
          }),
        );
      }),
    );
  });

  it('grows a box to a shape round the same middle', () => {
    const box = shapedBox(
      boxOf([
        [0, 0],
        [10, 4],
      ]),
      1,
    );
    expect(box).toEqual({ x: 0, y: -3, width: 10, height: 10 });
  });
});
