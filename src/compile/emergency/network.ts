import type { CityPack, Hospital } from '../../city/index.ts';
import { planStations, type PlannedStation } from '../../coverage/index.ts';
import { RURAL, URBAN, type CallPlaces, type EmergencyInput, type TransferInputs } from '../../engine/index.ts';
import { cellMiddle, nearestCell, type RoadGrid } from '../../geo/index.ts';
import { findClock, resolveSettings, type Scenario, type Settings } from '../../scenario/index.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, type LngLat } from '../../units/index.ts';
import { compileDated } from './dated.ts';
import { NO_EMERGENCY_EDITS, type EmergencyEdits } from './edits.ts';
import { complianceList, compileEscalation, compileFleet } from './fleet.ts';
import { compileMission } from './mission.ts';
import { compileRoads } from './roads.ts';

/** The emergency network in the engine's terms, with the people's names of what stands at each index. */
export interface CompiledEmergency {
  readonly input: EmergencyInput;
  readonly settings: Settings;
  readonly stations: readonly PlannedStation[];
  readonly hospitals: readonly Hospital[];
  /** Middle of the cell of each place. */
  readonly places: readonly LngLat[];
  /** Residents by area, as the run has them. */
  readonly residents: { readonly urban: number; readonly rural: number };
}

/** Share of calls by local hour, relative; few before dawn, many from morning to evening (assumed, the usual shape). */
const HOURS = [
  0.55, 0.45, 0.4, 0.35, 0.35, 0.45, 0.7, 1, 1.3, 1.4, 1.4, 1.35, 1.25, 1.2, 1.2, 1.2, 1.2, 1.25, 1.3, 1.3, 1.25, 1.1, 0.9, 0.7,
];
/** However the day swings, no hour is without calls. */
const LEAST_WEIGHT = 0.05;
const CALLS_PER = 1000;
const REDISPATCH_GAIN_MINUTES = 2;

/**
 * Translates city, scenario and edits into the engine's arrays. People call from the cells that somebody lives in. Throws RangeError where
 * an edit names a place that the city does not have, or where every station is closed.
 */
