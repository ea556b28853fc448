import { describe, expect, test } from 'vitest';
import { pairStudies, type Comparison } from '../../../src/experiment/index.ts';
import { comparisonHeadline, comparisonRows, differenceWords } from '../../../src/report/index.ts';
import type { RunKpis, Study } from '../../../src/results/index.ts';
import { findPreset } from '../../../src/scenario/index.ts';
import { createText } from '../../../src/text/index.ts';
import { buildKpis, buildStudy } from '../../builders/answers.ts';
import { ezhou } from '../../data/ezhou.ts';

const zh = createText('zh');
const en = createText('en');
const PLAIN = buildStudy();

/** A study whose runs have these figures; its means are theirs. */
function studyOf(runs: readonly Partial<RunKpis>[], part: Partial<Study> = {}): Study {
  return { ...PLAIN, replications: runs.length, runKpis: runs.map(buildKpis), ...part };
}

const finishes = (...hours: (number | null)[]): Study => studyOf(hours.map((sampledFinishHours) => ({ sampledFinishHours })));

describe('two studies with the same luck', () => {
  // Differences −12, −13, −11: mean −12, standard deviation 1, half width 4.3027 / √3.
  test('differ by the mean of the differences run by run, with Student’s interval', () => {
    const { differences } = pairStudies(finishes(60, 70, 62), finishes(48, 57, 51));
    expect(differences.sampledFinishHours.mean).toBeCloseTo(-12, 12);
    expect(differences.sampledFinishHours.interval![0]).toBeCloseTo(-12 - 4.3026527 / Math.sqrt(3), 6);
    expect(differences.sampledFinishHours.interval![1]).toBeCloseTo(-12 + 4.3026527 / Math.sqrt(3), 6);
  });

  test('differ in their chance by the runs that are on time in one alone', () => {
    const { onTime } = pairStudies(finishes(60, 40, 62, 47), finishes(46, 41, 51, null));
    expect(onTime.sampled.mean).toBe(0);
    const better = pairStudies(finishes(60, 40, 62, 49), finishes(46, 41, 51, 47)).onTime.sampled;
    expect(better.mean).toBe(0.5);
    expect(better.interval![0]).toBeLessThan(0.5);
  });

  test('are refused where seed, runs or engine are not the same', () => {
    expect(() => pairStudies(finishes(1, 2), finishes(1, 2, 3))).toThrow(RangeError);
    expect(() => pairStudies(finishes(1, 2), { ...finishes(1, 2), seed: 9 })).toThrow(/seed 1, 2 runs and seed 9, 2 runs/);
    expect(() => pairStudies(finishes(1, 2), { ...finishes(1, 2), engineVersion: '0' })).toThrow(RangeError);
  });
});

const compared = (a: readonly Partial<RunKpis>[], b: readonly Partial<RunKpis>[]): Comparison => pairStudies(studyOf(a), studyOf(b));
const sampled = (...hours: number[]) => hours.map((sampledFinishHours) => ({ sampledFinishHours }));

