import { nextGap } from '../random/index.ts';
import { blockDesk, blockFreed, blockReady, blockTicks } from './block.ts';
import type { RunContext } from './run-context.ts';
import type { RunState } from './state.ts';
import { SINGLE_FLAG } from './tube-state.ts';
import { fileTube, INFECTION_STREAM, KEY_STREAM, openTube, siteStream } from './tubes.ts';

/**
 * One open tube a site (pool.perSite): specimens go into it in the order in which swabs end. That order is only known once nobody who ends
 * sooner can still begin, so each desk holds back its latest specimen: tubePeople 1, tubeFirst the swab's end, tubeMarks 1 when infected.
 * As a desk that takes somebody is always the one that became free first, the specimen it gives up is the next in order.
 */
export function fillSiteTube(context: RunContext, s: number, round: number, served: number, until: number): void {
  const { site } = context.state;
  const before = site.sampled[s];
  let nextKey = site.nextKey[s] - before;
  let nextInfected = site.nextInfected[s] - before;
  for (let i = 0; i < served; i++) {
    const marked = Math.min(nextKey, nextInfected, served);
    passPlain(context, s, round, i, marked);
    i = marked;
    if (i === served) break;
    const d = blockDesk[i];
    const end = blockReady[i] + blockTicks[i];
    const infected = i === nextInfected ? 1 : 0;
    if (infected) nextInfected += 1 + nextGap(context.scratch.gap.infected, site.streams, siteStream(s, INFECTION_STREAM));
    if (i === nextKey) {
      nextKey += 1 + nextGap(context.scratch.gap.key, site.streams, siteStream(s, KEY_STREAM));
      giveUpSpecimen(context, s, d, round);
      releaseSpecimens(context, s, blockReady[i] + 1, round);
      const at = end + site.offset[s];
      fileTube(context, s, at, at, 1, openTube(context, s) | infected | SINGLE_FLAG, round);
    } else {
      holdBack(context, s, round, d, end, infected);
    }
  }
  site.nextKey[s] = nextKey + before;
  site.nextInfected[s] = nextInfected + before;
  releaseSpecimens(context, s, until, round);
}

/** People first … last − 1 of the batch, neither infected nor of a key group: from tube to tube where that is possible, else one by one. */
function passPlain(context: RunContext, s: number, round: number, first: number, last: number): void {
  for (let i = first; i < last; i++) {
    i = passWholeTubes(context, s, round, i, last);
    if (i < last) holdBack(context, s, round, blockDesk[i], blockReady[i] + blockTicks[i], 0);
  }
}

/**
 * While every desk holds back a plain specimen, the instants at which desks became free are the specimens' ends in order: the tube is full
 * so many places on, and nobody in between need be looked at. Stops where a tube's time runs out; returns how far it came.
 */
function passWholeTubes(context: RunContext, s: number, round: number, first: number, last: number): number {
  const { site } = context.state;
  if (!everyDeskHoldsPlain(context, s)) return first;
  let i = first;
  while (i < last) {
    if (site.tubePeople[s] === 0) {
      addToSiteTube(context, s, blockFreed[i++], 0, round);
      continue;
    }
    const opened = site.tubeFirst[s];
    const inside = Math.min(context.state.poolSize - site.tubePeople[s], last - i);
    if (inside < 1 || blockFreed[i + inside - 1] > opened + context.input.pool.fillTicks) break;
    i += inside;
    site.tubePeople[s] += inside;
    site.tubeLast[s] = Math.max(blockFreed[i - 1], opened);
    if (site.tubePeople[s] === context.state.poolSize) closeSiteTube(context, s, site.tubeLast[s], round);
  }
  if (i > first) holdBackLast(context.state, s, first, i);
  return i;
}

function everyDeskHoldsPlain({ state }: RunContext, s: number): boolean {
  const { tubePeople, tubeMarks } = state.desk;
  const first = state.site.deskStart[s];
  for (let d = first; d < first + state.site.desks[s]; d++) if (tubePeople[d] !== 1 || tubeMarks[d] !== 0) return false;
  return true;
}

const MET = 2;

