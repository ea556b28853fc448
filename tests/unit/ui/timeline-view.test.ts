import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clampView, cursorByKey, isWhole, moveEnd, SHORTEST_VIEW, toMinute, zoomView } from '../../../src/ui/timeline/view.ts';

const whole = { from: 0, to: 168 };
const hour = fc.double({ min: 0, max: 168, noNaN: true });

fc.configureGlobal({ seed: 20_250 });

describe('the timeline’s view', () => {
  test('zooming keeps the hour under the pointer where it is, as long as the view stays inside', () => {
    const view = zoomView({ from: 20, to: 80 }, whole, 0.5, 35);
    expect((35 - view.from) / (view.to - view.from)).toBeCloseTo((35 - 20) / 60, 9);
    expect(view.to - view.from).toBeCloseTo(30, 9);
  });

  test('no zoom or drag leaves the whole or becomes shorter than the shortest view', () => {
    fc.assert(
      fc.property(hour, hour, fc.double({ min: 0.01, max: 50, noNaN: true }), hour, (a, b, factor, around) => {
        for (const view of [
          zoomView(clampView({ from: Math.min(a, b), to: Math.max(a, b) }, whole), whole, factor, around),
          moveEnd({ from: 20, to: 40 }, whole, 'from', a),
          moveEnd({ from: 20, to: 40 }, whole, 'to', b),
        ]) {
          expect(view.from).toBeGreaterThanOrEqual(-1e-9);
          expect(view.to).toBeLessThanOrEqual(168 + 1e-9);
          expect(view.to - view.from).toBeGreaterThanOrEqual(SHORTEST_VIEW - 1e-6);
        }
      }),
    );
    expect(isWhole(zoomView({ from: 0, to: 168 }, whole, 3, 80), whole)).toBe(true);
  });

  test('arrows move a quarter of an hour, with Shift one hour, Page keys six hours, Home and End to the ends', () => {
    expect(cursorByKey('ArrowRight', false, 30, whole)).toBe(30.25);
    expect(cursorByKey('ArrowLeft', true, 30, whole)).toBe(29);
    expect(cursorByKey('PageUp', false, 30, whole)).toBe(36);
    expect(cursorByKey('PageDown', true, 30, whole)).toBe(24);
    expect(cursorByKey('Home', false, 30, whole)).toBe(0);
    expect(cursorByKey('End', false, 30, whole)).toBe(168);
    expect(cursorByKey('a', false, 30, whole)).toBeNull();
  });

  test('the cursor never leaves the whole', () => {
    expect(cursorByKey('ArrowLeft', false, 0, whole)).toBe(0);
    expect(cursorByKey('PageUp', false, 166, whole)).toBe(168);
  });

  test('a dragged cursor stands on a whole minute', () => {
    expect(toMinute(12.3456) * 60).toBeCloseTo(741, 9);
  });
});
