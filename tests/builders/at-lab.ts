import type { RunState } from '../../src/engine/index.ts';

/** Instant at which each tube came to the lab that reads it, in ticks, by the tube's number; −1 for one that has not come to any. */
export function atLabOf({ tube, parcel }: RunState): Float64Array {
  const atLab = new Float64Array(tube.closedAt.length).fill(-1);
  for (let id = 0; id < parcel.size; id++) atLab.fill(parcel.atLabAt[id], parcel.from[id], parcel.from[id] + parcel.tubes[id]);
  return atLab;
}
