import { nextGap } from '../random/index.ts';
import { binAt, countInBins } from './bins.ts';
import { blockArrival, blockDesk, blockReady, blockSize, blockTicks } from './block.ts';
import { serveBlock, sumOfTicks } from './desks.ts';
import type { RunContext } from './run-context.ts';
import { WAIT_BIN_TICKS, WAIT_BINS, type RunState } from './state.ts';
import { SINGLE_FLAG } from './tube-state.ts';
import { closeOutSiteTube, fillSiteTube } from './site-tube.ts';
import { closeDeskTube, fileTube, INFECTION_STREAM, KEY_STREAM, openTube, siteStream } from './tubes.ts';

/** Samples those who stand ready at site s, as far as the swab begins before `until` (open clock). */
export function sample(context: RunContext, s: number, until: number): void {
  const { input, state } = context;
  const { site } = state;
  const people = input.sites.people[s];
  const registeredEnd = site.registered[s];
  while (site.sampled[s] < registeredEnd && site.desks[s] > 0) {
    // With boards nobody knows who is a site's last person: its tubes close by time.
    const round = input.choice.boards ? 0 : Math.floor(site.sampled[s] / people);
    const end = input.choice.boards ? registeredEnd : Math.min(registeredEnd, (round + 1) * people);
    sampleRound(context, s, round, end, until);
    if (site.sampled[s] < end) return;
    if (!input.choice.boards && end === (round + 1) * people) closeRound(context, s, round);
  }
}

/** A tube never holds people of two rounds. The site's last tubes close when its last person's turn comes, or with their last specimen. */
export function closeRound(context: RunContext, s: number, round: number): void {
  const { input, state } = context;
  const { site, desk } = state;
  const lastTurn = site.lastTurn[s];
  if (input.pool.perSite) return closeOutSiteTube(context, s, lastTurn, round);
  for (let d = site.deskStart[s]; d < site.deskStart[s + 1]; d++)
    closeDeskTube(context, s, d, Math.max(desk.free[d], lastTurn) + site.offset[s], round);
}

/** People are served block by block, in a few loops, each over few arrays: who is served when, what is counted, which tube the swab goes into. */
function sampleRound(context: RunContext, s: number, round: number, end: number, until: number): void {
  const { site } = context.state;
  while (site.sampled[s] < end) {
    const count = blockSize(site.sampled[s], end);
    const served = sampleBlock(context, s, round, count, until);
    if (served < count) return;
  }
}

function sampleBlock(context: RunContext, s: number, round: number, count: number, until: number): number {
  const { site, person } = context.state;
  const from = site.personStart[s] + site.sampled[s];
  blockReady.set(person.ready.subarray(from, from + count));
  blockTicks.set(person.samplingTicks.subarray(from, from + count));
  blockArrival.set(person.arrival.subarray(from, from + count));
  const served = serveLoaded(context, s, round, count, until);
  if (context.input.forgetsServed !== true) person.ready.set(blockReady.subarray(0, served), from);
  return served;
}

/**
 * Serves the people of one round who stand in the block, with arrival, readiness and time of the swab, as far as the swab begins before
 * `until` (open clock); returns how many. Their starts are in blockReady then.
 */
export function serveLoaded(context: RunContext, s: number, round: number, count: number, until: number): number {
  const { state, scratch, input } = context;
  const { site, desk } = state;
  const first = site.deskStart[s];
  for (let d = 0; d < site.desks[s]; d++) scratch.freeBefore[d] = desk.free[first + d];
  const served = serveBlock(desk.free, first, site.desks[s], count, until);
  if (served === 0) return 0;
  if (input.sites.doorstep[s] === 0) countWaits(state, s, served);
  countEnds(context, s, round, served);
  // Whoever begins in the next block begins no sooner than the last of this one.
  if (input.pool.perSite) fillSiteTube(context, s, round, served, served < count ? until : blockReady[served - 1]);
  else fillTubes(context, s, round, served);
  site.sampled[s] += served;
  site.lastTurn[s] = blockReady[served - 1];
  return served;
}

function countWaits({ site, count }: RunState, s: number, served: number): void {
  const { waits } = count;
  const waitShare = 1 / WAIT_BIN_TICKS;
  const last = WAIT_BINS - 1;
  let waitSum = 0;
  let waitMax = site.waitMax[s];
  for (let k = 0; k < served; k++) {
    const wait = blockReady[k] - blockArrival[k];
    const bin = (wait * waitShare) | 0;
    waits[bin < last ? bin : last]++;
    waitSum += wait;
    if (wait > waitMax) waitMax = wait;
  }
  site.waitSum[s] += waitSum;
  site.waitMax[s] = waitMax;
}

/**
 * Ends of swabs by 5-minute bin, the last of them, how many come after the deadline, and the time that desks were at work. Of all ends the
 * instants at which desks became free are in order already; they lack each desk's last end and have the one before its first.
 */
