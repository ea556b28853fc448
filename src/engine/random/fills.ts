import { ln } from './mathematics.ts';
import { nextUnit } from './stream.ts';
import { QUANTILE_CELLS, type QuantileTable } from './distributions.ts';

const CELL_SHARE = 9.5367431640625e-7;

/**
 * Exponential quantiles in two tables: 4,096 cells, and the last of them cut into 4,096 again; the last of those is drawn by logarithm.
 * Linear inside a cell: mean 1 to 2e-8.
 */
export interface ExponentialTable {
  readonly body: Float64Array;
  readonly tail: Float64Array;
}

/** Builds the table once a program. */
export function createExponentialTable(): ExponentialTable {
  const body = new Float64Array(QUANTILE_CELLS);
  const tail = new Float64Array(QUANTILE_CELLS);
  for (let i = 0; i < QUANTILE_CELLS; i++) {
    body[i] = -ln(1 - i / QUANTILE_CELLS);
    tail[i] = -ln((1 - i / QUANTILE_CELLS) / QUANTILE_CELLS);
  }
  return { body, tail };
}

function exponentialTail(table: ExponentialTable, states: Int32Array, offset: number, inside: number): number {
  const position = inside * CELL_SHARE * QUANTILE_CELLS;
  const cell = Math.floor(position);
  if (cell < QUANTILE_CELLS - 1) return table.tail[cell] + (position - cell) * (table.tail[cell + 1] - table.tail[cell]);
  return table.tail[QUANTILE_CELLS - 1] - ln(nextUnit(states, offset));
}

/**
 * Running sums of exponential spacings in out[from … to), mean 1 each; returns the sum after one spacing more. Divided by that sum they
 * are sorted uniform draws, without a sort.
 */
export function fillSpacings(
  table: ExponentialTable,
  states: Int32Array,
  offset: number,
  out: Float64Array,
  from: number,
  to: number,
): number {
  const body = table.body;
  let a = states[offset];
  let b = states[offset + 1];
  let c = states[offset + 2];
  let counter = states[offset + 3];
  let sum = 0;
  for (let i = from; i <= to; i++) {
    const bits = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + bits) | 0;
    const cell = bits >>> 20;
    if (cell < QUANTILE_CELLS - 1) {
      const low = body[cell];
      sum += low + (bits & 0xfffff) * CELL_SHARE * (body[cell + 1] - low);
    } else {
      states[offset] = a;
      states[offset + 1] = b;
      states[offset + 2] = c;
      states[offset + 3] = counter;
      sum += exponentialTail(table, states, offset, bits & 0xfffff);
      a = states[offset];
      b = states[offset + 1];
      c = states[offset + 2];
      counter = states[offset + 3];
    }
    if (i < to) out[i] = sum;
  }
  states[offset] = a;
  states[offset + 1] = b;
  states[offset + 2] = c;
  states[offset + 3] = counter;
  return sum;
}

/** Draws from a quantile table times a factor, cut to whole ticks (at least 1), in out[from … to). */
export function fillFromTable(
  table: QuantileTable,
  factor: number,
  states: Int32Array,
  offset: number,
  out: Int32Array,
  from: number,
  to: number,
): void {
  let a = states[offset];
  let b = states[offset + 1];
  let c = states[offset + 2];
  let counter = states[offset + 3];
  for (let i = from; i < to; i++) {
    const bits = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + bits) | 0;
    const cell = bits >>> 20;
    const low = table[cell];
    const ticks = (factor * (low + (bits & 0xfffff) * CELL_SHARE * (table[cell + 1] - low))) | 0;
    out[i] = ticks > 0 ? ticks : 1;
  }
  states[offset] = a;
  states[offset + 1] = b;
  states[offset + 2] = c;
  states[offset + 3] = counter;
}

/**
 * Number of failures before the next success of probability 0 < p < 1 in a row of independent trials, by inversion; a way to mark rare
 * people or tubes with one draw a mark instead of one a person. Infinity at p = 0.
 */
export function nextGap(probability: number, states: Int32Array, offset: number): number {
  if (probability <= 0) return Infinity;
  if (probability >= 1) return 0;
  return Math.floor(ln(nextUnit(states, offset)) / ln(1 - probability));
}
