import type { LngLat } from '../units/index.ts';

const ORDER_BITS = 12;
const SIDE = 1 << ORDER_BITS;

/** Position of a cell on the Hilbert curve of a 4,096 × 4,096 grid: cells near each other on the curve are near each other on the map. */
function hilbertIndex(column: number, row: number): number {
  let x = column;
  let y = row;
  let index = 0;
  for (let side = SIDE >> 1; side > 0; side >>= 1) {
    const right = (x & side) > 0 ? 1 : 0;
    const upper = (y & side) > 0 ? 1 : 0;
    index += side * side * ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) {
        x = SIDE - 1 - x;
        y = SIDE - 1 - y;
      }
      [x, y] = [y, x];
    }
  }
  return index;
}

/** Order (as indices) that walks points in a chain of neighbours along a Hilbert curve over their common box; equals by index. */
export function neighbourOrder(points: readonly LngLat[]): number[] {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [lng, lat] of points) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const scale = (SIDE - 1) / Math.max(east - west, north - south, 1e-9);
  const keys = points.map(([lng, lat]) => hilbertIndex(Math.floor((lng - west) * scale), Math.floor((lat - south) * scale)));
  return points.map((_, i) => i).sort((a, b) => keys[a] - keys[b] || a - b);
}
