import { nextGap } from '../random/index.ts';
import { serveDesks } from './desks.ts';
import type { RunContext } from './run-context.ts';
import { BIN_TICKS, SINGLE_FLAG, WAIT_BIN_TICKS, WAIT_BINS } from './state.ts';
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
function closeRound(context: RunContext, s: number, round: number): void {
  const { input, state } = context;
  const { site, desk, person } = state;
  const lastTurn = person.ready[site.personStart[s] + site.sampled[s] - 1];
  if (input.pool.perSite) return closeOutSiteTube(context, s, lastTurn, round);
  for (let d = site.deskStart[s]; d < site.deskStart[s + 1]; d++)
    closeDeskTube(context, s, d, Math.max(desk.free[d], lastTurn) + site.offset[s], round);
}

/** Three loops over the same people, each over few arrays: who is served when, what is counted, which tube the swab goes into. */
function sampleRound(context: RunContext, s: number, round: number, end: number, until: number): void {
  const { state, scratch } = context;
  const { site, person, desk } = state;
  const base = site.personStart[s];
  const from = base + site.sampled[s];
  const served = serveDesks(
    desk.free,
    site.deskStart[s],
    site.desks[s],
    person.ready,
    person.samplingTicks,
    from,
    base + end,
    until,
    scratch.done,
    scratch.desk,
  );
  if (served === 0) return;
  count(context, s, round, from, served);
  if (context.input.pool.perSite) fillSiteTube(context, s, round, from, served, until);
  else fillTubes(context, s, round, from, served);
  site.sampled[s] += served;
}

function count(context: RunContext, s: number, round: number, from: number, served: number): void {
  if (context.input.sites.doorstep[s] === 0) countWaits(context, s, from, served);
  countEnds(context, s, round, served);
  const { samplingTicks } = context.state.person;
  let busy = 0;
  for (let k = from; k < from + served; k++) busy += samplingTicks[k];
  context.state.site.busyTicks[s] += busy;
}

function countWaits(context: RunContext, s: number, from: number, served: number): void {
  const { site, person } = context.state;
  const { arrival, ready } = person;
  const { waits } = context.state.count;
  const waitShare = 1 / WAIT_BIN_TICKS;
  const last = WAIT_BINS - 1;
  let waitSum = 0;
  let waitMax = site.waitMax[s];
  for (let k = from; k < from + served; k++) {
    const wait = ready[k] - arrival[k];
    const bin = (wait * waitShare) | 0;
    waits[bin < last ? bin : last]++;
    waitSum += wait;
    if (wait > waitMax) waitMax = wait;
  }
  site.waitSum[s] += waitSum;
  site.waitMax[s] = waitMax;
}

/** Ends of swabs by 5-minute bin, the last of them, and how many come after the deadline. */
function countEnds(context: RunContext, s: number, round: number, served: number): void {
  const { state, scratch } = context;
  const { site } = state;
  const { sampled, bins } = state.count;
  const { done } = scratch;
  const offset = site.offset[s];
  const base = round * bins;
  const deadline = round === 0 ? state.deadline - offset : Infinity;
  let bin = 0;
  let binStart = 0;
  let binEnd = 0;
  let late = 0;
  let finish = 0;
  for (let i = 0; i < served; i++) {
    const end = done[i];
    if (end < binStart || end >= binEnd) {
      const whole = Math.floor((end + offset) / BIN_TICKS);
      binStart = whole * BIN_TICKS - offset;
      binEnd = binStart + BIN_TICKS;
      bin = base + Math.min(whole, bins - 1);
    }
    sampled[bin]++;
    if (end > finish) finish = end;
    if (end > deadline) late++;
  }
  site.late[s] += late;
  if (round === 0) site.finish[s] = Math.max(site.finish[s], finish + offset);
  state.count.finishSampled[round] = Math.max(state.count.finishSampled[round], finish + offset);
}

function fillTubes(context: RunContext, s: number, round: number, from: number, served: number): void {
  const { input, state, scratch } = context;
  const { site } = state;
  const { done, desk } = scratch;
  const { tubePeople, tubeFirst } = state.desk;
  const fill = input.pool.fillTicks;
  const pool = state.poolSize;
  const offset = site.offset[s];
  const before = from - site.personStart[s];
  let nextKey = site.nextKey[s] - before;
  let nextInfected = site.nextInfected[s] - before;
  for (let i = 0; i < served; i++) {
    // Most people are neither infected nor of a key group: the loop over them asks nothing but where the next marked one stands.
    const marked = nextKey < nextInfected ? nextKey : nextInfected;
    const plain = marked < served ? marked : served;
    for (; i < plain; i++) {
      const d = desk[i];
      const members = tubePeople[d] + 1;
      // The plain case in the middle of a tube; its first and last specimen, and one that comes too late for it, go the long way.
      if (members > 1 && members < pool && done[i] <= tubeFirst[d] + fill) tubePeople[d] = members;
      else addToDeskTube(context, s, round, d, done[i], 0);
    }
    if (i === served) break;
    const infected = i === nextInfected ? 1 : 0;
    if (infected) nextInfected += 1 + nextGap(input.positives.prevalence, site.streams, siteStream(s, INFECTION_STREAM));
    if (i === nextKey) {
      nextKey += 1 + nextGap(input.pool.keyShare, site.streams, siteStream(s, KEY_STREAM));
      const at = done[i] + offset;
      fileTube(state, s, at, at, 1, openTube(context, s) | infected | SINGLE_FLAG, round);
    } else {
      addToDeskTube(context, s, round, desk[i], done[i], infected);
    }
  }
  site.nextKey[s] = nextKey + before;
  site.nextInfected[s] = nextInfected + before;
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
