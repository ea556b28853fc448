import {
  exp,
  ln,
  normalQuantile,
  tabulateMean,
  tabulateTail,
  triangularQuantile,
  type MissionTimes,
  type QuantileTable,
} from '../../engine/index.ts';
import type { Settings } from '../../scenario/index.ts';
import { TICKS_PER_MINUTE } from '../../units/index.ts';

const ticks = (minutes: number): number => Math.round(minutes * TICKS_PER_MINUTE);

/** The steps of a mission. */
export function compileMission(settings: Settings): MissionTimes {
  return {
    handling: ticks(settings['emergency.handlingMinutes']),
    turnout: lognormal(settings['emergency.turnoutMedianMinutes'], settings['emergency.turnoutP95Minutes']),
    scene: triangular(settings['emergency.sceneMinMinutes'], settings['emergency.sceneMinutes'], settings['emergency.sceneMaxMinutes']),
    handover: triangular(
      settings['emergency.handoverMinMinutes'],
      settings['emergency.handoverMinutes'],
      settings['emergency.handoverMaxMinutes'],
    ),
    cleaning: ticks(settings['emergency.cleaningMinutes']),
    cleaningInfectious: ticks(settings['emergency.infectiousCleaningMinutes']),
    transported: Float64Array.of(
      settings['emergency.transportUrgent'],
      settings['emergency.transportOrdinary'],
      settings['emergency.transportMinor'],
    ),
    infectious: settings['emergency.infectiousShare'],
    whole: null,
  };
}

const NORMAL_95 = normalQuantile(0.95);

/** Lognormal by its median and 95th percentile, minutes; as a table of ticks. */
function lognormal(median: number, p95: number): QuantileTable {
  const sigma = ln(p95 / median) / NORMAL_95;
  const scale = median * TICKS_PER_MINUTE;
  if (sigma === 0) return tabulateMean(() => 1, scale);
  return tabulateTail((p) => scale * exp(sigma * normalQuantile(p)), scale * exp((sigma * sigma) / 2));
}

/** Triangle with a mean, as near to it as its ends allow; minutes, as a table of ticks with exactly that mean. */
function triangular(min: number, mean: number, max: number): QuantileTable {
  const mode = Math.min(max, Math.max(min, 3 * mean - min - max));
  return tabulateMean((p) => triangularQuantile(p, min, mode, max), mean * TICKS_PER_MINUTE);
}