describe('words for a difference', () => {
  test('sooner and later are said by the sign, the interval in the same direction', () => {
    const sooner = compared(sampled(60, 70, 62), sampled(48, 57, 51));
    expect(differenceWords(zh, sooner, 'sampledFinishHours')).toBe('早 12 小时（9.5 – 14.5）');
    expect(differenceWords(en, sooner, 'sampledFinishHours')).toBe('12 h (9.5 – 14.5) sooner');
    const later = compared(sampled(48, 57, 51), sampled(60, 70, 62));
    expect(differenceWords(zh, later, 'sampledFinishHours')).toBe('晚 12 小时（9.5 – 14.5）');
    expect(differenceWords(en, later, 'sampledFinishHours')).toBe('12 h (9.5 – 14.5) later');
  });

  test('what may be luck is not given a direction; what is equal says so; what never ended counts its runs', () => {
    const open = compared(sampled(60, 60, 60), sampled(58, 61, 60));
    expect(differenceWords(zh, open, 'sampledFinishHours')).toMatch(/^分不出：−0.3 小时（−4.1 – 3.5）$/);
    expect(differenceWords(en, open, 'sampledFinishHours')).toMatch(/^no clear difference: −0.3 h/);
    expect(differenceWords(zh, open, 'tubes')).toBe('相同');
    const never = pairStudies(finishes(60, null, null), finishes(50, 50, null));
    expect(differenceWords(zh, never, 'sampledFinishHours')).toBe('A 2 次、B 1 次没有到头');
  });

  test('people, waits, chances and amounts have their own words', () => {
    const figures = { unsampledAtDeadline: 431_000, waitMeanMinutes: 130, staffHours: 900 };
    const [a, b] = [
      [figures, figures],
      [
        { ...figures, unsampledAtDeadline: 0, waitMeanMinutes: 95, staffHours: 1000 },
        { ...figures, unsampledAtDeadline: 0, waitMeanMinutes: 95, staffHours: 1000 },
      ],
    ];
    const pair = compared(a, b);
    expect(differenceWords(zh, pair, 'unsampledAtDeadline')).toBe('少 43.1 万人');
    expect(differenceWords(en, pair, 'waitMeanMinutes')).toBe('35 min shorter');
    expect(differenceWords(zh, pair, 'staffHours')).toBe('多 100 人时');
    expect(differenceWords(en, pair, 'sampledOnTime')).toMatch(/^no clear difference: 0 points/);
  });
});

describe('the sentence above the table', () => {
  const runs = (part: Partial<RunKpis>): Partial<RunKpis>[] => [part, part, part];
  const late = { sampledFinishHours: 103, unsampledAtDeadline: 431_000, staffHours: 43_000 };

  test('says who is better, by what, and what it costs', () => {
    const { better, verdict, cost } = comparisonHeadline(
      zh,
      compared(runs(late), runs({ ...late, sampledFinishHours: 90.6, unsampledAtDeadline: 0, staffHours: 55_000 })),
    );
    expect(better).toBe('b');
    expect(verdict).toBe('B 更好：B 比 A 早 12.4 小时采完，期限时少 43.1 万人未采。');
    expect(cost).toBe('代价：B 比 A 多用 12,000 人时。');
  });

  test('turns round with the plans', () => {
    const headline = comparisonHeadline(en, compared(runs({ ...late, sampledFinishHours: 90.6 }), runs(late)));
    expect(headline.better).toBe('a');
    expect(headline.verdict).toBe('A is better. B against A: sampling ends 12.4 h later.');
  });

  test('names both sides where each has its merits', () => {
    const headline = comparisonHeadline(
      en,
      compared(runs({ sampledFinishHours: 60, resultedFinishHours: 90 }), runs({ sampledFinishHours: 50, resultedFinishHours: 99 })),
    );
    expect(headline.better).toBe('mixed');
    expect(headline.verdict).toBe('Each has its merits. B against A: sampling ends 10 h sooner; but all results are out 9 h later.');
  });

  test('does not call a difference that is sure but slight better', () => {
    expect(comparisonHeadline(zh, compared(runs(late), runs({ ...late, sampledFinishHours: 102.8 }))).better).toBe('open');
    expect(comparisonHeadline(zh, compared(runs(late), runs(late))).better).toBe('same');
  });
});

test('rows come in one order, with both plans’ own words', () => {
  const plan = findPreset('as-stated')!;
  const rows = comparisonRows(zh, { city: ezhou, a: plan, b: plan, comparison: compared(sampled(60, 70), sampled(60, 70)) });
  expect(rows.map(({ figure }) => figure).slice(0, 4)).toEqual([
    'sampledOnTime',
    'resultedOnTime',
    'sampledFinishHours',
    'resultedFinishHours',
  ]);
  expect(rows[2]).toMatchObject({ label: '采完', a: '第5天 15:12（T+103.2 h）', difference: '相同', better: 'same' });
});
