import { describe, expect, test } from 'vitest';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import {
  deadlineMarks,
  FinishPlot,
  MarginalBars,
  nightsOf,
  paletteOf,
  PlaceChart,
  quantileDots,
  RoundChart,
  Sparkline,
  wholeSpan,
} from '../../../src/charts/index.ts';
import type { Band, Marginal, Study } from '../../../src/results/index.ts';
import { createText } from '../../../src/text/index.ts';
import { studyFixture } from '../../builders/study.ts';

const late = studyFixture({ siteCount: 30 });
const met = studyFixture({ siteCount: 30, desks: 746, perHour: 110, tubesPerDay: 140_000, horizonHours: 80 });
const zh = createText('zh');
const en = createText('en');
const draw = (element: ReactElement): string => renderToStaticMarkup(element);
const round = (study: Study, width = 1000, language: 'zh' | 'en' = 'zh', endLabels = true) => (
  <RoundChart
    study={study}
    clock="08:00"
    span={wholeSpan(study)}
    nights={nightsOf(late.typical)}
    windowEndHours={38}
    width={width}
    height={200}
    text={language === 'zh' ? zh : en}
    theme="light"
    endLabels={endLabels}
  />
);
const band = (steps: number, value: number): Band => {
  const flat = () => new Float64Array(steps).fill(value);
  return { mean: flat(), p10: flat(), p50: flat(), p90: flat() };
};