export function compileEmergency(
  city: CityPack,
  scenario: Pick<Scenario, 'inputs'>,
  grid: RoadGrid,
  edits: EmergencyEdits = NO_EMERGENCY_EDITS,
): CompiledEmergency {
  const { settings } = resolveSettings(scenario, city);
  const stations = planStations(city, edits.stations);
  if (!stations.some(({ state }) => state !== 'closed')) throw new RangeError('compileEmergency: every station is closed');
  const { hospitals } = city;
  const cells = Int32Array.from(grid.residents.keys()).filter((c) => grid.residents[c] > 0);
  const total = cells.reduce((sum, c) => sum + grid.residents[c], 0);
  const scale = settings['city.population'] / total;
  const districts = new Map(city.districts.map(({ id }, row) => [id, row]));
  const districtOfCell = (c: number): number => districts.get(city.townships[Math.max(0, grid.townships[c])].districtId)!;
  const places: CallPlaces = {
    count: cells.length,
    area: Uint8Array.from(cells, (c) => (grid.urban[c] === 1 ? URBAN : RURAL)),
    township: Int32Array.from(cells, (c) => grid.townships[c]),
    district: Int32Array.from(cells, districtOfCell),
    callsPerYear: Float64Array.from(cells, (c) => (grid.residents[c] * scale * settings['emergency.callsPerThousand']) / CALLS_PER),
  };
  const atStations = stations.map(({ at }) => nearestCell(grid, at));
  const vehicles = compileFleet(settings, stations);
  const roadsOf = (shut: readonly number[]) => compileRoads(grid, cells, stations, hospitals, settings, shut);
  const travel = roadsOf(edits.roadsShut);
  const times = compileMission(settings);
  const stationInputs = {
    count: stations.length,
    area: Uint8Array.from(atStations, (c) => (grid.urban[c] === 1 ? URBAN : RURAL)),
    district: Int32Array.from(atStations, districtOfCell),
  };
  const anyDesignated = hospitals.some(({ designated }) => designated);
  const urgent = settings['emergency.urgentShare'];
  const minor = Math.min(1 - urgent, settings['emergency.minorShare']);
  const input: EmergencyInput = {
    warmUp: settings['emergency.warmUpDays'] * TICKS_PER_DAY,
    horizon: (settings['emergency.warmUpDays'] + settings['emergency.days']) * TICKS_PER_DAY,
    startClock: (findClock(settings['order.clock']) ?? 0) * TICKS_PER_MINUTE,
    startWeekday: 0,
    places,
    stations: stationInputs,
    hospitals: {
      count: hospitals.length,
      takesCalls: new Uint8Array(hospitals.length).fill(1),
      takesTransfers: Uint8Array.from(hospitals, ({ designated }) => (designated || !anyDesignated ? 1 : 0)),
    },
    vehicles,
    travel,
    hourWeights: hourWeights(settings['emergency.hourSwing']),
    dayWeights: new Float64Array(7).fill(1),
    severityShares: Float64Array.of(urgent, 1 - urgent - minor, minor),
    times,
    transfers: compileTransfers(city, grid, cells, settings, edits),
    rules: {
      policy: settings['emergency.policy'],
      priority: settings['emergency.priority'],
      heldForCalls: settings['emergency.heldForCalls'],
      redispatchGain: REDISPATCH_GAIN_MINUTES * TICKS_PER_MINUTE,
      waitingRoom: Infinity,
      compliance:
        settings['emergency.policy'] === 'moveUp'
          ? complianceList({ places, stations: stationInputs, travel, times }, vehicles, settings)
          : new Int32Array(0),
    },
    escalation: compileEscalation(settings),
    breakdown: {
      meanUp: settings['emergency.breakdownDays'] * TICKS_PER_DAY,
      repair: settings['emergency.repairHours'] * TICKS_PER_HOUR,
    },
    speedCv: settings['uncertainty.luckOnly'] ? 0 : settings['emergency.speedCv'],
    changes: compileDated(edits.dated, {
      stations,
      hospitals,
      vehicles,
      roadsOf,
      roadsShut: edits.roadsShut,
      order: settings['emergency.warmUpDays'] * TICKS_PER_DAY,
    }),
  };
  const people = { urban: 0, rural: 0 };
  for (const c of cells) people[grid.urban[c] === 1 ? 'urban' : 'rural'] += grid.residents[c] * scale;
  return { input, settings, stations, hospitals, places: Array.from(cells, (c) => cellMiddle(grid, c)), residents: people };
}

function hourWeights(swing: number): Float64Array {
  const mean = HOURS.reduce((sum, weight) => sum + weight, 0) / HOURS.length;
  return Float64Array.from(HOURS, (weight) => Math.max(LEAST_WEIGHT, 1 + (weight / mean - 1) * swing));
}

/** Confirmed cases: so many a day wherever people live, and those of known hours from the cell of their village. */
function compileTransfers(
  city: CityPack,
  grid: RoadGrid,
  cells: Int32Array,
  settings: Settings,
  { cases }: EmergencyEdits,
): TransferInputs {
  const order = settings['emergency.warmUpDays'] * TICKS_PER_DAY;
  const placeOfCell = new Map(Array.from(cells, (c, place) => [c, place]));
  const listed = cases
    .map(({ at, villageId }) => {
      const village = city.villages.find(({ id }) => id === villageId);
      if (!village) throw new RangeError(`compileEmergency: no village ${villageId}`);
      const place = placeOfCell.get(nearestCell(grid, village.at));
      return { at: order + Math.round(at * TICKS_PER_HOUR), place: place ?? nearestPlace(grid, cells, village.at) };
    })
    .toSorted((a, b) => a.at - b.at);
  return {
    perDay: settings['emergency.transfersPerDay'],
    from: 0,
    until: Infinity,
    hourWeights: new Float64Array(24).fill(1),
    placeWeights: Float64Array.from(cells, (c) => grid.residents[c]),
    listedAt: Float64Array.from(listed, ({ at }) => at),
    listedPlace: Int32Array.from(listed, ({ place }) => place),
  };
}

/** The inhabited cell nearest to a point. */
function nearestPlace(grid: RoadGrid, cells: Int32Array, [lng, lat]: LngLat): number {
  let nearest = 0;
  let least = Infinity;
  cells.forEach((c, place) => {
    const squared = (grid.lng[c] - lng) * (grid.lng[c] - lng) + (grid.lat[c] - lat) * (grid.lat[c] - lat);
    if (squared < least) [least, nearest] = [squared, place];
  });
  return nearest;
}
