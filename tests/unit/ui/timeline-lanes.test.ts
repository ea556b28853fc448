import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createText } from '../../../src/text/index.ts';
import { laneMargins, layLanes } from '../../../src/ui/timeline/laneLayout.ts';
import { laneValueAt, roundLanes } from '../../../src/ui/timeline/lanes.ts';
import { timelineSheet } from '../../../src/ui/timeline/laneSheet.ts';
import { studyFixture } from '../../builders/study.ts';

fc.configureGlobal({ seed: 4_045 });

const { study, typical, facts } = studyFixture({ siteCount: 12, replications: 5, horizonHours: 80 });
const texts = { zh: createText('zh'), en: createText('en') };
const more = Int32Array.from(facts.desks, (desks) => desks + 1);
const desks = [
  { hours: -Infinity, desks: facts.desks },
  { hours: 12, desks: more },
];
const lanes = roundLanes({ study, typical, desks }, texts.zh);
const series = (lane: string, key: string) => lanes.find((one) => one.key === lane)!.series.find((one) => one.key === key)!;
const stepOf = (hours: number) => (hours * 60) / typical.stepMinutes;
const sumAt = (table: ArrayLike<number>, step: number) => {
  let sum = 0;
  for (let at = step; at < table.length; at += typical.steps) sum += table[at];
  return sum;
};

describe('the lanes of a round', () => {
  test('mobilisation, sites, couriers, laboratories and results, in the order in which a swab passes them', () => {
    expect(lanes.map(({ name }) => name)).toEqual(['启动', '点位', '转运', '实验室', '结果']);
  });

  test('counts at a step are sums over all places of the typical run', () => {
    for (const hours of [6, 10, 20.25, 47]) {
      const step = stepOf(hours);
      expect(series('mobilise', 'open').values[step]).toBe(sumAt(typical.siteOpen, step));
      expect(series('sites', 'waiting').values[step]).toBe(sumAt(typical.siteQueue, step));
      expect(series('couriers', 'waiting').values[step]).toBe(sumAt(typical.siteTubesWaiting, step));
      expect(series('labs', 'backlog').values[step]).toBe(sumAt(typical.labBacklog, step));
    }
  });

  test('desks on duty are those of open sites, and one more each once a change has brought them', () => {
    const open = (step: number) => Array.from({ length: 12 }, (_, site) => typical.siteOpen[site * typical.steps + step]);
    const onDuty = (step: number, count: Int32Array) => open(step).reduce((sum, is, site) => sum + is * count[site], 0);
    expect(series('mobilise', 'desks').values[stepOf(11.75)]).toBe(onDuty(stepOf(11.75), facts.desks));
    expect(series('mobilise', 'desks').values[stepOf(12)]).toBe(onDuty(stepOf(12), more));
  });

  test('people an hour are what the mean gained in an hour, and all hours together are everybody', () => {
    const { values } = series('sites', 'rate');
    const { mean } = study.bands.sampled;
    expect(values[stepOf(20)]).toBeCloseTo(mean[stepOf(20)] - mean[stepOf(19)], 9);
    let everybody = 0;
    for (let step = 0; step < values.length; step += 4) everybody += values[step];
    expect(everybody).toBeCloseTo(mean[Math.floor((values.length - 1) / 4) * 4] - mean[0], 6);
  });

  test('lines in use are a share between nothing and all', () => {
    const { values } = series('labs', 'use');
    for (let step = 0; step < values.length; step++) {
      expect(values[step]).toBeGreaterThanOrEqual(0);
      expect(values[step]).toBeLessThanOrEqual(100);
    }
  });

  test('values have their unit, in the reader’s language', () => {
    expect(series('sites', 'rate').format(52_300)).toBe('5.2 万人/时');
    expect(series('labs', 'use').format(98.2)).toBe('98%');
    const english = roundLanes({ study, typical, desks }, texts.en);
    expect(english[1].series[1].format(5_230)).toBe('5,230/h');
    expect(english[0].series[0].format(310)).toBe('310 sites');
  });

  test('between two steps the earlier one holds, beyond the end the last', () => {
    expect(laneValueAt([1, 2, 3], 15, 0.3)).toBe(2);
    expect(laneValueAt([1, 2, 3], 15, 9)).toBe(3);
    expect(laneValueAt([], 15, 1)).toBe(0);
  });
});

describe('the lanes’ places', () => {
  const keys = fc.subarray(lanes.map(({ key }) => key));

  test('lanes follow each other without a gap, and a folded one has no curves and less height', () => {
    fc.assert(
      fc.property(keys, fc.boolean(), fc.constantFrom(14, 17.5), (folded, beside, fontSize) => {
        const laid = layLanes(lanes, new Set(folded), fontSize, beside);
        let top = 0;
        for (const lane of laid.lanes) {
          expect(lane.top).toBe(top);
          expect(lane.plotHeight > 0).toBe(!folded.includes(lane.lane.key));
          expect(lane.plotTop + lane.plotHeight).toBeLessThanOrEqual(lane.top + lane.height + fontSize);
          top += lane.height;
        }
        expect(laid.height).toBe(top);
      }),
    );
  });

  test('margins have room for the longest name and value, and never less than before', () => {
    const base = { top: 1, bottom: 2, left: 10, right: 20 };
    const wide = laneMargins(base, lanes, 14);
    expect(wide.left).toBeGreaterThan(3 * 14);
    expect(wide.right).toBeGreaterThan(80);
    expect(laneMargins(base, [], 14)).toEqual(base);
  });
});

test('the table of the timeline has a row a quarter of an hour and a column a curve, with units', () => {
  const sheet = timelineSheet(texts.zh, study, '08:00', lanes);
  expect(sheet.rows).toHaveLength(study.hours.length);
  expect(sheet.columns).toContain('实验室积压（管）');
  expect(sheet.columns).toContain('点位采样（人/时）');
  expect(new Set(sheet.columns).size).toBe(sheet.columns.length);
  expect(sheet.rows[stepOf(20)][sheet.columns.indexOf('点位排队（人）')]).toBe(series('sites', 'waiting').values[stepOf(20)]);
});
