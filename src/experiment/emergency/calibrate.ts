import { AREA_IDS, meanFigure, type Area, type CalibrationFit } from '../../results/index.ts';
import type { Runner } from '../runner.ts';
import { prepareEmergency, type EmergencyPlan, type PreparedEmergency } from './plan.ts';
import { runPrepared, type EmergencyOptions } from './study.ts';

/** Means that the city's document states, minutes: what calibration fits unless it is told otherwise. */
export const STATED_MINUTES: Readonly<Record<Area, number>> = { urban: 15, rural: 30 };

const LEAST_FACTOR = 0.25;
const MOST_FACTOR = 4;
/** The range of factors is halved so often: to a thousandth of a factor. */
const STEPS = 14;

const FACTOR_PATHS = { urban: 'emergency.urbanSpeedFactor', rural: 'emergency.ruralSpeedFactor' } as const;
const SPEED_PATHS = { urban: 'emergency.urbanSpeedKmh', rural: 'emergency.ruralSpeedKmh' } as const;

/**
 * One factor of speed for each area that brings its mean response to the stated one: bisection with the same luck at every step, both areas
 * in one go, since a crew drives at the speed of its patient's area. The factor is an answer, not a fact: it says how slow crews would have
 * to be for the statement to be their mean.
 */
export async function calibrateEmergency(
  runner: Runner,
  plan: EmergencyPlan,
  stated: Readonly<Record<Area, number>>,
  options: EmergencyOptions,
): Promise<Record<Area, CalibrationFit>> {
  const prepared = prepareEmergency(plan);
  const { settings } = prepared.compiled;
  let done = 0;
  const total = (STEPS + 3) * options.replications;
  const meansAt = async (factors: Readonly<Record<Area, number>>): Promise<Record<Area, number>> => {
    const onProgress = (): void => options.onProgress?.(++done, total);
    const records = await runPrepared(runner, withFactors(prepared, factors), { ...options, onProgress });
    const [urban, rural] = AREA_IDS.map(
      (_, group) => meanFigure(records.map(({ groups }) => groups[group].minutes / groups[group].calls)).mean,
    );
    return { urban, rural };
  };
  const both = <T>(make: (area: Area) => T): Record<Area, T> => ({ urban: make('urban'), rural: make('rural') });
  const slow = await meansAt(both(() => LEAST_FACTOR));
  const fast = await meansAt(both(() => MOST_FACTOR));
  const searches = both(() => ({ low: LEAST_FACTOR, high: MOST_FACTOR }));
  const isReachable = both((area) => fast[area] <= stated[area] && stated[area] <= slow[area]);
  for (let step = 0; step < STEPS; step++) {
    const middle = both((area) => (searches[area].low + searches[area].high) / 2);
    const means = await meansAt(middle);
    for (const area of AREA_IDS) {
      const search = searches[area];
      if (means[area] > stated[area]) search.low = middle[area];
      else search.high = middle[area];
    }
  }
  const factors = both((area) => rounded((searches[area].low + searches[area].high) / 2));
  const means = await meansAt(factors);
  return both((area): CalibrationFit => {
    const factor = isReachable[area] ? factors[area] : null;
    const nearest = slow[area] < stated[area] ? slow[area] : fast[area];
    return {
      factor,
      statedMinutes: stated[area],
      meanMinutes: factor === null ? nearest : means[area],
      impliedKmh: settings[SPEED_PATHS[area]] * (factor ?? (slow[area] < stated[area] ? LEAST_FACTOR : MOST_FACTOR)),
    };
  });
}

/** The same plan at other factors of speed: nothing but the slowness of each hour depends on them. */
function withFactors(prepared: PreparedEmergency, factors: Readonly<Record<Area, number>>): PreparedEmergency {
  const { network, compiled } = prepared;
  const { travel } = network.input;
  const slowness = travel.slowness.map((slow, i) => {
    const area = AREA_IDS[Math.floor(i / 24)];
    return (slow * compiled.settings[FACTOR_PATHS[area]]) / factors[area];
  });
  return { ...prepared, network: { ...network, input: { ...network.input, travel: { ...travel, slowness } } } };
}

/** To three decimals, as it is written into a scenario. */
const rounded = (factor: number): number => Math.round(factor * 1000) / 1000;

/** The inputs that put a fit in force. */
export const calibratedInputs = (fits: Readonly<Record<Area, CalibrationFit>>): Record<string, number> =>
  Object.fromEntries(AREA_IDS.flatMap((area) => (fits[area].factor === null ? [] : [[FACTOR_PATHS[area], fits[area].factor]])));
