import { ln } from './mathematics.ts';
import { nextUint32, nextUnit } from './stream.ts';
import { QUANTILE_CELLS, type QuantileTable } from './distributions.ts';

const CELL_SHARE = 9.5367431640625e-7;
const LAST_CELL = QUANTILE_CELLS - 1;

/**
 * Draws are made in blocks of this many, in arrays that are constants of this module: V8 then knows where they lie and spares each access
 * its checks, which halves the time of a draw (docs/performance.md). Nothing in them outlives one call.
 */
const BLOCK = 4096;
const spacings = new Float64Array(BLOCK);
const ticks = new Int32Array(BLOCK);
/** Copy of the quantile table that was drawn from last. */
const cells = new Float64Array(QUANTILE_CELLS + 1);
let loaded: QuantileTable | null = null;

/**
 * Exponential quantiles in two tables: 4,096 cells, and the last of them cut into 4,096 again; the last of those is drawn by logarithm.
 * Linear inside a cell: mean 1 to 2e-8.
 */
const body = new Float64Array(QUANTILE_CELLS);
const tail = new Float64Array(QUANTILE_CELLS);
for (let i = 0; i < QUANTILE_CELLS; i++) {
  body[i] = -ln(1 - i / QUANTILE_CELLS);
  tail[i] = -ln((1 - i / QUANTILE_CELLS) / QUANTILE_CELLS);
}

function drawTail(states: Int32Array, offset: number, inside: number): number {
  const position = inside * CELL_SHARE * QUANTILE_CELLS;
  const cell = Math.floor(position);
  if (cell < LAST_CELL) return tail[cell] + (position - cell) * (tail[cell + 1] - tail[cell]);
  return tail[LAST_CELL] - ln(nextUnit(states, offset));
}

/** One exponential draw with mean 1. */
export function drawExponential(states: Int32Array, offset: number): number {
  const bits = nextUint32(states, offset);
  const cell = bits >>> 20;
  if (cell === LAST_CELL) return drawTail(states, offset, bits & 0xfffff);
  return body[cell] + (bits & 0xfffff) * CELL_SHARE * (body[cell + 1] - body[cell]);
}

/**
 * Running sums of exponential spacings in out[from … to), mean 1 each; returns the sum after one spacing more. Divided by that sum they
 * are sorted uniform draws, without a sort.
 */
export function fillSpacings(states: Int32Array, offset: number, out: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += BLOCK) {
    const count = Math.min(BLOCK, to - at);
    sum = drawSpacings(states, offset, count, sum);
    out.set(spacings.subarray(0, count), at);
  }
  return sum + drawExponential(states, offset);
}

/** The next `count` running sums into the block. A draw from the tail leaves the inner loop, so that no call stands in it. */
function drawSpacings(states: Int32Array, offset: number, count: number, before: number): number {
  // What goes round a loop must be seen to be a number before the loop, or V8 keeps it in memory and makes a new object a turn.
  let sum = before + 0;
  for (let i = 0; i < count; i++) {
    let a = states[offset];
    let b = states[offset + 1];
    let c = states[offset + 2];
    let counter = states[offset + 3];
    let bits = 0;
    for (; i < count; i++) {
      bits = (a + b + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + bits) | 0;
      const cell = bits >>> 20;
      if (cell === LAST_CELL) break;
      const low = body[cell];
      sum += low + (bits & 0xfffff) * CELL_SHARE * (body[cell + 1] - low);
      spacings[i] = sum;
    }
    states[offset] = a;
    states[offset + 1] = b;
    states[offset + 2] = c;
    states[offset + 3] = counter;
    if (i < count) spacings[i] = sum += drawTail(states, offset, bits & 0xfffff);
  }
  return sum;
}

/** Draws from a quantile table times a factor, cut to whole ticks (at least 1), in out[from … to). A table must not change once drawn from. */
export function fillFromTable(
  table: QuantileTable,
  factor: number,
  states: Int32Array,
  offset: number,
  out: Int32Array,
  from: number,
  to: number,
): void {
  if (table !== loaded) cells.set(table);
  loaded = table;
  for (let at = from; at < to; at += BLOCK) {
    const count = Math.min(BLOCK, to - at);
    drawTicks(states, offset, count, factor);
    out.set(ticks.subarray(0, count), at);
  }
}

function drawTicks(states: Int32Array, offset: number, count: number, factor: number): void {
  let a = states[offset];
  let b = states[offset + 1];
  let c = states[offset + 2];
  let counter = states[offset + 3];
  for (let i = 0; i < count; i++) {
    const bits = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + bits) | 0;
    const cell = bits >>> 20;
    const low = cells[cell];
    const drawn = (factor * (low + (bits & 0xfffff) * CELL_SHARE * (cells[cell + 1] - low))) | 0;
    ticks[i] = drawn > 0 ? drawn : 1;
  }
  states[offset] = a;
  states[offset + 1] = b;
  states[offset + 2] = c;
  states[offset + 3] = counter;
}

/** What `nextGap` needs to know of a probability: the logarithm of failing. */
export function gapScale(probability: number): number {
  return ln(1 - Math.min(1, Math.max(0, probability)));
}

/**
 * Number of failures before the next success in a row of independent trials, by inversion; a way to mark rare people or tubes with one
 * draw a mark instead of one a person. Infinity at probability 0.
 * @param scale gapScale of the probability of success
 */
export function nextGap(scale: number, states: Int32Array, offset: number): number {
  if (scale === 0) return Infinity;
  return scale === -Infinity ? 0 : Math.floor(ln(nextUnit(states, offset)) / scale);
}
