import { pairStudies, type Comparison } from '../../src/experiment/index.ts';
import type { Study } from '../../src/results/index.ts';
import { buildKpis } from './answers.ts';
import { studyFixture, type FixtureOptions, type StudyFixture } from './study.ts';

/** How far each made-up run lies from the mean, in hours: the same luck for every plan, and a little of its own. */
const LUCK = [-6, -4, -2, -1, 0, 1, 2, 4, 6];

/** A fixture's study with figures of nine runs, so that it can be paired with another of the same kind. */
export function withRuns(study: Study, ownLuck = 0): Study {
  const around = (mean: number | null, run: number): number | null => (mean === null ? null : mean + LUCK[run] + ownLuck * ((run * 7) % 3));
  const runKpis = LUCK.map((luck, run) =>
    buildKpis({
      sampledFinishHours: around(study.sampledFinish.mean, run),
      resultedFinishHours: around(study.resultedFinish.mean, run),
      sampledT99Hours: around(study.sampledFinish.t99, run),
      resultedT99Hours: around(study.resultedFinish.t99, run),
      unsampledAtDeadline: Math.max(0, study.sampledWithinDeadline.missing + 500 * luck),
      unresultedAtDeadline: Math.max(0, study.resultedWithinDeadline.missing + 900 * luck),
      waitMeanMinutes: study.wait.mean + luck + ownLuck,
      staffHours: study.means.staffHours,
      deadlineHours: study.sampledWithinDeadline.deadlineHours,
    }),
  );
  return { ...study, replications: LUCK.length, runKpis };
}

export interface PairFixture {
  readonly a: StudyFixture;
  readonly b: StudyFixture;
  readonly comparison: Comparison;
}

/** Two made-up plans of one city with the same luck: as stated, and with many more desks. */
export function pairFixture(options: FixtureOptions = {}): PairFixture {
  const a = studyFixture(options);
  const b = studyFixture({ ...options, desks: 746, perHour: 75 });
  const named = (fixture: StudyFixture, name: string, fingerprint: string, staffHours: number, ownLuck: number): Study =>
    withRuns({ ...fixture.study, scenario: { name, fingerprint }, means: { ...fixture.study.means, staffHours } }, ownLuck);
  return { a, b, comparison: pairStudies(named(a, '样例甲', 'a123456789ab', 40_000, 0), named(b, '样例乙', 'b123456789ab', 71_000, 0.2)) };
}
