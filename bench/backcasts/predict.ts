import { createAbstractCity } from '../../src/city/index.ts';
import { createLocalRunner, runStudy, type Variant } from '../../src/experiment/index.ts';
import type { Study } from '../../src/results/index.ts';
import { scenarioFingerprint } from '../../src/scenario/index.ts';
import type { Fact, PastRound } from './rounds.ts';

/** The two paces at which every claim is checked: the official design value of 60 an hour a sampler, and the 100 seen at peaks. */
export const PACES = [60, 100] as const;
export const RUNS = 5;
const SEED = 1;

/** Lowest and highest P10–P90 over the paces, with the middle of each pace: people, or hours after the order. */
export interface Prediction {
  readonly fact: Fact;
  readonly byPace: readonly { readonly pace: number; readonly p10: number; readonly p50: number; readonly p90: number }[];
}

export interface BackCast {
  readonly round: PastRound;
  readonly predictions: readonly Prediction[];
}

/** The round's scenario at a pace of people an hour a sampler, on the abstract city of its population. */
export function variantAt({ scenario }: PastRound, pace: number): Variant {
  const inputs = { ...scenario.inputs, 'sampling.meanSeconds': 3600 / pace };
  return { city: createAbstractCity({ population: Number(scenario.inputs['city.population']) }), scenario: { ...scenario, inputs } };
}

/** What is simulated for a round, so that a table that no longer fits can be told. */
export const roundFingerprint = (round: PastRound): string =>
  PACES.map((pace) => scenarioFingerprint(variantAt(round, pace)))
    .map((digits) => digits.slice(0, 6))
    .join('-');

/** Runs a round at both paces and reads off what became known later. */
export async function castBack(round: PastRound): Promise<BackCast> {
  const runner = createLocalRunner();
  const studies: Study[] = [];
  for (const pace of PACES) studies.push(await runStudy(runner, variantAt(round, pace), { seed: SEED, replications: RUNS }));
  runner.dispose();
  const predictions = round.facts.map((fact) => ({
    fact,
    byPace: studies.map((study, i) => ({ pace: PACES[i], ...predict(study, fact) })),
  }));
  return { round, predictions };
}

function predict(study: Study, fact: Fact): { p10: number; p50: number; p90: number } {
  if (!('at' in fact)) {
    const { p10, p50, p90 } = fact.of === 'sampled' ? study.sampledFinish : study.firstResultFinish;
    return { p10: p10 ?? Infinity, p50: p50 ?? Infinity, p90: p90 ?? Infinity };
  }
  const band = study.bands[fact.of];
  const step = Math.min(
    study.hours.length - 1,
    Math.max(
      0,
      study.hours.findLastIndex((hour) => hour <= fact.at),
    ),
  );
  return { p10: band.p10[step], p50: band.p50[step], p90: band.p90[step] };
}

/** The published figure: people, or hours after the order. */
export const figureOf = (fact: Fact): number => ('at' in fact ? fact.people : 'allAt' in fact ? fact.allAt : fact.allBy);

/** Whether the fact, within its precision, lies between the lowest P10 and the highest P90 of the two paces; a bound need only be kept at the lowest. */
export function isInside({ fact, byPace }: Prediction): boolean {
  const low = Math.min(...byPace.map(({ p10 }) => p10)) - fact.precision;
  const high = Math.max(...byPace.map(({ p90 }) => p90)) + fact.precision;
  return figureOf(fact) >= low && ('allBy' in fact || figureOf(fact) <= high);
}
