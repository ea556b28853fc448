import { describe, expect, it } from 'vitest';
import {
  createStream,
  drawLognormalFactor,
  fillFromTable,
  fillSpacings,
  fromTable,
  lognormalFactor,
  gapScale,
  nextGap,
  PURPOSE,
  seedStream,
  tableMean,
  tabulate,
  tabulateMean,
  triangularQuantile,
  type Purpose,
} from '../../../src/engine/random/index.ts';

const SEEDS = Array.from({ length: 200 }, (_, i) => 1 + 37 * i);

function spacings(seed: number, count: number): Float64Array {
  const states = new Int32Array(4);
  seedStream(states, 0, seed, 0, 7, PURPOSE.arrival);
  const sums = new Float64Array(count);
  fillSpacings(states, 0, sums, 0, count);
  return sums.map((sum, i) => sum - (i === 0 ? 0 : sums[i - 1]));
}

/** Mean, variance, third moment about zero. */
function moments(values: ArrayLike<number>): [mean: number, variance: number] {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - mean) ** 2;
  return [mean, squares / (values.length - 1)];
}

describe('Exponential spacings', () => {
  it('have mean 1 and variance 1 at every one of 200 seeds (4.5 sigma), and over all of them (4 sigma)', () => {
    const n = 4000;
    let meanSum = 0;
    let varianceSum = 0;
    for (const seed of SEEDS) {
      const [mean, variance] = moments(spacings(seed, n));
      expect(Math.abs(mean - 1)).toBeLessThan(4.5 / Math.sqrt(n));
      // Var(s²) = (μ₄ − σ⁴)/n with μ₄ = 9.
      expect(Math.abs(variance - 1)).toBeLessThan(4.5 * Math.sqrt(8 / n));
      meanSum += mean;
      varianceSum += variance;
    }
    expect(Math.abs(meanSum / SEEDS.length - 1)).toBeLessThan(4 / Math.sqrt(n * SEEDS.length));
    expect(Math.abs(varianceSum / SEEDS.length - 1)).toBeLessThan(4 * Math.sqrt(8 / (n * SEEDS.length)));
  });

  it('spread over forty equal cells of their distribution as chance would have it, tail included', () => {
    const cells = 40;
    const counts = new Array<number>(cells).fill(0);
    let beyond = 0;
    let total = 0;
    for (const seed of SEEDS) {
      for (const x of spacings(seed, 2000)) {
        counts[Math.min(cells - 1, Math.floor(-Math.expm1(-x) * cells))]++;
        if (x > 9) beyond++;
        total++;
      }
    }
    const chi = counts.reduce((sum, n) => sum + (n - total / cells) ** 2 / (total / cells), 0);
    expect(chi).toBeLessThan(76.1); // 99.96 % point at 39 degrees of freedom
    const expected = total * Math.exp(-9);
    expect(Math.abs(beyond - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  it('go on in the stream where the last one stopped: two fills make one, however long', () => {
    const states = new Int32Array(8);
    seedStream(states, 0, 3, 0, 7, PURPOSE.arrival);
    seedStream(states, 4, 3, 0, 7, PURPOSE.arrival);
    const whole = new Float64Array(9000);
    const parts = new Float64Array(9000);
    fillSpacings(states, 0, whole, 0, 9000);
    const used = fillSpacings(states, 4, parts, 0, 4999);
    parts[4999] = used;
    fillSpacings(states, 4, parts, 5000, 9000);
    for (let i = 5000; i < 9000; i++) parts[i] += used;
    for (let i = 0; i < 9000; i++) expect(parts[i]).toBeCloseTo(whole[i], 9);
    expect(used).toBeCloseTo(whole[4999], 12);
  });
});

describe('Quantile tables', () => {
  it('give the stated mean exactly and the triangular variance to a thousandth', () => {
    const swab = tabulateMean((p) => triangularQuantile(p, 40, 55, 85), 60);
    expect(tableMean(swab)).toBeCloseTo(60, 10);
    const states = new Int32Array(4);
    seedStream(states, 0, 11, 0, 7, PURPOSE.sampling);
    const out = new Int32Array(400_000);
    fillFromTable(swab, 1000, states, 0, out, 0, out.length);
    const [mean, variance] = moments(out);
    const exact = (40 * 40 + 55 * 55 + 85 * 85 - 40 * 55 - 40 * 85 - 55 * 85) / 18;
    expect(Math.abs(mean - 60_000)).toBeLessThan((4 * 1000 * Math.sqrt(exact)) / Math.sqrt(out.length) + 1);
    expect(variance / 1e6 / exact).toBeCloseTo(1, 2);
    expect(out.reduce((least, x) => Math.min(least, x), Infinity)).toBeGreaterThanOrEqual(39_990);
    expect(out.reduce((most, x) => Math.max(most, x), 0)).toBeLessThanOrEqual(85_010);
  });

  it('are read the same one by one and in bulk, and never give less than one tick', () => {
    const any = tabulate((p) => 5 + 90 * p * p);
    const states = new Int32Array(4);
    seedStream(states, 0, 2, 0, 7, PURPOSE.sampling);
    const out = new Int32Array(300);
    fillFromTable(any, 1.7, states, 0, out, 0, 300);
    const stream = createStream(2, 0, 7, PURPOSE.sampling);
    for (const ticks of out) expect(ticks).toBe(Math.floor(1.7 * fromTable(any, stream.nextUint32())));
    fillFromTable(any, 1e-9, states, 0, out, 0, 300);
    expect(new Set(out)).toEqual(new Set([1]));
  });

  it('the triangular quantile has its corners at 0 and 1 and its mode where it belongs', () => {
    expect(triangularQuantile(0, 40, 55, 85)).toBe(40);
    expect(triangularQuantile(1, 40, 55, 85)).toBe(85);
    expect(triangularQuantile(1 / 3, 40, 55, 85)).toBeCloseTo(55, 12);
    expect(triangularQuantile(0.5, 3, 3, 3)).toBe(3);
  });
});

describe('Lognormal factors', () => {
  it('have mean 1 and the stated coefficient of variation', () => {
    const stream = createStream(9, 0, 0, PURPOSE.speed);
    const n = 200_000;
    const [mean, variance] = moments(Array.from({ length: n }, () => drawLognormalFactor(stream, 0.1)));
    expect(Math.abs(mean - 1)).toBeLessThan((4 * 0.1) / Math.sqrt(n));
    expect(Math.sqrt(variance)).toBeCloseTo(0.1, 2);
    expect(lognormalFactor(0.37, 0)).toBe(1);
    expect(lognormalFactor(0.5, 0.5)).toBeCloseTo(1 / Math.sqrt(1.25), 12);
  });
});

describe('Gaps between rare marks', () => {
  it('are geometric: mean (1 − p)/p, none at p = 1, endless at p = 0', () => {
    const states = new Int32Array(4);
    seedStream(states, 0, 4, 0, 7, PURPOSE.infection);
    const p = 0.01;
    const n = 50_000;
    let sum = 0;
    let none = 0;
    for (let i = 0; i < n; i++) {
      const gap = nextGap(gapScale(p), states, 0);
      sum += gap;
      if (gap === 0) none++;
    }
    expect(Math.abs(sum / n - (1 - p) / p)).toBeLessThan((4 * Math.sqrt(1 - p)) / p / Math.sqrt(n));
    expect(Math.abs(none - n * p)).toBeLessThan(4 * Math.sqrt(n * p * (1 - p)));
    expect(nextGap(gapScale(0), states, 0)).toBe(Infinity);
    expect(nextGap(gapScale(1), states, 0)).toBe(0);
  });
});

/** Uniform draws of a named stream. */
function uniforms(seed: number, replication: number, place: number, purpose: Purpose, count: number): Float64Array {
  const stream = createStream(seed, replication, place, purpose);
  return Float64Array.from({ length: count }, () => stream.nextUnit());
}

/** Correlation of two equally long rows of uniform draws, times √n: standard normal when they are independent. */
function correlation(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - 0.5) * (b[i] - 0.5);
  return (12 * sum) / Math.sqrt(a.length);
}

/** Chi-square of pairs over an 8 × 8 board, 63 degrees of freedom. */
function board(a: Float64Array, b: Float64Array): number {
  const counts = new Array<number>(64).fill(0);
  for (let i = 0; i < a.length; i++) counts[8 * Math.floor(8 * a[i]) + Math.floor(8 * b[i])]++;
  const expected = a.length / 64;
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

const NEIGHBOURS: readonly [string, (seed: number) => [Float64Array, Float64Array]][] = [
  ['seeds next to each other', (seed) => [uniforms(seed, 0, 5, PURPOSE.arrival, 4000), uniforms(seed + 1, 0, 5, PURPOSE.arrival, 4000)]],
  ['replications next to each other', (seed) => [uniforms(seed, 3, 5, PURPOSE.arrival, 4000), uniforms(seed, 4, 5, PURPOSE.arrival, 4000)]],
  ['places next to each other', (seed) => [uniforms(seed, 3, 5, PURPOSE.arrival, 4000), uniforms(seed, 3, 6, PURPOSE.arrival, 4000)]],
  ['purposes next to each other', (seed) => [uniforms(seed, 3, 5, PURPOSE.arrival, 4000), uniforms(seed, 3, 5, PURPOSE.sampling, 4000)]],
  [
    'a draw and the one after it',
    (seed) => [uniforms(seed, 0, 5, PURPOSE.arrival, 4001).subarray(0, 4000), uniforms(seed, 0, 5, PURPOSE.arrival, 4001).subarray(1)],
  ],
];

describe('Streams are independent, over 120 seeds', () => {
  const seeds = SEEDS.slice(0, 120);
  it.each(NEIGHBOURS)('%s: no correlation, no pattern in pairs', (_, pair) => {
    const scores = seeds.map((seed) => correlation(...pair(seed)));
    const boards = seeds.map((seed) => board(...pair(seed)));
    for (const score of scores) expect(Math.abs(score)).toBeLessThan(4.5);
    for (const chi of boards) expect(chi).toBeLessThan(124); // 1 in 10⁵ at 63 degrees of freedom is 121.7
    const sumOfSquares = scores.reduce((sum, z) => sum + z * z, 0);
    expect(Math.abs(sumOfSquares - 120)).toBeLessThan(4 * Math.sqrt(240));
    const allBoards = boards.reduce((sum, chi) => sum + chi, 0);
    expect(Math.abs(allBoards - 63 * 120)).toBeLessThan(4 * Math.sqrt(2 * 63 * 120));
  });

  it('the first draw of many streams is uniform, over seeds, replications and places alike', () => {
    const first: [string, (i: number) => number][] = [
      ['seed', (i) => createStream(i, 0, 0, PURPOSE.opening).nextUnit()],
      ['replication', (i) => createStream(1, i, 0, PURPOSE.opening).nextUnit()],
      ['place', (i) => createStream(1, 0, i, PURPOSE.opening).nextUnit()],
    ];
    for (const [, draw] of first) {
      const counts = new Array<number>(50).fill(0);
      for (let i = 0; i < 20_000; i++) counts[Math.floor(50 * draw(i))]++;
      const chi = counts.reduce((sum, n) => sum + (n - 400) ** 2 / 400, 0);
      expect(chi).toBeGreaterThan(18.4); // 99.999 % and 0.001 % points at 49 degrees of freedom, about
      expect(chi).toBeLessThan(101);
    }
  });
});
