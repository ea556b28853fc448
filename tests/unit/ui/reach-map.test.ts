import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readGrid } from '../../../src/geo/index.ts';
import { createCellShapes, isochroneEdges } from '../../../src/ui/emergency/cellShapes.ts';
import { REACH_CLASSES, reachClass, reachColors } from '../../../src/ui/emergency/reachClasses.ts';

const grid = readGrid(JSON.parse(readFileSync(new URL('../../../data/ezhou/grid.json', import.meta.url), 'utf8')));
const shapes = createCellShapes(grid, ([x, y]) => ({ x, y }));

describe('the response map', () => {
  test('an edge is the city’s outline exactly when no cell lies on its other side', () => {
    const rows = Array.from({ length: shapes.edges.length / 3 }, (_, row) => shapes.edges.slice(3 * row, 3 * row + 3));
    const outer = rows.filter(([, other]) => other < 0);
    expect(2 * (rows.length - outer.length) + outer.length).toBe(6 * grid.cells);
    const hasCellAt = (lng: number, lat: number) =>
      grid.lng.some((value, c) => Math.abs(value - lng) < 0.003 && Math.abs(grid.lat[c] - lat) < 0.003);
    const across = outer.map(([cell, , k]) => {
      const [a, b] = [grid.corners[k], grid.corners[(k + 1) % 6]];
      return [grid.lng[cell] + a[0] + b[0], grid.lat[cell] + a[1] + b[1]];
    });
    expect(across.filter(([lng, lat]) => hasCellAt(lng, lat))).toEqual([]);
  });

  test('the isochrone around one cell is its six edges; around the whole city it is the outline', () => {
    const inside = Array.from(grid.lng.keys()).find((cell) => {
      const own = Array.from({ length: shapes.edges.length / 3 }, (_, row) => shapes.edges.slice(3 * row, 3 * row + 2));
      return own.filter((pair) => pair.includes(cell)).every((pair) => pair[1] >= 0);
    })!;
    const one = new Float64Array(grid.cells).fill(99);
    one[inside] = 5;
    expect(isochroneEdges(shapes, one, 15)).toHaveLength(6);
    expect(isochroneEdges(shapes, new Float64Array(grid.cells), 15)).toEqual(
      Array.from({ length: shapes.edges.length / 3 }, (_, row) => 3 * row).filter((row) => shapes.edges[row + 1] < 0),
    );
  });

  test('a limit itself is still within it; each class has a colour of its own', () => {
    expect([0, 5, 5.01, 15, 15.01, 30, 30.01, Infinity].map(reachClass)).toEqual([0, 0, 1, 2, 3, 4, 5, 5]);
    for (const theme of ['light', 'dark'] as const) expect(new Set(reachColors(theme)).size).toBe(REACH_CLASSES);
  });
});
