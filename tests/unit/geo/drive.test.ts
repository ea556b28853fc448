import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createDrive,
  createGraph,
  createRoadGrid,
  formatGrid,
  minutesFrom,
  readGrid,
  shortestMinutes,
  travelMinutes,
  WAY,
  type RoadGrid,
  type Way,
} from '../../../src/geo/index.ts';

/** Cells in a row, about 960 m apart. */
function cellsInARow(count: number, urban: readonly number[] = []) {
  return {
    resolution: 8,
    lng: Float64Array.from({ length: count }, (_, c) => Math.round((114 + c * 0.01) * 1e5) / 1e5),
    lat: new Float64Array(count).fill(30),
    residents: new Int32Array(count).fill(100),
    townships: new Int16Array(count),
    urban: Uint8Array.from({ length: count }, (_, c) => urban[c] ?? 0),
    wet: new Uint8Array(count),
    metric: { latitude: 30, north: 111_195.08, east: 96_297.7, eastSlope: -970.356 },
    corners: [],
    insideMetres: 400,
  };
}

const local = (from: number, to: number, metres = 1250): Way => ({ from, to, metres, kind: WAY.local, road: -1 });
const SPEEDS = { urban: 30, rural: 60, motorway: 100 };

const randomGrid = fc
  .record({
    count: fc.integer({ min: 2, max: 40 }),
    ways: fc.array(
      fc.record({ a: fc.nat(), b: fc.nat(), metres: fc.integer({ min: 1, max: 30_000 }), kind: fc.integer({ min: 0, max: 4 }) }),
      { maxLength: 120 },
    ),
    urban: fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 40 }),
  })
  .map(({ count, ways, urban }): RoadGrid => {
    const list = ways
      .map(({ a, b, metres, kind }, road): Way => ({
        from: a % count,
        to: b % count,
        metres,
        kind: kind as Way['kind'],
        road: kind === WAY.local || kind === WAY.ferry ? -1 : road,
      }))
      .filter(({ from, to }) => from !== to);
    return createRoadGrid(cellsInARow(count, urban), list);
  });

