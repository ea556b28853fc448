import type { LngLat } from '../units/index.ts';
import { metresBetween, type FlatMetric } from './flatMetric.ts';

/** What a way is driven at. On local ways half of the length counts at each end's speed; a ferry's length is its seconds. */
export const WAY = { local: 0, urban: 1, rural: 2, motorway: 3, ferry: 4 } as const;
export type WayKind = (typeof WAY)[keyof typeof WAY];

/** Local access is so much longer than the straight line (assumed); road links carry their own length. */
export const DETOUR = 1.3;

/** A way between two cells, usable in both directions. */
export interface Way {
  readonly from: number;
  readonly to: number;
  /** Whole metres on the road, detour included; seconds for a ferry. */
  readonly metres: number;
  readonly kind: WayKind;
  /** Row of the city's road; −1 for local ways. */
  readonly road: number;
}

/** The cells of a city and what lies in each. */
export interface GridCells {
  /** H3 resolution: 8 has cells of about 0.7 km², 9 of about 0.1 km². */
  readonly resolution: number;
  /** Middle of each cell, degrees with five decimals. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** Modelled residents; they add up to the city's. */
  readonly residents: Int32Array;
  /** Row of the township that a cell's middle lies in. */
  readonly townships: Int16Array;
  /** 1 in the urban core, 0 elsewhere. */
  readonly urban: Uint8Array;
  /** 1 where nobody lives and open water lies: no local way leads from one such cell to another. */
  readonly wet: Uint8Array;
  readonly metric: FlatMetric;
  /** Corners of a cell as degrees from its middle, in turning order; the city is small enough for one set. */
  readonly corners: readonly LngLat[];
  /** Nobody in a cell is nearer to its middle, by road: the mean over the cell, whole metres. */
  readonly insideMetres: number;
}

/** A city as cells that ways join: the ways of cell c stand at starts[c] … starts[c + 1], their targets ascending. */
export interface RoadGrid extends GridCells {
  readonly cells: number;
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  readonly metres: Int32Array;
  readonly kinds: Uint8Array;
  readonly roads: Int16Array;
}

/** The grid over cells and ways. Throws RangeError on a way to nowhere, to its own cell or of no whole, positive length. */
export function createRoadGrid(cells: GridCells, ways: readonly Way[]): RoadGrid {
  const count = cells.lng.length;
  const isCell = (cell: number) => Number.isInteger(cell) && cell >= 0 && cell < count;
  const both: Way[] = [];
  for (const way of ways) {
    if (!isCell(way.from) || !isCell(way.to) || way.from === way.to) throw new RangeError(`createRoadGrid: no way ${way.from} – ${way.to}`);
    if (!Number.isInteger(way.metres) || way.metres <= 0) throw new RangeError(`createRoadGrid: a way of ${way.metres} metres`);
    both.push(way, { ...way, from: way.to, to: way.from });
  }
  both.sort((a, b) => a.from - b.from || a.to - b.to || a.kind - b.kind || a.metres - b.metres);
  const starts = new Int32Array(count + 1);
  for (const { from } of both) starts[from + 1]++;
  for (let c = 0; c < count; c++) starts[c + 1] += starts[c];
  return {
    ...cells,
    cells: count,
    starts,
    targets: Int32Array.from(both, ({ to }) => to),
    metres: Int32Array.from(both, ({ metres }) => metres),
    kinds: Uint8Array.from(both, ({ kind }) => kind),
    roads: Int16Array.from(both, ({ road }) => road),
  };
}

export const cellMiddle = (grid: GridCells, cell: number): LngLat => [grid.lng[cell], grid.lat[cell]];

/** The cell whose middle is nearest; the earlier of equals. A point outside the city gets the cell at its edge. */
export function nearestCell(grid: GridCells, at: LngLat): number {
  const { metric, lng, lat } = grid;
  const east = metric.east + metric.eastSlope * (at[1] - metric.latitude);
  let nearest = 0;
  let least = Infinity;
  for (let c = 0; c < lng.length; c++) {
    const x = (lng[c] - at[0]) * east;
    const y = (lat[c] - at[1]) * metric.north;
    const squared = x * x + y * y;
    if (squared < least) {
      least = squared;
      nearest = c;
    }
  }
  return nearest;
}

/** Whole metres over local roads from a point to a cell's middle, at least the mean way inside a cell. */
export function accessMetres(grid: GridCells, at: LngLat, cell: number): number {
  return Math.max(grid.insideMetres, Math.round(metresBetween(grid.metric, at, cellMiddle(grid, cell)) * DETOUR));
}
