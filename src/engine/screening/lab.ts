import { schedule } from '../kernel/index.ts';
import { EVENT } from './events.ts';
import { DAY } from './hours.ts';
import { NOT_DELIVERED, SEVERAL_ROUNDS } from './parcel-state.ts';
import { countOlder, splitParcel } from './parcels.ts';
import { readPlate } from './recall.ts';
import { chooseLab, send } from './routing.ts';
import type { RunContext } from './run-context.ts';
import { BIN_TICKS, type RunState } from './state.ts';

/** Specimens older than this at the start of their assay are counted. */
const OLD_TICKS = DAY;

/**
 * Gives a lab its capacity in tubes a day: as many lines as full plates of the nominal run time need, with the run time that makes full
 * plates come to exactly that capacity. 0 stops it: runs under way end, what waits goes to the other labs.
 */
export function setLabCapacity(context: RunContext, lab: number, tubesPerDay: number): void {
  const { labs } = context.input;
  const { lab: state } = context.state;
  const lines = tubesPerDay > 0 ? Math.max(1, Math.round((tubesPerDay * labs.nominalRun) / (DAY * labs.plate))) : 0;
  offerLines(context, lab);
  state.tubesPerDay[lab] = tubesPerDay;
  state.lines[lab] = lines;
  state.runTicks[lab] = lines > 0 ? Math.round((lines * labs.plate * DAY) / tubesPerDay) : 0;
  for (let other = 0; other < labs.count; other++) if (state.lines[other] === 0) handOver(context, other);
  startPlates(context, lab);
}

/** Counts the line time that lab has had at hand until now; nothing counts before its first delivery. */
function offerLines(context: RunContext, lab: number): void {
  const { now } = context.state;
  const { firstAt, lines, offeredTicks, offeredUntil } = context.state.lab;
  if (firstAt[lab] < now) offeredTicks[lab] += lines[lab] * (now - Math.max(firstAt[lab], offeredUntil[lab]));
  offeredUntil[lab] = now;
}

/** Sends all that waits at a lab without lines to labs that have some, in loads of one plate. */
function handOver(context: RunContext, from: number): void {
  const { input, state } = context;
  const { lab } = state;
  if (lab.waiting[from] + lab.priorityWaiting[from] === 0 || !lab.lines.some((n) => n > 0)) return;
  for (const queue of [takePriority, takeWaiting]) {
    for (let head = queue(state, from, input.labs.plate); head >= 0; head = queue(state, from, input.labs.plate)) {
      const tubes = chainLength(state, head);
      lab.outstanding[from] -= tubes;
      state.labWaiting -= tubes;
      const to = chooseLab(context, state.parcel.site[head], tubes);
      send(state, to, head, tubes, state.now + input.labs.fromLab[from * input.labs.count + to]);
    }
  }
}

function chainLength(state: RunState, head: number): number {
  const { tubes, next } = state.parcel;
  let length = 0;
  for (let id = head; id >= 0; id = next[id]) length += tubes[id];
  return length;
}

/** A load arrives: its tubes join the lab's queue, those of recalled people the priority queue. A load holds only one kind. */
export function receive(context: RunContext, lab: number, head: number): void {
  const { input, state } = context;
  const { now, parcel } = state;
  const isRecall = parcel.recalled[head] === 1;
  let tubes = 0;
  let last = head;
  for (let id = head; id >= 0; id = parcel.next[id]) {
    if (parcel.atLabAt[id] === NOT_DELIVERED) countDelivery(state, id, input.couriers.arriveLimit);
    parcel.atLabAt[id] = now;
    last = id;
    tubes += parcel.tubes[id];
  }
  if (isRecall) enqueue(state, state.lab.priorityHead, state.lab.priorityTail, state.lab.priorityWaiting, lab, head, last, tubes);
  else enqueue(state, state.lab.head, state.lab.tail, state.lab.waiting, lab, head, last, tubes);
  state.lab.tubes[lab] += tubes;
  state.labWaiting += tubes;
  state.labWaitingPeak = Math.max(state.labWaitingPeak, state.labWaiting);
  state.lab.waitingPeak[lab] = Math.max(state.lab.waitingPeak[lab], state.lab.waiting[lab] + state.lab.priorityWaiting[lab]);
  state.lab.firstAt[lab] = Math.min(state.lab.firstAt[lab], now);
  if (state.lab.lines[lab] === 0) handOver(context, lab);
  else startPlates(context, lab);
}

/** A parcel is at a lab for the first time. */
function countDelivery(state: RunState, id: number, arriveLimit: number): void {
  const { now, tube, parcel, count, site } = state;
  count.arrivedLate += countOlder(state, id, arriveLimit, 'tubes');
  if (parcel.recalled[id] === 1) return;
  const bin = Math.floor(now / BIN_TICKS);
  if (parcel.round[id] !== SEVERAL_ROUNDS) {
    count.delivered[parcel.round[id] * count.bins + bin] += parcel.people[id];
    return;
  }
  const first = site.tubeStart[parcel.site[id]] + parcel.from[id];
  for (let t = first; t < first + parcel.tubes[id]; t++) count.delivered[tube.round[t] * count.bins + bin] += tube.people[t];
}