describe('driving over the grid', () => {
  it('takes half of a local way at each end’s speed, roads and motorways at their own, a ferry by the clock', () => {
    const grid = createRoadGrid(cellsInARow(5, [1, 0]), [
      local(0, 1, 2000),
      { from: 1, to: 2, metres: 5000, kind: WAY.motorway, road: 0 },
      { from: 2, to: 3, metres: 3000, kind: WAY.rural, road: 1 },
      { from: 3, to: 4, metres: 900, kind: WAY.ferry, road: -1 },
    ]);
    const minutes = Array.from(travelMinutes(grid, 0, SPEEDS));
    expect(minutes[1]).toBeCloseTo(2 + 1, 12);
    expect(minutes[2]).toBeCloseTo(3 + 3, 12);
    expect(minutes[3]).toBeCloseTo(6 + 3, 12);
    expect(minutes[4]).toBeCloseTo(9 + 15, 12);
  });

  it('is as short as Dijkstra’s with a heap, for any network', () => {
    fc.assert(
      fc.property(randomGrid, fc.nat(), (grid, start) => {
        const from = start % grid.cells;
        const drive = createDrive(grid, SPEEDS);
        const edges = [];
        for (let c = 0; c < grid.cells; c++)
          for (let e = grid.starts[c]; e < grid.starts[c + 1]; e++)
            if (grid.targets[e] > c) edges.push({ from: c, to: grid.targets[e], minutes: drive.minutes[e] });
        const oracle = shortestMinutes(createGraph(grid.cells, edges), from);
        const minutes = minutesFrom(drive, from);
        oracle[from] = minutes[from];
        expect(minutes).toEqual(oracle);
      }),
      { seed: 20260, numRuns: 200 },
    );
  });

  it('a drive used again for another origin gives what a new one gives', () => {
    fc.assert(
      fc.property(randomGrid, (grid) => {
        const drive = createDrive(grid, SPEEDS);
        minutesFrom(drive, 0);
        minutesFrom(drive, grid.cells - 1);
        expect(minutesFrom(drive, 1)).toEqual(travelMinutes(grid, 1, SPEEDS));
      }),
      { seed: 20261, numRuns: 50 },
    );
  });

  it('a shut road is not driven, a slow one takes longer, a shut cell is neither left nor entered', () => {
    const grid = createRoadGrid(cellsInARow(4), [
      { from: 0, to: 1, metres: 6000, kind: WAY.rural, road: 7 },
      { from: 0, to: 1, metres: 10_000, kind: WAY.rural, road: 8 },
      local(1, 2, 1000),
      local(2, 3, 1000),
    ]);
    const minutes = (conditions = {}) => Array.from(minutesFrom(createDrive(grid, SPEEDS, conditions), 0)).slice(1);
    expect(minutes()).toEqual([6, 7, 8]);
    expect(minutes({ shutRoads: [7] })).toEqual([10, 11, 12]);
    expect(minutes({ slowRoads: new Map([[7, 0.75]]) })).toEqual([8, 9, 10]);
    expect(minutes({ shutCells: [2] })).toEqual([6, Infinity, Infinity]);
    expect(Array.from(minutesFrom(createDrive(grid, SPEEDS, { shutCells: [0] }), 0))).toEqual([Infinity, Infinity, Infinity, Infinity]);
  });

  it('walkers do not use a motorway', () => {
    const grid = createRoadGrid(cellsInARow(2), [{ from: 0, to: 1, metres: 1000, kind: WAY.motorway, road: 0 }]);
    expect(travelMinutes(grid, 0, { urban: 4, rural: 4, motorway: 0 })[1]).toBe(Infinity);
  });

  it('a point reaches its cell and those around it directly, no one nearer than the mean of a cell', () => {
    const grid = createRoadGrid(cellsInARow(3), [local(0, 1), local(1, 2)]);
    const minutes = travelMinutes(grid, [114.004, 30], SPEEDS);
    // 0.004 and 0.006 degrees of 96,298 m, × 1.3, at a kilometre a minute.
    expect(minutes[0]).toBeCloseTo(0.501, 3);
    expect(minutes[1]).toBeCloseTo(0.751, 3);
    expect(minutes[2]).toBeCloseTo(0.751 + 1.25, 3);
    expect(travelMinutes(grid, [114, 30], SPEEDS)[0]).toBe(0.4);
  });

  it('extreme speeds change nothing but the times: all 1 km/h against 300', () => {
    const grid = createRoadGrid(
      cellsInARow(30, [1, 1, 1]),
      Array.from({ length: 29 }, (_, c) => local(c, c + 1)),
    );
    const minutes = travelMinutes(grid, 0, { urban: 1, rural: 300, motorway: 0 });
    expect(minutes[2]).toBeCloseTo(150, 9);
    expect(minutes[29]).toBeCloseTo(150 + 37.5 + 0.125 + 26 * 0.25, 9);
  });

  it('refuses speeds that are not positive and ways to nowhere', () => {
    const grid = createRoadGrid(cellsInARow(2), [local(0, 1)]);
    for (const urban of [0, -1, NaN]) expect(() => createDrive(grid, { ...SPEEDS, urban })).toThrow(RangeError);
    for (const way of [local(0, 2), local(1, 1), local(0, 1, 0), local(0, 1, 1.5)])
      expect(() => createRoadGrid(cellsInARow(2), [way])).toThrow(RangeError);
  });
});

describe('the grid’s file', () => {
  it('gives the grid back', () => {
    fc.assert(
      fc.property(randomGrid, (grid) => {
        expect(readGrid(JSON.parse(formatGrid(grid, 'x')))).toEqual(grid);
      }),
      { seed: 20262, numRuns: 50 },
    );
  });

  it('is refused when it is another or torn', () => {
    expect(() => readGrid({ schema: 'pingzhan.city/1' })).toThrow(RangeError);
    expect(() => readGrid(null)).toThrow(RangeError);
    const text = formatGrid(createRoadGrid(cellsInARow(3), [local(0, 1)]), 'x');
    expect(() => readGrid({ ...JSON.parse(text), cells: 4 })).toThrow(RangeError);
  });
});
