import { expectedTicks } from '../mission.ts';
import { NONE, type EmergencyState } from '../state.ts';

/**
 * The free vehicle that is expected at the place first: standing ones by their station, those on the road from where they are. Of equals
 * the one at a station, then the lower number. `district`: only vehicles of this district's stations; −1 takes all.
 */
export function nearestFree(state: EmergencyState, place: number, district: number): number {
  const { standing, nearest, input, roaming, vehicles } = state;
  const { stations } = input;
  let best = NONE;
  let least = Infinity;
  const row = place * stations.count;
  for (let k = 0; k < stations.count; k++) {
    const station = nearest[row + k];
    if (standing[station] === NONE || (district >= 0 && stations.district[station] !== district)) continue;
    best = standing[station];
    least = expectedTicks(state, best, place);
    break;
  }
  for (let k = 0; k < state.roamingCount; k++) {
    const v = roaming[k];
    if (district >= 0 && stations.district[vehicles.base[v]] !== district) continue;
    const ticks = expectedTicks(state, v, place);
    if (ticks < least || (ticks === least && best !== NONE && vehicles.phase[best] === vehicles.phase[v] && v < best)) {
      best = v;
      least = ticks;
    }
  }
  return least === Infinity ? NONE : best;
}
