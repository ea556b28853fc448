import { AREAS, mean, meanHalfWidth, SEVERITIES } from '../engine/index.ts';
import {
  EMERGENCY_ENGINE_VERSION,
  RESPONSE_BINS,
  TOWNSHIP_BINS,
  type Area,
  type EmergencyNote,
  type EmergencyRecord,
  type EmergencyStudy,
  type MeanFigure,
  type ResponseFigures,
} from './emergency-types.ts';
import type { Interval } from './types.ts';

/** What an emergency study is about, beside its runs. */
export interface EmergencySubject {
  readonly scenario: { readonly name: string; readonly fingerprint: string };
  readonly seed: number;
  readonly warmUpDays: number;
  readonly standardMinutes: Readonly<Record<Area, number>>;
  /** Vehicles that stand by without being called, and those of each station. */
  readonly fleet: number;
  readonly stationVehicles: Int32Array;
}

const ALL = AREAS;
/** Below this share of time on missions one vehicle more or less hardly changes an answer. */
const IDLE = 0.25;
const OVERLOADED = 0.9;

/** Mean over replications with its Student interval; NaN values (nobody called) are left out. */
export function meanFigure(values: readonly number[]): MeanFigure {
  const known = values.filter((value) => !Number.isNaN(value));
  const centre = mean(known);
  const half = meanHalfWidth(known);
  return { mean: centre, interval: Number.isFinite(half) ? [centre - half, centre + half] : null };
}

/** Response figures of one group of calls: urban, rural, all, then the severities. */
export function responseOf(records: readonly EmergencyRecord[], group: number): ResponseFigures {
  const rows = records.map(({ groups, days }) => ({ ...groups[group], days }));
  const share = (count: number, calls: number): number => (calls === 0 ? NaN : count / calls);
  const p50 = clipped(meanFigure(rows.map((row) => row.p50)), Infinity);
  const p90 = clipped(meanFigure(rows.map((row) => row.p90)), Infinity);
  return {
    ...clipped(meanFigure(rows.map(({ minutes, calls }) => share(minutes, calls))), Infinity),
    p50: p50.mean,
    p50Interval: p50.interval,
    p90: p90.mean,
    p90Interval: p90.interval,
    within15: clipped(meanFigure(rows.map(({ within15, calls }) => share(within15, calls)))),
    within30: clipped(meanFigure(rows.map(({ within30, calls }) => share(within30, calls)))),
    callsPerDay: mean(rows.map(({ calls, days }) => calls / days)),
  };
}

/** The interval of a share does not leave 0–1, that of minutes does not fall below 0. */
const clipped = ({ mean: centre, interval }: MeanFigure, most = 1): MeanFigure => ({
  mean: centre,
  interval: interval === null ? null : ([Math.max(0, interval[0]), Math.min(most, interval[1])] as Interval),
});

export const AREA_GROUPS = { urban: 0, rural: 1, all: ALL } as const;

/** Share of the vehicles' time at hand that they spent on missions, of one run. */
export const utilisationOf = ({ stationBusyHours, stationHandHours }: EmergencyRecord): number =>
  sum(stationBusyHours) / sum(stationHandHours);

