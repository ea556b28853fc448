import { createCalendar, type Calendar } from '../kernel/index.ts';
import { createStream, drawLognormalFactor, CITY_PLACE, PURPOSE, tableMean } from '../random/index.ts';
import { TICKS_PER_HOUR } from '../../units/index.ts';
import { drawCalls, type CallList } from './calls.ts';
import { AREAS, SEVERITIES, type EmergencyInput, type EmergencyTravel } from './input.ts';

/** What a vehicle does: away (off duty, broken, not called), standing at its station, free on the road, on a mission. */
export const AWAY = 0;
export const STANDING = 1;
export const ROAMING = 2;
export const MISSION = 3;

export const NONE = -1;

/** Classes of the waiting line: severities, then transfers. */
export const CLASSES = SEVERITIES + 1;

/** Points of the network in one numbering: stations, then hospitals, then places. */
export interface NodeNumbers {
  readonly hospitals: number;
  readonly places: number;
}

/** All that a run holds; one file a concern works on it. */
export interface EmergencyState {
  readonly input: EmergencyInput;
  /** Tables in force; a change of roads puts others here. */
  travel: EmergencyTravel;
  readonly calls: CallList;
  readonly nodes: NodeNumbers;
  readonly calendar: Calendar;
  now: number;
  nextCall: number;
  /** Calls received and not yet closed: waiting or on a mission. */
  open: number;
  /** Vehicles standing or roaming. */
  free: number;
  readonly meanTurnout: number;
  /** [area × hour] what the table's ticks are multiplied by now. */
  readonly slowness: Float64Array;
  readonly areaFactor: Float64Array;
  /** [place × stations] stations by travel time to the place. */
  nearest: Int32Array;
  /** Where patients of a place are taken, calls and transfers; −1 where every hospital is closed. */
  readonly hospitalFor: Int32Array;
  readonly transferHospitalFor: Int32Array;
  readonly stationClosed: Uint8Array;
  readonly hospitalClosed: Uint8Array;
  readonly vehicles: VehicleState;
  readonly missions: MissionState;
  readonly queue: QueueState;
  readonly rules: RuleState;
  /** [station] first standing vehicle; chained by `vehicles.next` in the order of their numbers. */
  readonly standing: Int32Array;
  /** Vehicles free on the road, in no order. */
  readonly roaming: Int32Array;
  roamingCount: number;
  /** Raised whenever a vehicle becomes free or is not free any more. */
  fleetChanges: number;
  /** [station] for the policies' sums. */
  readonly scratch: Int32Array;
  /** [4 × vehicle] streams of breakdowns. */
  readonly breakdowns: Int32Array;
}

export interface VehicleState {
  readonly phase: Uint8Array;
  /** Station it belongs to now; move-up changes it. */
  readonly base: Int32Array;
  readonly onDuty: Uint8Array;
  readonly inService: Uint8Array;
  readonly broken: Uint8Array;
  /** Called by an escalation until this tick. */
  readonly calledUntil: Float64Array;
  /** Raised with every order, so that what was planned under an older one is void. */
  readonly order: Int32Array;
  readonly call: Int32Array;
  readonly next: Int32Array;
  /** Way home or to another station: from a point, or from between two, at `leftAt`, there at `backAt`. */
  readonly from: Int32Array;
  readonly towards: Int32Array;
  /** 0: it left at `from`; else the share of the way from there to `towards` that it had gone. */
  readonly gone: Float64Array;
  readonly leftAt: Float64Array;
  readonly backAt: Float64Array;
  /** Ticks that it was at hand or on a mission after the warm-up, and since when it is. */
  readonly atHand: Float64Array;
  readonly since: Float64Array;
  /** Call of the last mission, whose return is not yet written down. */
  readonly lastCall: Int32Array;
}

/** One row a call; instants in ticks, NaN where a step has not happened. */
export interface MissionState {
  readonly dispatchAt: Float64Array;
  readonly leaveAt: Float64Array;
  readonly arriveAt: Float64Array;
  readonly leaveSceneAt: Float64Array;
  readonly hospitalAt: Float64Array;
  readonly freeAt: Float64Array;
  readonly backAt: Float64Array;
  readonly vehicle: Int32Array;
  /** Point that it left, in the numbering of all points. */
  readonly from: Int32Array;
  readonly hospital: Int32Array;
  readonly station: Int32Array;
  /** 1 where the call found no vehicle that might be sent at once; 2 where it was lost. */
  readonly waited: Uint8Array;
}

export interface QueueState {
  /** Waiting calls, transfers not counted. */
  length: number;
  transfers: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly next: Int32Array;
}

