import type { EmergencyRun } from '../engine/index.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR, type LngLat } from '../units/index.ts';
import type { MissionTrace, NetworkPoints } from './emergency-types.ts';

/** What a vehicle is doing, for a map. `away`: off duty or not called. */
export const VEHICLE_DOES = ['away', 'standing', 'turningOut', 'toPatient', 'atPatient', 'toHospital', 'atHospital', 'returning'] as const;
export type VehicleDoes = (typeof VEHICLE_DOES)[number];

export interface VehicleNow {
  readonly does: VehicleDoes;
  readonly at: LngLat;
  /** Row of its mission in the trace; −1 between missions. */
  readonly mission: number;
}

/** Points of a network in the engine's numbering. */
export function networkPoints(
  stations: readonly { readonly at: LngLat }[],
  hospitals: readonly { readonly at: LngLat }[],
  places: readonly LngLat[],
): NetworkPoints {
  const all = [...stations.map(({ at }) => at), ...hospitals.map(({ at }) => at), ...places];
  return {
    stations: stations.length,
    hospitals: hospitals.length,
    lng: Float64Array.from(all, ([lng]) => lng),
    lat: Float64Array.from(all, ([, lat]) => lat),
  };
}

/** The missions of a stretch of a finished run, those under way at its start included. Instants are ticks. */
export function traceMissions(run: EmergencyRun, from: number, until: number, points: NetworkPoints): MissionTrace {
  const { calls, missions, input } = run;
  const rows: number[] = [];
  for (let i = 0; i < calls.count; i++) {
    const endsAt = Number.isNaN(missions.backAt[i]) ? missions.freeAt[i] : missions.backAt[i];
    if (missions.vehicle[i] >= 0 && missions.dispatchAt[i] < until && endsAt > from) rows.push(i);
  }
  const hours = (column: Float64Array): Float64Array => Float64Array.from(rows, (i) => (column[i] - from) / TICKS_PER_HOUR);
  const { stations } = points;
  return {
    startClock: ((from + input.startClock) % TICKS_PER_DAY) / TICKS_PER_HOUR,
    hours: (until - from) / TICKS_PER_HOUR,
    callAt: hours(calls.at),
    dispatchAt: hours(missions.dispatchAt),
    leaveAt: hours(missions.leaveAt),
    arriveAt: hours(missions.arriveAt),
    leaveSceneAt: hours(missions.leaveSceneAt),
    hospitalAt: hours(missions.hospitalAt),
    freeAt: hours(missions.freeAt),
    backAt: hours(missions.backAt),
    place: Int32Array.from(rows, (i) => stations + points.hospitals + calls.place[i]),
    from: Int32Array.from(rows, (i) => missions.from[i]),
    hospital: Int32Array.from(rows, (i) => (missions.hospital[i] < 0 ? -1 : stations + missions.hospital[i])),
    station: Int32Array.from(rows, (i) => missions.station[i]),
    vehicle: Int32Array.from(rows, (i) => missions.vehicle[i]),
    severity: Uint8Array.from(rows, (i) => calls.severity[i]),
    homes: Int32Array.from(input.vehicles.station, (station, v) => (input.vehicles.dutyLength[v] > 0 ? station : -1)),
    points,
  };
}

/** Rows of a trace by vehicle, in the order of their orders. */
export function missionsByVehicle({ vehicle, dispatchAt, homes }: MissionTrace): readonly (readonly number[])[] {
  const rows: number[][] = Array.from(homes, () => []);
  vehicle.forEach((v, row) => rows[v].push(row));
  for (const own of rows) own.sort((a, b) => dispatchAt[a] - dispatchAt[b]);
  return rows;
}

/** Where a vehicle is at an hour of the trace and what it does. Between two points it is drawn on the straight line: schematic. */
export function vehicleAt(trace: MissionTrace, missions: readonly number[], vehicle: number, hour: number): VehicleNow {
  let row = -1;
  for (const candidate of missions) if (trace.dispatchAt[candidate] <= hour) row = candidate;
  if (row < 0) return idle(trace, trace.homes[vehicle]);
  const at = (point: number): LngLat => [trace.points.lng[point], trace.points.lat[point]];
  const between = (a: number, b: number, from: number, until: number): LngLat => {
    const share = until <= from ? 1 : Math.min(1, Math.max(0, (hour - from) / (until - from)));
    const [[lngA, latA], [lngB, latB]] = [at(a), at(b)];
    return [lngA + (lngB - lngA) * share, latA + (latB - latA) * share];
  };
  const { place, from, hospital, station } = trace;
  const now = (does: VehicleDoes, where: LngLat): VehicleNow => ({ does, at: where, mission: row });
  if (hour < trace.leaveAt[row]) return now('turningOut', at(from[row]));
  if (hour < trace.arriveAt[row]) return now('toPatient', between(from[row], place[row], trace.leaveAt[row], trace.arriveAt[row]));
  const isTaken = hospital[row] >= 0;
  if (hour < trace.leaveSceneAt[row] || (!isTaken && hour < trace.freeAt[row])) return now('atPatient', at(place[row]));
  if (hour < trace.hospitalAt[row])
    return now('toHospital', between(place[row], hospital[row], trace.leaveSceneAt[row], trace.hospitalAt[row]));
  if (hour < trace.freeAt[row]) return now('atHospital', at(hospital[row]));
  const end = isTaken ? hospital[row] : place[row];
  if (hour < trace.backAt[row]) return now('returning', between(end, station[row], trace.freeAt[row], trace.backAt[row]));
  return idle(trace, trace.homes[vehicle] < 0 ? -1 : station[row]);
}

function idle({ points }: MissionTrace, station: number): VehicleNow {
  const does: VehicleDoes = station < 0 ? 'away' : 'standing';
  const row = Math.max(0, station);
  return { does, at: [points.lng[row], points.lat[row]], mission: -1 };
}
