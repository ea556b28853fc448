import { meanFigure, responseOf, utilisationOf, type EmergencyRecord, type SurgeRow } from '../../results/index.ts';
import type { Runner } from '../runner.ts';
import { withInputs } from '../variations.ts';
import { prepareEmergency, type EmergencyPlan } from './plan.ts';
import { runPrepared, type EmergencyOptions } from './study.ts';

/** Confirmed cases a day that a surge is tried with. */
export const SURGE_LEVELS: readonly number[] = [0, 50, 200, 400];
/** A surge is not looked at for longer than this, days (assumed): the fleet settles within one. */
export const MOST_SURGE_DAYS = 60;

const URBAN_GROUP = 0;
const RURAL_GROUP = 1;

/**
 * What so many confirmed cases a day, fetched by the same vehicles, do to the calls. Every level meets the same calls with the same luck, so
 * changes against no transfers are paired run by run.
 */
export async function runSurge(
  runner: Runner,
  plan: EmergencyPlan,
  levels: readonly number[],
  options: EmergencyOptions,
): Promise<SurgeRow[]> {
  const wanted = [...new Set([0, ...levels])].sort((a, b) => a - b);
  const { settings } = prepareEmergency(plan).compiled;
  const days = Math.min(MOST_SURGE_DAYS, settings['emergency.days']);
  const rows: SurgeRow[] = [];
  let before: readonly EmergencyRecord[] = [];
  for (const [k, perDay] of wanted.entries()) {
    const level = withInputs(plan, { 'emergency.transfersPerDay': perDay, 'emergency.days': days });
    const onProgress = (done: number): void => options.onProgress?.(k * options.replications + done, wanted.length * options.replications);
    const records = await runPrepared(runner, prepareEmergency(level), { ...options, onProgress });
    if (perDay === 0) before = records;
    if (levels.includes(perDay)) rows.push(rowOf(perDay, records, before));
  }
  return rows;
}

function rowOf(perDay: number, records: readonly EmergencyRecord[], before: readonly EmergencyRecord[]): SurgeRow {
  const change = (group: number) =>
    meanFigure(
      records.map((record, i) => {
        const [now, then] = [record.groups[group], before[i].groups[group]];
        return now.minutes / now.calls - then.minutes / then.calls;
      }),
    );
  return {
    transfersPerDay: perDay,
    responseMinutes: { urban: responseOf(records, URBAN_GROUP), rural: responseOf(records, RURAL_GROUP) },
    change: { urban: change(URBAN_GROUP), rural: change(RURAL_GROUP) },
    transferMinutes: meanFigure(records.map(({ transfers, transferMinutes }) => (transfers === 0 ? NaN : transferMinutes / transfers))),
    utilisation: meanFigure(records.map(utilisationOf)),
    vehiclesBusy: meanFigure(records.map(({ hourBusy, days }) => hourBusy.reduce((sum, hours) => sum + hours, 0) / (24 * days))).mean,
    queuedShare: meanFigure(records.map(({ queued, groups, unserved, lost }) => queued / (groups[2].calls + unserved + lost))),
  };
}
