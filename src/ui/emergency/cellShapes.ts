import type { Position } from 'geojson';
import type { RoadGrid } from '../../geo/index.ts';

/** Corners and edges of a grid's cells on the map's plane, worked out once. */
export interface CellShapes {
  /** Corners of a cell. */
  readonly corners: number;
  /** x, y of each corner of each cell. */
  readonly xy: Float64Array;
  /** Pairs of neighbouring cells with the ends of their common edge: cell, cell (−1 at the city's edge), corner of the first cell. */
  readonly edges: Int32Array;
}

/** Middles of one edge, as two neighbours compute it, agree to about 60 m; those of different edges lie 300 m apart at least. */
const STEPS_A_DEGREE = 1600;

/** Finds the edge that lies where another cell's edge has been put. */
class EdgePlaces {
  readonly #rows = new Map<string, number>();

  put(lng: number, lat: number, row: number): void {
    this.#rows.set(`${Math.round(lng * STEPS_A_DEGREE)} ${Math.round(lat * STEPS_A_DEGREE)}`, row);
  }

  find(lng: number, lat: number): number | undefined {
    const [x, y] = [Math.round(lng * STEPS_A_DEGREE), Math.round(lat * STEPS_A_DEGREE)];
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const row = this.#rows.get(`${x + dx} ${y + dy}`);
        if (row !== undefined) return row;
      }
    }
    return undefined;
  }
}

/** `project` gives plane coordinates of a longitude and latitude. */
export function createCellShapes(grid: RoadGrid, project: (position: Position) => { readonly x: number; readonly y: number }): CellShapes {
  const corners = grid.corners.length;
  const xy = new Float64Array(grid.cells * corners * 2);
  const edges: number[] = [];
  const places = new EdgePlaces();
  for (let cell = 0; cell < grid.cells; cell++) {
    for (let k = 0; k < corners; k++) {
      const here = cornerOf(grid, cell, k);
      const { x, y } = project(here);
      xy[2 * (cell * corners + k)] = x;
      xy[2 * (cell * corners + k) + 1] = y;
      const next = cornerOf(grid, cell, (k + 1) % corners);
      const [lng, lat] = [(here[0] + next[0]) / 2, (here[1] + next[1]) / 2];
      const other = places.find(lng, lat);
      if (other === undefined) {
        places.put(lng, lat, edges.length);
        edges.push(cell, -1, k);
      } else edges[other + 1] = cell;
    }
  }
  return { corners, xy, edges: Int32Array.from(edges) };
}

const cornerOf = (grid: RoadGrid, cell: number, corner: number): [number, number] => [
  grid.lng[cell] + grid.corners[corner][0],
  grid.lat[cell] + grid.corners[corner][1],
];

/** Edges, by their row, between cells within a limit and cells beyond it or outside the city: the isochrone. */
export function isochroneEdges({ edges }: CellShapes, minutes: ArrayLike<number>, limit: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < edges.length; row += 3) {
    const outside = edges[row + 1] < 0 ? false : minutes[edges[row + 1]] <= limit;
    if (minutes[edges[row]] <= limit !== outside) rows.push(row);
  }
  return rows;
}
