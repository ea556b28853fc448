import type { LngLat } from '../units/index.ts';
import type { FlatMetric } from './flatMetric.ts';
import { createRoadGrid, WAY, type RoadGrid, type Way, type WayKind } from './roadGrid.ts';

export const GRID_SCHEMA = 'pingzhan.grid/1';

/**
 * A grid as JSON. Columns are little-endian integers in base64: middles as Int32 of 1e-5 degree, residents Int32, townships Int16, urban and wet Uint8.
 * Local ways are given once, from the lower cell: how many a cell has (Uint8), their targets as steps up from it (Uint16) and metres (Uint16).
 * `links`: [from, to, metres or a ferry's seconds, kind, row of the road].
 */
export interface GridFile {
  readonly schema: typeof GRID_SCHEMA;
  readonly city: string;
  readonly resolution: number;
  readonly cells: number;
  readonly metric: FlatMetric;
  readonly corners: readonly LngLat[];
  readonly insideMetres: number;
  readonly lng: string;
  readonly lat: string;
  readonly residents: string;
  readonly townships: string;
  readonly urban: string;
  readonly wet: string;
  readonly localCounts: string;
  readonly localSteps: string;
  readonly localMetres: string;
  readonly links: readonly (readonly [from: number, to: number, length: number, kind: WayKind, road: number])[];
}

const FIFTH_DECIMAL = 1e5;

/** Whole numbers as base64 of little-endian integers of `size` bytes. */
function pack(values: ArrayLike<number>, size: 1 | 2 | 4): string {
  let binary = '';
  for (let i = 0; i < values.length; i++) for (let b = 0; b < size; b++) binary += String.fromCharCode((values[i] >>> (8 * b)) & 0xff);
  return btoa(binary);
}

function unpack(base64: string, size: 1 | 2 | 4): Int32Array {
  const binary = atob(base64);
  const values = new Int32Array(binary.length / size);
  for (let i = 0; i < binary.length; i++) values[(i / size) | 0] |= binary.charCodeAt(i) << (8 * (i % size));
  return values;
}

/** The grid as a file, a field a line. Throws RangeError when two neighbours are too far apart for it. */
export function formatGrid(grid: RoadGrid, city: string): string {
  const counts: number[] = [];
  const steps: number[] = [];
  const metres: number[] = [];
  const links: GridFile['links'][number][] = [];
  for (let c = 0; c < grid.cells; c++) {
    let count = 0;
    for (let e = grid.starts[c]; e < grid.starts[c + 1]; e++) {
      const to = grid.targets[e];
      if (to < c) continue;
      const kind = grid.kinds[e] as WayKind;
      if (kind === WAY.local) {
        if (to - c > 0xffff || grid.metres[e] > 0xffff) throw new RangeError(`formatGrid: cells ${c} and ${to} are too far apart`);
        count++;
        steps.push(to - c);
        metres.push(grid.metres[e]);
      } else links.push([c, to, grid.metres[e], kind, grid.roads[e]]);
    }
    counts.push(count);
  }
  const degrees = (values: Float64Array) => Array.from(values, (value) => Math.round(value * FIFTH_DECIMAL));
  const file: GridFile = {
    schema: GRID_SCHEMA,
    city,
    resolution: grid.resolution,
    cells: grid.cells,
    metric: grid.metric,
    corners: grid.corners,
    insideMetres: grid.insideMetres,
    lng: pack(degrees(grid.lng), 4),
    lat: pack(degrees(grid.lat), 4),
    residents: pack(grid.residents, 4),
    townships: pack(grid.townships, 2),
    urban: pack(grid.urban, 1),
    wet: pack(grid.wet, 1),
    localCounts: pack(counts, 1),
    localSteps: pack(steps, 2),
    localMetres: pack(metres, 2),
    links,
  };
  return `{\n${Object.entries(file)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
    .join(',\n')}\n}\n`;
}

/** A grid out of a file that `formatGrid` made. Throws RangeError when it is another file or its columns do not fit together. */
export function readGrid(json: unknown): RoadGrid {
  const file = json as GridFile | null;
  if (file?.schema !== GRID_SCHEMA) throw new RangeError(`readGrid: no ${GRID_SCHEMA}`);
  const degrees = (base64: string) => Float64Array.from(unpack(base64, 4), (value) => value / FIFTH_DECIMAL);
  const counts = unpack(file.localCounts, 1);
  const steps = unpack(file.localSteps, 2);
  const metres = unpack(file.localMetres, 2);
  const ways: Way[] = file.links.map(([from, to, length, kind, road]) => ({ from, to, metres: length, kind, road }));
  for (let from = 0, at = 0; from < file.cells; from++) {
    for (let k = 0; k < counts[from]; k++, at++) ways.push({ from, to: from + steps[at], metres: metres[at], kind: WAY.local, road: -1 });
  }
  const cells = {
    resolution: file.resolution,
    lng: degrees(file.lng),
    lat: degrees(file.lat),
    residents: unpack(file.residents, 4),
    townships: Int16Array.from(unpack(file.townships, 2)),
    urban: Uint8Array.from(unpack(file.urban, 1)),
    wet: Uint8Array.from(unpack(file.wet, 1)),
    metric: file.metric,
    corners: file.corners,
    insideMetres: file.insideMetres,
  };
  for (const { length } of [cells.lng, cells.lat, cells.residents, cells.townships, cells.urban, cells.wet, counts]) {
    if (length !== file.cells) throw new RangeError(`readGrid: a column of ${length} rows for ${file.cells} cells`);
  }
  return createRoadGrid(cells, ways);
}
