import { power } from '../engine/index.ts';

/** 99.75 % quantile of Student's t at 19 degrees of freedom; the half of a percent above 99 % pays for a skewness that is estimated. */
const STUDENT_9975 = 3.1737245;
/** Parts of the interval; fewer and longer ones cover better than many short ones. */
export const PARTS = 20;

/**
 * 99 % interval of a mean from the means of 20 stretches of a run. Means of waits lean to the right and hang together from stretch to
 * stretch, so that Student's t alone covers 97 to 98 %: the leaning is met by Willink's transformation of t, the hanging together by the
 * correlation of neighbours, as in Skart; what is left over is met by a quantile a little further out. Sources: Willink 2005, Communications in Statistics 34:93; Tafazzoli and Wilson 2011, IIE
 * Transactions 43:110.
 * @param centre the mean that the interval is about
 * @param means of the stretches, PARTS of them
 */
export function partInterval(centre: number, means: readonly number[]): [low: number, high: number] {
  const middle = means.reduce((sum, value) => sum + value, 0) / PARTS;
  const scale = Math.max(...means.map((value) => Math.abs(value - middle)));
  if (scale === 0) return [centre, centre];
  const lean = means.map((value) => (value - middle) / scale);
  const squares = lean.reduce((sum, d) => sum + d * d, 0);
  const deviation = Math.sqrt(squares / (PARTS - 1));
  const cubes = lean.reduce((sum, d) => sum + d * d * d, 0);
  const skewness = (PARTS * cubes) / ((PARTS - 1) * (PARTS - 2) * deviation * deviation * deviation);
  const neighbours = lean.reduce((sum, d, i) => (i === 0 ? sum : sum + d * lean[i - 1]), 0) / squares;
  const correlation = Math.max(0, neighbours);
  const error = scale * deviation * Math.sqrt((1 + correlation) / (1 - correlation) / PARTS);
  const beta = skewness / (6 * Math.sqrt(PARTS));
  return [centre - unlean(STUDENT_9975, beta) * error, centre - unlean(-STUDENT_9975, beta) * error];
}

/** Willink's transformation of a quantile of t for a leaning beta. */
function unlean(t: number, beta: number): number {
  if (Math.abs(beta) < 1e-6) return t;
  const x = 1 + 6 * beta * (t - beta);
  return (Math.sign(x) * power(Math.abs(x), 1 / 3) - 1) / (2 * beta);
}
