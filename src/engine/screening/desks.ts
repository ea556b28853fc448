/**
 * The next-free-server recursion of one site's desks: in order, each person who stands ready goes to the desk that is free first (of
 * equals the first in the row). Fills the start of the swab in place of `ready`, its end and its desk; returns how many began before
 * `until`. One loop a number of desks: with the desks in variables a person costs a few nanoseconds.
 * @param free open clock at which each desk is free, desks [first, first + desks)
 * @param from, to range of people in `ready` and `ticks`; `done` and `desk` are filled from 0
 */
export function serveDesks(
  free: Float64Array,
  first: number,
  desks: number,
  ready: Float64Array,
  ticks: Int32Array,
  from: number,
  to: number,
  until: number,
  done: Float64Array,
  desk: Int32Array,
): number {
  if (desks === 1) return serveOne(free, first, ready, ticks, from, to, until, done, desk);
  if (desks === 2) return serveTwo(free, first, ready, ticks, from, to, until, done, desk);
  if (desks === 3) return serveThree(free, first, ready, ticks, from, to, until, done, desk);
  return serveMany(free, first, desks, ready, ticks, from, to, until, done, desk);
}

function serveOne(
  free: Float64Array,
  first: number,
  ready: Float64Array,
  ticks: Int32Array,
  from: number,
  to: number,
  until: number,
  done: Float64Array,
  desk: Int32Array,
): number {
  let free0 = free[first];
  let k = from;
  for (; k < to; k++) {
    const start = ready[k] > free0 ? ready[k] : free0;
    if (start >= until) break;
    free0 = start + ticks[k];
    ready[k] = start;
    done[k - from] = free0;
    desk[k - from] = first;
  }
  free[first] = free0;
  return k - from;
}

function serveTwo(
  free: Float64Array,
  first: number,
  ready: Float64Array,
  ticks: Int32Array,
  from: number,
  to: number,
  until: number,
  done: Float64Array,
  desk: Int32Array,
): number {
  let free0 = free[first];
  let free1 = free[first + 1];
  let k = from;
  for (; k < to; k++) {
    const other = free1 < free0;
    const soonest = other ? free1 : free0;
    const start = ready[k] > soonest ? ready[k] : soonest;
    if (start >= until) break;
    const end = start + ticks[k];
    if (other) free1 = end;
    else free0 = end;
    ready[k] = start;
    done[k - from] = end;
    desk[k - from] = other ? first + 1 : first;
  }
  free[first] = free0;
  free[first + 1] = free1;
  return k - from;
}

function serveThree(
  free: Float64Array,
  first: number,
  ready: Float64Array,
  ticks: Int32Array,
  from: number,
  to: number,
  until: number,
  done: Float64Array,
  desk: Int32Array,
): number {
  let free0 = free[first];
  let free1 = free[first + 1];
  let free2 = free[first + 2];
  let k = from;
  for (; k < to; k++) {
    let which = free1 < free0 ? 1 : 0;
    let soonest = which === 1 ? free1 : free0;
    if (free2 < soonest) {
      which = 2;
      soonest = free2;
    }
    const start = ready[k] > soonest ? ready[k] : soonest;
    if (start >= until) break;
    const end = start + ticks[k];
    if (which === 0) free0 = end;
    else if (which === 1) free1 = end;
    else free2 = end;
    ready[k] = start;
    done[k - from] = end;
    desk[k - from] = first + which;
  }
  free[first] = free0;
  free[first + 1] = free1;
  free[first + 2] = free2;
  return k - from;
}

function serveMany(
  free: Float64Array,
  first: number,
  desks: number,
  ready: Float64Array,
  ticks: Int32Array,
  from: number,
  to: number,
  until: number,
  done: Float64Array,
  desk: Int32Array,
): number {
  const last = first + desks;
  let k = from;
  for (; k < to; k++) {
    let which = first;
    let soonest = free[first];
    for (let other = first + 1; other < last; other++) {
      if (free[other] < soonest) {
        which = other;
        soonest = free[other];
      }
    }
    const start = ready[k] > soonest ? ready[k] : soonest;
    if (start >= until) break;
    const end = start + ticks[k];
    free[which] = end;
    ready[k] = start;
    done[k - from] = end;
    desk[k - from] = which;
  }
  return k - from;
}
