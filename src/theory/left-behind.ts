import { requireThat } from './arguments.ts';
import { crommelinRoots, type CrommelinRoot } from './crommelin-roots.ts';
import { fourierTransform } from './fourier.ts';
import { poissonExcess, poissonProbability } from './poisson.ts';

/**
 * X' = max(X + A − c, 0), A Poisson(m), m < c: those left behind when every cycle takes up to c of a Poisson stream.
 * It is the queue of M/D/c every service time, and of Bailey's bulk service. Two exact methods, chosen by load:
 * · Spitzer's identity, sums over n of Poisson(nm) tails beyond nc divided by n; all terms positive, so tiny waits keep their digits;
 * · Crommelin's roots of z^c = exp(m(z − 1)) in heavy traffic, where Spitzer's sum is long.
 * After Crommelin 1932, Spitzer 1956 and Bailey 1954; the moment forms are derived in docs/theory.md.
 */
export interface LeftBehind {
  /** P(X + A ≥ c): an arrival in continuous time would wait (the delay probability of M/D/c). */
  readonly delayProbability: number;
  /** P(X = 0). */
  readonly emptyProbability: number;
  readonly mean: number;
  /** E(X(X−1)) − E(X)²: equals λ²Var(W) of M/D/c. */
  readonly factorialVariance: number;
}

const LONGEST_SUM = 3000;
const LONGEST_DISTRIBUTION_SUM = 400;

/** Terms of Spitzer's sum that matter: P(Poisson(nm) ≥ nc) < 1e-18 beyond. */
function spitzerTerms(capacity: number, mean: number): number {
  const decay = mean - capacity + capacity * Math.log(capacity / mean);
  return Math.max(2, Math.ceil(42 / decay));
}

/** capacity c ≥ 1 whole, mean 0 < m < c; both counts per cycle. Callers check. */
export function leftBehind(capacity: number, mean: number): LeftBehind {
  return spitzerTerms(capacity, mean) <= LONGEST_SUM ? bySpitzer(capacity, mean) : byRoots(capacity, mean);
}

export function bySpitzer(capacity: number, mean: number): LeftBehind {
  const terms = spitzerTerms(capacity, mean);
  let reached = 0;
  let passed = 0;
  let first = 0;
  let second = 0;
  for (let n = terms; n >= 1; n--) {
    const excess = poissonExcess(n * capacity, n * mean);
    reached += excess.reached / n;
    passed += excess.passed / n;
    first += excess.mean / n;
    second += excess.factorialMoment / n;
  }
  return { delayProbability: -Math.expm1(-reached), emptyProbability: Math.exp(-passed), mean: first, factorialVariance: second };
}

export function byRoots(capacity: number, mean: number): LeftBehind {
  const spare = capacity - mean;
  let inverse = 0;
  let inverseSquare = 0;
  let logDistance = 0;
  let logSize = 0;
  for (const { re, im, weight } of crommelinRoots(capacity, mean)) {
    const dRe = 1 - re;
    const d2 = dRe * dRe + im * im;
    inverse += (weight * dRe) / d2;
    inverseSquare += (weight * (dRe * dRe - im * im)) / (d2 * d2);
    logDistance += (weight / 2) * Math.log(d2);
    logSize += (weight / 2) * Math.log(re * re + im * im);
  }
  const ratio2 = (mean * mean - capacity * (capacity - 1)) / (2 * spare);
  const ratio3 = (capacity * (capacity - 1) * (capacity - 2) - mean * mean * mean) / (6 * spare);
  const idle = Math.exp(Math.log(spare) - logDistance);
  return {
    delayProbability: 1 - idle,
    emptyProbability: idle * Math.exp(mean + logSize),
    mean: inverse + ratio2,
    factorialVariance: ratio2 * ratio2 - 2 * ratio3 - inverseSquare,
  };
}

/** P(X = i) for i = 0, 1, … until 1e-17 of the mass is left. Throws RangeError when load and capacity together need more than 2e8 steps. */
export function leftBehindDistribution(capacity: number, mean: number): Float64Array {
  const length = Math.ceil(40 / decayRate(capacity, mean)) + 2;
  return spitzerTerms(capacity, mean) <= LONGEST_DISTRIBUTION_SUM
    ? compoundDistribution(capacity, mean, length)
    : invertedDistribution(capacity, mean, length);
}

/** δ > 0 with P(X = i) ~ exp(−δi): the root above 1 of z^c = exp(m(z − 1)), as ln z. */
function decayRate(capacity: number, mean: number): number {
  const r = mean / capacity;
  let low = 0;
  let high = 1;
  while (r * Math.expm1(high) < high) high *= 2;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (r * Math.expm1(middle) < middle) low = middle;
    else high = middle;
  }
  return high;
}

