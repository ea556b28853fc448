import { describe, expect, test } from 'vitest';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ReachChart, SurgeChart, type ReachSeries } from '../../../src/charts/index.ts';
import { createText } from '../../../src/text/index.ts';

const [zh, en] = [createText('zh'), createText('en')];
const draw = (element: ReactElement): string => renderToStaticMarkup(element);
/** Nobody before `minute`, everybody from it on. */
const step = (minute: number) => Array.from({ length: 46 }, (_, k) => (k < minute ? 0 : 1));
const series: ReachSeries[] = [
  { area: 'urban', now: Array.from({ length: 46 }, (_, k) => k / 45), before: step(20), standardMinutes: 15 },
  { area: 'rural', now: step(31), before: null, standardMinutes: 30 },
];
const reach = (width = 700, text = zh) => <ReachChart {...{ series, width, text }} height={200} theme="light" />;
const boxes = (markup: string) =>
  Array.from(markup.matchAll(/<text x="([\d.]+)" y="14" text-anchor="(\w+)"[^>]*>([^<]+)</g), ([, x, anchor, words]) => ({
    x: Number(x),
    anchor,
    words,
  }));

describe('residents by minutes', () => {
  test('says in words what share each standard leaves within it, in both languages', () => {
    expect(draw(reach())).toContain('城区 15 分钟内 33.3%；乡镇 30 分钟内 0%');
    expect(draw(reach(700, en))).toContain('Urban 33.3% within 15 min; Country 0% within 30 min');
  });

  test('a line from before a change is dashed; without a change there is none', () => {
    expect(draw(reach()).match(/stroke-dasharray="3 3"/g)).toHaveLength(1);
    const same = series.map((one) => ({ ...one, before: null }));
    expect(draw(<ReachChart series={same} width={700} height={200} text={zh} theme="light" />)).not.toContain('stroke-dasharray="3 3"');
  });

  test('on a phone the words of the two standards stand apart', () => {
    const [urban, rural] = boxes(draw(reach(320)));
    expect([urban.anchor, rural.anchor]).toEqual(['end', 'start']);
    expect(urban.x).toBeLessThan(rural.x);
    expect(boxes(draw(reach(900))).map(({ anchor }) => anchor)).toEqual(['middle', 'middle']);
  });
});

describe('a surge of confirmed cases', () => {
  const mean = (value: number) => ({ mean: value, interval: [value - 1, value + 1] as const });
  const points = [0, 200].map((casesPerDay) => ({ casesPerDay, urban: mean(6 + casesPerDay / 100), rural: mean(11 + casesPerDay / 20) }));
  const markup = draw(<SurgeChart points={points} standard={{ urban: 15, rural: 30 }} width={600} height={200} text={zh} theme="light" />);

  test('names cases and both means of every level', () => {
    expect(markup).toContain('每日 0 例：城区 6.0、乡镇 11.0 分钟；每日 200 例：城区 8.0、乡镇 21.0 分钟');
  });

  test('areas differ by shape as well as by colour, and both standards are drawn', () => {
    expect([markup.match(/<circle/g)?.length, markup.match(/<rect/g)?.length]).toEqual([2, 2]);
    expect(markup.match(/stroke-dasharray="5 3"/g)).toHaveLength(2);
  });
});
