import { removeNext, replaceNext, schedule } from '../../kernel/index.ts';
import { timeArrivals } from '../demand.ts';
import type { RunContext } from '../run-context.ts';
import { BIN_TICKS } from '../state.ts';
import { SITE_EVENT } from './workplace.ts';

/** Gives those who come before `until` their instant of coming. With boards they have it since they settled where to go. */
export function expectArrivals(context: RunContext, s: number, until: number): void {
  if (!context.input.choice.boards) context.state.home.next[s] = timeArrivals(context, s, until);
}

/** Instant at which the next person comes; Infinity when nobody is known to come. */
function nextArrival(context: RunContext, s: number): number {
  const { site, person, home } = context.state;
  const expected = context.input.choice.boards ? site.pending[s] > 0 : site.arrived[s] < home.next[s];
  return expected ? person.arrival[site.personStart[s] + site.arrived[s]] : Infinity;
}

export function scheduleArrival(context: RunContext, s: number): void {
  const at = nextArrival(context, s);
  if (at < Infinity) schedule(context.scratch.workplace.calendar, at, SITE_EVENT.arrival, 0, 0);
}

/** One person comes, and the next takes the place on the calendar. */
export function arrive(context: RunContext, s: number, at: number): void {
  admit(context, s, at);
  const { calendar } = context.scratch.workplace;
  const next = nextArrival(context, s);
  if (next < Infinity) replaceNext(calendar, next, SITE_EVENT.arrival, 0, 0);
  else removeNext(calendar);
}

/** While the site is closed the open clock stands, so that waiting begins with the opening. */
function admit(context: RunContext, s: number, at: number): void {
  const { input, state } = context;
  const { site, person, count } = state;
  const j = site.personStart[s] + site.arrived[s];
  const round = input.choice.boards ? 0 : Math.floor(site.arrived[s] / input.sites.people[s]);
  count.arrived[round * count.bins + Math.floor(at / BIN_TICKS)]++;
  if (input.choice.boards) {
    person.samplingTicks[j] = Math.max(1, Math.floor(state.home.ticks[person.home[j]] * (site.speed[s] * site.pace[s])));
    site.pending[s]--;
  }
  person.arrival[j] = site.isOpen[s] === 1 ? at - site.offset[s] : site.openClockAtClose[s];
  site.arrived[s]++;
}
