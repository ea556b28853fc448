/** 97.5 % quantiles of Student's t for 1 … 30 degrees of freedom (published tables). */
const STUDENT_975 = [
  12.7062047, 4.3026527, 3.1824463, 2.7764451, 2.5705818, 2.4469119, 2.3646243, 2.3060041, 2.2621572, 2.2281389, 2.2009852, 2.1788128,
  2.1603687, 2.1447867, 2.1314495, 2.1199053, 2.1098156, 2.100922, 2.0930241, 2.0859634, 2.0796138, 2.0738731, 2.0686576, 2.0638986,
  2.0595386, 2.0555294, 2.0518305, 2.0484071, 2.0452296, 2.0422725,
];
const NORMAL_975 = 1.959963984540054;

/** 97.5 % quantile of Student's t; above 30 degrees of freedom by the Cornish–Fisher expansion (to 1e-6). */
export function studentQuantile975(freedom: number): number {
  if (freedom < 1) return Infinity;
  if (freedom <= STUDENT_975.length) return STUDENT_975[Math.floor(freedom) - 1];
  const z = NORMAL_975;
  const z2 = z * z;
  return (
    z +
    (z * (z2 + 1)) / (4 * freedom) +
    (z * (5 * z2 * z2 + 16 * z2 + 3)) / (96 * freedom * freedom) +
    (z * (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15)) / (384 * freedom * freedom * freedom)
  );
}

/** Arithmetic mean; NaN of nothing. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Half-width of the 95 % interval of the mean of independent values; Infinity below two values. */
export function meanHalfWidth(values: ArrayLike<number>): number {
  const n = values.length;
  if (n < 2) return Infinity;
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i] - centre) * (values[i] - centre);
  return studentQuantile975(n - 1) * Math.sqrt(squares / (n - 1) / n);
}

/** Wilson's 95 % score interval for a share of `hits` in `trials` > 0. Source: Wilson 1927. */
export function wilsonInterval(hits: number, trials: number): [low: number, high: number] {
  const z2 = NORMAL_975 * NORMAL_975;
  const share = hits / trials;
  const centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = (NORMAL_975 / (1 + z2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  return [hits === 0 ? 0 : Math.max(0, centre - half), hits === trials ? 1 : Math.min(1, centre + half)];
}

/** Quantile of sorted values by linear interpolation between order statistics (type 7 of Hyndman and Fan); NaN of nothing. */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  const position = (sorted.length - 1) * p;
  const low = Math.floor(position);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (position - low) * (sorted[high] - sorted[low]);
}

/** How often two yes/no figures of the same trials fell together: both, only the first, only the second, neither. Together > 0. */
export interface PairedCounts {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/**
 * 95 % interval of the second share minus the first, of paired trials: Wilson's intervals of the two shares squared and added, with the
 * correlation of the pairs taken off. Source: Newcombe 1998, Statistics in Medicine 17:2635, method 10.
 */
export function pairedShareInterval({ both, onlyFirst, onlySecond, neither }: PairedCounts): [low: number, high: number] {
  const trials = both + onlyFirst + onlySecond + neither;
  const first = (both + onlyFirst) / trials;
  const second = (both + onlySecond) / trials;
  const [firstLow, firstHigh] = wilsonInterval(both + onlyFirst, trials);
  const [secondLow, secondHigh] = wilsonInterval(both + onlySecond, trials);
  const margins = (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
  const excess = both * neither - onlyFirst * onlySecond;
  // The correction holds the correlation back where it is positive.
  const correlation = margins === 0 ? 0 : (excess > 0 ? Math.max(excess - trials / 2, 0) : excess) / Math.sqrt(margins);
  const reach = (down: number, up: number): number => Math.sqrt(Math.max(0, down * down - 2 * correlation * down * up + up * up));
  const difference = second - first;
  return [
    Math.max(-1, difference - reach(second - secondLow, firstHigh - first)),
    Math.min(1, difference + reach(secondHigh - second, first - firstLow)),
  ];
}
