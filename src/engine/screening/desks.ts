import { blockDesk, blockFreed, blockReady, blockSize, blockTicks } from './block.ts';

/** Instants of a block that lie within six days: three times as many fit into a 32-bit number beside the number of a desk. */
const NEAR = 1 << 28;

/**
 * The next-free-server recursion of one site's desks over the people of the block: in order, each person who stands ready goes to the desk
 * that is free first (of equals the first in the row). Fills the start of the swab in place of blockReady, the desk, and the open clock at
 * which that desk became free; returns how many of `count` began before `until`. One loop a number of desks: with the desks in variables a
 * person costs a few nanoseconds.
 * @param free open clock at which each desk is free, desks [first, first + desks)
 */
export function serveBlock(free: Float64Array, first: number, desks: number, count: number, until: number): number {
  if (desks === 1) return serveOne(free, first, count, until);
  if (desks === 2 && isNear(free, first, 2, count)) return serveTwo(free, first, count, until);
  if (desks === 3 && isNear(free, first, 3, count)) return serveThree(free, first, count, until);
  return serveMany(free, first, desks, count, until);
}

function soonestFree(free: Float64Array, first: number, desks: number): number {
  let soonest = free[first];
  for (let d = first + 1; d < first + desks; d++) soonest = Math.min(soonest, free[d]);
  return soonest;
}

/** Whether all instants of the block, seen from the first free desk, are small numbers: nobody can begin later than all swabs after the last. */
function isNear(free: Float64Array, first: number, desks: number, count: number): boolean {
  const base = soonestFree(free, first, desks);
  let latest = blockReady[count - 1];
  for (let d = first; d < first + desks; d++) latest = Math.max(latest, free[d]);
  return blockReady[0] > base - NEAR && latest < base + NEAR && sumOfTicks(count) < NEAR;
}

export function sumOfTicks(count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += blockTicks[k];
  return sum;
}

function serveOne(free: Float64Array, first: number, count: number, until: number): number {
  let free0 = free[first];
  let k = 0;
  for (; k < count; k++) {
    const start = blockReady[k] > free0 ? blockReady[k] : free0;
    if (start >= until) break;
    blockReady[k] = start;
    blockFreed[k] = free0;
    free0 = start + blockTicks[k];
  }
  free[first] = free0;
  blockDesk.fill(first, 0, k);
  return k;
}

/*
 * Which of two or three desks is free first can hardly be foretold, and a wrong guess costs as much as three people. So their instants, four
 * times as large and with the desk's place added, are kept in order by the signs of differences.
 */

function serveTwo(free: Float64Array, first: number, count: number, until: number): number {
  const base = soonestFree(free, first, 2);
  const end = Math.min(until - base, 2 * NEAR) | 0;
  const one = 4 * ((free[first] - base) | 0);
  const other = 4 * ((free[first + 1] - base) | 0) + 1;
  let a = other < one ? other : one;
  let b = other < one ? one : other;
  let k = 0;
  for (; k < count; k++) {
    const soonest = a >> 2;
    const which = a & 3;
    const idle = ((blockReady[k] - base) | 0) - soonest;
    const start = soonest + (idle & ~(idle >> 31));
    if (start >= end) break;
    const next = ((start + blockTicks[k]) << 2) | which;
    blockReady[k] = start + base;
    blockFreed[k] = soonest + base;
    blockDesk[k] = first + which;
    const lead = next - b;
    const sooner = lead & (lead >> 31);
    a = b + sooner;
    b = next - sooner;
  }
  free[first + (a & 3)] = (a >> 2) + base;
  free[first + (b & 3)] = (b >> 2) + base;
  return k;
}

function serveThree(free: Float64Array, first: number, count: number, until: number): number {
  const base = soonestFree(free, first, 3);
  const end = Math.min(until - base, 2 * NEAR) | 0;
  const order = [0, 1, 2].map((d) => 4 * (free[first + d] - base) + d).toSorted((x, y) => x - y);
  let a = order[0] | 0;
  let b = order[1] | 0;
  let c = order[2] | 0;
  let k = 0;
  for (; k < count; k++) {
    const soonest = a >> 2;
    const which = a & 3;
    const idle = ((blockReady[k] - base) | 0) - soonest;
    const start = soonest + (idle & ~(idle >> 31));
    if (start >= end) break;
    const next = ((start + blockTicks[k]) << 2) | which;
    blockReady[k] = start + base;
    blockFreed[k] = soonest + base;
    blockDesk[k] = first + which;
    const lead = next - b;
    const sooner = lead & (lead >> 31);
    a = b + sooner;
    const later = next - sooner;
    const last = later - c;
    const before = last & (last >> 31);
    b = c + before;
    c = later - before;
  }
  free[first + (a & 3)] = (a >> 2) + base;
  free[first + (b & 3)] = (b >> 2) + base;
  free[first + (c & 3)] = (c >> 2) + base;
  return k;
}

function serveMany(free: Float64Array, first: number, desks: number, count: number, until: number): number {
  const last = first + desks;
  let k = 0;
  for (; k < count; k++) {
    let which = first;
    let soonest = free[first];
    for (let other = first + 1; other < last; other++) {
      if (free[other] < soonest) {
        which = other;
        soonest = free[other];
      }
    }
    const start = blockReady[k] > soonest ? blockReady[k] : soonest;
    if (start >= until) break;
    free[which] = start + blockTicks[k];
    blockReady[k] = start;
    blockFreed[k] = soonest;
    blockDesk[k] = which;
  }
  return k;
}

/**
 * The recursion over people [from, to) of longer arrays: fills the start of each service in place of `ready`; returns how many began
 * before `until`.
 */
export function serveDesks(
  free: Float64Array,
  desks: number,
  ready: Float64Array,
  ticks: Int32Array,
  from: number,
  to: number,
  until: number,
): number {
  for (let at = from; at < to;) {
    const count = blockSize(at, to);
    blockReady.set(ready.subarray(at, at + count));
    blockTicks.set(ticks.subarray(at, at + count));
    const served = serveBlock(free, 0, desks, count, until);
    ready.set(blockReady.subarray(0, served), at);
    at += served;
    if (served < count) return at - from;
  }
  return to - from;
}
