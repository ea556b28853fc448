import { describe, expect, it } from 'vitest';
import { createStream, exp, ln, normalQuantile, power, PURPOSE } from '../../../src/engine/random/index.ts';

/** Relative distance. */
const off = (got: number, exact: number): number => Math.abs(got - exact) / Math.max(Math.abs(exact), 1e-300);

// Correctly rounded values, computed with 40 digits.
const LN: readonly [number, number][] = [
  [0.1, -2.3025850929940455],
  [0.5, -0.6931471805599453],
  [0.75, -0.2876820724517809],
  [0.9999999, -1.0000000494736474e-7],
  [1.0000001, 9.999999505838704e-8],
  [1.5, 0.4054651081081644],
  [2, 0.6931471805599453],
  [3, 1.0986122886681098],
  [10, 2.302585092994046],
  [1e-10, -23.025850929940457],
  [1e10, 23.025850929940457],
  [1e-300, -690.7755278982137],
  [1e300, 690.7755278982137],
];
const EXP: readonly [number, number][] = [
  [-700.5, 5.980196118639791e-305],
  [-50, 1.9287498479639178e-22],
  [-1, 0.36787944117144233],
  [-0.1, 0.9048374180359595],
  [1e-5, 1.00001000005],
  [0.5, 1.6487212707001282],
  [1, 2.718281828459045],
  [2.5, 12.182493960703473],
  [10, 22026.465794806718],
  [100, 2.6881171418161356e43],
  [700.25, 1.3022997366991783e304],
];
const NORMAL: readonly [number, number][] = [
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-20, -9.262340089798407],
  [1e-10, -6.361340902404057],
  [1e-5, -4.264890793922825],
  [0.001, -3.0902323061678136],
  [0.025, -1.9599639845400543],
  [0.05, -1.6448536269514726],
  [0.1, -1.2815515655446004],
  [0.3, -0.5244005127080408],
  [0.7, 0.5244005127080407],
  [0.9, 1.2815515655446006],
  [0.975, 1.9599639845400538],
  [0.999, 3.090232306167813],
  [0.99999, 4.264890793923841],
];

describe("The engine's own mathematics", () => {
  it.each(LN)('ln %d is right to 1e-14', (x, exact) => expect(off(ln(x), exact)).toBeLessThan(1e-14));
  it.each(EXP)('exp %d is right to 1e-14', (x, exact) => expect(off(exp(x), exact)).toBeLessThan(1e-14));
  it.each(NORMAL)('the normal quantile at %d is right to 1e-14', (p, exact) => expect(off(normalQuantile(p), exact)).toBeLessThan(1e-14));

  it('is within 4e-16 of the machine over many values, and power likewise', () => {
    const stream = createStream(3, 0, 0, PURPOSE.plan);
    for (let i = 0; i < 5000; i++) {
      const x = 1400 * (stream.nextUnit() - 0.5);
      const wide = 10 ** (600 * (stream.nextUnit() - 0.5));
      expect(off(exp(x), Math.exp(x))).toBeLessThan(5e-16);
      expect(Math.abs(ln(wide) - Math.log(wide))).toBeLessThan(4e-16 * Math.max(1, Math.abs(Math.log(wide))));
      const exponent = 20 * (stream.nextUnit() - 0.5);
      const base = 50 * stream.nextUnit();
      expect(off(power(base, exponent), base ** exponent)).toBeLessThan(1e-13);
    }
  });

  it('answers at the edges: ln of 0, of a negative, of infinity; exp beyond the range; the middle of the normal', () => {
    expect([ln(1), ln(0), ln(Infinity)]).toEqual([0, -Infinity, Infinity]);
    expect([ln(-1), ln(NaN), exp(NaN)]).toEqual([NaN, NaN, NaN]);
    expect([exp(0), exp(-1000), exp(-Infinity), exp(1000), exp(Infinity)]).toEqual([1, 0, 0, Infinity, Infinity]);
    expect(exp(-744)).toBeGreaterThan(0);
    expect(exp(709.78)).toBeLessThan(Infinity);
    expect(normalQuantile(0.5)).toBe(0);
    expect(power(7, 0)).toBe(1);
  });

  it('never falls where it should rise, also across the seams of its pieces', () => {
    const falls: string[] = [];
    const rises = (f: (x: number) => number, from: number, to: number, steps: number): void => {
      let before = -Infinity;
      for (let i = 0; i <= steps; i++) {
        const value = f(from + ((to - from) * i) / steps);
        if (!(value >= before)) falls.push(`${f.name} at ${from + ((to - from) * i) / steps}`);
        before = value;
      }
    };
    rises(ln, 0.0001, 4, 40_000);
    rises(exp, -3, 3, 40_000);
    rises(normalQuantile, 1e-9, 0.9999, 40_000);
    for (const seam of [0.075, 0.925, 1.388794386496401e-11]) rises(normalQuantile, seam * (1 - 1e-9), seam * (1 + 1e-9), 1000);
    rises(ln, Math.SQRT2 - 1e-10, Math.SQRT2 + 1e-10, 2000);
    expect(falls).toEqual([]);
  });

  it('the normal quantile is odd about one half', () => {
    for (const p of [0.01, 0.05, 0.0749, 0.2, 0.4]) expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 12);
  });
});
