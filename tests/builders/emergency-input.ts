import type { EmergencyInput } from '../../src/engine/index.ts';
import { QUANTILE_CELLS } from '../../src/engine/random/index.ts';
import { TICKS_PER_DAY, TICKS_PER_MINUTE } from '../../src/units/index.ts';

/** A quantile table that always draws the same. */
export const always = (ticks: number): Float64Array => new Float64Array(QUANTILE_CELLS + 1).fill(ticks);

export interface TinyCity {
  /** Minutes on a line: where stations, hospitals and places lie. */
  readonly stations?: readonly number[];
  readonly hospitals?: readonly number[];
  readonly places?: readonly number[];
  /** Stations of the vehicles. */
  readonly vehicles?: readonly number[];
  readonly callsPerDay?: number;
  readonly days?: number;
}

/** A city on a line, its places called from alike; minutes between any two points are their distance. Everything else is plain. */
export function tinyEmergency(city: TinyCity = {}, over: Partial<EmergencyInput> = {}): EmergencyInput {
  const stations = city.stations ?? [0, 20];
  const hospitals = city.hospitals ?? [10];
  const places = city.places ?? [2, 8, 14, 19];
  const vehicles = city.vehicles ?? [0, 0, 1, 1];
  const between = (from: readonly number[], to: readonly number[]): Int32Array =>
    Int32Array.from(from.flatMap((a) => to.map((b) => Math.abs(a - b) * TICKS_PER_MINUTE)));
  const perYear = ((city.callsPerDay ?? 20) * 365) / places.length;
  const middle = (Math.max(...stations) + Math.min(...stations)) / 2;
  return {
    horizon: (city.days ?? 30) * TICKS_PER_DAY,
    warmUp: 0,
    startClock: 0,
    startWeekday: 0,
    places: {
      count: places.length,
      area: Uint8Array.from(places, (at) => (at > middle ? 1 : 0)),
      township: Int32Array.from(places, (_, p) => p),
      district: Int32Array.from(places, (at) => (at > middle ? 1 : 0)),
      callsPerYear: new Float64Array(places.length).fill(perYear),
    },
    stations: {
      count: stations.length,
      area: Uint8Array.from(stations, (at) => (at > middle ? 1 : 0)),
      district: Int32Array.from(stations, (at) => (at > middle ? 1 : 0)),
    },
    hospitals: {
      count: hospitals.length,
      takesCalls: new Uint8Array(hospitals.length).fill(1),
      takesTransfers: new Uint8Array(hospitals.length).fill(1),
    },
    vehicles: {
      count: vehicles.length,
      key: Int32Array.from(vehicles, (_, v) => v),
      station: Int32Array.from(vehicles),
      dutyStart: new Int32Array(vehicles.length),
      dutyLength: new Int32Array(vehicles.length).fill(TICKS_PER_DAY),
      borrowed: new Uint8Array(vehicles.length),
    },
    travel: {
      stationToPlace: between(stations, places),
      placeToHospital: between(places, hospitals),
      hospitalToStation: between(hospitals, stations),
      placeToStation: between(places, stations),
      hospitalToPlace: between(hospitals, places),
      stationToStation: between(stations, stations),
      slowness: new Float64Array(48).fill(1),
    },
    hourWeights: new Float64Array(24).fill(1),
    dayWeights: new Float64Array(7).fill(1),
    severityShares: Float64Array.of(0.2, 0.5, 0.3),
    times: {
      handling: TICKS_PER_MINUTE,
      turnout: always(2 * TICKS_PER_MINUTE),
      scene: always(15 * TICKS_PER_MINUTE),
      handover: always(12 * TICKS_PER_MINUTE),
      cleaning: 10 * TICKS_PER_MINUTE,
      cleaningInfectious: 30 * TICKS_PER_MINUTE,
      transported: Float64Array.of(1, 0.8, 0.6),
      infectious: 0.02,
      whole: null,
    },
    transfers: {
      perDay: 0,
      from: 0,
      until: Infinity,
      hourWeights: new Float64Array(24).fill(1),
      placeWeights: new Float64Array(places.length).fill(1),
      listedAt: new Float64Array(0),
      listedPlace: new Int32Array(0),
    },
    rules: {
      policy: 'closest',
      priority: true,
      heldForCalls: 0,
      redispatchGain: 2 * TICKS_PER_MINUTE,
      waitingRoom: Infinity,
      compliance: new Int32Array(0),
    },
    escalation: [],
    breakdown: { meanUp: 0, repair: 0 },
    speedCv: 0,
    changes: [],
    ...over,
  };
}
