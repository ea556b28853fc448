import { exp, ln, normalQuantile } from './mathematics.ts';
import type { Stream } from './stream.ts';

/** Cells of a quantile table; a power of two, so that a draw's top 12 bits are the cell and its low 20 bits the place inside it. */
export const QUANTILE_CELLS = 4096;

/** Quantiles at 0, 1/4096 … 1 of a distribution on a bounded range. */
export type QuantileTable = Float64Array;

/** Table of any bounded distribution from its quantile function on [0, 1]. */
export function tabulate(quantile: (p: number) => number): QuantileTable {
  const table = new Float64Array(QUANTILE_CELLS + 1);
  for (let i = 0; i <= QUANTILE_CELLS; i++) table[i] = quantile(i / QUANTILE_CELLS);
  return table;
}

/** As `tabulate`, scaled so that what is drawn from the table has exactly the given mean. */
export function tabulateMean(quantile: (p: number) => number, mean: number): QuantileTable {
  const table = tabulate(quantile);
  const drawn = tableMean(table);
  return drawn > 0 ? table.map((value) => (value * mean) / drawn) : table;
}

/**
 * Table of a distribution with an endless tail: the end of the last cell is put where the drawn mean is exactly the given one. Draws end
 * there, at about the mean of all that lies beyond the last cell's start plus as much again.
 * @param quantile on (0, 1); the start of the first cell is its value at a quarter of that cell
 */
export function tabulateTail(quantile: (p: number) => number, mean: number): QuantileTable {
  const table = new Float64Array(QUANTILE_CELLS + 1);
  table[0] = quantile(0.25 / QUANTILE_CELLS);
  for (let i = 1; i < QUANTILE_CELLS; i++) table[i] = quantile(i / QUANTILE_CELLS);
  table[QUANTILE_CELLS] = table[QUANTILE_CELLS - 1];
  const missing = mean - tableMean(table);
  table[QUANTILE_CELLS] += 2 * QUANTILE_CELLS * missing;
  return table;
}

/** Quantile of the triangular distribution. Any unit; min ≤ mode ≤ max. */
export function triangularQuantile(p: number, min: number, mode: number, max: number): number {
  const span = max - min;
  if (span === 0) return min;
  const left = (mode - min) / span;
  return p < left ? min + Math.sqrt(p * span * (mode - min)) : max - Math.sqrt((1 - p) * span * (max - mode));
}

/** Draw by linear interpolation in a quantile table. `bits` are 32 random bits. */
export function fromTable(table: QuantileTable, bits: number): number {
  const cell = bits >>> 20;
  const low = table[cell];
  return low + (bits & 0xfffff) * 9.5367431640625e-7 * (table[cell + 1] - low);
}

/** Mean of what `fromTable` draws: the trapezium rule over the table. */
export function tableMean(table: QuantileTable): number {
  let sum = 0;
  for (let i = 0; i < QUANTILE_CELLS; i++) sum += table[i] + table[i + 1];
  return sum / (2 * QUANTILE_CELLS);
}

/** Lognormal with mean 1 and the given coefficient of variation, at probability p in (0, 1). cv 0 gives 1. */
export function lognormalFactor(p: number, cv: number): number {
  if (cv === 0) return 1;
  const variance = ln(1 + cv * cv);
  return exp(Math.sqrt(variance) * normalQuantile(p) - variance / 2);
}

/** One lognormal draw with mean 1 and the given coefficient of variation. */
export function drawLognormalFactor(stream: Stream, cv: number): number {
  return lognormalFactor(stream.nextUnit(), cv);
}

/** Exponential with mean 1 by inversion. */
export function exponentialQuantile(p: number): number {
  return -ln(1 - p);
}
