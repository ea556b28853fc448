import { moveUp as driveTo, roamingOrStanding } from '../fleet.ts';
import { NONE, ROAMING, STANDING, type EmergencyState } from '../state.ts';
import { nearestFree } from './nearest.ts';
import type { Policy } from './policy.ts';

/** Closest free, and free vehicles move to where the compliance table wants that many free vehicles to stand. */
export const moveUp: Policy = {
  choose: (state, call) => nearestFree(state, state.calls.place[call], -1),
  isFirstServed: true,
  onFleetChanged(state) {
    const { input, vehicles, free } = state;
    const wanted = state.scratch.fill(0);
    const list = input.rules.compliance;
    for (let k = 0; k < Math.min(free, list.length); k++) wanted[list[k]]++;
    for (let v = 0; v < input.vehicles.count; v++) if (isFree(state, v)) wanted[vehicles.base[v]]--;
    for (let k = 0; k < Math.min(free, list.length); k++) {
      const station = list[k];
      if (wanted[station] <= 0 || state.stationClosed[station] === 1) continue;
      const mover = nearestSpare(state, station, wanted);
      if (mover === NONE) return;
      wanted[vehicles.base[mover]]++;
      wanted[station]--;
      driveTo(state, mover, station);
    }
  },
};

const isFree = ({ vehicles }: EmergencyState, v: number): boolean => vehicles.phase[v] === STANDING || vehicles.phase[v] === ROAMING;

/** The free vehicle of a station that has more than it should which is soonest at another. */
function nearestSpare(state: EmergencyState, station: number, wanted: Int32Array): number {
  let best = NONE;
  let least = Infinity;
  for (let v = 0; v < state.input.vehicles.count; v++) {
    if (!isFree(state, v) || wanted[state.vehicles.base[v]] >= 0) continue;
    const ticks = roamingOrStanding(state, v, station);
    if (ticks < least) {
      best = v;
      least = ticks;
    }
  }
  return best;
}
