import { mean, meanHalfWidth, pairedShareInterval, type PairedCounts } from '../engine/index.ts';
import { ENGINE_VERSION, type Interval, type RunKpis, type Study } from '../results/index.ts';
import { scenarioFingerprint } from '../scenario/index.ts';
import type { Runner, Variant } from './runner.ts';
import { runStudy, scenarioName } from './study.ts';

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

export interface PairPlan {
  readonly seed: number;
  readonly replications: number;
  /** Studies at hand: one of the same plan, seed, number of runs and engine is taken as it is instead of being run again. */
  readonly known?: readonly Study[];
  readonly signal?: AbortSignal;
  /** Called with the number of runs done, and of how many; never where nothing has to be run. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Runs two variants with the same luck (same seed and replications) and gives their paired differences. */
export async function comparePaired(runner: Runner, a: Variant, b: Variant, options: PairPlan): Promise<Comparison> {
  const { seed, replications, signal } = options;
  const known = [a, b].map((variant) => knownStudy(variant, options));
  const total = known.filter((study) => study === null).length * replications;
  let done = 0;
  const plan = { seed, replications, signal, onRecord: (): void => options.onProgress?.(++done, total) };
  const first = known[0] ?? (await runStudy(runner, a, plan));
  const second = known[1] ?? (await runStudy(runner, b, plan));
  signal?.throwIfAborted();
  return pairStudies(first, second);
}

/** The study at hand that running the variant would give again, under the variant's own name; null where there is none. */
function knownStudy(variant: Variant, { known = [], seed, replications }: PairPlan): Study | null {
  const fingerprint = known.length === 0 ? '' : scenarioFingerprint(variant);
  const found = known.find(
    (study) =>
      study.scenario.fingerprint === fingerprint &&
      study.seed === seed &&
      study.replications === replications &&
      study.engineVersion === ENGINE_VERSION,
  );
  return found ? { ...found, scenario: { name: scenarioName(variant.scenario.name), fingerprint } } : null;
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