function countEnds({ state, scratch }: RunContext, s: number, round: number, served: number): void {
  const { site, desk, count, deadline } = state;
  const { freeBefore } = scratch;
  const first = site.deskStart[s];
  const offset = site.offset[s];
  const base = round * count.bins;
  let finish = 0;
  countInBins(count.sampled, base, count.bins, 0, served, offset);
  for (let d = 0; d < site.desks[s]; d++) {
    const free = desk.free[first + d];
    if (free === freeBefore[d]) continue;
    count.sampled[base + binAt(count.bins, freeBefore[d] + offset)]--;
    count.sampled[base + binAt(count.bins, free + offset)]++;
    if (free + offset > finish) finish = free + offset;
  }
  site.busyTicks[s] += sumOfTicks(served);
  if (finish > count.finishSampled[round]) count.finishSampled[round] = finish;
  if (round > 0) return;
  if (finish > site.finish[s]) site.finish[s] = finish;
  if (finish > deadline) site.late[s] += countLate(served, deadline - offset);
}

function countLate(served: number, deadline: number): number {
  // Nobody begins before the first of them.
  if (blockReady[0] >= deadline) return served;
  let late = 0;
  for (let k = 0; k < served; k++) if (blockReady[k] + blockTicks[k] > deadline) late++;
  return late;
}

function fillTubes(context: RunContext, s: number, round: number, served: number): void {
  const { site } = context.state;
  const before = site.sampled[s];
  let nextKey = site.nextKey[s] - before;
  let nextInfected = site.nextInfected[s] - before;
  for (let i = 0; i < served; i++) {
    // Most people are neither infected nor of a key group: the loops over them ask nothing but where the next marked one stands.
    const marked = Math.min(nextKey, nextInfected, served);
    if (site.desks[s] === 1) fillOneDesk(context, s, round, i, marked);
    else fillDesks(context, s, round, i, marked);
    i = marked;
    if (i === served) break;
    const infected = i === nextInfected ? 1 : 0;
    if (infected) nextInfected += 1 + nextGap(context.scratch.gap.infected, site.streams, siteStream(s, INFECTION_STREAM));
    const end = blockReady[i] + blockTicks[i];
    if (i === nextKey) {
      nextKey += 1 + nextGap(context.scratch.gap.key, site.streams, siteStream(s, KEY_STREAM));
      const at = end + site.offset[s];
      fileTube(context, s, at, at, 1, openTube(context, s) | infected | SINGLE_FLAG, round);
    } else {
      addToDeskTube(context, s, round, blockDesk[i], end, infected);
    }
  }
  site.nextKey[s] = nextKey + before;
  site.nextInfected[s] = nextInfected + before;
}

/** Plain specimens of several desks, one by one. The first and last of a tube, and one that comes too late for it, go the long way. */
function fillDesks(context: RunContext, s: number, round: number, first: number, last: number): void {
  const { tubePeople, tubeFirst } = context.state.desk;
  const fill = context.input.pool.fillTicks;
  const pool = context.state.poolSize;
  for (let i = first; i < last; i++) {
    const d = blockDesk[i];
    const end = blockReady[i] + blockTicks[i];
    const members = tubePeople[d] + 1;
    if (members > 1 && members < pool && end <= tubeFirst[d] + fill) tubePeople[d] = members;
    else addToDeskTube(context, s, round, d, end, 0);
  }
}

/** Plain specimens of the only desk, from tube to tube. */
function fillOneDesk(context: RunContext, s: number, round: number, first: number, last: number): void {
  const { tubePeople, tubeFirst } = context.state.desk;
  const d = context.state.site.deskStart[s];
  const fill = context.input.pool.fillTicks;
  for (let i = first; i < last; i++) {
    // Whoever is neither the tube's first nor its last goes in unseen as long as the last of them is in time.
    const inside = tubePeople[d] > 0 ? Math.min(context.state.poolSize - 1 - tubePeople[d], last - i) : 0;
    if (inside > 0 && blockReady[i + inside - 1] + blockTicks[i + inside - 1] <= tubeFirst[d] + fill) {
      tubePeople[d] += inside;
      i += inside;
      if (i === last) return;
    }
    addToDeskTube(context, s, round, d, blockReady[i] + blockTicks[i], 0);
  }
}

/** One specimen into the tube of its desk: a new one when there is none or its time has run out; a full tube closes. */
function addToDeskTube(context: RunContext, s: number, round: number, d: number, end: number, infected: number): void {
  const { input, state } = context;
  const { tubePeople, tubeMarks, tubeFirst } = state.desk;
  const offset = state.site.offset[s];
  const lapse = tubeFirst[d] + input.pool.fillTicks;
  if (tubePeople[d] > 0 && end > lapse) closeDeskTube(context, s, d, lapse + offset, round);
  if (tubePeople[d] === 0) {
    tubeFirst[d] = end;
    tubeMarks[d] = openTube(context, s);
  }
  tubeMarks[d] += infected;
  tubePeople[d]++;
  if (tubePeople[d] >= state.poolSize) closeDeskTube(context, s, d, end + offset, round);
}
