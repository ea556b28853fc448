import { blockDesk, blockFreed, blockReady, blockSize, blockTicks } from './block.ts';

/**
 * The next-free-server recursion of one site's desks over the people of the block: in order, each person who stands ready goes to the desk
 * that is free first (of equals the first in the row). Fills the start of the swab in place of blockReady, the desk, and the open clock at
 * which that desk became free; returns how many of `count` began before `until`. One loop a number of desks: with the desks in variables a
 * person costs a few nanoseconds.
 * @param free open clock at which each desk is free, desks [first, first + desks)
 */
export function serveBlock(free: Float64Array, first: number, desks: number, count: number, until: number): number {
  if (desks === 1) return serveOne(free, first, count, until);
  if (desks === 2) return serveTwo(free, first, count, until);
  if (desks === 3) return serveThree(free, first, count, until);
  return serveMany(free, first, desks, count, until);
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

function serveTwo(free: Float64Array, first: number, count: number, until: number): number {
  let free0 = free[first];
  let free1 = free[first + 1];
  let k = 0;
  for (; k < count; k++) {
    const other = free1 < free0;
    const soonest = other ? free1 : free0;
    const start = blockReady[k] > soonest ? blockReady[k] : soonest;
    if (start >= until) break;
    const end = start + blockTicks[k];
    if (other) free1 = end;
    else free0 = end;
    blockReady[k] = start;
    blockFreed[k] = soonest;
    blockDesk[k] = other ? first + 1 : first;
  }
  free[first] = free0;
  free[first + 1] = free1;
  return k;
}

function serveThree(free: Float64Array, first: number, count: number, until: number): number {
  let free0 = free[first];
  let free1 = free[first + 1];
  let free2 = free[first + 2];
  let k = 0;
  for (; k < count; k++) {
    let which = free1 < free0 ? 1 : 0;
    let soonest = which === 1 ? free1 : free0;
    if (free2 < soonest) {
      which = 2;
      soonest = free2;
    }
    const start = blockReady[k] > soonest ? blockReady[k] : soonest;
    if (start >= until) break;
    const end = start + blockTicks[k];
    if (which === 0) free0 = end;
    else if (which === 1) free1 = end;
    else free2 = end;
    blockReady[k] = start;
    blockFreed[k] = soonest;
    blockDesk[k] = first + which;
  }
  free[first] = free0;
  free[first + 1] = free1;
  free[first + 2] = free2;
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
