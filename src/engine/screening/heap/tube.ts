import { schedule } from '../../kernel/index.ts';
import type { RunContext } from '../run-context.ts';
import { FALSE_POSITIVE_FLAG, INFECTED_MASK, SINGLE_FLAG } from '../tube-state.ts';
import { closeDeskTube, fileTube, openTube, presentRound } from '../tubes.ts';
import { NO_SPECIMEN, SITE_EVENT, SITE_TUBE } from './workplace.ts';

/** The swab at desk d has ended (open clock `end`): its specimen goes into the desk's tube, a key person's into a tube of its own. */
export function fillDeskTube(context: RunContext, s: number, d: number, end: number): void {
  const { state, input } = context;
  const { desk, site } = state;
  const workplace = context.scratch.workplace;
  const own = d - site.deskStart[s];
  const marks = workplace.specimen[own];
  if (marks === NO_SPECIMEN) return;
  workplace.specimen[own] = NO_SPECIMEN;
  const round = presentRound(context, s);
  const at = end + site.offset[s];
  if ((marks & SINGLE_FLAG) !== 0) return fileTube(context, s, at, at, 1, marks, round);
  const lapse = desk.tubeFirst[d] + input.pool.fillTicks;
  if (end > lapse) closeDeskTube(context, s, d, lapse + site.offset[s], round);
  if (desk.tubePeople[d] === 0) {
    desk.tubeFirst[d] = end;
    desk.tubeMarks[d] = marks & FALSE_POSITIVE_FLAG;
    watchTube(context, s, d, end + input.pool.fillTicks);
  }
  desk.tubeMarks[d] += marks & INFECTED_MASK;
  if (++desk.tubePeople[d] >= state.poolSize) closeDeskTube(context, s, d, at, round);
}

/** Whether a swab that begins now at desk d and ends at open clock `end` will open a tube. */
export function opensTube(context: RunContext, d: number, end: number): boolean {
  const { tubePeople, tubeFirst } = context.state.desk;
  return tubePeople[d] === 0 || end > tubeFirst[d] + context.input.pool.fillTicks;
}

/** One tube a site: every specimen whose swab has ended by an open clock goes into it, in the order of those ends, of equals along the row. */
export function fillSiteTube(context: RunContext, s: number, clock: number): void {
  const { desk, site } = context.state;
  const first = site.deskStart[s];
  for (;;) {
    let next = -1;
    for (let d = first; d < first + site.desks[s]; d++)
      if (desk.tubePeople[d] > 0 && desk.tubeFirst[d] <= clock && (next < 0 || desk.tubeFirst[d] < desk.tubeFirst[next])) next = d;
    if (next < 0) return;
    desk.tubePeople[next] = 0;
    pour(context, s, desk.tubeFirst[next], desk.tubeMarks[next]);
  }
}

function pour(context: RunContext, s: number, end: number, infected: number): void {
  const { state, input } = context;
  const { site } = state;
  const lapse = site.tubeFirst[s] + input.pool.fillTicks;
  if (end > lapse) closeSiteTube(context, s, lapse);
  if (site.tubePeople[s] === 0) {
    site.tubeFirst[s] = end;
    site.tubeMarks[s] = openTube(context, s);
    watchTube(context, s, SITE_TUBE, end + input.pool.fillTicks);
  }
  site.tubeLast[s] = Math.max(end, site.tubeFirst[s]);
  site.tubeMarks[s] += infected;
  if (++site.tubePeople[s] >= state.poolSize) closeSiteTube(context, s, site.tubeLast[s]);
}

function closeSiteTube(context: RunContext, s: number, clock: number): void {
  const { site } = context.state;
  if (site.tubePeople[s] === 0) return;
  const offset = site.offset[s];
  fileTube(context, s, site.tubeFirst[s] + offset, clock + offset, site.tubePeople[s], site.tubeMarks[s], presentRound(context, s));
  site.tubePeople[s] = 0;
}

/** One lapse a tube's place is on the calendar at a time: when it comes and another tube stands there, that one's follows. */
function watchTube(context: RunContext, s: number, d: number, clock: number): void {
  const { calendar, watched } = context.scratch.workplace;
  const place = d === SITE_TUBE ? 0 : 1 + d - context.state.site.deskStart[s];
  if (watched[place] === 1) return;
  watched[place] = 1;
  schedule(calendar, clock + context.state.site.offset[s], SITE_EVENT.lapse, d, 0);
}

/** The filling time of a tube is over, unless it was filled and another stands there. */
export function lapse(context: RunContext, s: number, d: number, clock: number): void {
  const { state, input } = context;
  const { site, desk } = state;
  const ofSite = d === SITE_TUBE;
  context.scratch.workplace.watched[ofSite ? 0 : 1 + d - site.deskStart[s]] = 0;
  if ((ofSite ? site.tubePeople[s] : desk.tubePeople[d]) === 0) return;
  const end = (ofSite ? site.tubeFirst[s] : desk.tubeFirst[d]) + input.pool.fillTicks;
  if (end > clock) watchTube(context, s, d, end);
  else if (ofSite) closeSiteTube(context, s, clock);
  else closeDeskTube(context, s, d, clock + site.offset[s], presentRound(context, s));
}

/** Looks ahead to the ends of the swabs under way, which nothing can change any more. */
export function finishSwabs(context: RunContext, s: number): void {
  const { site, desk } = context.state;
  for (let d = site.deskStart[s]; d < site.deskStart[s] + site.desks[s]; d++) fillDeskTube(context, s, d, desk.free[d]);
}

/** Site or round is over: specimens under way go into their tubes, and every tube closes, at `clock` or with its last specimen. */
export function closeTubes(context: RunContext, s: number, clock: number): void {
  const { state, input } = context;
  const { site, desk } = state;
  const { fillTicks } = input.pool;
  finishSwabs(context, s);
  if (input.pool.perSite) {
    fillSiteTube(context, s, Infinity);
    return closeSiteTube(context, s, Math.max(site.tubeLast[s], Math.min(clock, site.tubeFirst[s] + fillTicks)));
  }
  for (let d = site.deskStart[s]; d < site.deskStart[s] + site.desks[s]; d++)
    closeDeskTube(context, s, d, Math.max(clock, desk.free[d]) + site.offset[s], presentRound(context, s));
}

/** Puts the lapses of the open tubes back on the calendar. */
export function resumeTubes(context: RunContext, s: number): void {
  const { state, input } = context;
  const { site, desk } = state;
  const { fillTicks } = input.pool;
  if (input.pool.perSite) {
    if (site.tubePeople[s] > 0) watchTube(context, s, SITE_TUBE, site.tubeFirst[s] + fillTicks);
    return;
  }
  for (let d = site.deskStart[s]; d < site.deskStart[s] + site.desks[s]; d++)
    if (desk.tubePeople[d] > 0) watchTube(context, s, d, desk.tubeFirst[d] + fillTicks);
}
