import { requireNonNegative } from './arguments.ts';

const FACTORIALS = [1];
for (let n = 1; n <= 20; n++) FACTORIALS.push(FACTORIALS[n - 1] * n);

/** ln n! − ln(√(2πn) (n/e)^n) for n > 20, to the last digit; Stirling's series. */
function stirlingRemainder(n: number): number {
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / n;
}

/** n ln(n/m) + m − n without the cancellation near n = m. */
function deviance(n: number, mean: number): number {
  const difference = n - mean;
  if (Math.abs(difference) >= 0.1 * (n + mean)) return n * Math.log(n / mean) + mean - n;
  const v = difference / (n + mean);
  let sum = difference * v;
  let term = 2 * n * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * P(N = n) for N Poisson with the given mean, relative error near 1e-15 also for means of millions.
 * Saddle-point form after Loader 2000. Throws RangeError on a negative mean.
 */
export function poissonProbability(n: number, mean: number): number {
  requireNonNegative('poisson mean', mean);
  if (n < 0 || !Number.isInteger(n)) return 0;
  if (mean === 0) return n === 0 ? 1 : 0;
  if (n <= 20 && mean < 600) return (Math.pow(mean, n) / FACTORIALS[n]) * Math.exp(-mean);
  if (n <= 20) return Math.exp(n * Math.log(mean) - mean - Math.log(FACTORIALS[n]));
  return Math.exp(-stirlingRemainder(n) - deviance(n, mean)) / Math.sqrt(2 * Math.PI * n);
}

/** What a Poisson variable exceeds a level by: Y = max(N − level, 0). All sums have positive terms only, so small values keep their digits. */
export interface PoissonExcess {
  /** P(N ≥ level) and P(N > level). */
  readonly reached: number;
  readonly passed: number;
  /** E(Y) and E(Y(Y − 1)). */
  readonly mean: number;
  readonly factorialMoment: number;
}

/** Needs level ≥ mean, where the series falls from its first term. Derived here from the ratio mean/(n+1) of neighbouring probabilities. */
export function poissonExcess(level: number, mean: number): PoissonExcess {
  const first = poissonProbability(level, mean);
  let ratio = 1;
  let passed = 0;
  let excess = 0;
  let factorial = 0;
  for (let i = 1; ; i++) {
    ratio *= mean / (level + i);
    passed += ratio;
    excess += i * ratio;
    const addition = i * (i - 1) * ratio;
    factorial += addition;
    if (addition <= factorial * 1e-17 && ratio <= passed * 1e-17) break;
  }
  return { reached: first * (1 + passed), passed: first * passed, mean: first * excess, factorialMoment: first * factorial };
}

/** P(N ≥ level), full relative precision above the mean, absolute 1e-15 below it. */
export function poissonTail(level: number, mean: number): number {
  requireNonNegative('poisson mean', mean);
  if (level <= 0) return 1;
  if (mean === 0) return 0;
  if (level >= mean) {
    let ratio = 1;
    let sum = 1;
    for (let n = level + 1; ratio > sum * 1e-17; n++) {
      ratio *= mean / n;
      sum += ratio;
    }
    return poissonProbability(level, mean) * sum;
  }
  let ratio = 1;
  let sum = 1;
  for (let n = level - 1; n > 0 && ratio > sum * 1e-17; n--) {
    ratio *= n / mean;
    sum += ratio;
  }
  return 1 - poissonProbability(level - 1, mean) * sum;
}
