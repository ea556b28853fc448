import fc from 'fast-check';
import { scaleLinear } from 'd3';
import { describe, expect, test } from 'vitest';
import {
  clockLabels,
  clockTicks,
  hourStep,
  nightsOf,
  offsetTicks,
  spreadLabels,
  textWidth,
  valueAt,
  wholeSpan,
} from '../../../src/charts/index.ts';
import { createText } from '../../../src/text/index.ts';
import { studyFixture } from '../../builders/study.ts';

fc.configureGlobal({ seed: 20_250 });

describe('the clock axis', () => {
  test('an order at 08:00 has its first midnight sixteen hours later, on day 2', () => {
    const ticks = clockTicks({ from: 0, to: 48 }, '08:00', 24);
    expect(ticks).toEqual([
      { hours: 16, day: 2, midnight: true },
      { hours: 40, day: 3, midnight: true },
    ]);
  });

  test('marks stand at round local times whatever the order’s clock and the view', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1439 }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 3, max: 300, noNaN: true }),
        (minute, from, length) => {
          const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const step = hourStep(900 / length, 60);
          for (const tick of clockTicks({ from, to: from + length }, clock, step)) {
            const local = tick.hours + minute / 60;
            expect(Math.abs(local / step - Math.round(local / step))).toBeLessThan(1e-6);
            expect(tick.day).toBe(Math.floor(local / 24 + 1e-9) + 1);
            expect(tick.hours).toBeGreaterThanOrEqual(from - 1e-6);
            expect(tick.hours).toBeLessThanOrEqual(from + length + 1e-6);
          }
        },
      ),
    );
  });

  test.each(['zh', 'en'] as const)('labels never touch, from phone to projector (%s)', (language) => {
    const text = createText(language);
    fc.assert(
      fc.property(
        fc.integer({ min: 240, max: 1900 }),
        fc.integer({ min: 3, max: 1400 }),
        fc.integer({ min: 0, max: 300 }),
        (width, length, from) => {
          const x = scaleLinear([from, from + length], [40, width]);
          const labels = clockLabels(x, { from, to: from + length }, '08:00', 14, text);
          labels.slice(1).forEach((label, index) => expect(label.at - label.half).toBeGreaterThan(labels[index].at + labels[index].half));
        },
      ),
    );
  });

  test('hours after the order are counted from the order, not from midnight', () => {
    expect(offsetTicks({ from: 5, to: 40 }, 12)).toEqual([12, 24, 36]);
  });

  test('a Chinese character is as wide as the font is high, so that no label is measured too short', () => {
    expect(textWidth('已出结果', 14)).toBe(56);
    expect(textWidth('T+48 h', 14)).toBeGreaterThan(30);
  });
});

describe('labels at line ends', () => {
  test('they keep their order, their gap and the bounds, and stay where they were when there was room', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 8 }), (wanted) => {
        const placed = spreadLabels(wanted, 18, 0, 200);
        const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b] || a - b);
        order.slice(1).forEach((label, rank) => expect(placed[label] - placed[order[rank]]).toBeGreaterThanOrEqual(18 - 1e-9));
        for (const place of placed) {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(200 + 1e-9);
        }
      }),
    );
    expect(spreadLabels([10, 60, 120], 18, 0, 200)).toEqual([10, 60, 120]);
    expect(spreadLabels([50, 50], 20, 0, 200)).toEqual([40, 60]);
  });
});

describe('series', () => {
  const { study, typical } = studyFixture({ siteCount: 20, horizonHours: 200 });

  test('a value between two steps lies on the line between them, and the last one holds afterwards', () => {
    const hours = Float64Array.of(0, 0.25, 0.5);
    const values = Float64Array.of(0, 10, 30);
    expect(valueAt(hours, values, 0.125)).toBe(5);
    expect(valueAt(hours, values, 0.375)).toBe(20);
    expect(valueAt(hours, values, 99)).toBe(30);
    expect(valueAt(hours, values, -1)).toBe(0);
    expect(valueAt(new Float64Array(0), new Float64Array(0), 1)).toBe(0);
  });

  test('the whole view holds the deadline and the last result, in steps that do not twitch', () => {
    const whole = wholeSpan(study);
    expect(whole.from).toBe(0);
    expect(whole.to % 12).toBe(0);
    expect(whole.to).toBeGreaterThan(study.resultedFinish.p50 ?? 0);
  });

  test('nights are the hours in which no site is open, without the time before opening and after the end', () => {
    const nights = nightsOf(typical);
    expect(nights[0]).toEqual({ from: 16, to: 22 });
    expect(nights[1]).toEqual({ from: 40, to: 46 });
    for (const night of nights) expect(night.to - night.from).toBe(6);
  });
});
