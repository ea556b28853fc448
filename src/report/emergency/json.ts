import type { PlannedStation } from '../../coverage/index.ts';
import type { CityPack } from '../../city/index.ts';
import type { EmergencyStudy, MeanFigure, ResponseFigures, SurgeRow } from '../../results/index.ts';
import type { Settings } from '../../scenario/index.ts';
import { erlangB, leastFleet } from '../../theory/index.ts';

export const EMERGENCY_SCHEMA = 'pingzhan.emergency/1';

/** A study of the emergency network with the names of what stands at each of its rows. */
export interface EmergencyAnswer {
  readonly study: EmergencyStudy;
  readonly city: CityPack;
  readonly settings: Settings;
  readonly stations: readonly PlannedStation[];
}

/** Share of calls without a vehicle that the fleet of Erlang's formula is sized for (assumed). */
export const RARELY = 0.001;

/** Erlang's loss formula as a preview: vehicles alike and anywhere, the load as simulated. What it leaves out, the place, is what decides. */
export function erlangPreview({ vehiclesBusy, fleet }: EmergencyStudy): {
  readonly load: number;
  readonly noneFree: number;
  readonly leastFleet: number;
} {
  const load = vehiclesBusy.mean;
  return { load, noneFree: erlangB(fleet, load), leastFleet: leastFleet(load, RARELY) };
}

/** Six decimals are far beyond what a study knows, and keep a file readable; NaN is null. */
const round = (value: number): number | null => (Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null);
const ends = (interval: readonly [number, number] | null): (number | null)[] | null => interval && interval.map(round);
const meanOf = ({ mean, interval }: MeanFigure): Record<string, unknown> => ({ mean: round(mean), interval: ends(interval) });
const listOf = (values: Float64Array): (number | null)[] => Array.from(values, round);

/** Minutes from the call to the crew at the patient, and shares of calls within limits. */
function responseJson(figures: ResponseFigures): Record<string, unknown> {
  return {
    mean: round(figures.mean),
    interval: ends(figures.interval),
    p50: round(figures.p50),
    p50Interval: ends(figures.p50Interval),
    p90: round(figures.p90),
    p90Interval: ends(figures.p90Interval),
    within15: round(figures.within15.mean),
    within15Interval: ends(figures.within15.interval),
    within30: round(figures.within30.mean),
    within30Interval: ends(figures.within30.interval),
    callsPerDay: round(figures.callsPerDay),
  };
}

/** A study as `ambulance run --json` gives it: minutes, shares 0–1, amounts a day. The same plan, seed and version give the same bytes. */
export function emergencyJson({ study, city, settings, stations }: EmergencyAnswer): Record<string, unknown> {
  const { responseMinutes, townships, byHour } = study;
  return {
    schema: EMERGENCY_SCHEMA,
    engineVersion: study.engineVersion,
    notice: { zh: '模拟结果，非实时信息', en: 'Simulated, not live' },
    city: city.id,
    scenario: study.scenario,
    seed: study.seed,
    replications: study.replications,
    days: study.days,
    warmUpDays: study.warmUpDays,
    statistics: 'independent replications; Student intervals, 95 %',
    standardMinutes: study.standardMinutes,
    responseMinutes: {
      urban: responseJson(responseMinutes.urban),
      rural: responseJson(responseMinutes.rural),
      all: responseJson(responseMinutes.all),
    },
    utilisation: round(study.utilisation.mean),
    callsPerDay: round(study.callsPerDay.mean),
    lostOrQueued: round(study.queuedPerDay.mean),
    lostPerDay: round(study.lostPerDay.mean),
    unservedPerDay: round(study.unservedPerDay.mean),
    queueWaitMinutes: round(study.queueWaitMinutes),
    fleet: study.fleet,
    vehiclesBusy: { mean: round(study.vehiclesBusy.mean), most: study.vehiclesBusy.most },
    erlang: erlangJson(study),
    servedElsewhere: meanOf(study.servedElsewhere),
    transfers: {
      perDay: round(study.transfers.perDay),
      minutes: meanOf(study.transfers.minutes),
      unserved: round(study.transfers.unserved),
    },
    speedsKmh: {
      urban: settings['emergency.urbanSpeedKmh'] * settings['emergency.urbanSpeedFactor'],
      rural: settings['emergency.ruralSpeedKmh'] * settings['emergency.ruralSpeedFactor'],
      motorway: settings['emergency.motorwaySpeedKmh'],
    },
    notes: study.notes,
    severities: ['urgent', 'ordinary', 'minor'].map((severity, row) => ({ severity, ...responseJson(study.severities[row]) })),
    byHour: {
      urban: listOf(byHour.urban),
      rural: listOf(byHour.rural),
      callsPerDay: listOf(byHour.callsPerDay),
      vehiclesBusy: listOf(byHour.vehiclesBusy),
    },
    townships: city.townships.map(({ id, name }, row) => ({
      id,
      name,
      callsPerDay: round(townships.callsPerDay[row]),
      mean: round(townships.mean[row]),
      p90: round(townships.p90[row]),
      withinStandard: round(townships.withinStandard[row]),
      servedElsewhere: round(townships.elsewhere[row]),
    })),
    stations: stations.map(({ id, name, state }, row) => ({
      id,
      name,
      state,
      vehicles: study.stations.vehicles[row],
      missionsPerDay: round(study.stations.missionsPerDay[row]),
      utilisation: round(study.stations.utilisation[row]),
      outsideDistrict: round(study.stations.outsideDistrict[row]),
    })),
    calibration: study.calibration,
    surge: study.surge && study.surge.map(surgeJson),
  };
}

function erlangJson(study: EmergencyStudy): Record<string, unknown> {
  const { load, noneFree, leastFleet: least } = erlangPreview(study);
  return { load: round(load), noneFree: round(noneFree), leastFleet: least, share: RARELY };
}

function surgeJson(row: SurgeRow): Record<string, unknown> {
  return {
    transfersPerDay: row.transfersPerDay,
    responseMinutes: { urban: responseJson(row.responseMinutes.urban), rural: responseJson(row.responseMinutes.rural) },
    changeMinutes: { urban: meanOf(row.change.urban), rural: meanOf(row.change.rural) },
    transferMinutes: meanOf(row.transferMinutes),
    utilisation: round(row.utilisation.mean),
    vehiclesBusy: round(row.vehiclesBusy),
    queuedShare: round(row.queuedShare.mean),
  };
}

export const emergencyJsonText = (answer: EmergencyAnswer): string => `${JSON.stringify(emergencyJson(answer), null, 2)}\n`;
