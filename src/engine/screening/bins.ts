import { blockFreed } from './block.ts';
import { BIN_TICKS } from './state.ts';

/** 5-minute bin of an instant; what lies beyond the last counts there. */
export function binAt(bins: number, at: number): number {
  return Math.min(bins - 1, Math.floor(at / BIN_TICKS));
}

/**
 * Counts the first `count` instants of blockFreed plus an offset, which are in order, by 5-minute bin in counts[base … base + bins). Each
 * bin counts how far it reaches, so the loop asks one thing only, of every fourth person.
 */
export function countInBins(counts: Int32Array, base: number, bins: number, count: number, offset: number): void {
  for (let k = 0; k < count;) {
    const first = k;
    const bin = binAt(bins, blockFreed[k] + offset);
    const end = bin === bins - 1 ? Infinity : (bin + 1) * BIN_TICKS - offset;
    k++;
    while (k + 3 < count && blockFreed[k + 3] < end) k += 4;
    while (k < count && blockFreed[k] < end) k++;
    counts[base + bin] += k - first;
  }
}
