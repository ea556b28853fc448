/** Source of 32-bit words. */
export type Words = () => number;

/** One test of randomness: standard normal, or nearly so, when the words are independent and uniform. */
export type Test = (next: Words) => number;

/** A chi-square value as a standard normal one (Wilson and Hilferty 1931). */
const chiScore = (chi: number, freedom: number): number =>
  (Math.cbrt(chi / freedom) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom));

function chiSquare(counts: ArrayLike<number>, expected: (cell: number) => number): number {
  let chi = 0;
  for (let cell = 0; cell < counts.length; cell++) chi += (counts[cell] - expected(cell)) ** 2 / expected(cell);
  return chiScore(chi, counts.length - 1);
}

const poissonScore = (count: number, mean: number): number => 2 * (Math.sqrt(count + 0.375) - Math.sqrt(mean + 0.375));

/** Equal cells of three draws together, by their upper or lower three bits. */
const triples =
  (shift: number): Test =>
  (next) => {
    const counts = new Int32Array(512);
    for (let i = 0; i < 5120; i++) {
      let cell = 0;
      for (let k = 0; k < 3; k++) cell = 8 * cell + ((next() >>> shift) & 7);
      counts[cell]++;
    }
    return chiSquare(counts, () => 10);
  };

/** Lengths of the gaps between draws that fall into the lowest eighth (Knuth, Seminumerical Algorithms, 3.3.2 D). */
const gaps: Test = (next) => {
  const longest = 24;
  const counts = new Int32Array(longest + 1);
  const hits = 1000;
  for (let i = 0; i < hits; i++) {
    let length = 0;
    while (next() >>> 29 !== 0) length++;
    counts[Math.min(longest, length)]++;
  }
  return chiSquare(counts, (gap) => hits * 0.875 ** gap * (gap === longest ? 1 : 0.125));
};

/** Equal spacings among 512 birthdays in a year of 2²⁴ days: Poisson with mean 2 (Marsaglia), five years together. */
const birthdays =
  (shift: number): Test =>
  (next) => {
    let equal = 0;
    for (let year = 0; year < 5; year++) {
      const days = Float64Array.from({ length: 512 }, () => (next() >>> shift) & 0xffffff).sort();
      const spacings = days.map((day, i) => day - (i === 0 ? 0 : days[i - 1])).sort();
      for (let i = 1; i < 512; i++) if (spacings[i] === spacings[i - 1]) equal++;
    }
    return poissonScore(equal, 10);
  };

/** Balls that meet another in one of 2²⁰ urns (Knuth, 3.3.2 I). */
const collisions: Test = (next) => {
  const balls = 8192;
  const seen = new Set<number>();
  for (let i = 0; i < balls; i++) seen.add(next() >>> 12);
  const urns = 2 ** 20;
  return poissonScore(balls - seen.size, balls - urns * -Math.expm1(balls * Math.log1p(-1 / urns)));
};

/** Correlation of draws so many apart. */
const serial =
  (lag: number): Test =>
  (next) => {
    const n = 4096;
    const units = Float64Array.from({ length: n + lag }, () => (next() + 0.5) / 2 ** 32 - 0.5);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += units[i] * units[i + lag];
    return (12 * sum) / Math.sqrt(n);
  };

/** Ones in a word and in the next hang together? */
const weights: Test = (next) => {
  const n = 4096;
  let [sum, last] = [0, ones(next()) - 16];
  for (let i = 0; i < n; i++) {
    const here = ones(next()) - 16;
    sum += here * last;
    last = here;
  }
  return sum / 8 / Math.sqrt(n);
};

function ones(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Ranks of 32 × 32 matrices of bits: full, one less, fewer (Marsaglia and Tsay 1985). */
const ranks: Test = (next) => {
  const matrices = 100;
  const counts = new Int32Array(3);
  for (let m = 0; m < matrices; m++) counts[Math.min(2, 32 - rank(Int32Array.from({ length: 32 }, () => next())))]++;
  return chiSquare(counts, (less) => matrices * [0.2887880951538411, 0.5775761901732047, 0.1336357146729542][less]);
};

function rank(rows: Int32Array): number {
  let found = 0;
  for (let bit = 0; bit < 32; bit++) {
    const mask = 1 << bit;
    const pivot = rows.findIndex((row, i) => i >= found && (row & mask) !== 0);
    if (pivot < 0) continue;
    [rows[found], rows[pivot]] = [rows[pivot], rows[found]];
    for (let i = 0; i < 32; i++) if (i !== found && rows[i] & mask) rows[i] ^= rows[found];
    found++;
  }
  return found;
}

export const BATTERY: Readonly<Record<string, Test>> = {
  'triples of upper bits': triples(29),
  'triples of lower bits': triples(0),
  'lengths of gaps': gaps,
  'birthday spacings, upper bits': birthdays(8),
  'birthday spacings, lower bits': birthdays(0),
  collisions,
  'serial correlation, next': serial(1),
  'serial correlation, 7 apart': serial(7),
  'ones in neighbouring words': weights,
  'ranks of bit matrices': ranks,
};

/** Lower tail of the standard normal (Abramowitz and Stegun 26.2.17, to 1e-7). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

/** Kolmogorov and Smirnov's √n·D of scores against the normal law. */
export function kolmogorov(scores: readonly number[]): number {
  const sorted = scores.map(normal).sort((a, b) => a - b);
  const n = sorted.length;
  return Math.sqrt(n) * Math.max(...sorted.map((p, i) => Math.max((i + 1) / n - p, p - i / n)));
}

export interface Judgement {
  readonly greatest: number;
  readonly total: number;
  readonly ks: number;
}

/** All seeds of one test: the greatest score, the sum of all as a score, and whether they are spread as they should be. */
export function judge(test: Test, source: (seed: number) => Words, seeds: readonly number[]): Judgement {
  const scores = seeds.map((seed) => test(source(seed)));
  return {
    greatest: Math.max(...scores.map(Math.abs)),
    total: scores.reduce((sum, z) => sum + z, 0) / Math.sqrt(seeds.length),
    ks: kolmogorov(scores),
  };
}

/** The limits, fixed before the first run: chances of about 1 in 10⁶ a score, 1 in 10⁵ a sum, 1 in 10⁴ a spread (2.23). */
export const isSound = ({ greatest, total, ks }: Judgement): boolean => greatest < 5.5 && Math.abs(total) < 4.5 && ks < 2.23;
