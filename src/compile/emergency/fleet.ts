import { apportion } from '../../city/index.ts';
import type { PlannedStation } from '../../coverage/index.ts';
import type { EmergencyInput, EscalationRule, VehicleInputs } from '../../engine/index.ts';
import type { Settings } from '../../scenario/index.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE } from '../../units/index.ts';

const DAY_DUTY = { start: 8 * TICKS_PER_HOUR, length: 12 * TICKS_PER_HOUR };
/** Streams' names of a station's vehicles: its row, then the vehicle in it. */
const VEHICLES_PER_STATION = 4096;
const RECALLED = 1024;
const BORROWED = 2048;

interface Row {
  readonly key: number;
  readonly station: number;
  readonly dutyStart: number;
  readonly dutyLength: number;
  readonly borrowed: number;
}

/** The fleet, shared out to the open stations in the proportion of the vehicles that they have, then those that only come when called. */
export function compileFleet(settings: Settings, stations: readonly PlannedStation[]): VehicleInputs {
  const shareOut = (vehicles: number): readonly number[] => shareOfStations(stations, vehicles);
  const onDuty = shareOut(settings['emergency.fleet']);
  const byDay = dayOnly(onDuty, Math.round(settings['emergency.fleet'] * (1 - settings['emergency.nightShare'])));
  const rows: Row[] = onDuty.flatMap((count, station) =>
    Array.from({ length: count }, (_, k): Row => {
      const isRoundTheClock = k < count - byDay[station];
      return {
        key: station * VEHICLES_PER_STATION + k,
        station,
        dutyStart: isRoundTheClock ? 0 : DAY_DUTY.start,
        dutyLength: isRoundTheClock ? TICKS_PER_DAY : DAY_DUTY.length,
        borrowed: 0,
      };
    }),
  );
  const called = (vehicles: number, from: number, borrowed: number): Row[] =>
    shareOut(vehicles).flatMap((count, station) =>
      Array.from({ length: count }, (_, k) => ({
        key: station * VEHICLES_PER_STATION + from + k,
        station,
        dutyStart: 0,
        dutyLength: 0,
        borrowed,
      })),
    );
  if (settings['emergency.escalation']) {
    rows.push(...called(settings['emergency.recallVehicles'], RECALLED, 0), ...called(settings['emergency.borrowVehicles'], BORROWED, 1));
  }
  return {
    count: rows.length,
    key: Int32Array.from(rows, ({ key }) => key),
    station: Int32Array.from(rows, ({ station }) => station),
    dutyStart: Int32Array.from(rows, ({ dutyStart }) => dutyStart),
    dutyLength: Int32Array.from(rows, ({ dutyLength }) => dutyLength),
    borrowed: Uint8Array.from(rows, ({ borrowed }) => borrowed),
  };
}

/** Vehicles by station; closed ones get none, and an even share where no station has any. */
function shareOfStations(stations: readonly PlannedStation[], vehicles: number): readonly number[] {
  const open = stations.map(({ state }) => state !== 'closed');
  const weights = stations.map((station, s) => (open[s] ? station.vehicles : 0));
  const isEmpty = weights.every((weight) => weight === 0);
  return apportion(isEmpty ? open.map((isOpen) => (isOpen ? 1 : 0)) : weights, vehicles);
}

/** Vehicles without a crew at night by station: one at a time where most would be left, so that no station is empty before all have one. */
function dayOnly(onDuty: readonly number[], count: number): number[] {
  const left = [...onDuty];
  for (let k = 0; k < count; k++) left[left.indexOf(Math.max(...left))]--;
  return onDuty.map((vehicles, station) => vehicles - left[station]);
}

const LEND_HOURS = 2;

/** What is done under pressure: districts help each other as soon as somebody waits, crews are recalled, vehicles borrowed. */
export function compileEscalation(settings: Settings): EscalationRule[] {
  if (!settings['emergency.escalation']) return [];
  const hold = settings['emergency.helpHours'] * TICKS_PER_HOUR;
  const ticks = (minutes: number): number => Math.round(minutes * TICKS_PER_MINUTE);
  return [
    { when: 'queued', level: 1, action: 'lend', vehicles: 0, delay: 0, hold: LEND_HOURS * TICKS_PER_HOUR },
    {
      when: 'free',
      level: settings['emergency.recallAtFree'],
      action: 'recall',
      vehicles: settings['emergency.fleet'] + settings['emergency.recallVehicles'],
      delay: ticks(settings['emergency.recallMinutes']),
      hold,
    },
    {
      when: 'queued',
      level: settings['emergency.borrowAtQueued'],
      action: 'borrow',
      vehicles: settings['emergency.borrowVehicles'],
      delay: ticks(settings['emergency.borrowMinutes']),
      hold,
    },
  ];
}

/** Busy share that the order of need is made with (assumed): a second vehicle counts so much less than the first. */
const COMPLIANCE_BUSY = 0.3;

/**
 * Stations by need, for move-up: each next vehicle goes where it adds most calls that a free vehicle reaches within their standard, vehicles
 * being busy now and then (the greedy rule for Daskin's expected covering).
 */
export function complianceList(
  { places, stations, travel, times }: Pick<EmergencyInput, 'places' | 'stations' | 'travel' | 'times'>,
  vehicles: VehicleInputs,
  settings: Settings,
): Int32Array {
  const within = [settings['emergency.urbanStandardMinutes'], settings['emergency.ruralStandardMinutes']].map(
    (minutes) => minutes * TICKS_PER_MINUTE - times.handling - settings['emergency.turnoutMedianMinutes'] * TICKS_PER_MINUTE,
  );
  const worth = places.callsPerYear.slice();
  const hasVehicles = Array.from({ length: stations.count }, (_, s) => vehicles.station.includes(s));
  const list = new Int32Array(vehicles.count);
  const covers = (s: number, p: number): boolean => travel.stationToPlace[s * places.count + p] <= within[places.area[p]];
  const gainOf = (s: number): number => {
    let sum = 0;
    for (let p = 0; p < places.count; p++) if (covers(s, p)) sum += worth[p];
    return sum;
  };
  for (let k = 0; k < list.length; k++) {
    let best = 0;
    let most = -1;
    for (let s = 0; s < stations.count; s++) {
      const gain = hasVehicles[s] ? gainOf(s) : -1;
      if (gain > most) [best, most] = [s, gain];
    }
    list[k] = best;
    for (let p = 0; p < places.count; p++) if (covers(best, p)) worth[p] *= COMPLIANCE_BUSY;
  }
  return list;
}
