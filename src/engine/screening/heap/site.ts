import { nextKind, nextTime, removeNext, schedule } from '../../kernel/index.ts';
import type { RunContext } from '../run-context.ts';
import { arrive, expectArrivals, scheduleArrival } from './arrival.ts';
import { callToDesks, resumeSwabs } from './desk.ts';
import { bookDuty } from './duty.ts';
import { closeWhenEmpty, layDown, passBoundary } from './gate.ts';
import { callToRegistration, joinDeskLine, resumeRegistrations } from './registrar.ts';
import { fillDeskTube, fillSiteTube, finishSwabs, lapse, resumeTubes } from './tube.ts';
import { SITE_EVENT } from './workplace.ts';

/**
 * Brings site s to an instant by events in the order of time: arrivals, ends of registrations and swabs, lapses of tubes, openings and
 * closings. Whatever happens strictly before `until` is done. The same model as the epoch recursion, computed in another way.
 */
export function advanceSiteByEvents(context: RunContext, s: number, until: number): void {
  const { site } = context.state;
  const { calendar } = context.scratch.workplace;
  if (site.clock[s] >= until) return;
  expectArrivals(context, s, until);
  takeUp(context, s);
  while (nextTime(calendar) < until) {
    const at = calendar.time[0];
    do {
      if (nextKind(calendar) === SITE_EVENT.arrival) arrive(context, s, at);
      else handleNext(context, s, at);
    } while (nextTime(calendar) === at);
    if (site.isOpen[s] === 0) continue;
    callToRegistration(context, s, at - site.offset[s]);
    callToDesks(context, s, at - site.offset[s]);
    closeWhenEmpty(context, s, at);
  }
  putDown(context, s, until);
  site.clock[s] = until;
}

/** Makes the calendar from the state as it stands. A change may have moved what the plan says, so the site looks at it first. */
function takeUp(context: RunContext, s: number): void {
  const { site } = context.state;
  const workplace = context.scratch.workplace;
  const at = site.clock[s];
  const clock = site.isOpen[s] === 1 ? at - site.offset[s] : site.openClockAtClose[s];
  workplace.calendar.size = 0;
  workplace.calendar.sequence = 0;
  workplace.dutyFrom = at;
  schedule(workplace.calendar, at, SITE_EVENT.boundary, 0, 0);
  resumeRegistrations(context, s, clock);
  if (site.isOpen[s] === 1) {
    resumeSwabs(context, s, clock);
    resumeTubes(context, s);
  }
  scheduleArrival(context, s);
}

function handleNext(context: RunContext, s: number, at: number): void {
  const { calendar } = context.scratch.workplace;
  const kind = nextKind(calendar);
  const which = calendar.a[0];
  const clock = at - context.state.site.offset[s];
  removeNext(calendar);
  switch (kind) {
    case SITE_EVENT.boundary:
      return passBoundary(context, s, at);
    case SITE_EVENT.registered:
      return joinDeskLine(context, s, which, clock);
    case SITE_EVENT.swabbed:
      fillDeskTube(context, s, which, clock);
      if (context.input.pool.perSite) fillSiteTube(context, s, clock);
      return;
    case SITE_EVENT.lapse:
      return lapse(context, s, which, clock);
  }
}

/** Leaves the state as a branch, a change or the couriers find it: specimens of swabs under way are in their desks' tubes already. */
function putDown(context: RunContext, s: number, until: number): void {
  finishSwabs(context, s);
  if (context.state.site.isOpen[s] === 1) bookDuty(context, s, until);
  layDown(context, s, Infinity);
}
