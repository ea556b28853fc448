import type { RunState } from '../../src/engine/index.ts';

/** Instant at which each tube came to the lab that reads it, in ticks, by the tube's place in the state; −1 for one that has not come to any. */
export function atLabOf({ tube, parcel, site }: RunState): Float64Array {
  const atLab = new Float64Array(tube.closedAt.length).fill(-1);
  for (let id = 0; id < parcel.size; id++) {
    const first = site.tubeStart[parcel.site[id]] + parcel.from[id];
    if (parcel.recalled[id] === 0) atLab.fill(parcel.atLabAt[id], first, first + parcel.tubes[id]);
  }
  return atLab;
}

/** The same of each re-swab, in the order of recall. */
export function recallsAtLabOf({ recall, parcel }: RunState): Float64Array {
  const atLab = new Float64Array(recall.size).fill(-1);
  for (let id = 0; id < parcel.size; id++) if (parcel.recalled[id] === 1) atLab[parcel.from[id]] = parcel.atLabAt[id];
  return atLab;
}
