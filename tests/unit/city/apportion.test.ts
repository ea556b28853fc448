import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../../src/city/index.ts';

describe('splitting a whole number', () => {
  it('gives whole parts that add up exactly, each within one of its quota', () => {
    const weights = fc.array(fc.oneof(fc.nat(5_000_000), fc.double({ min: 0, max: 100, noNaN: true })), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(weights, fc.nat(30_000_000), (shares, total) => {
        const sum = shares.reduce((a, b) => a + b, 0);
        fc.pre(sum > 1e-9);
        const parts = apportion(shares, total);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        parts.forEach((part, i) => {
          expect(Number.isInteger(part) && part >= 0).toBe(true);
          expect(Math.abs(part - (shares[i] / sum) * total)).toBeLessThan(1.001);
        });
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('changes nothing when the total is that of the whole weights', () => {
    expect(apportion([696, 127, 257, 0], 1080)).toEqual([696, 127, 257, 0]);
  });

  it('gives what is left over to the largest remainders, the earlier of equals first', () => {
    expect(apportion([1, 1, 1], 2)).toEqual([1, 1, 0]);
    expect(apportion([10, 6, 1], 3)).toEqual([2, 1, 0]);
  });

  it('needs a positive, finite sum', () => {
    for (const weights of [[], [0, 0], [NaN, 1], [Infinity, 1]]) expect(() => apportion(weights, 1)).toThrow(RangeError);
  });
});
