import { nextGap } from '../random/index.ts';
import type { RunContext } from './run-context.ts';
import { SINGLE_FLAG } from './state.ts';
import { fileTube, INFECTION_STREAM, KEY_STREAM, openTube, siteStream } from './tubes.ts';

/**
 * One open tube a site (pool.perSite): specimens go into it in the order in which swabs end. That order is only known once nobody who ends
 * sooner can still begin, so each desk holds back its latest specimen: tubePeople 1, tubeFirst the swab's end, tubeMarks 1 when infected.
 */
export function fillSiteTube(context: RunContext, s: number, round: number, from: number, served: number, until: number): void {
  const { input, state, scratch } = context;
  const { site } = state;
  const { tubePeople, tubeMarks, tubeFirst } = state.desk;
  const before = from - site.personStart[s];
  let nextKey = site.nextKey[s] - before;
  let nextInfected = site.nextInfected[s] - before;
  const { done, desk } = scratch;
  const fill = input.pool.fillTicks;
  const room = state.poolSize - 1;
  // Most specimens neither open nor close the tube: those are counted in variables, which cost a few nanoseconds less a person.
  let people = site.tubePeople[s];
  let opened = site.tubeFirst[s];
  let last = site.tubeLast[s];
  for (let i = 0; i < served; i++) {
    const d = desk[i];
    if (tubePeople[d] === 1) {
      const ended = tubeFirst[d];
      if (people > 0 && people < room && ended <= opened + fill && tubeMarks[d] === 0) {
        people++;
        last = ended > opened ? ended : opened;
      } else {
        site.tubePeople[s] = people;
        addSpecimen(context, s, d, round);
        people = site.tubePeople[s];
        opened = site.tubeFirst[s];
        last = site.tubeLast[s];
      }
    }
    const end = done[i];
    let infected = 0;
    if (i === nextInfected) {
      infected = 1;
      nextInfected += 1 + nextGap(input.positives.prevalence, site.streams, siteStream(s, INFECTION_STREAM));
    }
    if (i === nextKey) {
      tubePeople[d] = 0;
      site.tubePeople[s] = people;
      site.tubeLast[s] = last;
      releaseSpecimens(context, s, state.person.ready[from + i] + 1, round);
      people = site.tubePeople[s];
      opened = site.tubeFirst[s];
      last = site.tubeLast[s];
      nextKey += 1 + nextGap(input.pool.keyShare, site.streams, siteStream(s, KEY_STREAM));
      const at = end + site.offset[s];
      fileTube(state, s, at, at, 1, openTube(context, s) | infected | SINGLE_FLAG, round);
      continue;
    }
    tubePeople[d] = 1;
    tubeMarks[d] = infected;
    tubeFirst[d] = end;
  }
  site.tubePeople[s] = people;
  site.tubeLast[s] = last;
  site.nextKey[s] = nextKey + before;
  site.nextInfected[s] = nextInfected + before;
  releaseSpecimens(context, s, until, round);
}

/** Puts the specimen that desk d holds back into the site's tube. */
function addSpecimen(context: RunContext, s: number, d: number, round: number): void {
  const { state, input } = context;
  const { site, desk } = state;
  const end = desk.tubeFirst[d];
  desk.tubePeople[d] = 0;
  const lapse = site.tubeFirst[s] + input.pool.fillTicks;
  if (site.tubePeople[s] > 0 && end > lapse) closeSiteTube(context, s, lapse, round);
  if (site.tubePeople[s] === 0) {
    site.tubeFirst[s] = end;
    site.tubeMarks[s] = openTube(context, s);
  }
  site.tubeLast[s] = Math.max(end, site.tubeFirst[s]);
  site.tubeMarks[s] += desk.tubeMarks[d];
  if (++site.tubePeople[s] >= state.poolSize) closeSiteTube(context, s, site.tubeLast[s], round);
}

/** Closes the site's tube, if it is open, at an open clock. */
function closeSiteTube(context: RunContext, s: number, at: number, round: number): void {
  const { site } = context.state;
  if (site.tubePeople[s] === 0) return;
  const offset = site.offset[s];
  fileTube(context.state, s, site.tubeFirst[s] + offset, at + offset, site.tubePeople[s], site.tubeMarks[s], round);
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

/** A desk leaves: the specimen of the person it still serves goes into the tube now, ahead of its turn. */
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
