import { requireThat } from './arguments.ts';

/** Writes dy/dt into `slope`; must not keep the arrays. */
export type Slope = (t: number, y: Float64Array, slope: Float64Array) => void;

const NODES = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const WEIGHTS = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
const ERROR = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

/**
 * Advances y in place from `from` to `to` with steps whose estimated error (largest entry) is below tolerance.
 * Throws RangeError when more than `limit` steps would be needed. Source: Dormand & Prince, J. Comput. Appl. Math. 6 (1980) 19, order 5(4).
 */
export function integrate(slope: Slope, y: Float64Array, from: number, to: number, tolerance: number, limit = 2_000_000): void {
  const stages = NODES.map(() => new Float64Array(y.length));
  const trial = new Float64Array(y.length);
  let t = from;
  let step = (to - from) / 100;
  slope(t, y, stages[0]);
  for (let count = 0; t < to; count++) {
    requireThat(count < limit, 'steps', count, `at most ${limit}; shorten the horizon or the capacity`);
    const h = Math.min(step, to - t);
    for (let s = 1; s < 7; s++) {
      trial.set(y);
      for (let k = 0; k < s; k++) {
        const weight = h * WEIGHTS[s][k];
        if (weight !== 0) for (let i = 0; i < y.length; i++) trial[i] += weight * stages[k][i];
      }
      slope(t + NODES[s] * h, trial, stages[s]);
    }
    let error = 0;
    for (let i = 0; i < y.length; i++) {
      let sum = 0;
      for (let s = 0; s < 7; s++) sum += ERROR[s] * stages[s][i];
      error = Math.max(error, Math.abs(h * sum));
    }
    if (error <= tolerance) {
      t = h === to - t ? to : t + h;
      y.set(trial);
      [stages[0], stages[6]] = [stages[6], stages[0]];
    }
    step = h * Math.min(4, Math.max(0.2, 0.9 * Math.pow(tolerance / Math.max(error, tolerance * 1e-6), 0.2)));
  }
}
