import { nextGap } from '../random/index.ts';
import type { RunContext } from './run-context.ts';
import { BIN_TICKS, SINGLE_FLAG, WAIT_BIN_TICKS, WAIT_BINS } from './state.ts';
import { closeDeskTube, fileTube, INFECTION_STREAM, KEY_STREAM, openTube, siteStream } from './tubes.ts';

/** Samples those who stand ready at site s, as far as the swab begins before `until` (open clock). Each goes to the desk that is free first. */
export function sample(context: RunContext, s: number, until: number): void {
  const { input, state } = context;
  const { site } = state;
  const people = input.sites.people[s];
  const registeredEnd = site.registered[s];
  while (site.sampled[s] < registeredEnd) {
    const round = Math.floor(site.sampled[s] / people);
    const end = Math.min(registeredEnd, (round + 1) * people);
    sampleRound(context, s, round, end, until);
    if (site.sampled[s] < end) return;
    if (end === (round + 1) * people) closeRound(context, s, round);
  }
}

/** A tube never holds people of two rounds. The site's last tubes close with its last person. */
function closeRound(context: RunContext, s: number, round: number): void {
  const { site, desk } = context.state;
  for (let d = site.deskStart[s]; d < site.deskStart[s + 1]; d++) closeDeskTube(context.state, s, d, desk.free[d] + site.offset[s], round);
}

function sampleRound(context: RunContext, s: number, round: number, end: number, until: number): void {
  const { input, state } = context;
  const { site, desk, person, count } = state;
  const { arrival, ready, samplingTicks } = person;
  const { free, tubePeople, tubeMarks, tubeFirst } = desk;
  const desks = site.desks[s];
  if (desks === 0) return;
  const base = site.personStart[s];
  const to = base + end;
  const firstDesk = site.deskStart[s];
  const lastDesk = firstDesk + desks;
  const offset = site.offset[s];
  const bins = round * count.bins;
  const binShare = 1 / BIN_TICKS;
  const waitShare = 1 / WAIT_BIN_TICKS;
  const standing = input.sites.doorstep[s] === 0;
  const { sampled, waits } = count;
  const fill = input.pool.fillTicks;
  const pool = state.poolSize;
  const deadline = round === 0 ? state.deadline - offset : Infinity;
  let nextKey = site.nextKey[s] + base;
  let nextInfected = site.nextInfected[s] + base;
  let waitSum = 0;
  let waitMax = site.waitMax[s];
  let finish = 0;
  let busy = 0;
  let late = 0;
  let k = base + site.sampled[s];
  for (; k < to; k++) {
    let d = firstDesk;
    for (let other = firstDesk + 1; other < lastDesk; other++) if (free[other] < free[d]) d = other;
    const start = ready[k] > free[d] ? ready[k] : free[d];
    if (start >= until) break;
    const done = start + samplingTicks[k];
    free[d] = done;
    busy += samplingTicks[k];
    ready[k] = start;
    const wait = start - arrival[k];
    waitSum += wait;
    if (wait > waitMax) waitMax = wait;
    if (standing) {
      const waitBin = (wait * waitShare) | 0;
      waits[waitBin < WAIT_BINS ? waitBin : WAIT_BINS - 1]++;
    }
    sampled[bins + (((done + offset) * binShare) | 0)]++;
    if (done > finish) finish = done;
    if (done > deadline) late++;
    let infected = 0;
    if (k === nextInfected) {
      infected = 1;
      nextInfected += 1 + nextGap(input.positives.prevalence, site.streams, siteStream(s, INFECTION_STREAM));
    }
    if (k === nextKey) {
      nextKey += 1 + nextGap(input.pool.keyShare, site.streams, siteStream(s, KEY_STREAM));
      fileTube(state, s, done + offset, done + offset, 1, openTube(context, s) | infected | SINGLE_FLAG, round);
      continue;
    }
    let members = tubePeople[d];
    if (members > 0 && done > tubeFirst[d] + fill) {
      fileTube(state, s, tubeFirst[d] + offset, tubeFirst[d] + fill + offset, members, tubeMarks[d], round);
      members = 0;
    }
    if (members === 0) {
      tubeFirst[d] = done;
      tubeMarks[d] = openTube(context, s);
    }
    tubeMarks[d] += infected;
    members++;
    if (members >= pool) {
      fileTube(state, s, tubeFirst[d] + offset, done + offset, members, tubeMarks[d], round);
      members = 0;
    }
    tubePeople[d] = members;
  }
  site.sampled[s] = k - base;
  site.nextKey[s] = nextKey - base;
  site.nextInfected[s] = nextInfected - base;
  site.waitSum[s] += standing ? waitSum : 0;
  site.waitMax[s] = standing ? waitMax : 0;
  site.busyTicks[s] += busy;
  site.late[s] += late;
  if (finish > 0) {
    site.finish[s] = Math.max(site.finish[s], finish + offset);
    count.finishSampled[round] = Math.max(count.finishSampled[round], finish + offset);
  }
}
