import { deflateSync, inflateSync } from 'fflate';

/** Length of a step, minutes. */
export const STEP_MINUTES = 15;

/** Waits by site and quarter hour after the order, row by row: [site × steps + step]. Levels as in levels.ts. */
export interface WaitGrids {
  readonly steps: number;
  readonly p10: Uint8Array;
  readonly p50: Uint8Array;
  readonly p90: Uint8Array;
  /** Percent of the runs in which the site was open then, 0–100. */
  readonly open: Uint8Array;
}

/** Neighbouring quarter hours are alike, so the change from the one before packs best. */
function changes(grid: Uint8Array, steps: number): Uint8Array {
  return grid.map((level, i) => (i % steps === 0 ? level : (level - grid[i - 1]) & 255));
}

function sums(grid: Uint8Array, steps: number): Uint8Array {
  for (let i = 0; i < grid.length; i++) if (i % steps !== 0) grid[i] = (grid[i] + grid[i - 1]) & 255;
  return grid;
}

/** A grid as base64 of its packed changes; the same bytes everywhere. */
export function packGrid(grid: Uint8Array, steps: number): string {
  const packed = deflateSync(changes(grid, steps), { level: 9 });
  let binary = '';
  for (let i = 0; i < packed.length; i++) binary += String.fromCharCode(packed[i]);
  return btoa(binary);
}

/** The grid of `rows` × `steps` bytes that was packed; null when it is no base64, no deflate, or of another size. */
export function unpackGrid(base64: string, rows: number, steps: number): Uint8Array | null {
  try {
    const binary = atob(base64);
    const packed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    // One byte more than wanted, so that a longer one shows; nothing beyond it is ever written.
    const grid = inflateSync(packed, { out: new Uint8Array(rows * steps + 1) });
    return grid.length === rows * steps ? sums(grid.slice(), steps) : null;
  } catch {
    return null;
  }
}
