import { requireNonNegative, requirePositive, requireThat } from './arguments.ts';

/** A service or interarrival time; rates are per unit of time, the other values are times. */
export type TimeDistribution =
  | { readonly kind: 'exponential'; readonly rate: number }
  | { readonly kind: 'deterministic'; readonly value: number }
  | { readonly kind: 'lognormal'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'erlang'; readonly shape: number; readonly rate: number }
  | { readonly kind: 'gamma'; readonly shape: number; readonly rate: number }
  | { readonly kind: 'triangular'; readonly min: number; readonly mode: number; readonly max: number };

export interface TimeMoments {
  readonly mean: number;
  /** E(S²) and E(S³). */
  readonly second: number;
  readonly third: number;
  /** Var(S)/E(S)². */
  readonly squaredCv: number;
}

/** Raw moments of a time, closed form; textbook formulas, the triangular ones integrated here. Throws RangeError on impossible parameters. */
export function timeMoments(time: TimeDistribution): TimeMoments {
  switch (time.kind) {
    case 'exponential':
      return gammaMoments(1, time.rate);
    case 'deterministic':
      requirePositive('deterministic value', time.value);
      return { mean: time.value, second: time.value ** 2, third: time.value ** 3, squaredCv: 0 };
    case 'lognormal': {
      requirePositive('lognormal mean', time.mean);
      requireNonNegative('lognormal cv', time.cv);
      const growth = 1 + time.cv ** 2;
      return { mean: time.mean, second: time.mean ** 2 * growth, third: (time.mean * growth) ** 3, squaredCv: time.cv ** 2 };
    }
    case 'erlang':
      requireThat(Number.isInteger(time.shape) && time.shape >= 1, 'erlang shape', time.shape, 'a whole number of at least 1');
      return gammaMoments(time.shape, time.rate);
    case 'gamma':
      return gammaMoments(time.shape, time.rate);
    case 'triangular':
      return triangularMoments(time.min, time.mode, time.max);
  }
}

function gammaMoments(shape: number, rate: number): TimeMoments {
  requirePositive('shape', shape);
  requirePositive('rate', rate);
  const mean = shape / rate;
  return { mean, second: (mean * (shape + 1)) / rate, third: (mean * (shape + 1) * (shape + 2)) / (rate * rate), squaredCv: 1 / shape };
}

function triangularMoments(min: number, mode: number, max: number): TimeMoments {
  requireNonNegative('triangular min', min);
  requireThat(
    Number.isFinite(max) && min <= mode && mode <= max && max > 0,
    'triangular',
    `${min},${mode},${max}`,
    'min ≤ mode ≤ max, max above 0',
  );
  const mean = (min + mode + max) / 3;
  // E(S^k) of a triangle is the complete symmetric polynomial of its corners divided by C(k + 2, 2).
  const second = (min * min + mode * mode + max * max + min * mode + mode * max + min * max) / 6;
  const third =
    (min ** 3 + mode ** 3 + max ** 3 + min * min * (mode + max) + mode * mode * (min + max) + max * max * (min + mode) + min * mode * max) /
    10;
  const variance = ((mode - min) ** 2 + (max - min) ** 2 + (max - mode) ** 2) / 36;
  return { mean, second, third, squaredCv: variance / (mean * mean) };
}
