import type { Hospital } from '../../city/index.ts';
import type { PlannedStation } from '../../coverage/index.ts';
import type { EmergencyTravel } from '../../engine/index.ts';
import { createDrive, minutesFrom, nearestCell, type RoadGrid } from '../../geo/index.ts';
import type { Settings } from '../../scenario/index.ts';
import type { LngLat } from '../../units/index.ts';
import { TICKS_PER_MINUTE } from '../../units/index.ts';

/** Where no road leads people are reached otherwise, by boat or on foot, in so many minutes (assumed). */
const OFF_ROAD_MINUTES = 240;
const PEAK_HOURS: ReadonlySet<number> = new Set([7, 8, 17, 18]);

/** Tables of travel ticks off peak over the road grid, between stations, hospitals and the cells that people call from. */
export function compileRoads(
  grid: RoadGrid,
  cells: Int32Array,
  stations: readonly PlannedStation[],
  hospitals: readonly Hospital[],
  settings: Settings,
  roadsShut: readonly number[],
): EmergencyTravel {
  const speeds = {
    urban: settings['emergency.urbanSpeedKmh'],
    rural: settings['emergency.ruralSpeedKmh'],
    motorway: settings['emergency.motorwaySpeedKmh'],
  };
  const drive = createDrive(grid, speeds, { shutRoads: roadsShut });
  const fields = (places: readonly { readonly at: LngLat }[]) => places.map(({ at }) => minutesFrom(drive, at));
  const [fromStations, fromHospitals] = [fields(stations), fields(hospitals)];
  const atStations = Int32Array.from(stations, ({ at }) => nearestCell(grid, at));
  return {
    stationToPlace: table(fromStations, cells),
    hospitalToPlace: table(fromHospitals, cells),
    placeToStation: transposed(fromStations, cells),
    placeToHospital: transposed(fromHospitals, cells),
    hospitalToStation: table(fromHospitals, atStations),
    stationToStation: withoutDiagonal(table(fromStations, atStations), stations.length),
    slowness: slownessByHour(settings),
  };
}

const ticksOf = (minutes: number): number => Math.round(Math.min(minutes, OFF_ROAD_MINUTES) * TICKS_PER_MINUTE);

const table = (fields: readonly Float64Array[], cells: Int32Array): Int32Array => {
  const out = new Int32Array(fields.length * cells.length);
  fields.forEach((field, row) => cells.forEach((cell, k) => (out[row * cells.length + k] = ticksOf(field[cell]))));
  return out;
};

/** Ways are as long in both directions. */
const transposed = (fields: readonly Float64Array[], cells: Int32Array): Int32Array => {
  const out = new Int32Array(fields.length * cells.length);
  fields.forEach((field, row) => cells.forEach((cell, k) => (out[k * fields.length + row] = ticksOf(field[cell]))));
  return out;
};

function withoutDiagonal(square: Int32Array, size: number): Int32Array {
  for (let i = 0; i < size; i++) square[i * size + i] = 0;
  return square;
}

/** [area × hour] factor of travel time: the peak hours', over the area's factor of speed. */
function slownessByHour(settings: Settings): Float64Array {
  const areas = [
    { peak: settings['emergency.urbanPeakFactor'], speed: settings['emergency.urbanSpeedFactor'] },
    { peak: settings['emergency.ruralPeakFactor'], speed: settings['emergency.ruralSpeedFactor'] },
  ];
  return Float64Array.from(
    areas.flatMap(({ peak, speed }) => Array.from({ length: 24 }, (_, h) => (PEAK_HOURS.has(h) ? peak : 1) / speed)),
  );
}
