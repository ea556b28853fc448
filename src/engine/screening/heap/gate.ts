import { nextKind, removeNext, schedule } from '../../kernel/index.ts';
import { isOpenAt, nextBoundary } from '../hours.ts';
import type { RunContext } from '../run-context.ts';
import { scheduleArrival } from './arrival.ts';
import { bookDuty } from './duty.ts';
import { joinDeskLine } from './registrar.ts';
import { closeTubes } from './tube.ts';
import { SITE_EVENT } from './workplace.ts';

/** What the plan says at one of its instants is done: the site opens, closes, or goes on until its queue is empty. */
export function passBoundary(context: RunContext, s: number, at: number): void {
  const { input, state } = context;
  const { site } = state;
  const planned = isOpenAt(input, state, s, at);
  if (planned) {
    if (site.isOpen[s] === 0) open(context, s, at);
    site.overtime[s] = 0;
  } else if (site.isOpen[s] === 1) {
    const stays = input.hours.untilEmpty && site.shut[s] === 0 && site.arrived[s] > site.sampled[s];
    if (stays) site.overtime[s] = 1;
    else close(context, s, at);
  }
  scheduleBoundary(context, s, at);
}

function scheduleBoundary(context: RunContext, s: number, at: number): void {
  const next = nextBoundary(context.input, context.state, s, at);
  if (next < Infinity) schedule(context.scratch.workplace.calendar, next, SITE_EVENT.boundary, 0, 0);
}

function open(context: RunContext, s: number, at: number): void {
  const { site } = context.state;
  site.offset[s] = at - site.openClockAtClose[s];
  site.isOpen[s] = 1;
  context.scratch.workplace.dutyFrom = at;
}

/** In overtime the site closes as soon as nobody waits. */
export function closeWhenEmpty(context: RunContext, s: number, at: number): void {
  const { site } = context.state;
  if (site.overtime[s] === 0 || site.sampled[s] < site.arrived[s]) return;
  close(context, s, at);
  scheduleBoundary(context, s, at);
}

/** Services under way end, tubes close, the queue goes home and stands first in order at the next opening. */
function close(context: RunContext, s: number, at: number): void {
  const { site, desk } = context.state;
  const clock = at - site.offset[s];
  bookDuty(context, s, at);
  closeTubes(context, s, clock);
  for (let d = site.deskStart[s]; d < site.deskStart[s] + site.desks[s]; d++) desk.free[d] = Math.min(desk.free[d], clock);
  for (let k = site.registrarStart[s]; k < site.registrarStart[s] + site.registrars[s]; k++)
    site.registrarFree[k] = Math.min(site.registrarFree[k], clock);
  layDown(context, s, clock);
  site.openClockAtClose[s] = clock;
  site.isOpen[s] = 0;
  site.overtime[s] = 0;
  scheduleArrival(context, s);
}

/** Empties the calendar; those who are being registered stand ready in the order of their ends, at open clock `latest` at the latest. */
export function layDown(context: RunContext, s: number, latest: number): void {
  const { calendar, watched } = context.scratch.workplace;
  const { offset } = context.state.site;
  watched.fill(0);
  while (calendar.size > 0) {
    if (nextKind(calendar) === SITE_EVENT.registered)
      joinDeskLine(context, s, calendar.a[0], Math.min(latest, calendar.time[0] - offset[s]));
    removeNext(calendar);
  }
}