/** The answer of a study out of its runs, in the order of replications. Calibration and surge are added by who ran them. */
export function summariseEmergency(subject: EmergencySubject, records: readonly EmergencyRecord[]): EmergencyStudy {
  const days = records[0].days;
  const perDay = (count: (record: EmergencyRecord) => number): MeanFigure =>
    meanFigure(records.map((record) => count(record) / record.days));
  const total = (pick: (record: EmergencyRecord) => ArrayLike<number>): Float64Array => totals(records.map(pick));
  const served = (record: EmergencyRecord): number => record.groups[ALL].calls;
  const utilisation = meanFigure(records.map(utilisationOf));
  const allDays = days * records.length;
  const hourCalls = total((record) => record.hourCalls);
  const hourMinutes = total((record) => record.hourMinutes);
  const townshipCalls = total((record) => record.townshipCalls);
  const byTownship = (pick: (record: EmergencyRecord) => Float64Array): Float64Array => ratio(total(pick), townshipCalls);
  const stationMissions = total((record) => record.stationMissions);
  const queuedCalls = records.reduce((count, record) => count + record.queued - record.lost, 0);
  const unservedPerDay = perDay(({ unserved }) => unserved);
  const busy = records.map(({ hourBusy, days: length }) => sum(hourBusy) / (24 * length));
  return {
    engineVersion: EMERGENCY_ENGINE_VERSION,
    scenario: subject.scenario,
    seed: subject.seed,
    replications: records.length,
    days,
    warmUpDays: subject.warmUpDays,
    standardMinutes: subject.standardMinutes,
    responseMinutes: {
      urban: responseOf(records, AREA_GROUPS.urban),
      rural: responseOf(records, AREA_GROUPS.rural),
      all: responseOf(records, ALL),
    },
    severities: Array.from({ length: SEVERITIES }, (_, severity) => responseOf(records, ALL + 1 + severity)),
    byHour: {
      urban: ratio(hourMinutes.slice(0, 24), hourCalls.slice(0, 24)),
      rural: ratio(hourMinutes.slice(24), hourCalls.slice(24)),
      callsPerDay: Float64Array.from({ length: 24 }, (_, h) => (hourCalls[h] + hourCalls[24 + h]) / allDays),
      vehiclesBusy: total((record) => record.hourBusy).map((hours) => hours / allDays),
    },
    townships: {
      callsPerDay: townshipCalls.map((calls) => calls / allDays),
      mean: byTownship((record) => record.townshipMinutes),
      p90: binQuantiles(
        total((record) => record.townshipDistribution),
        townshipCalls,
        0.9,
      ),
      withinStandard: byTownship((record) => record.townshipWithin),
      elsewhere: byTownship((record) => record.townshipElsewhere),
    },
    stations: {
      vehicles: subject.stationVehicles,
      missionsPerDay: stationMissions.map((missions) => missions / allDays),
      utilisation: ratio(
        total((record) => record.stationBusyHours),
        total((record) => record.stationHandHours),
      ),
      outsideDistrict: ratio(
        total((record) => record.stationOutside),
        stationMissions,
      ),
    },
    fleet: subject.fleet,
    utilisation,
    vehiclesBusy: { mean: mean(busy), most: Math.max(...records.map(({ mostBusy }) => mostBusy)) },
    callsPerDay: perDay((record) => served(record) + record.lost + record.unserved),
    queuedPerDay: perDay(({ queued }) => queued),
    lostPerDay: perDay(({ lost }) => lost),
    unservedPerDay,
    queueWaitMinutes: queuedCalls === 0 ? 0 : records.reduce((minutes, record) => minutes + record.queueMinutes, 0) / queuedCalls,
    servedElsewhere: clipped(meanFigure(records.map((record) => record.elsewhere / served(record)))),
    transfers: {
      perDay: mean(records.map(({ transfers, transfersUnserved, days: length }) => (transfers + transfersUnserved) / length)),
      minutes: meanFigure(records.map(({ transfers, transferMinutes }) => (transfers === 0 ? NaN : transferMinutes / transfers))),
      unserved: mean(records.map(({ transfersUnserved }) => transfersUnserved)),
    },
    distribution: distributionOf(total((record) => record.distribution)),
    typicalReplication: typicalOf(records),
    notes: notesOf(utilisation.mean, unservedPerDay.mean),
    calibration: null,
    surge: null,
  };
}

function notesOf(utilisation: number, unserved: number): EmergencyNote[] {
  const notes: EmergencyNote[] = [];
  if (utilisation < IDLE) notes.push('fleetHardlyMatters');
  if (utilisation > OVERLOADED) notes.push('overloaded');
  if (unserved > 0) notes.push('unserved');
  return notes;
}

/** The replication whose mean response is the median one. */
function typicalOf(records: readonly EmergencyRecord[]): number {
  const order = records.toSorted((a, b) => meanResponse(a) - meanResponse(b) || a.replication - b.replication);
  return order[Math.floor((order.length - 1) / 2)].replication;
}

const meanResponse = ({ groups }: EmergencyRecord): number => (groups[ALL].calls === 0 ? 0 : groups[ALL].minutes / groups[ALL].calls);

const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
};

function totals(columns: readonly ArrayLike<number>[]): Float64Array {
  const out = new Float64Array(columns[0].length);
  for (const column of columns) for (let i = 0; i < out.length; i++) out[i] += column[i];
  return out;
}

/** Element by element; NaN where the divisor is 0. */
const ratio = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => (b[i] === 0 ? NaN : value / b[i]));

/** Share of an area's calls by minute of response. */
function distributionOf(bins: Float64Array): EmergencyStudy['distribution'] {
  const share = (from: number): Float64Array => {
    const own = bins.slice(from, from + RESPONSE_BINS);
    const all = sum(own);
    return own.map((calls) => (all === 0 ? 0 : calls / all));
  };
  return { urban: share(0), rural: share(RESPONSE_BINS) };
}

/** Quantile of each row's minutes, even inside a minute; Infinity in the open cell. */
function binQuantiles(bins: Float64Array, rows: Float64Array, share: number): Float64Array {
  return rows.map((calls, row) => {
    if (calls === 0) return NaN;
    const rank = share * calls;
    let below = 0;
    let bin = 0;
    while (bin < TOWNSHIP_BINS - 1 && below + bins[row * TOWNSHIP_BINS + bin] < rank) below += bins[row * TOWNSHIP_BINS + bin++];
    if (bin === TOWNSHIP_BINS - 1) return Infinity;
    return bin + (rank - below) / bins[row * TOWNSHIP_BINS + bin];
  });
}
