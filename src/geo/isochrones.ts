import type { MultiPolygon } from 'geojson';
import type { RoadGrid } from './roadGrid.ts';

/** Cells reached within `limit` minutes, ascending. */
export function isochroneCells(minutes: ArrayLike<number>, limit: number): number[] {
  const cells: number[] = [];
  for (let c = 0; c < minutes.length; c++) if (minutes[c] <= limit) cells.push(c);
  return cells;
}

/** H3 indexes of cells; H3 is loaded for it. */
export async function cellIds(grid: RoadGrid, cells: readonly number[]): Promise<string[]> {
  const h3 = await import('h3-js');
  return cells.map((c) => h3.latLngToCell(grid.lat[c], grid.lng[c], grid.resolution));
}

/** The outline around cells as GeoJSON, holes included; H3 is loaded for it. */
export async function outlineOfCells(grid: RoadGrid, cells: readonly number[]): Promise<MultiPolygon> {
  const h3 = await import('h3-js');
  const round = ([lng, lat]: readonly number[]): [number, number] => [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
  const coordinates = h3.cellsToMultiPolygon(await cellIds(grid, cells), true);
  return { type: 'MultiPolygon', coordinates: coordinates.map((rings) => rings.map((ring) => ring.map(round))) };
}
