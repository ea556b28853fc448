import { expect } from 'vitest';

/** Nearest double of top/bottom, both positive, to 1e-18 relative: the shift keeps 70 bits. */
export function ratio(top: bigint, bottom: bigint): number {
  const shift = bottom.toString(2).length - top.toString(2).length + 70;
  const quotient = shift >= 0 ? (top << BigInt(shift)) / bottom : top / (bottom << BigInt(-shift));
  return Number(quotient) * 2 ** -shift;
}

interface Agreement {
  /** Relative error at most `tolerance`, by default 1e-9, which is the project's promise. */
  toAgreeWith(expected: number, tolerance?: number): void;
  /** Equal to a published value as far as it was printed: half a unit of its last digit, a whole one where the source cuts off instead of rounding. */
  toShowAs(printed: string, units?: number): void;
}

declare module 'vitest' {
  // The type parameter is vitest's own; the declarations merge only with the same default.
  // eslint-disable-next-line typescript/no-explicit-any, no-unused-vars
  interface Matchers<T = any> extends Agreement {}
}

expect.extend({
  toAgreeWith(actual: number, expected: number, tolerance = 1e-9) {
    const pass = Math.abs(actual - expected) <= tolerance * Math.abs(expected);
    return {
      pass,
      message: () => `${actual} against ${expected}: relative error ${Math.abs(actual / expected - 1)}, allowed ${tolerance}`,
    };
  },
  toShowAs(actual: number, printed: string, units = 0.5) {
    const digits = printed.includes('.') ? printed.length - printed.indexOf('.') - 1 : 0;
    const pass = Math.abs(actual - Number(printed)) <= units * 1.0000001 * 10 ** -digits;
    return { pass, message: () => `${actual} against the printed ${printed}` };
  },
});

/**
 * Stationary distribution of a finite chain by Grassmann, Taksar and Heyman's elimination (no subtraction, so small probabilities keep their digits).
 * Rows are rates or probabilities to other states; the diagonal is ignored.
 */
export function stationary(rows: number[][]): number[] {
  const n = rows.length;
  const a = rows.map((row) => [...row]);
  for (let k = n - 1; k > 0; k--) {
    let out = 0;
    for (let j = 0; j < k; j++) out += a[k][j];
    for (let i = 0; i < k; i++) {
      const share = a[i][k] / out;
      a[i][k] = share;
      if (share !== 0) for (let j = 0; j < k; j++) if (j !== i) a[i][j] += share * a[k][j];
    }
  }
  const p = [1];
  for (let k = 1; k < n; k++) {
    let sum = 0;
    for (let i = 0; i < k; i++) sum += p[i] * a[i][k];
    p.push(sum);
  }
  const total = p.reduce((s, x) => s + x, 0);
  return p.map((x) => x / total);
}

/** Square matrix of zeros. */
export function zeros(n: number): number[][] {
  return Array.from({ length: n }, () => new Array<number>(n).fill(0));
}

export function mean(distribution: readonly number[], value: (n: number) => number = (n) => n): number {
  return distribution.reduce((sum, p, n) => sum + p * value(n), 0);
}

/** Poisson probabilities 0..last by plain recursion from exp(−m): independent of src/theory/poisson.ts, for means below 500. */
export function poissonRow(m: number, last: number): number[] {
  const row = [Math.exp(-m)];
  for (let n = 1; n <= last; n++) row.push((row[n - 1] * m) / n);
  return row;
}