describe('the round’s chart', () => {
  test('it says in words what is missing at the deadline, in the reader’s language', () => {
    const missing = zh.format.people(late.study.sampledWithinDeadline.missing);
    expect(draw(round(late.study))).toContain(`期限 T+48 h · 采样差 ${missing}`);
    expect(draw(round(late.study, 1000, 'en'))).toContain('Deadline T+48 h · unsampled');
  });

  test('a deadline that is met says so and is not drawn in the colour of a breach', () => {
    const [mark] = deadlineMarks(met.study, zh);
    expect(mark.met).toBe(true);
    const markup = draw(round(met.study));
    expect(markup).toContain('全部完成');
    expect(markup).not.toContain(paletteOf('light').breach);
    expect(draw(round(late.study))).toContain(paletteOf('light').breach);
  });

  test('where only the sampling is in time, it says so and still counts those without result', () => {
    const study = { ...late.study, sampledWithinDeadline: { ...late.study.sampledWithinDeadline, missing: 0 } };
    expect(deadlineMarks(study, zh)[0].wordings[0]).toMatch(/^期限 T\+48 h · 采样已完成 · 结果差 /);
    expect(deadlineMarks(study, zh)[0].met).toBe(false);
  });

  test('two deadlines at different hours are two marks', () => {
    const study = { ...late.study, resultedWithinDeadline: { ...late.study.resultedWithinDeadline, deadlineHours: 72 } };
    expect(deadlineMarks(study, en).map((mark) => mark.hours)).toEqual([48, 72]);
    expect(draw(round(study))).toContain('结果期限 T+72 h');
  });

  test('on a phone it shortens the deadline’s words instead of cutting them', () => {
    const markup = draw(round(late.study, 360, 'zh', false));
    expect(markup).not.toContain('采样差');
    expect(markup).toContain('期限 T+48 h');
  });

  test('names at the line ends stay apart although all lines end together', () => {
    const markup = draw(round(late.study));
    const heights = ['已到场', '已采样', '已送达实验室', '已出结果'].map((name) =>
      Number(new RegExp(`y="([\\d.]+)"[^>]*>${name}<`).exec(markup)?.[1]),
    );
    heights.slice(1).forEach((height, index) => expect(height - heights[index]).toBeGreaterThanOrEqual(14));
  });

  test('people are counted in 万人 and in thousands, and singly where the city is small', () => {
    expect(draw(round(late.study))).toContain('>万人<');
    expect(draw(round(late.study, 1000, 'en'))).toContain('>thousands<');
    const small = { ...late.study, participants: 1200 };
    expect(draw(round(small))).toContain('>人<');
  });

  test('words are ink: no text takes the colour of a line', () => {
    const palette = paletteOf('light');
    const fills = [...draw(round(late.study)).matchAll(/<text[^>]*fill="([^"]+)"/g)].map((match) => match[1]);
    expect(fills.length).toBeGreaterThan(10);
    expect(new Set(fills)).toEqual(new Set([palette.ink, palette.inkSoft]));
  });

  test.each([1, 2, 400])('%i steps, nobody there, one run: still a drawing without a broken number', (steps) => {
    const study: Study = {
      ...late.study,
      participants: 0,
      replications: 1,
      hours: Float64Array.from({ length: steps }, (_, index) => index / 4),
      bands: { arrived: band(steps, 0), sampled: band(steps, 0), delivered: band(steps, 0), resulted: band(steps, 0) },
    };
    const markup =
      draw(round(study)) + draw(<Sparkline study={study} span={wholeSpan(study)} width={100} height={30} theme="dark" label="x" />);
    expect(markup).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the finish plot', () => {
  test('its dots are shares of the runs: those before the deadline are as many as the probability says', () => {
    const finishes = Array.from({ length: 200 }, (_, index) => 40 + (index + 1) / 10);
    const dots = quantileDots(finishes, 50, 0.4, 48);
    expect(dots).toHaveLength(50);
    expect(dots.filter((dot) => dot.hours <= 48)).toHaveLength(20);
  });

  test('runs that never finish have no dot and count as late', () => {
    const finishes = [40, 41, Number.NaN, Number.POSITIVE_INFINITY];
    expect(quantileDots(finishes, 40, 1, 48)).toHaveLength(20);
    const markup = draw(
      <FinishPlot
        finishHours={finishes}
        deadlineHours={48}
        clock="08:00"
        finish="sampled"
        width={500}
        height={160}
        text={zh}
        theme="light"
      />,
    );
    expect(markup).toContain('按期 50%');
    expect(markup).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('late dots are hollow, not only of another colour', () => {
    const markup = draw(
      <FinishPlot
        finishHours={[60, 61, 62]}
        deadlineHours={48}
        clock="08:00"
        finish="sampled"
        width={500}
        height={160}
        text={zh}
        theme="light"
      />,
    );
    const fills = [...markup.matchAll(/<circle[^>]*fill="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(fills)).toEqual(new Set([paletteOf('light').paper]));
  });
});

describe('bars of marginal values', () => {
  const marginals: Marginal[] = [
    { resource: 'devices', finish: 'sampled', change: '', amount: 30, effectHours: -0.2, interval: [-0.5, 0.1] },
    { resource: 'samplers', finish: 'sampled', change: '', amount: 37, effectHours: -7.4, interval: [-8, -6.9] },
    { resource: 'labs', finish: 'resulted', change: '', amount: 2000, effectHours: -9, interval: null },
  ];

  test('the largest gain comes first and an effect whose interval holds zero claims nothing', () => {
    const markup = draw(<MarginalBars marginals={marginals} finish="sampled" width={400} text={zh} theme="light" />);
    expect(markup.indexOf('采样人员')).toBeLessThan(markup.indexOf('信息录入设备'));
    expect(markup).toContain('+37 个采样台');
    expect(markup).toContain('−7.4 小时');
    expect(markup).toContain('看不出变化');
    expect(markup).not.toContain('检测实验室');
  });
});

describe('a place’s chart', () => {
  test('its panels have one time axis and two scales: people sampled never share a scale with the queue', () => {
    const { typical, sites } = late;
    const row = (column: Int32Array) => column.subarray(0, typical.steps);
    const markup = draw(
      <PlaceChart
        title="x"
        series={[
          { label: '排队', values: row(typical.siteQueue), kind: 'area', color: 'line', format: zh.format.peopleExact },
          {
            label: '已采',
            values: row(typical.siteSampled),
            kind: 'line',
            color: 'sampled',
            top: sites[0].residents,
            format: zh.format.peopleExact,
          },
        ]}
        stepMinutes={15}
        span={{ from: 0, to: 72 }}
        nights={[]}
        deadlineHours={48}
        clock="08:00"
        cursorHours={30}
        width={340}
        text={zh}
        theme="dark"
      />,
    );
    expect(markup).not.toMatch(/NaN|undefined|Infinity/);
    expect(markup).toContain(zh.format.peopleExact(typical.siteQueue[120]));
    expect(markup.match(/第2天/g)).toHaveLength(1);
  });
});
