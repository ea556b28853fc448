import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeRange, type Change } from '../../../src/scenario/index.ts';
import { canEnd, carried, carriedByKey, endOf, movableParts, SNAP_HOURS, type Part } from '../../../src/ui/changes/dates.ts';
import { readInstant } from '../../../src/ui/changes/instants.ts';
import { strangePlaces } from '../../../src/ui/changes/places.ts';
import { packRows } from '../../../src/ui/changes/rows.ts';
import { createText } from '../../../src/text/index.ts';

fc.configureGlobal({ seed: 4_044 });

const limits = { latest: 72 };
const lab: Change = { kind: 'labCapacity', at: 20, until: 32, lab: 'l1', factor: 0 };
const teams: Change = { kind: 'desks', at: 12, desks: 100 };
const pool: Change = { kind: 'poolSize', at: 10, size: 20 };
const borrowed: Change = { kind: 'borrowedLab', at: 6, readyAfterHours: 12, tubesPerDay: 20_000, travelMinutes: 60 };

const hour = fc.double({ min: 0, max: 80, noNaN: true });
const change = fc.oneof(
  fc
    .record({ at: hour, length: fc.double({ min: 0.3, max: 30, noNaN: true }) })
    .map(({ at, length }): Change => ({ ...lab, at, until: at + length })),
  hour.map((at): Change => ({ ...teams, at })),
  hour.map((at): Change => ({ ...pool, at })),
  fc
    .record({ at: hour, ready: fc.integer({ min: 0, max: 48 }) })
    .map(({ at, ready }): Change => ({ ...borrowed, at, readyAfterHours: ready })),
);
const part = fc.constantFrom<Part>('whole', 'start', 'end');
const way = fc.double({ min: -200, max: 200, noNaN: true });
const onGrid = (hours: number): boolean => Math.abs(hours / SNAP_HOURS - Math.round(hours / SNAP_HOURS)) < 1e-9;

describe('carrying a change on the track', () => {
  test('a whole change keeps its length and lands on a quarter of an hour', () => {
    expect(carried(lab, 'whole', 1.1, limits)).toEqual({ ...lab, at: 21, until: 33 });
    expect(carried(lab, 'whole', -100, limits)).toEqual({ ...lab, at: 0, until: 12 });
    expect(carried(borrowed, 'whole', 2, limits)).toEqual({ ...borrowed, at: 8 });
  });

  test('one end moves alone, never over the other', () => {
    expect(carried(lab, 'end', 3.9, limits)).toEqual({ ...lab, until: 36 });
    expect(carried(lab, 'end', -50, limits)).toEqual({ ...lab, until: 20.25 });
    expect(carried(lab, 'start', 50, limits)).toEqual({ ...lab, at: 31.75 });
  });

  test('an end carried to the limit is none, and carried back it is one again', () => {
    const forGood = carried(lab, 'end', 100, limits);
    expect(endOf(forGood)).toBeNull();
    expect('until' in forGood).toBe(false);
    expect(carried(forGood, 'end', -2, limits)).toEqual({ ...lab, until: 70 });
  });

  test('a borrowed lab’s end is when it is at hand; a pool size has none', () => {
    expect(carried(borrowed, 'end', -6, limits)).toEqual({ ...borrowed, readyAfterHours: 6 });
    expect(carried(pool, 'end', 5, limits)).toBe(pool);
  });

  test('whatever is carried wherever: dates stay in order, on the grid where they moved, inside what a file may say, and nothing else changes', () => {
    fc.assert(
      fc.property(change, part, way, (before, held, by) => {
        const after = carried(before, held, by, limits);
        const end = endOf(after);
        const most = changeRange(after.kind, 'at').max;
        expect(after.at).toBeGreaterThanOrEqual(0);
        expect(after.at).toBeLessThanOrEqual(Math.max(limits.latest, before.at));
        expect(after.at === before.at || onGrid(after.at)).toBe(true);
        expect(end ?? 0).toBeLessThanOrEqual(most);
        expect(end === null || !canEnd(after) || end > after.at).toBe(true);
        const bare = (one: Change) => ({ ...one, at: 0, until: 0, readyAfterHours: 0 });
        expect(bare(after)).toEqual(bare(before));
        expect(movableParts(before).includes(held) || after === before).toBe(true);
      }),
    );
  });

  test('carried there and back from the grid, a change is what it was', () => {
    const grid = fc.integer({ min: 40, max: 120 }).map((quarters) => quarters * SNAP_HOURS);
    fc.assert(
      fc.property(grid, fc.integer({ min: -30, max: 30 }), (at, quarters) => {
        const start: Change = { ...lab, at, until: at + 6 };
        const by = quarters * SNAP_HOURS;
        expect(carried(carried(start, 'whole', by, limits), 'whole', -by, limits)).toEqual(start);
      }),
    );
  });

  test('left and right are a quarter of an hour, up and down an hour, Page keys six; Shift moves the end', () => {
    expect(carriedByKey(lab, 'ArrowRight', false, limits)).toEqual({ ...lab, at: 20.25, until: 32.25 });
    expect(carriedByKey(lab, 'ArrowDown', false, limits)).toEqual({ ...lab, at: 19, until: 31 });
    expect(carriedByKey(lab, 'PageUp', false, limits)).toEqual({ ...lab, at: 26, until: 38 });
    expect(carriedByKey(lab, 'ArrowUp', true, limits)).toEqual({ ...lab, until: 33 });
    expect(carriedByKey(lab, 'x', false, limits)).toBeNull();
  });
});

