import { schedule } from '../kernel/index.ts';
import type { EmergencyInput } from './input.ts';
import { AWAY, MISSION, NONE, ROAMING, STANDING, type EmergencyState } from './state.ts';
import { roamingTicksToStation, slownessAt, startToStation } from './ways.ts';

/** Kinds of events; a lower number goes first among those of one instant. */
export const EVENT = { change: 0, duty: 1, repaired: 2, breaks: 3, ruleEnds: 4, ruleBegins: 5, free: 6 } as const;
export type EventKind = (typeof EVENT)[keyof typeof EVENT];

export const plan = (state: EmergencyState, at: number, kind: EventKind, a: number, b = 0): void =>
  schedule(state.calendar, at, kind, a, b);

/** Whether a vehicle may be sent when it is not on a mission. */
export function isAvailable(state: EmergencyState, v: number): boolean {
  const { inService, broken, onDuty, calledUntil, base } = state.vehicles;
  if (inService[v] === 0 || broken[v] === 1 || state.stationClosed[base[v]] === 1) return false;
  return onDuty[v] === 1 || calledUntil[v] > state.now;
}

function stand(state: EmergencyState, v: number): void {
  const { standing, vehicles } = state;
  const { base, next, phase } = vehicles;
  const station = base[v];
  phase[v] = STANDING;
  vehicles.from[v] = station;
  vehicles.gone[v] = 0;
  if (standing[station] === NONE || standing[station] > v) {
    next[v] = standing[station];
    standing[station] = v;
    return;
  }
  let before = standing[station];
  while (next[before] !== NONE && next[before] < v) before = next[before];
  next[v] = next[before];
  next[before] = v;
}

function roam(state: EmergencyState, v: number): void {
  state.vehicles.phase[v] = ROAMING;
  state.roaming[state.roamingCount++] = v;
}

/** Takes a free vehicle from where it stands or drives; the caller gives it its next phase. */
export function takeFree(state: EmergencyState, v: number): void {
  const { standing, vehicles, roaming } = state;
  const { base, next, phase } = vehicles;
  if (phase[v] === STANDING) {
    const station = base[v];
    if (standing[station] === v) standing[station] = next[v];
    else {
      let before = standing[station];
      while (next[before] !== v) before = next[before];
      next[before] = next[v];
    }
    next[v] = NONE;
  } else {
    let k = 0;
    while (roaming[k] !== v) k++;
    roaming[k] = roaming[--state.roamingCount];
  }
  state.free--;
  state.fleetChanges++;
}

/** A vehicle whose mission is over, or that is called, is free: at its station, or on its way there. */
export function release(state: EmergencyState, v: number): void {
  if (state.vehicles.backAt[v] > state.now) roam(state, v);
  else stand(state, v);
  state.free++;
  state.fleetChanges++;
}

/** Sends a vehicle that is between missions home: over the road from the point where it is. In `whole` missions it is there already. */
export function driveHome(state: EmergencyState, v: number): void {
  const { vehicles, input, now } = state;
  const station = vehicles.base[v];
  const isThere = input.times.whole !== null;
  const ticks = isThere ? 0 : Math.round(startToStation(state, v, station) * slownessAt(state, input.stations.area[station], now));
  setOut(state, v, ticks);
}

/** A way to the vehicle's station begins; nothing happens at its end but that the vehicle is there, which is seen when it is looked at. */
function setOut(state: EmergencyState, v: number, ticks: number): void {
  const { vehicles, missions, now } = state;
  vehicles.leftAt[v] = now;
  vehicles.backAt[v] = now + ticks;
  if (vehicles.lastCall[v] !== NONE) missions.backAt[vehicles.lastCall[v]] = vehicles.backAt[v];
}

/** Lets vehicles that have reached their stations stand there; needed before free vehicles are looked at. */
export function settleArrivals(state: EmergencyState): void {
  const { roaming, vehicles, now } = state;
  for (let k = state.roamingCount - 1; k >= 0; k--) {
    const v = roaming[k];
    if (vehicles.backAt[v] > now) continue;
    roaming[k] = roaming[--state.roamingCount];
    vehicles.lastCall[v] = NONE;
    stand(state, v);
  }
}

/** A vehicle is sent on: its last way home ends here. */
export function endReturn({ vehicles, missions, now }: EmergencyState, v: number): void {
  const call = vehicles.lastCall[v];
  if (call === NONE) return;
  missions.backAt[call] = Math.min(missions.backAt[call], now);
  vehicles.lastCall[v] = NONE;
}

/** Moves a free vehicle up to another station, by road from where it is. */
export function moveUp(state: EmergencyState, v: number, station: number): void {
  const { vehicles, now, input } = state;
  const ticks = roamingOrStanding(state, v, station);
  const gone = vehicles.phase[v] === STANDING ? 0 : shareOfWay(state, v);
  takeFree(state, v);
  // Where it is now, as a point between the two ends of the way that it leaves.
  vehicles.towards[v] = vehicles.base[v];
  if (vehicles.phase[v] === STANDING) vehicles.from[v] = vehicles.base[v];
  vehicles.gone[v] = gone;
  vehicles.base[v] = station;
  setOut(state, v, Math.max(1, Math.round(ticks * slownessAt(state, input.stations.area[station], now))));
  release(state, v);
}

function shareOfWay({ vehicles, now }: EmergencyState, v: number): number {
  const length = vehicles.backAt[v] - vehicles.leftAt[v];
  return length <= 0 ? 1 : Math.min(1, (now - vehicles.leftAt[v]) / length);
}

/** Ticks off peak from a free vehicle to a station. */
export const roamingOrStanding = (state: EmergencyState, v: number, station: number): number =>
  state.vehicles.phase[v] === STANDING
    ? state.travel.stationToStation[state.vehicles.base[v] * state.input.stations.count + station]
    : roamingTicksToStation(state, v, station);

/** A vehicle that is not free any more is away; what it was at hand since the warm-up is counted. */
export function putAway(state: EmergencyState, v: number): void {
  const { vehicles, input } = state;
  vehicles.phase[v] = AWAY;
  vehicles.atHand[v] += spanThatCounts(input, vehicles.since[v], state.now);
}

/** Ticks of a span between the end of the warm-up and the last call. */
export const spanThatCounts = ({ warmUp, horizon }: EmergencyInput, from: number, until: number): number =>
  Math.max(0, Math.min(until, horizon) - Math.max(from, warmUp));

/** Puts a vehicle at hand or away after its duty, service or station changed; one on a mission finishes it first. True when it became free. */
export function settleVehicle(state: EmergencyState, v: number): boolean {
  const { phase } = state.vehicles;
  if (phase[v] === MISSION) return false;
  const isThere = isAvailable(state, v);
  if (isThere === (phase[v] !== AWAY)) return false;
  if (isThere) {
    state.vehicles.since[v] = state.now;
    release(state, v);
    return true;
  }
  takeFree(state, v);
  putAway(state, v);
  return false;
}