/** Each desk holds back the specimen of its last person among first … last − 1 of the batch. */
function holdBackLast(state: RunState, s: number, first: number, last: number): void {
  const { tubePeople, tubeFirst } = state.desk;
  let unmet = state.site.desks[s];
  for (let i = last - 1; i >= first && unmet > 0; i--) {
    const d = blockDesk[i];
    if (tubePeople[d] === MET) continue;
    tubePeople[d] = MET;
    tubeFirst[d] = blockReady[i] + blockTicks[i];
    unmet--;
  }
  tubePeople.fill(1, state.site.deskStart[s], state.site.deskStart[s] + state.site.desks[s]);
}

/** A desk takes the next person: it gives up the specimen it holds back, and holds back the new one. */
function holdBack(context: RunContext, s: number, round: number, d: number, end: number, infected: number): void {
  const { tubePeople, tubeMarks, tubeFirst } = context.state.desk;
  giveUpSpecimen(context, s, d, round);
  tubePeople[d] = 1;
  tubeMarks[d] = infected;
  tubeFirst[d] = end;
}

/** Puts the specimen that desk d holds back into the site's tube. */
function addSpecimen(context: RunContext, s: number, d: number, round: number): void {
  const { desk } = context.state;
  desk.tubePeople[d] = 0;
  addToSiteTube(context, s, desk.tubeFirst[d], desk.tubeMarks[d], round);
}

/** A specimen whose swab ended at an open clock: into a new tube when there is none or its time has run out; a full tube closes. */
function addToSiteTube(context: RunContext, s: number, end: number, infected: number, round: number): void {
  const { state, input } = context;
  const { site } = state;
  const lapse = site.tubeFirst[s] + input.pool.fillTicks;
  if (site.tubePeople[s] > 0 && end > lapse) closeSiteTube(context, s, lapse, round);
  if (site.tubePeople[s] === 0) {
    site.tubeFirst[s] = end;
    site.tubeMarks[s] = openTube(context, s);
  }
  site.tubeLast[s] = Math.max(end, site.tubeFirst[s]);
  site.tubeMarks[s] += infected;
  if (++site.tubePeople[s] >= state.poolSize) closeSiteTube(context, s, site.tubeLast[s], round);
}

/** Closes the site's tube, if it is open, at an open clock. */
function closeSiteTube(context: RunContext, s: number, at: number, round: number): void {
  const { site } = context.state;
  if (site.tubePeople[s] === 0) return;
  const offset = site.offset[s];
  fileTube(context, s, site.tubeFirst[s] + offset, at + offset, site.tubePeople[s], site.tubeMarks[s], round);
  site.tubePeople[s] = 0;
}

/** Every specimen held back whose swab ends before `until` (open clock) goes into the tube, in the order of those ends. */
function releaseSpecimens(context: RunContext, s: number, until: number, round: number): void {
  const { site, desk } = context.state;
  const first = site.deskStart[s];
  for (;;) {
    let soonest = -1;
    for (let d = first; d < first + site.desks[s]; d++)
      if (desk.tubePeople[d] === 1 && (soonest < 0 || desk.tubeFirst[d] < desk.tubeFirst[soonest])) soonest = d;
    if (soonest < 0 || desk.tubeFirst[soonest] >= until) return;
    addSpecimen(context, s, soonest, round);
  }
}

/** The site closes, or its round ends: what is held back goes into the tube, which closes at `at` (open clock), sooner where its time runs out, or with its last specimen. */
export function closeOutSiteTube(context: RunContext, s: number, at: number, round: number): void {
  const { site } = context.state;
  releaseSpecimens(context, s, Infinity, round);
  const lapse = site.tubeFirst[s] + context.input.pool.fillTicks;
  closeSiteTube(context, s, Math.max(Math.min(at, lapse), site.tubeLast[s]), round);
}

/** Puts the specimen that desk d holds back, if any, into the tube now; where a desk leaves, ahead of its turn. */
export function giveUpSpecimen(context: RunContext, s: number, d: number, round: number): void {
  if (context.state.desk.tubePeople[d] === 1) addSpecimen(context, s, d, round);
}

/** Closes the site's tube when its filling time ran out before `until` (real instant). */
export function closeLapsedSiteTube(context: RunContext, s: number, until: number, round: number): void {
  const { site } = context.state;
  releaseSpecimens(context, s, until - site.offset[s], round);
  const lapse = site.tubeFirst[s] + context.input.pool.fillTicks;
  if (lapse + site.offset[s] < until) closeSiteTube(context, s, lapse, round);
}
