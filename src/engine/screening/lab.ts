import { schedule } from '../kernel/index.ts';
import { EVENT } from './events.ts';
import { DAY } from './hours.ts';
import { readPlate } from './recall.ts';
import { chooseLab, send } from './routing.ts';
import type { RunContext } from './run-context.ts';
import { BIN_TICKS, NOT_DELIVERED, type RunState } from './state.ts';

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
  const { lab, tube } = state;
  if (lab.waiting[from] + lab.priorityWaiting[from] === 0 || !lab.lines.some((n) => n > 0)) return;
  for (const queue of [takePriority, takeWaiting]) {
    for (let head = queue(state, from, input.labs.plate); head >= 0; head = queue(state, from, input.labs.plate)) {
      const tubes = chainLength(state, head);
      lab.outstanding[from] -= tubes;
      state.labWaiting -= tubes;
      const to = chooseLab(context, tube.site[head], tubes);
      send(state, to, head, tubes, state.now + input.labs.fromLab[from * input.labs.count + to]);
    }
  }
}

function chainLength(state: RunState, head: number): number {
  let length = 0;
  for (let id = head; id >= 0; id = state.tube.next[id]) length++;
  return length;
}

/** A load arrives: its tubes join the lab's queue, those of recalled people the priority queue. A load holds only one kind. */
export function receive(context: RunContext, lab: number, head: number): void {
  const { input, state } = context;
  const isRecall = head >= state.person.arrival.length;
  const { atLabAt, next } = state.tube;
  const { now } = state;
  let tubes = 0;
  let last = head;
  for (let id = head; id >= 0; id = next[id]) {
    if (atLabAt[id] === NOT_DELIVERED) countDelivery(state, id, input.couriers.arriveLimit, isRecall);
    atLabAt[id] = now;
    last = id;
    tubes++;
  }
  if (isRecall) enqueue(state, state.lab.priorityHead, state.lab.priorityTail, state.lab.priorityWaiting, lab, head, last, tubes);
  else enqueue(state, state.lab.head, state.lab.tail, state.lab.waiting, lab, head, last, tubes);
  state.lab.tubes[lab] += tubes;
  state.labWaiting += tubes;
  state.labWaitingPeak = Math.max(state.labWaitingPeak, state.labWaiting);
  state.lab.waitingPeak[lab] = Math.max(state.lab.waitingPeak[lab], state.lab.waiting[lab] + state.lab.priorityWaiting[lab]);
  state.lab.firstAt[lab] = Math.min(state.lab.firstAt[lab], now);
  schedule(state.calendar, now + input.labs.plateWait, EVENT.plateTimer, lab, 0);
  if (state.lab.lines[lab] === 0) handOver(context, lab);
  else startPlates(context, lab);
}

/** A tube is at a lab for the first time. */
function countDelivery({ now, tube, count }: RunState, id: number, arriveLimit: number, isRecall: boolean): void {
  if (now - tube.openedAt[id] > arriveLimit) count.arrivedLate++;
  if (!isRecall) count.delivered[tube.round[id] * count.bins + Math.floor(now / BIN_TICKS)] += tube.people[id];
}

/** Hangs a chain of tubes onto a queue. */
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
  else state.tube.next[tails[lab]] = head;
  tails[lab] = last;
  sizes[lab] += tubes;
}

/** Cuts up to `limit` tubes from the front of a queue; returns their chain's head, −1 when the queue is empty. */
function takeFront(state: RunState, heads: Int32Array, tails: Int32Array, sizes: Int32Array, lab: number, limit: number): number {
  const head = heads[lab];
  if (head < 0 || limit === 0) return -1;
  let last = head;
  let taken = 1;
  while (taken < limit && state.tube.next[last] >= 0) {
    last = state.tube.next[last];
    taken++;
  }
  heads[lab] = state.tube.next[last];
  if (heads[lab] < 0) tails[lab] = -1;
  state.tube.next[last] = -1;
  sizes[lab] -= taken;
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
  const { atLabAt } = state.tube;
  while (busyLines[lab] < lines[lab]) {
    const tubes = waiting[lab] + priorityWaiting[lab];
    if (tubes === 0) return;
    if (tubes < input.labs.plate) {
      const oldest = Math.min(
        head[lab] >= 0 ? atLabAt[head[lab]] : Infinity,
        priorityHead[lab] >= 0 ? atLabAt[priorityHead[lab]] : Infinity,
      );
      if (state.now - oldest < input.labs.plateWait) return;
    }
    startPlate(context, lab);
  }
}

function startPlate(context: RunContext, lab: number): void {
  const { input, state } = context;
  const { tube } = state;
  const before = state.lab.waiting[lab] + state.lab.priorityWaiting[lab];
  const first = takePriority(state, lab, input.labs.plate);
  const room = input.labs.plate - (before - state.lab.waiting[lab] - state.lab.priorityWaiting[lab]);
  const second = takeWaiting(state, lab, room);
  const head = first >= 0 ? joinChains(state, first, second) : second;
  for (let id = head; id >= 0; id = tube.next[id])
    if (state.now - tube.openedAt[id] > OLD_TICKS) state.count.oldSpecimens += tube.people[id];
  state.labWaiting -= before - state.lab.waiting[lab] - state.lab.priorityWaiting[lab];
  state.lab.busyLines[lab]++;
  state.lab.plates[lab]++;
  state.lab.busyTicks[lab] += state.lab.runTicks[lab];
  schedule(state.calendar, state.now + state.lab.runTicks[lab], EVENT.plateDone, lab, head);
}

function joinChains(state: RunState, first: number, second: number): number {
  let last = first;
  while (state.tube.next[last] >= 0) last = state.tube.next[last];
  state.tube.next[last] = second;
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
