import { mean, meanHalfWidth, pairedShareInterval, type PairedCounts } from '../engine/index.ts';
import type { Interval, RunKpis, Study } from '../results/index.ts';
import type { Runner, Variant } from './runner.ts';
import { runStudy } from './study.ts';

/** B minus A, paired run by run; null where a run of either never got there. */
export interface Difference {
  readonly mean: number | null;
  readonly interval: Interval | null;
}

export const COMPARED = [
  'sampledFinishHours',
  'resultedFinishHours',
  'sampledT99Hours',
  'resultedT99Hours',
  'unsampledAtDeadline',
  'unresultedAtDeadline',
  'waitMeanMinutes',
  'waitP90Minutes',
  'tubes',
  'plates',
  'staffHours',
  'vehicleKilometres',
] as const satisfies readonly (keyof RunKpis)[];
export type ComparedFigure = (typeof COMPARED)[number];

export interface Comparison {
  readonly a: Study;
  readonly b: Study;
  readonly differences: Readonly<Record<ComparedFigure, Difference>>;
  /** Difference of the probabilities of meeting the deadlines, −1 … 1. */
  readonly onTime: { readonly sampled: Difference; readonly resulted: Difference };
}

/** True where both studies met the same luck run by run, so that they can be paired as they are. */
export const isPairable = (a: Study, b: Study): boolean =>
  a.seed === b.seed &&
  a.replications === b.replications &&
  a.engineVersion === b.engineVersion &&
  a.runKpis.length === a.replications &&
  b.runKpis.length === b.replications;

/** Paired differences of two studies with one seed and number of runs. Throws RangeError where they are not a pair. */
export function pairStudies(a: Study, b: Study): Comparison {
  if (!isPairable(a, b)) {
    throw new RangeError(`seed ${a.seed}, ${a.replications} runs and seed ${b.seed}, ${b.replications} runs are not a pair`);
  }
  const differences = Object.fromEntries(COMPARED.map((figure) => [figure, differenceOf(a, b, figure)]));
  return {
    a,
    b,
    differences: differences as Comparison['differences'],
    onTime: { sampled: onTimeDifference(a, b, 'sampledFinishHours'), resulted: onTimeDifference(a, b, 'resultedFinishHours') },
  };
}

/** Runs two variants with the same luck (same seed and replications) and gives their paired differences. */
export async function comparePaired(
  runner: Runner,
  a: Variant,
  b: Variant,
  options: {
    readonly seed: number;
    readonly replications: number;
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number, total: number) => void;
  },
): Promise<Comparison> {
  let done = 0;
  const onRecord = (): void => options.onProgress?.(++done, 2 * options.replications);
  const plan = { seed: options.seed, replications: options.replications, signal: options.signal, onRecord };
  const first = await runStudy(runner, a, plan);
  return pairStudies(first, await runStudy(runner, b, plan));
}

function differenceOf(a: Study, b: Study, figure: ComparedFigure): Difference {
  const pairs = a.runKpis.map((kpis, i) => [kpis[figure], b.runKpis[i][figure]] as const);
  if (pairs.some(([x, y]) => x === null || y === null)) return { mean: null, interval: null };
  const differences = pairs.map(([x, y]) => (y as number) - (x as number));
  const centre = mean(differences);
  const half = meanHalfWidth(differences);
  return { mean: centre, interval: Number.isFinite(half) ? [centre - half, centre + half] : null };
}

function onTimeDifference(a: Study, b: Study, finish: 'sampledFinishHours' | 'resultedFinishHours'): Difference {
  const isOnTime = (kpis: RunKpis): boolean => kpis[finish] !== null && kpis[finish] <= kpis.deadlineHours;
  const counts: Record<keyof PairedCounts, number> = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  a.runKpis.forEach((kpis, i) => {
    const [first, second] = [isOnTime(kpis), isOnTime(b.runKpis[i])];
    counts[first ? (second ? 'both' : 'onlyFirst') : second ? 'onlySecond' : 'neither']++;
  });
  const trials = a.replications;
  return {
    mean: (counts.onlySecond - counts.onlyFirst) / trials,
    interval: trials > 1 ? pairedShareInterval(counts) : null,
  };
}
