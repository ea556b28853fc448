import { describe, expect, test } from 'vitest';
import { fourierTransform } from '../../src/theory/fourier.ts';
import { poissonProbability, poissonTail } from '../../src/theory/index.ts';
import { poissonExcess } from '../../src/theory/poisson.ts';
import { integrate } from '../../src/theory/runge-kutta.ts';
import { poissonRow } from './exact.ts';

describe('Building blocks', () => {
  test('Poisson probabilities and both tails equal plain recursion and summation to 1e-11', () => {
    for (const mean of [0.01, 3, 20.5, 94, 400]) {
      const row = poissonRow(mean, 1500);
      for (const n of [0, 1, 7, 20, 21, 90, 130, 420]) {
        expect(poissonProbability(n, mean)).toAgreeWith(row[n], 1e-11);
        const above = row.slice(n).reduceRight((sum, p) => sum + p, 0);
        expect(Math.abs(poissonTail(n, mean) - above)).toBeLessThan(1e-12);
      }
      const level = Math.ceil(mean) + 5;
      const excess = poissonExcess(level, mean);
      expect(excess.reached).toAgreeWith(
        row.slice(level).reduceRight((sum, p) => sum + p, 0),
        1e-11,
      );
      expect(excess.mean).toAgreeWith(
        row.reduceRight((sum, p, n) => sum + p * Math.max(0, n - level), 0),
        1e-11,
      );
      expect(excess.factorialMoment).toAgreeWith(
        row.reduceRight((sum, p, n) => sum + p * Math.max(0, n - level) * (n - level - 1), 0),
        1e-11,
      );
    }
  });

  test('a mean of a million: neighbours keep their ratio to 1e-15 a step and all add to one', () => {
    let sum = 0;
    for (let n = 990_000; n < 1_010_000; n++) sum += poissonProbability(n, 1e6);
    expect(sum).toAgreeWith(1, 1e-12);
    expect(poissonProbability(1_000_100, 1e6) / poissonProbability(1_000_099, 1e6)).toAgreeWith(1e6 / 1_000_100, 1e-13);
  });

  test('the fast transform equals the plain sum to 1e-13', () => {
    const real = Float64Array.from({ length: 16 }, (_, i) => Math.sin(i * i) + 0.3 * i);
    const imaginary = Float64Array.from({ length: 16 }, (_, i) => Math.cos(3 * i));
    const plain = Array.from({ length: 16 }, (_, j) => {
      let re = 0;
      let im = 0;
      for (let k = 0; k < 16; k++) {
        const angle = (-2 * Math.PI * j * k) / 16;
        re += real[k] * Math.cos(angle) - imaginary[k] * Math.sin(angle);
        im += real[k] * Math.sin(angle) + imaginary[k] * Math.cos(angle);
      }
      return { re, im };
    });
    fourierTransform(real, imaginary);
    plain.forEach(({ re, im }, j) => {
      expect(Math.hypot(real[j] - re, imaginary[j] - im)).toBeLessThan(1e-13 * 16);
    });
  });

  test('the integrator follows a circle for ten turns to 1e-9 and refuses endless work', () => {
    const y = new Float64Array([1, 0]);
    const turn = (_t: number, state: Float64Array, out: Float64Array): void => {
      out[0] = -state[1];
      out[1] = state[0];
    };
    integrate(turn, y, 0, 20 * Math.PI, 1e-13);
    expect(Math.hypot(y[0] - 1, y[1])).toBeLessThan(1e-9);
    expect(() => integrate(turn, y, 0, 1e9, 1e-13, 100)).toThrow(/steps = 100/);
  });
});
