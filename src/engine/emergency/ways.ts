import { hourOf, MISSION, NONE, type EmergencyState } from './state.ts';

/** Factor of travel time in an area at an instant. */
export const slownessAt = (state: EmergencyState, area: number, at: number): number =>
  state.slowness[area * 24 + hourOf(state, at)] * state.areaFactor[area];

/** Ticks off peak from any point to a place; between two places by the best station or hospital, which is never too short. */
export function ticksToPlace(state: EmergencyState, from: number, place: number): number {
  const { travel } = state;
  const { places } = state.input;
  if (from < state.nodes.hospitals) return travel.stationToPlace[from * places.count + place];
  if (from < state.nodes.places) return travel.hospitalToPlace[(from - state.nodes.hospitals) * places.count + place];
  return ticksBetweenPlaces(state, from - state.nodes.places, place);
}

function ticksBetweenPlaces({ travel, input }: EmergencyState, from: number, to: number): number {
  const { places, stations, hospitals } = input;
  let least = Infinity;
  for (let s = 0; s < stations.count; s++) {
    const ticks = travel.placeToStation[from * stations.count + s] + travel.stationToPlace[s * places.count + to];
    if (ticks < least) least = ticks;
  }
  for (let h = 0; h < hospitals.count; h++) {
    const ticks = travel.placeToHospital[from * hospitals.count + h] + travel.hospitalToPlace[h * places.count + to];
    if (ticks < least) least = ticks;
  }
  return least;
}

/** Ticks off peak from any point to a station. */
export function ticksToStation(state: EmergencyState, from: number, station: number): number {
  const { travel } = state;
  const { stations } = state.input;
  if (from < state.nodes.hospitals) return travel.stationToStation[from * stations.count + station];
  if (from < state.nodes.places) return travel.hospitalToStation[(from - state.nodes.hospitals) * stations.count + station];
  return travel.placeToStation[(from - state.nodes.places) * stations.count + station];
}

/** Where a free vehicle's way stands at `now`: from its last point to its station, in shares. */
function shareGone({ vehicles }: EmergencyState, vehicle: number, at: number): number {
  const length = vehicles.backAt[vehicle] - vehicles.leftAt[vehicle];
  return length <= 0 ? 1 : Math.min(1, (at - vehicles.leftAt[vehicle]) / length);
}

/** Ticks off peak from where a vehicle set out for home. */
function startTo(state: EmergencyState, vehicle: number, ticksTo: (from: number) => number): number {
  const { from, towards, gone } = state.vehicles;
  const share = gone[vehicle];
  return share === 0 ? ticksTo(from[vehicle]) : (1 - share) * ticksTo(from[vehicle]) + share * ticksTo(towards[vehicle]);
}

/**
 * Ticks off peak to a place from where a vehicle on the road is: between the two ends of its way in the shares of what it has driven and
 * has left.
 */
export function roamingTicks(state: EmergencyState, vehicle: number, place: number): number {
  const gone = shareGone(state, vehicle, state.now);
  const home = ticksToPlace(state, state.vehicles.base[vehicle], place);
  if (gone === 1) return home;
  return (1 - gone) * startTo(state, vehicle, (from) => ticksToPlace(state, from, place)) + gone * home;
}

/** As roamingTicks, to a station. */
export function roamingTicksToStation(state: EmergencyState, vehicle: number, station: number): number {
  const gone = shareGone(state, vehicle, state.now);
  const home = ticksToStation(state, state.vehicles.base[vehicle], station);
  if (gone === 1) return home;
  return (1 - gone) * startTo(state, vehicle, (from) => ticksToStation(state, from, station)) + gone * home;
}

/** Ticks off peak from the point where a vehicle set out to a station. */
export const startToStation = (state: EmergencyState, vehicle: number, station: number): number =>
  startTo(state, vehicle, (from) => ticksToStation(state, from, station));

/** The point nearest to where a vehicle on the road is: what is written down as where it left from. */
export function pointOf(state: EmergencyState, vehicle: number): number {
  const { vehicles } = state;
  if (vehicles.phase[vehicle] === MISSION || shareGone(state, vehicle, state.now) > 0.5) return vehicles.base[vehicle];
  return vehicles.gone[vehicle] > 0.5 ? vehicles.towards[vehicle] : vehicles.from[vehicle];
}

/** Chooses for every place the open hospital that is nearest; needed at the start and whenever one opens or closes. */
export function chooseHospitals(state: EmergencyState): void {
  const { travel } = state;
  const { hospitals, places } = state.input;
  const choose = (out: Int32Array, takes: Uint8Array): void => {
    for (let p = 0; p < places.count; p++) {
      let nearest = NONE;
      for (let h = 0; h < hospitals.count; h++) {
        if (takes[h] === 0 || state.hospitalClosed[h] === 1) continue;
        const isNearer =
          nearest === NONE || travel.placeToHospital[p * hospitals.count + h] < travel.placeToHospital[p * hospitals.count + nearest];
        if (isNearer) nearest = h;
      }
      out[p] = nearest;
    }
  };
  choose(state.hospitalFor, hospitals.takesCalls);
  choose(state.transferHospitalFor, hospitals.takesTransfers);
}
