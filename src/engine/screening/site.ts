import { admitPending } from './boards.ts';
import { admitArrivals } from './demand.ts';
import { isOpenAt, nextBoundary } from './hours.ts';
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
  const { site } = state;
  let at = site.clock[s];
  while (at < until) {
    const planned = isOpenAt(input, state, s, at);
    if (planned && site.isOpen[s] === 0) openSite(context, s, at);
    if (!planned && site.isOpen[s] === 1) beginClosing(context, s, at);
    if (planned) site.overtime[s] = 0;
    const to = Math.min(until, nextBoundary(input, state, s, at));
    if (input.choice.boards) admitPending(context, s, to);
    else admitArrivals(context, s, to);
    if (site.isOpen[s] === 1) serve(context, s, at, to);
    at = to;
  }
  site.clock[s] = at;
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
    closeDeskTube(context.state, s, d, Math.max(closing, desk.free[d]) + site.offset[s], presentRound(context, s));
    desk.free[d] = Math.min(desk.free[d], closing);
  }
  finishRegistrations(context, s, closing);
  site.openClockAtClose[s] = closing;
  site.isOpen[s] = 0;
  site.overtime[s] = 0;
}

function serve(context: RunContext, s: number, from: number, to: number): void {
  const { site, person } = context.state;
  const before = site.sampled[s];
  const until = to - site.offset[s];
  register(context, s, until);
  sample(context, s, until);
  if (context.input.pool.perSite) closeLapsedSiteTube(context, s, to, presentRound(context, s));
  else closeLapsedTubes(context, s, to);
  const lastStart = site.sampled[s] > 0 ? person.ready[site.personStart[s] + site.sampled[s] - 1] + site.offset[s] : from;
  site.dutyTicks[s] += site.desks[s] * dutyTime(context, s, from, to, before, lastStart);
  if (site.overtime[s] === 1 && site.sampled[s] === site.arrived[s]) closeSite(context, s, Math.max(from, lastStart));
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
