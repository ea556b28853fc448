import { schedule } from '../../kernel/index.ts';
import { nextGap } from '../../random/index.ts';
import type { RunContext } from '../run-context.ts';
import { BIN_TICKS, WAIT_BIN_TICKS, WAIT_BINS } from '../state.ts';
import { SINGLE_FLAG } from '../tube-state.ts';
import { INFECTION_STREAM, KEY_STREAM, openTube, siteStream } from '../tubes.ts';
import { longestFree } from './registrar.ts';
import { closeTubes, opensTube } from './tube.ts';
import { SITE_EVENT } from './workplace.ts';

/** Desks that are free call the next who is registered; of several the one that has been free longest, of equals the first in the row. */
export function callToDesks(context: RunContext, s: number, clock: number): void {
  const { site, desk } = context.state;
  const workplace = context.scratch.workplace;
  while (site.sampled[s] < workplace.registrationsEnded) {
    const d = longestFree(desk.free, site.deskStart[s], site.desks[s], clock);
    if (d < 0) return;
    beginSwab(context, s, d, clock);
  }
}

function beginSwab(context: RunContext, s: number, d: number, clock: number): void {
  const { input, state } = context;
  const { site, person, desk } = state;
  const k = site.personStart[s] + site.sampled[s];
  const end = clock + person.samplingTicks[k];
  const round = input.choice.boards ? 0 : Math.floor(site.sampled[s] / input.sites.people[s]);
  countWait(context, s, clock - person.arrival[k]);
  countSwab(context, s, round, clock, end);
  person.ready[k] = clock;
  site.lastTurn[s] = clock;
  desk.free[d] = end;
  markSpecimen(context, s, d, end);
  site.sampled[s]++;
  schedule(context.scratch.workplace.calendar, end + site.offset[s], SITE_EVENT.swabbed, d, 0);
  // With boards nobody knows who is a site's last person: its tubes close by time.
  if (!input.choice.boards && site.sampled[s] === (round + 1) * input.sites.people[s]) closeTubes(context, s, clock);
}

function countWait(context: RunContext, s: number, wait: number): void {
  if (context.input.sites.doorstep[s] === 1) return;
  const { site, count } = context.state;
  count.waits[Math.min(WAIT_BINS - 1, Math.floor(wait / WAIT_BIN_TICKS))]++;
  site.waitSum[s] += wait;
  site.waitMax[s] = Math.max(site.waitMax[s], wait);
}

function countSwab(context: RunContext, s: number, round: number, clock: number, end: number): void {
  const { site, count, deadline } = context.state;
  const endsAt = end + site.offset[s];
  count.sampled[round * count.bins + Math.min(count.bins - 1, Math.floor(endsAt / BIN_TICKS))]++;
  site.busyTicks[s] += end - clock;
  if (round === 0 && endsAt > deadline) site.late[s]++;
  if (round === 0) site.finish[s] = Math.max(site.finish[s], endsAt);
  count.finishSampled[round] = Math.max(count.finishSampled[round], endsAt);
}

/** Marks belong to the order in which swabs begin; with one tube a site the desk holds the specimen back until the swab ends. */
function markSpecimen(context: RunContext, s: number, d: number, end: number): void {
  const { input, state } = context;
  const { site, desk } = state;
  const workplace = context.scratch.workplace;
  const own = d - site.deskStart[s];
  const nth = site.sampled[s];
  let infected = 0;
  if (nth === site.nextInfected[s]) {
    infected = 1;
    site.nextInfected[s] += 1 + nextGap(context.scratch.gap.infected, site.streams, siteStream(s, INFECTION_STREAM));
  }
  if (nth === site.nextKey[s]) {
    site.nextKey[s] += 1 + nextGap(context.scratch.gap.key, site.streams, siteStream(s, KEY_STREAM));
    workplace.specimen[own] = openTube(context, s) | infected | SINGLE_FLAG;
  } else if (input.pool.perSite) {
    desk.tubePeople[d] = 1;
    desk.tubeMarks[d] = infected;
    desk.tubeFirst[d] = end;
  } else {
    workplace.specimen[own] = opensTube(context, d, end) ? openTube(context, s) | infected : infected;
  }
}

/** Puts the ends of the swabs under way back on the calendar. */
export function resumeSwabs(context: RunContext, s: number, clock: number): void {
  const { site, desk } = context.state;
  const { calendar } = context.scratch.workplace;
  for (let d = site.deskStart[s]; d < site.deskStart[s] + site.desks[s]; d++)
    if (desk.free[d] >= clock) schedule(calendar, desk.free[d] + site.offset[s], SITE_EVENT.swabbed, d, 0);
}
