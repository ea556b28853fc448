import { describe, expect, test } from 'vitest';
import { finishGaps, stageCounts } from '../../../src/ui/planner/presentation/counts.ts';
import { studyFixture } from '../../builders/study.ts';

const { study, typical } = studyFixture({ siteCount: 40 });
const sumAt = (column: Int32Array, step: number): number =>
  column.reduce((sum, value, at) => sum + (at % typical.steps === step ? value : 0), 0);

describe('the figures of a presentation', () => {
  test('are the run’s own sums at every step and move evenly between two', () => {
    for (const step of [0, 20, 60, typical.steps - 1]) {
      const { queueing, backlog, carried } = stageCounts(study, typical, step / 4);
      expect([queueing, backlog, carried]).toEqual([
        sumAt(typical.siteQueue, step),
        sumAt(typical.labBacklog, step),
        typical.carriedTubes[step],
      ]);
    }
    const [before, middle, after] = [10, 10.125, 10.25].map((hours) => stageCounts(study, typical, hours).queueing);
    expect(middle).toBeCloseTo((before + after) / 2, 6);
    expect(before).not.toBe(after);
  });

  test('say the study’s means of people, and stay at the ends', () => {
    expect(stageCounts(study, typical, study.hours[40]).sampled).toBe(study.bands.sampled.mean[40]);
    expect(stageCounts(study, typical, -5)).toEqual(stageCounts(study, typical, 0));
    expect(stageCounts(study, typical, 1e5).backlog).toBe(sumAt(typical.labBacklog, typical.steps - 1));
  });
});

describe('two runs of a presentation', () => {
  const later = { ...study, resultedFinish: { ...study.resultedFinish, mean: (study.resultedFinish.mean ?? 0) + 6 } };

  test('differ by the means of their finishes: later is positive, sooner negative', () => {
    expect(finishGaps(later, study)).toEqual([
      { finish: 'sampled', hours: 0 },
      { finish: 'resulted', hours: 6 },
    ]);
    expect(finishGaps(study, later)[1].hours).toBe(-6);
  });

  test('one of which never gets there have no difference', () => {
    const never = { ...study, sampledFinish: { ...study.sampledFinish, mean: null } };
    expect(finishGaps(never, study)[0].hours).toBeNull();
  });
});
