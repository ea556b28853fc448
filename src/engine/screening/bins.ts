import { blockFreed } from './block.ts';
import { BIN_TICKS } from './state.ts';

/** 5-minute bin of an instant; what lies beyond the last counts there. */
export function binAt(bins: number, at: number): number {
  return Math.min(bins - 1, Math.floor(at / BIN_TICKS));
}

/** Bins that one count may spread over, a power of two: 56 days. */
const SPREAD = 16_384;
const inTurn0 = new Int32Array(SPREAD);
const inTurn1 = new Int32Array(SPREAD);
const inTurn2 = new Int32Array(SPREAD);
const inTurn3 = new Int32Array(SPREAD);
const BIN_SHARE = 1 / BIN_TICKS;

/**
 * Counts the instants from … to − 1 of blockFreed plus an offset, whole ticks in order, by 5-minute bin in counts[base … base + bins).
 * Where they all lie in one bin it looks at the first and the last only.
 */
export function countInBins(counts: Int32Array, base: number, bins: number, from: number, to: number, offset: number): void {
  if (from >= to) return;
  const first = binAt(bins, blockFreed[from] + offset);
  const latest = blockFreed[to - 1] + offset;
  if (latest < (first + 1) * BIN_TICKS) counts[base + first] += to - from;
  else if (latest < Math.min(bins, first + SPREAD) * BIN_TICKS) {
    spread(from, to, offset - first * BIN_TICKS);
    const reached = binAt(bins, latest) - first;
    for (let bin = 0; bin <= reached; bin++) {
      counts[base + first + bin] += inTurn0[bin] + inTurn1[bin] + inTurn2[bin] + inTurn3[bin];
      inTurn0[bin] = inTurn1[bin] = inTurn2[bin] = inTurn3[bin] = 0;
    }
  } else for (let k = from; k < to; k++) counts[base + binAt(bins, blockFreed[k] + offset)]++;
}

/**
 * Counts in four arrays in turn: neighbours mostly fall into one bin, and a count that has just been written is slow to read again. Half a
 * tick keeps whole ones off the edge, where a product may err.
 */
function spread(from: number, to: number, offset: number): void {
  const shift = offset + 0.5;
  let k = from;
  for (; k + 3 < to; k += 4) {
    inTurn0[((blockFreed[k] + shift) * BIN_SHARE) & (SPREAD - 1)]++;
    inTurn1[((blockFreed[k + 1] + shift) * BIN_SHARE) & (SPREAD - 1)]++;
    inTurn2[((blockFreed[k + 2] + shift) * BIN_SHARE) & (SPREAD - 1)]++;
    inTurn3[((blockFreed[k + 3] + shift) * BIN_SHARE) & (SPREAD - 1)]++;
  }
  for (; k < to; k++) inTurn0[((blockFreed[k] + shift) * BIN_SHARE) & (SPREAD - 1)]++;
}
