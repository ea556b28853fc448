import { mean, meanHalfWidth } from '../engine/index.ts';
import { summariseStudy, type Interval, type RunKpis, type RunRecord, type Study } from '../results/index.ts';
import type { Runner, Variant } from './runner.ts';
import { runRecords, studySubject } from './study.ts';

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
] as const satisfies readonly (keyof RunKpis)[];
export type ComparedFigure = (typeof COMPARED)[number];

export interface Comparison {
  readonly a: Study;
  readonly b: Study;
  readonly differences: Readonly<Record<ComparedFigure, Difference>>;
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
  const first = await runRecords(runner, a, plan);
  const second = await runRecords(runner, b, plan);
  const differences = Object.fromEntries(COMPARED.map((figure) => [figure, difference(first.records, second.records, figure)])) as Record<
    ComparedFigure,
    Difference
  >;
  return {
    a: summariseStudy(studySubject(a, options.seed), first.records),
    b: summariseStudy(studySubject(b, options.seed), second.records),
    differences,
  };
}

function difference(a: readonly RunRecord[], b: readonly RunRecord[], figure: ComparedFigure): Difference {
  const pairs = a.map((record, i) => [record.kpis[figure], b[i].kpis[figure]] as const);
  if (pairs.some(([x, y]) => x === null || y === null)) return { mean: null, interval: null };
  const differences = pairs.map(([x, y]) => (y as number) - (x as number));
  const centre = mean(differences);
  const half = meanHalfWidth(differences);
  return { mean: centre, interval: Number.isFinite(half) ? [centre - half, centre + half] : null };
}
