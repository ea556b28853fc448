import { EVENT, driveHome, endReturn, plan, release, settleVehicle, takeFree } from './fleet.ts';
import { TRANSFER } from './input.ts';
import { MISSION, NONE, STANDING, type EmergencyState } from './state.ts';
import { pointOf, roamingTicks, slownessAt, ticksToPlace } from './ways.ts';

/** Ticks off peak from a free vehicle to a place. */
const ticksFromFree = (state: EmergencyState, v: number, place: number): number =>
  state.vehicles.phase[v] === STANDING ? ticksToPlace(state, state.vehicles.base[v], place) : roamingTicks(state, v, place);

/** Ticks until a free vehicle would be at a place, with the mean turn-out where its crew is at the station. */
export function expectedTicks(state: EmergencyState, v: number, place: number): number {
  const turnout = state.vehicles.phase[v] === STANDING ? state.meanTurnout : 0;
  return turnout + ticksFromFree(state, v, place) * slownessAt(state, state.input.places.area[place], state.now);
}

/** Sends a free vehicle to a call: writes the mission down to its end. */
export function send(state: EmergencyState, v: number, call: number): void {
  const { vehicles, missions, calls, input, now } = state;
  const place = calls.place[call];
  const area = input.places.area[place];
  const isStanding = vehicles.phase[v] === STANDING;
  const ticks = ticksFromFree(state, v, place);
  missions.vehicle[call] = v;
  missions.station[call] = vehicles.base[v];
  missions.from[call] = isStanding ? vehicles.base[v] : pointOf(state, v);
  missions.dispatchAt[call] = now;
  takeFree(state, v);
  endReturn(state, v);
  vehicles.phase[v] = MISSION;
  vehicles.call[v] = call;
  vehicles.from[v] = missions.from[call];
  vehicles.order[v]++;
  const { times } = input;
  if (times.whole !== null) {
    missions.leaveAt[call] = now;
    missions.arriveAt[call] = now + Math.round(ticks * slownessAt(state, area, now));
    missions.leaveSceneAt[call] = Math.max(missions.arriveAt[call], now + calls.whole[call]);
    missions.freeAt[call] = now + calls.whole[call];
  } else {
    const leaveAt = now + (isStanding ? calls.turnout[call] : 0);
    const arriveAt = leaveAt + Math.round(ticks * slownessAt(state, area, leaveAt));
    missions.leaveAt[call] = leaveAt;
    missions.arriveAt[call] = arriveAt;
    finishMission(state, call, arriveAt + calls.scene[call]);
  }
  plan(state, missions.freeAt[call], EVENT.free, v, vehicles.order[v]);
}

/** From the scene to the hospital and until the vehicle is clean; treated on the spot it is cleaned there. */
function finishMission(state: EmergencyState, call: number, leaveSceneAt: number): void {
  const { missions, calls, input } = state;
  const place = calls.place[call];
  const isTransfer = calls.severity[call] === TRANSFER;
  const hospital = calls.transported[call] === 0 ? NONE : (isTransfer ? state.transferHospitalFor : state.hospitalFor)[place];
  const cleaning = calls.infectious[call] === 1 ? input.times.cleaningInfectious : input.times.cleaning;
  missions.leaveSceneAt[call] = leaveSceneAt;
  missions.hospital[call] = hospital;
  if (hospital === NONE) {
    missions.hospitalAt[call] = NaN;
    missions.freeAt[call] = leaveSceneAt + cleaning;
    return;
  }
  const ticks = state.travel.placeToHospital[place * input.hospitals.count + hospital];
  missions.hospitalAt[call] = leaveSceneAt + Math.round(ticks * slownessAt(state, input.places.area[place], leaveSceneAt));
  missions.freeAt[call] = missions.hospitalAt[call] + calls.handover[call] + cleaning;
}

/** The crew has done with its patient and its vehicle: it stands where the mission ended, ready for home or the next call. */
export function endMission(state: EmergencyState, v: number): void {
  const { vehicles, missions, nodes, calls } = state;
  const call = vehicles.call[v];
  const hospital = missions.hospital[call];
  vehicles.lastCall[v] = call;
  vehicles.call[v] = NONE;
  vehicles.from[v] =
    state.input.times.whole !== null ? vehicles.base[v] : hospital === NONE ? nodes.places + calls.place[call] : nodes.hospitals + hospital;
  vehicles.gone[v] = 0;
  state.open--;
}

/** Takes a crew that has not arrived off its call; it is free where it is. The call is the caller's to give away. */
export function recallCrew(state: EmergencyState, v: number): void {
  const { vehicles, missions, calls, nodes, now } = state;
  const call = vehicles.call[v];
  const length = missions.arriveAt[call] - missions.leaveAt[call];
  vehicles.call[v] = NONE;
  missions.vehicle[call] = NONE;
  vehicles.order[v]++;
  vehicles.towards[v] = nodes.places + calls.place[call];
  vehicles.gone[v] = now <= missions.leaveAt[call] || length <= 0 ? 0 : Math.min(1, (now - missions.leaveAt[call]) / length);
  driveHome(state, v);
  release(state, v);
  settleVehicle(state, v);
}
