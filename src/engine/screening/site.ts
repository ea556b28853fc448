import { admitPending } from './boards.ts';
import { admitArrivals, peekArrival } from './demand.ts';
import { advanceSiteByEvents } from './heap/index.ts';
import { isOpenAt, nextBoundary } from './hours.ts';
import { goesStraight, passThrough } from './newcomers.ts';
import { finishRegistrations, register } from './registration.ts';
import type { RunContext } from './run-context.ts';
import { sample } from './sampling.ts';
import { closeLapsedSiteTube, closeOutSiteTube } from './site-tube.ts';
import { closeDeskTube, closeLapsedTubes, presentRound } from './tubes.ts';

/**
 * Brings site s to an instant, by the next-free-server recursion from one opening or closing to the next. Whatever begins strictly before
 * `until` happens; how the way there is cut into steps changes nothing.
 */
export function advanceSite(context: RunContext, s: number, until: number): void {
  const { input, state } = context;
  if (input.engine === 'heap') return advanceSiteByEvents(context, s, until);
  const { site } = state;
  let at = site.clock[s];
  // Once the last person is served nothing more can happen at a site; with boards nobody knows who is the last.
  while (at < until && (input.choice.boards || site.sampled[s] < site.expected[s])) {
    const planned = isOpenAt(input, state, s, at);
    if (planned && site.isOpen[s] === 0) openSite(context, s, at);
    if (!planned && site.isOpen[s] === 1) beginClosing(context, s, at);
    if (planned) site.overtime[s] = 0;
    const to = Math.min(until, nextBoundary(input, state, s, at));
    if (site.overtime[s] === 1) workOvertime(context, s, at, to);
    else if (site.isOpen[s] === 1) work(context, s, at, to);
    else admit(context, s, to);
    at = to;
  }
  site.clock[s] = until;
}

function admit(context: RunContext, s: number, until: number): void {
  if (context.input.choice.boards) admitPending(context, s, until);
  else admitArrivals(context, s, until);
}

function work(context: RunContext, s: number, from: number, to: number): void {
  const before = context.state.site.sampled[s];
  if (goesStraight(context, s)) passThrough(context, s, to);
  else {
    admit(context, s, to);
    serve(context, s, to);
  }
  settle(context, s, from, to, before);
}

/** Who comes while somebody waits is still served; so the way goes from one arrival to the next, until nobody waits and the site closes. */
function workOvertime(context: RunContext, s: number, from: number, to: number): void {
  const { site } = context.state;
  for (let at = from; at < to;) {
    admit(context, s, at + 1);
    const next = Math.min(to, nextArrival(context, s));
    const before = site.sampled[s];
    serve(context, s, next);
    settle(context, s, at, next, before);
    at = next;
    if (site.isOpen[s] === 0) return admit(context, s, to);
  }
}

/** Instant at which the next person comes to site s, who has not come yet; Infinity when nobody is known to come. */
function nextArrival(context: RunContext, s: number): number {
  const { input, state } = context;
  if (!input.choice.boards) return peekArrival(context, s);
  return state.site.pending[s] > 0 ? state.person.arrival[state.site.personStart[s] + state.site.arrived[s]] : Infinity;
}

function openSite(context: RunContext, s: number, at: number): void {
  const { site } = context.state;
  site.offset[s] = at - site.openClockAtClose[s];
  site.isOpen[s] = 1;
}

/** Closing time: the queue goes home, unless the rule is to serve until it is empty. A site that was shut closes in any case. */
function beginClosing(context: RunContext, s: number, at: number): void {
  const { site } = context.state;
  const waiting = site.arrived[s] > site.sampled[s];
  if (context.input.hours.untilEmpty && waiting && site.shut[s] === 0) site.overtime[s] = 1;
  else closeSite(context, s, at);
}

/** Services under way end, tubes close, the queue goes home and stands first in order at the next opening. */
function closeSite(context: RunContext, s: number, at: number): void {
  const { site, desk } = context.state;
  const closing = at - site.offset[s];
  const first = site.deskStart[s];
  if (context.input.pool.perSite) closeOutSiteTube(context, s, closing, presentRound(context, s));
  for (let d = first; d < first + site.desks[s]; d++) {
    closeDeskTube(context, s, d, Math.max(closing, desk.free[d]) + site.offset[s], presentRound(context, s));
    desk.free[d] = Math.min(desk.free[d], closing);
  }
  finishRegistrations(context, s, closing);
  site.openClockAtClose[s] = closing;
  site.isOpen[s] = 0;
  site.overtime[s] = 0;
}

function serve(context: RunContext, s: number, to: number): void {
  const until = to - context.state.site.offset[s];
  register(context, s, until);
  sample(context, s, until);
}

/** What hangs on how far the work of [from, to) came, when `before` were sampled: lapsed tubes, duty, the end of overtime. */
function settle(context: RunContext, s: number, from: number, to: number, before: number): void {
  const { site } = context.state;
  const lastStart = site.sampled[s] > 0 ? site.lastTurn[s] + site.offset[s] : from;
  const closes = site.overtime[s] === 1 && site.sampled[s] === site.arrived[s];
  const end = closes ? Math.max(from, lastStart) : to;
  if (context.input.pool.perSite) closeLapsedSiteTube(context, s, end, presentRound(context, s));
  else closeLapsedTubes(context, s, end);
  site.dutyTicks[s] += site.desks[s] * dutyTime(context, s, from, end, before, lastStart);
  if (closes) closeSite(context, s, end);
}

/** How long of [from, to) the staff are on duty: until the last person's turn; with boards, who may still come, at least until the window ends. */
function dutyTime(context: RunContext, s: number, from: number, to: number, before: number, lastStart: number): number {
  const { input, state } = context;
  const { sampled, arrived, expected } = state.site;
  if (!input.choice.boards) {
    if (sampled[s] < expected[s]) return to - from;
    return before < expected[s] ? Math.max(0, lastStart - from) : 0;
  }
  const windowEnd = Math.max(from, Math.min(to, input.demand.windowEnd));
  return windowEnd - from + (sampled[s] < arrived[s] ? to - windowEnd : Math.max(0, lastStart - windowEnd));
}