describe('an instant as people write it', () => {
  test('hours after the order, a day and a clock, or the clock of the same day', () => {
    expect(readInstant('T+20', '08:00', 5)).toBe(20);
    expect(readInstant('t + 20.5 h', '08:00', 5)).toBe(20.5);
    expect(readInstant('20小时', '08:00', 5)).toBe(20);
    expect(readInstant('第2天 04:00', '08:00', 5)).toBe(20);
    expect(readInstant('第２天　０４：００', '08:00', 5)).toBe(20);
    expect(readInstant('2 4:00', '08:00', 5)).toBe(20);
    expect(readInstant('Day 2, 4:30', '08:00', 5)).toBe(20.5);
    expect(readInstant('22:00', '08:00', 20)).toBe(38);
  });

  test('what is no instant, or before the order, is none', () => {
    for (const slip of ['', '半夜', '第2天', '25:00', '04:75', '0 09:00', '07:00']) expect(readInstant(slip, '08:00', 5), slip).toBeNull();
  });

  test('what the page shows is read back as the same minute, in either language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.constantFrom('zh', 'en'),
        fc.constantFrom('08:00', '00:00', '21:30'),
        (minutes, language, clock) => {
          const shown = createText(language as 'zh' | 'en').format.clock(minutes / 60, clock);
          expect(Math.round(readInstant(shown, clock, 0)! * 60)).toBe(minutes);
        },
      ),
    );
  });
});

test('a change that names a place which the plan does not have says which', () => {
  const places = {
    districts: [],
    townships: [{ id: 't1', name: { zh: '甲', en: 'A' } }],
    sites: [],
    labs: [{ id: 'l1', name: { zh: '一', en: 'One' } }],
  };
  expect(strangePlaces(lab, places)).toEqual([]);
  expect(strangePlaces({ ...lab, lab: 'l7' }, places)).toEqual(['l7']);
  expect(strangePlaces({ ...lab, lab: 'all' }, places)).toEqual([]);
  expect(strangePlaces({ ...teams, where: { townships: ['t1', 't2'] } }, places)).toEqual(['t2']);
  expect(strangePlaces(teams, places)).toEqual([]);
});

describe('rows of the track', () => {
  const extent = fc
    .record({ from: fc.integer({ min: 0, max: 900 }), length: fc.integer({ min: 1, max: 300 }) })
    .map(({ from, length }) => ({ from, to: from + length }));

  test('no two changes of one row touch, and there are no more rows than changes', () => {
    fc.assert(
      fc.property(fc.array(extent, { maxLength: 15 }), fc.option(fc.integer({ min: 0, max: 14 }), { nil: null }), (extents, held) => {
        const { rows, count } = packRows(extents, held);
        expect(count).toBeLessThanOrEqual(extents.length);
        const touching = extents.flatMap((a, i) =>
          extents.filter((b, j) => j > i && rows[j] === rows[i] && a.to >= b.from && b.to >= a.from),
        );
        expect(touching).toEqual([]);
      }),
    );
  });

  test('what is held gives way to the others, who stay where they are', () => {
    const still = [
      { from: 0, to: 100 },
      { from: 50, to: 150 },
    ];
    const before = packRows(still).rows;
    for (const from of [0, 60, 120, 300]) expect(packRows([...still, { from, to: from + 80 }], 2).rows.slice(0, 2)).toEqual(before);
  });
});
