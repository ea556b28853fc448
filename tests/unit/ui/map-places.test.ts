import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLabelLayout, placeLabels, type LabelWish } from '../../../src/ui/map/labels.ts';
import { mapScales, niceTop } from '../../../src/ui/map/layers.ts';
import { scaleBar } from '../../../src/ui/map/MapFurniture.tsx';
import { beadNames, beadRadius, beadViewport, paintOrder, placeNumber, placeOf, siteRadii } from '../../../src/ui/map/places.ts';
import { placeNearest, placeTowards, placeUnder } from '../../../src/ui/map/roving.ts';
import { fixtureCity, fixtureSites } from '../../builders/fixture-city.ts';
import { studyFixture } from '../../builders/study.ts';

const city = fixtureCity();
const sites = fixtureSites(city, 120);

fc.configureGlobal({ seed: 20_250 });

describe('sites as circles', () => {
  test('their areas, not their radii, follow the people', () => {
    const radii = siteRadii(
      [
        { ...sites[0], residents: 1000 },
        { ...sites[0], residents: 4000 },
      ],
      5,
    );
    expect(radii[1] / radii[0]).toBeCloseTo(2, 5);
  });

  test('large sites are painted first, so that none hides a smaller one', () => {
    const order = Array.from(paintOrder(sites), (site) => sites[site].residents);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(order).toHaveLength(sites.length);
  });

  test('a place’s number leads back to the place', () => {
    for (const place of [
      { kind: 'site', index: 7 },
      { kind: 'lab', index: 2 },
      { kind: 'township', index: 5 },
    ] as const)
      expect(placeOf(placeNumber(place, { sites: 120, labs: 4 }), { sites: 120, labs: 4 })).toEqual(place);
  });
});

describe('a city without geography', () => {
  const inset = { left: 240, right: 60, top: 18, bottom: 30 };

  test('shows every site as a bead of its own inside the picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 500 }),
        fc.integer({ min: 420, max: 1800 }),
        fc.integer({ min: 200, max: 900 }),
        (count, width, height) => {
          const some = Array.from({ length: count }, () => sites[0]);
          const viewport = beadViewport(some, city.labs, width, height, inset);
          const seen = new Set<string>();
          for (let place = 0; place < count + city.labs.length; place++) {
            const [x, y] = [viewport.xy[2 * place], viewport.xy[2 * place + 1]];
            expect(x).toBeGreaterThan(0);
            expect(x).toBeLessThan(width);
            expect(y).toBeGreaterThan(0);
            expect(y).toBeLessThan(height);
            seen.add(`${x.toFixed(1)} ${y.toFixed(1)}`);
          }
          expect(seen.size).toBe(count + city.labs.length);
          const away = Array.from({ length: count - 1 }, (_, other) =>
            Math.hypot(viewport.xy[2 * other + 2] - viewport.xy[0], viewport.xy[2 * other + 3] - viewport.xy[1]),
          );
          expect(2 * beadRadius(viewport, count)).toBeLessThan(Math.max(6, Math.min(...away)));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('names its rows by their first site', () => {
    const viewport = beadViewport(sites, city.labs, 1000, 450, inset);
    const names = beadNames(sites.length, city.labs.length, viewport, 'Labs').map((name) => name.words);
    expect(names[0]).toBe('1');
    expect(names.at(-1)).toBe('Labs');
    const columns = Number(names[1]) - 1;
    expect(viewport.xy[2 * columns + 1]).toBeGreaterThan(viewport.xy[1]);
    expect(viewport.xy[2 * (columns - 1) + 1]).toBe(viewport.xy[1]);
  });
});

describe('names on the map', () => {
  const wish = fc.record({
    words: fc.constantFrom('古楼街道', '葛店开发区', 'Fenghuang Subdistrict'),
    x: fc.double({ min: 20, max: 780, noNaN: true }),
    y: fc.double({ min: 10, max: 390, noNaN: true }),
    weight: fc.integer({ min: 1, max: 9 }),
  });
  const none = new Float32Array(0);

  test('never touch one another and never leave the picture', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 30 }), (wishes) => {
        const offsets = placeLabels(wishes, none, none, 800, 400, 14);
        const boxes = wishes.flatMap((name, index) => {
          const offset = offsets[index];
          if (offset === null) return [];
          const half = (name.words.startsWith('F') ? 21 * 14 * 0.5 : name.words.length * 14) / 2 - 2;
          return [
            {
              left: name.x + offset[0] - half,
              right: name.x + offset[0] + half,
              top: name.y + offset[1] - 7,
              bottom: name.y + offset[1] + 7,
            },
          ];
        });
        boxes.forEach((box, index) => {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(800);
          for (const other of boxes.slice(index + 1))
            expect(box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom).toBe(false);
        });
      }),
    );
  });

  test('avoid the sites where there is room beside them', () => {
    const disc = Float32Array.of(400, 180, 400, 200, 400, 220);
    const [offset] = placeLabels([{ words: '古楼街道', x: 400, y: 200, weight: 1 }], disc, Float32Array.of(12, 12, 12), 800, 400, 14);
    expect(Math.abs(offset?.[0] ?? 0)).toBeGreaterThan(28 + 12);
  });

  test('the township with most residents is named first when two want one place', () => {
    const wishes: LabelWish[] = [
      { words: '小', x: 8, y: 9, weight: 1 },
      { words: '大', x: 9, y: 9, weight: 2 },
    ];
    expect(placeLabels(wishes, none, none, 18, 18, 14)).toEqual([null, expect.anything()]);
  });

  test('keep their places while the map is only dragged', () => {
    const layout = createLabelLayout();
    const scene = (shift: number) => () => ({
      wishes: [{ words: '古楼街道', x: 400 + shift, y: 200, weight: 1 }],
      discs: Float32Array.of(400, 190),
      radii: Float32Array.of(30),
      width: 800,
      height: 400,
      fontSize: 14,
      magnification: 2,
    });
    const first = layout(scene(0), [2, 'names']);
    expect(layout(scene(60), [2, 'names'])).toBe(first);
    expect(layout(scene(60), [3, 'names'])).not.toBe(first);
  });
});

