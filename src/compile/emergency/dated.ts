import type { Hospital } from '../../city/index.ts';
import type { PlannedStation } from '../../coverage/index.ts';
import { RURAL, URBAN, type EmergencyChange, type EmergencyTravel, type VehicleInputs } from '../../engine/index.ts';
import { TICKS_PER_HOUR } from '../../units/index.ts';
import type { EmergencyDated } from './edits.ts';

interface Context {
  readonly stations: readonly PlannedStation[];
  readonly hospitals: readonly Hospital[];
  readonly vehicles: VehicleInputs;
  readonly roadsOf: (shut: readonly number[]) => EmergencyTravel;
  readonly roadsShut: readonly number[];
  /** Ticks from the start of the run to the order. */
  readonly order: number;
}

const AREA_ROWS = { urban: [URBAN], rural: [RURAL], all: [URBAN, RURAL] } as const;

/** Dated changes in the engine's terms, in the order of their instants. Throws RangeError where one names what the city does not have. */
export function compileDated(dated: readonly EmergencyDated[], context: Context): EmergencyChange[] {
  return [...dated.flatMap((change) => compileOne(change, context)), ...compileClosures(dated, context)].sort((a, b) => a.at - b.at);
}

function compileOne(change: EmergencyDated, { stations, hospitals, vehicles, order }: Context): EmergencyChange[] {
  const ticks = (hours: number): number => order + Math.round(hours * TICKS_PER_HOUR);
  const at = ticks(change.at);
  const until = change.until === undefined ? Infinity : ticks(change.until);
  const pair = (first: EmergencyChange, last: EmergencyChange): EmergencyChange[] => (until === Infinity ? [first] : [first, last]);
  switch (change.kind) {
    case 'calls':
      return [{ at, kind: 'calls', factor: change.factor, until }];
    case 'travel':
      return AREA_ROWS[change.area].flatMap((area) =>
        pair({ at, kind: 'travel', area, factor: change.factor }, { at: until, kind: 'travel', area, factor: 1 }),
      );
    case 'stationClosed': {
      const station = rowOf(stations, change.station);
      return pair({ at, kind: 'station', station, closed: true }, { at: until, kind: 'station', station, closed: false });
    }
    case 'hospitalClosed': {
      const hospital = rowOf(hospitals, change.hospital);
      return pair({ at, kind: 'hospital', hospital, closed: true }, { at: until, kind: 'hospital', hospital, closed: false });
    }
    case 'vehiclesOut': {
      const station = rowOf(stations, change.station);
      const own = Array.from(vehicles.station.keys()).filter((v) => vehicles.station[v] === station && vehicles.dutyLength[v] > 0);
      return own
        .slice(0, change.vehicles)
        .flatMap((vehicle) =>
          pair({ at, kind: 'vehicle', vehicle, inService: false }, { at: until, kind: 'vehicle', vehicle, inService: true }),
        );
    }
    case 'roadsShut':
      return [];
  }
}

/** At every instant at which a closure begins or ends: the tables of the roads that are open from then on. */
function compileClosures(dated: readonly EmergencyDated[], { roadsOf, roadsShut, order }: Context): EmergencyChange[] {
  const closures = dated.flatMap((change) => (change.kind === 'roadsShut' ? [change] : []));
  const instants = [...new Set(closures.flatMap(({ at, until }) => (until === undefined ? [at] : [at, until])))];
  return instants.map((at) => {
    const shut = closures.filter((closure) => closure.at <= at && at < (closure.until ?? Infinity)).flatMap(({ roads }) => roads);
    return { at: order + Math.round(at * TICKS_PER_HOUR), kind: 'roads', travel: roadsOf([...roadsShut, ...shut]) };
  });
}

function rowOf(rows: readonly { readonly id: string }[], id: string): number {
  const row = rows.findIndex((candidate) => candidate.id === id);
  if (row < 0) throw new RangeError(`compileEmergency: no place ${id}`);
  return row;
}