/** Hangs a chain of parcels onto a queue. */
function enqueue(
  state: RunState,
  heads: Int32Array,
  tails: Int32Array,
  sizes: Int32Array,
  lab: number,
  head: number,
  last: number,
  tubes: number,
): void {
  if (tails[lab] < 0) heads[lab] = head;
  else state.parcel.next[tails[lab]] = head;
  tails[lab] = last;
  sizes[lab] += tubes;
}

/** Cuts up to `limit` tubes from the front of a queue, at the most; returns their chain's head, −1 when the queue is empty. */
function takeFront(state: RunState, heads: Int32Array, tails: Int32Array, sizes: Int32Array, lab: number, limit: number): number {
  if (heads[lab] < 0 || limit === 0) return -1;
  let left = limit;
  let last = -1;
  let id = heads[lab];
  while (id >= 0 && state.parcel.tubes[id] <= left) {
    left -= state.parcel.tubes[id];
    last = id;
    id = state.parcel.next[id];
  }
  let head = last < 0 ? -1 : heads[lab];
  if (id >= 0 && left > 0) {
    const front = splitParcel(state, id, left);
    if (last < 0) head = front;
    else state.parcel.next[last] = front;
    last = front;
    left = 0;
  }
  state.parcel.next[last] = -1;
  heads[lab] = id;
  if (id < 0) tails[lab] = -1;
  sizes[lab] -= limit - left;
  return head;
}

function takeWaiting(state: RunState, lab: number, limit: number): number {
  return takeFront(state, state.lab.head, state.lab.tail, state.lab.waiting, lab, limit);
}

function takePriority(state: RunState, lab: number, limit: number): number {
  return takeFront(state, state.lab.priorityHead, state.lab.priorityTail, state.lab.priorityWaiting, lab, limit);
}

/** Starts plates while a line is free and a full plate waits or the oldest tube has waited long enough. */
export function startPlates(context: RunContext, lab: number): void {
  const { input, state } = context;
  const { lines, busyLines, waiting, priorityWaiting, head, priorityHead } = state.lab;
  while (busyLines[lab] < lines[lab]) {
    const tubes = waiting[lab] + priorityWaiting[lab];
    if (tubes === 0) return;
    if (tubes < input.labs.plate) {
      const { atLabAt } = state.parcel;
      const oldest = Math.min(
        head[lab] >= 0 ? atLabAt[head[lab]] : Infinity,
        priorityHead[lab] >= 0 ? atLabAt[priorityHead[lab]] : Infinity,
      );
      const due = oldest + input.labs.plateWait;
      if (state.now < due) return lookAgain(state, lab, due);
    }
    startPlate(context, lab);
  }
}

/** Has the lab look for a plate to start at an instant, unless it will look sooner in any case. */
function lookAgain(state: RunState, lab: number, at: number): void {
  if (state.lab.timerAt[lab] > state.now) return;
  state.lab.timerAt[lab] = at;
  schedule(state.calendar, at, EVENT.plateTimer, lab, 0);
}

function startPlate(context: RunContext, lab: number): void {
  const { input, state } = context;
  const before = state.lab.waiting[lab] + state.lab.priorityWaiting[lab];
  const first = takePriority(state, lab, input.labs.plate);
  const room = input.labs.plate - (before - state.lab.waiting[lab] - state.lab.priorityWaiting[lab]);
  const second = takeWaiting(state, lab, room);
  const head = first >= 0 ? joinChains(state, first, second) : second;
  for (let id = head; id >= 0; id = state.parcel.next[id]) state.count.oldSpecimens += countOlder(state, id, OLD_TICKS, 'people');
  state.labWaiting -= before - state.lab.waiting[lab] - state.lab.priorityWaiting[lab];
  state.lab.busyLines[lab]++;
  state.lab.plates[lab]++;
  state.lab.busyTicks[lab] += state.lab.runTicks[lab];
  schedule(state.calendar, state.now + state.lab.runTicks[lab], EVENT.plateDone, lab, head);
}

function joinChains(state: RunState, first: number, second: number): number {
  const { next } = state.parcel;
  let last = first;
  while (next[last] >= 0) last = next[last];
  next[last] = second;
  return first;
}

/** A run ends: its results are released after the reporting time and the line takes the next plate. */
export function finishPlate(context: RunContext, lab: number, head: number): void {
  const { input, state } = context;
  const releasedAt = state.now + input.labs.report;
  state.lab.outstanding[lab] -= readPlate(context, head, releasedAt);
  state.lab.lastAt[lab] = releasedAt;
  state.lab.busyLines[lab]--;
  startPlates(context, lab);
}