describe('pointing at places', () => {
  const xy = Float32Array.of(100, 100, 120, 100, 100, 160, 300, 300);
  const radii = Float32Array.of(6, 6, 6);

  test('a click takes the nearest place within reach, and empty ground none', () => {
    expect(placeUnder(xy, radii, 3, 8, 108, 100, 5)).toBe(0);
    expect(placeUnder(xy, radii, 3, 8, 113, 101, 5)).toBe(1);
    expect(placeUnder(xy, radii, 3, 8, 306, 303, 5)).toBe(3);
    expect(placeUnder(xy, radii, 3, 8, 200, 200, 5)).toBe(-1);
  });

  test('arrows lead to the place that lies that way, and stay where none does', () => {
    expect(placeTowards('ArrowRight', xy, 0)).toBe(1);
    expect(placeTowards('ArrowLeft', xy, 1)).toBe(0);
    expect(placeTowards('ArrowDown', xy, 0)).toBe(2);
    expect(placeTowards('ArrowUp', xy, 0)).toBe(0);
    expect(placeTowards('Enter', xy, 0)).toBe(0);
    expect(placeNearest(xy, 290, 290)).toBe(3);
  });

  test('every place can be reached by arrows from every other', () => {
    const points = Float32Array.from(sites.flatMap((site) => [(site.at[0] - 114) * 2000, (31 - site.at[1]) * 2000]));
    const reached = new Set([0]);
    for (const place of reached)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) reached.add(placeTowards(key, points, place));
    expect(reached.size).toBe(sites.length);
  });
});

describe('scales', () => {
  test('colours end where nearly everything that is ever seen lies below', () => {
    const { typical } = studyFixture({ siteCount: 40 });
    const { waitMinutes, queue } = mapScales(typical);
    const share = (column: ArrayLike<number>, top: number) => {
      const seen = Array.from(column).filter((value) => value > 0);
      return seen.filter((value) => value <= top).length / seen.length;
    };
    expect(share(typical.siteQueue, queue)).toBeGreaterThan(0.9);
    expect(share(typical.siteWaitMinutes, waitMinutes)).toBeGreaterThan(0.9);
    expect(mapScales(null)).toEqual({ waitMinutes: 120, queue: 100, deadlineHours: 48 });
  });

  test('tops are round', () => {
    expect([1, 3, 7, 12, 180, 4200].map(niceTop)).toEqual([1, 5, 10, 20, 200, 5000]);
  });

  test('the scale bar is the longest round length that fits', () => {
    expect(scaleBar(10, 112)).toEqual({ kilometres: 10, pixels: 100 });
    expect(scaleBar(400, 112)).toEqual({ kilometres: 0.2, pixels: 80 });
  });
});