/** Spitzer's identity makes X compound Poisson; its probabilities follow by Panjer's recursion, positive terms only. */
function compoundDistribution(capacity: number, mean: number, length: number): Float64Array {
  const jumps = new Float64Array(length);
  for (let n = spitzerTerms(capacity, mean); n >= 1; n--) {
    let p = poissonProbability(n * capacity, n * mean) / n;
    for (let i = 1; i < length; i++) {
      p *= (n * mean) / (n * capacity + i);
      if (p < 1e-300) break;
      jumps[i] += p;
    }
  }
  const probabilities = new Float64Array(length);
  probabilities[0] = Math.exp(-jumps.reduce((sum, p) => sum + p, 0));
  for (let j = 1; j < length; j++) {
    let sum = 0;
    for (let i = 1; i <= j; i++) sum += i * jumps[i] * probabilities[j - i];
    probabilities[j] = sum / j;
  }
  return probabilities;
}

/** Heavy traffic: the generating function from the roots, inverted on the unit circle. Absolute error near 1e-14. */
function invertedDistribution(capacity: number, mean: number, length: number): Float64Array {
  let size = 2;
  while (size < length) size *= 2;
  requireThat(size * capacity <= 2e8, 'capacity and load', `${capacity}, ${mean / capacity}`, 'a pair whose distribution fits 2e8 steps');
  const roots = crommelinRoots(capacity, mean);
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  real[0] = 1;
  for (let j = 1; j <= size / 2; j++) {
    const { re, im } = generatingFunction(capacity, mean, roots, (2 * Math.PI * j) / size);
    real[j] = re;
    imaginary[j] = j === size / 2 ? 0 : im;
    real[size - j] = re;
    imaginary[size - j] = -imaginary[j];
  }
  fourierTransform(real, imaginary);
  return real.subarray(0, length).map((value) => Math.max(0, value / size));
}

/** E(z^X) at z = exp(iθ), 0 < θ ≤ π: (c − m)(z − 1) / (z^c − exp(m(z − 1))) · Π (z − z_k)/(1 − z_k). */
function generatingFunction(capacity: number, mean: number, roots: readonly CrommelinRoot[], angle: number): { re: number; im: number } {
  const zRe = Math.cos(angle);
  const zIm = Math.sin(angle);
  const lessOne = -2 * Math.sin(angle / 2) ** 2;
  const [bottomRe, bottomIm] = denominator(capacity, mean, angle);
  let [re, im] = timesRatio(capacity - mean, 0, lessOne, zIm, bottomRe, bottomIm);
  let scale = 0;
  for (const root of roots) {
    [re, im] = timesRatio(re, im, zRe - root.re, zIm - root.im, 1 - root.re, -root.im);
    if (root.weight === 2) [re, im] = timesRatio(re, im, zRe - root.re, zIm + root.im, 1 - root.re, root.im);
    const magnitude = Math.abs(re) + Math.abs(im);
    if (magnitude > 1e100 || magnitude < 1e-100) {
      scale += Math.log(magnitude);
      re /= magnitude;
      im /= magnitude;
    }
  }
  const factor = Math.exp(scale);
  return { re: re * factor, im: im * factor };
}

/** z^c − exp(m(z − 1)); near z = 1, where a plain difference loses all digits, as exp(m(z − 1))·(exp(u) − 1) with u small. */
function denominator(capacity: number, mean: number, angle: number): [number, number] {
  const depth = 2 * mean * Math.sin(angle / 2) ** 2;
  const shrink = Math.exp(-depth);
  const turn = mean * Math.sin(angle);
  if (depth > 1) return [Math.cos(capacity * angle) - shrink * Math.cos(turn), Math.sin(capacity * angle) - shrink * Math.sin(turn)];
  const u = capacity * angle - turn;
  const re = Math.expm1(depth) * Math.cos(u) - 2 * Math.sin(u / 2) ** 2;
  const im = Math.exp(depth) * Math.sin(u);
  return [shrink * (re * Math.cos(turn) - im * Math.sin(turn)), shrink * (re * Math.sin(turn) + im * Math.cos(turn))];
}

/** (re + i·im)·(a + ib)/(c + id). */
function timesRatio(re: number, im: number, a: number, b: number, c: number, d: number): [number, number] {
  const d2 = c * c + d * d;
  const x = (a * c + b * d) / d2;
  const y = (b * c - a * d) / d2;
  return [re * x - im * y, re * y + im * x];
}
