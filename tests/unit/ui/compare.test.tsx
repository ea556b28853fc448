import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { PairChart, pairSpan, UnsampledLine } from '../../../src/charts/index.ts';
import { comparisonRows, comparisonSheet, pairRoundSheet, placeDifferences, plansSheet } from '../../../src/report/index.ts';
import { findPreset } from '../../../src/scenario/index.ts';
import { createText } from '../../../src/text/index.ts';
import { countWords, differenceClass, differenceScale, differenceText } from '../../../src/ui/compare/difference.ts';
import { createProgress, progressClass, progressCounts, progressScale, progressText } from '../../../src/ui/compare/progress.ts';
import { createCityRun } from '../../../src/ui/round/index.ts';
import { planSites } from '../../../src/city/index.ts';
import { pairFixture } from '../../builders/pair.ts';
import { ezhou } from '../../data/ezhou.ts';

const zh = createText('zh');
const en = createText('en');
const sites = planSites(ezhou, { sites: 310, spread: 0.15, population: 1_079_353 });
const { a, b, comparison } = pairFixture({ city: ezhou, sites });
const differences = placeDifferences(ezhou, a, b);
const scale = differenceScale(differences, 'light');

describe('the difference on the map', () => {
  test('seven classes are even on both sides of nothing; a bound belongs to the stronger class', () => {
    const of = (hours: number | null) => differenceClass({ bounds: [-12, -6, -1, 1, 6, 12], colors: [] }, hours);
    expect([-Infinity, -12, -11.9, -6, -1, -0.9, 0, 0.9, 1, 6, 12, Infinity].map(of)).toEqual([0, 0, 1, 1, 2, 3, 3, 3, 4, 5, 6, 6]);
    expect(of(null)).toBe(-1);
    expect(new Set(scale.colors).size).toBe(7);
  });

  test('words say which plan is sooner, what never ends, and both instants', () => {
    const say = (text: typeof zh, first: number | null, second: number | null, hours: number | null) =>
      differenceText(text, scale, { a: first, b: second, hours }, '08:00');
    expect(say(zh, 100, 40, -60)).toBe('B 早 60 小时（A 第5天 12:00，B 第3天 00:00）');
    expect(say(en, 40, 100, 60)).toBe('B 60 h later (A Day 3 00:00, B Day 5 12:00)');
    expect(say(zh, Infinity, 40, -Infinity)).toBe('A 采不完，B 第3天 00:00 采完');
    expect(say(en, Infinity, Infinity, null)).toBe('never done in either plan');
    expect(say(zh, null, 40, null)).toMatch(/点位不同/);
  });

  test('the places of all sides add up', () => {
    const counts = countWords(en, scale, differences.sites!).match(/\d+/g)!.map(Number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(310);
    expect(counts[0]).toBeGreaterThan(250);
  });
});

describe('the difference at an instant', () => {
  const run = ({ study, typical, facts }: typeof a) =>
    createCityRun({ city: ezhou, sites, study, typical, desks: facts.desks, input: null });
  const progressAt = createProgress(run(a), run(b), sites.length);
  const now = progressScale('light');

  test('is nothing before the first swab; then the faster plan is ahead', () => {
    expect(progressCounts(en, now, progressAt(0))).toBe('Sites: 0 ahead, 310 about the same, 0 behind');
    const [ahead, , behind] = progressCounts(en, now, progressAt(40)).match(/\d+/g)!.map(Number);
    expect(ahead).toBeGreaterThan(250);
    expect(behind).toBe(0);
  });

  test('is said in points of the site’s own people, the sign by who has more', () => {
    const progress = { a: Float64Array.of(0.41, 0.6, 0.5), b: Float64Array.of(0.64, 0.3, 0.52) };
    expect(progressText(zh, now, progress, 0)).toBe('B 多采 23 个百分点（A 41%，B 64%）');
    expect(progressText(en, now, progress, 1)).toBe('B has 30 points fewer (A 60%, B 30%)');
    expect(progressText(zh, now, progress, 2)).toBe('相差不大（A 50%，B 52%）');
    expect([0, 1, 2].map((site) => progressClass(now, progress, site))).toEqual([2, 5, 3]);
  });
});

describe('both plans over time', () => {
  test('A is drawn through, B dashed, each named at its end; the span reaches both ends', () => {
    const span = pairSpan(comparison.a, comparison.b);
    const chart = renderToStaticMarkup(
      <PairChart a={comparison.a} b={comparison.b} clock="08:00" span={span} width={900} height={240} text={zh} theme="light" />,
    );
    for (const name of ['A 已采样', 'B 已采样', 'A 已出结果', 'B 已出结果']) expect(chart).toContain(name);
    expect(chart.match(/stroke-dasharray="7 4"/g)).toHaveLength(2);
    expect(span.to).toBeGreaterThan(comparison.a.sampledFinish.mean!);
    expect(chart).not.toMatch(/NaN|Infinity/);
  });

  test('the small curve of a plan falls from everybody to nobody', () => {
    const line = renderToStaticMarkup(
      <UnsampledLine
        study={comparison.b}
        span={{ from: 0, to: 180 }}
        top={comparison.b.participants}
        width={130}
        height={32}
        theme="dark"
        label="B"
      />,
    );
    const heights = [...line.matchAll(/<path d="(M[^"]*)" fill="none"/g)][0][1].split('L').map((point) => Number(point.split(',')[1]));
    expect(heights[0]).toBe(2);
    expect(heights.at(-1)).toBeCloseTo(30, 6);
    expect(heights.every((height, at) => at === 0 || height >= heights[at - 1])).toBe(true);
  });
});

describe('tables that leave the page', () => {
  test('hold the numbers behind the words, all digits, with B minus A', () => {
    const sheet = comparisonSheet(zh, comparison);
    const [, unit, first, second, difference, low, high] = sheet.rows[2];
    expect(unit).toBe('指令后小时');
    expect(difference).toBeCloseTo(Number(second) - Number(first), 0);
    expect(Number(low)).toBeLessThan(Number(high));
    const asStated = findPreset('as-stated')!;
    const words = comparisonRows(zh, { city: ezhou, a: asStated, b: asStated, comparison });
    expect(words[2].direction).toBe('less');
    expect(words[2].better).toBe('b');
    const round = pairRoundSheet(en, comparison, '08:00');
    expect(round.rows[200][4]).toBe(Number(round.rows[200][3]) - Number(round.rows[200][2]));
    const plans = plansSheet(
      zh,
      [
        { name: '甲', study: comparison.a },
        { name: '乙', study: comparison.b },
      ],
      ['sampledT99Hours'],
    );
    expect(plans.rows).toEqual([
      ['甲', comparison.a.sampledFinish.t99],
      ['乙', comparison.b.sampledFinish.t99],
    ]);
  });
});