export interface RuleState {
  /** Districts help each other until this tick. */
  lendUntil: number;
  /** By rule: waiting for its delay, and in force until. */
  readonly isPending: Uint8Array;
  readonly until: Float64Array;
}

/** A run of one replication before its first event. */
export function createState(input: EmergencyInput, seed: number, replication: number): EmergencyState {
  const { stations, hospitals, vehicles, places } = input;
  const calls = drawCalls(input, seed, replication);
  const instants = (): Float64Array => new Float64Array(calls.count).fill(NaN);
  const driving = drawLognormalFactor(createStream(seed, replication, CITY_PLACE, PURPOSE.driving), input.speedCv);
  return {
    input,
    travel: input.travel,
    calls,
    nodes: { hospitals: stations.count, places: stations.count + hospitals.count },
    calendar: createCalendar(256),
    now: 0,
    nextCall: 0,
    open: 0,
    free: 0,
    meanTurnout: input.times.whole === null ? tableMean(input.times.turnout) : 0,
    slowness: Float64Array.from(input.travel.slowness, (factor) => factor * driving),
    areaFactor: new Float64Array(AREAS).fill(1),
    nearest: nearestStations(input.travel, stations.count, places.count),
    hospitalFor: new Int32Array(places.count),
    transferHospitalFor: new Int32Array(places.count),
    stationClosed: new Uint8Array(stations.count),
    hospitalClosed: new Uint8Array(hospitals.count),
    vehicles: {
      phase: new Uint8Array(vehicles.count),
      base: vehicles.station.slice(),
      onDuty: new Uint8Array(vehicles.count),
      inService: new Uint8Array(vehicles.count).fill(1),
      broken: new Uint8Array(vehicles.count),
      calledUntil: new Float64Array(vehicles.count).fill(-Infinity),
      order: new Int32Array(vehicles.count),
      call: new Int32Array(vehicles.count).fill(NONE),
      next: new Int32Array(vehicles.count).fill(NONE),
      from: vehicles.station.slice(),
      towards: new Int32Array(vehicles.count),
      gone: new Float64Array(vehicles.count),
      leftAt: new Float64Array(vehicles.count),
      backAt: new Float64Array(vehicles.count),
      atHand: new Float64Array(vehicles.count),
      since: new Float64Array(vehicles.count),
      lastCall: new Int32Array(vehicles.count).fill(NONE),
    },
    missions: {
      dispatchAt: instants(),
      leaveAt: instants(),
      arriveAt: instants(),
      leaveSceneAt: instants(),
      hospitalAt: instants(),
      freeAt: instants(),
      backAt: instants(),
      vehicle: new Int32Array(calls.count).fill(NONE),
      from: new Int32Array(calls.count).fill(NONE),
      hospital: new Int32Array(calls.count).fill(NONE),
      station: new Int32Array(calls.count).fill(NONE),
      waited: new Uint8Array(calls.count),
    },
    queue: {
      length: 0,
      transfers: 0,
      first: new Int32Array(CLASSES).fill(NONE),
      last: new Int32Array(CLASSES).fill(NONE),
      next: new Int32Array(calls.count).fill(NONE),
    },
    rules: {
      lendUntil: -Infinity,
      isPending: new Uint8Array(input.escalation.length),
      until: new Float64Array(input.escalation.length).fill(-Infinity),
    },
    standing: new Int32Array(stations.count).fill(NONE),
    roaming: new Int32Array(vehicles.count),
    roamingCount: 0,
    fleetChanges: 0,
    scratch: new Int32Array(stations.count),
    breakdowns: new Int32Array(vehicles.count * 4),
  };
}

const nearestByTable = new WeakMap<Int32Array, Int32Array>();

/** Stations by travel time to each place, the earlier of equals first; computed once a table. */
export function nearestStations(travel: EmergencyTravel, stations: number, places: number): Int32Array {
  const known = nearestByTable.get(travel.stationToPlace);
  if (known) return known;
  const order = new Int32Array(places * stations);
  for (let p = 0; p < places; p++) {
    const row = p * stations;
    for (let s = 0; s < stations; s++) {
      const time = travel.stationToPlace[s * places + p];
      let k = s;
      for (; k > 0 && travel.stationToPlace[order[row + k - 1] * places + p] > time; k--) order[row + k] = order[row + k - 1];
      order[row + k] = s;
    }
  }
  nearestByTable.set(travel.stationToPlace, order);
  return order;
}

/** Local hour of an instant, 0–23. */
export const hourOf = ({ input }: EmergencyState, at: number): number => (((at + input.startClock) / TICKS_PER_HOUR) | 0) % 24;
