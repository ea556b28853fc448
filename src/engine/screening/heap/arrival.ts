import { schedule } from '../../kernel/index.ts';
import { timeArrivals } from '../demand.ts';
import type { RunContext } from '../run-context.ts';
import { BIN_TICKS } from '../state.ts';
import { SITE_EVENT } from './workplace.ts';

/** Gives those who come before `until` their instant of coming. With boards they have it since they settled where to go. */
export function expectArrivals(context: RunContext, s: number, until: number): void {
  if (!context.input.choice.boards) context.state.home.next[s] = timeArrivals(context.state, s, until);
}

export function scheduleArrival(context: RunContext, s: number): void {
  const { site, person, home } = context.state;
  const expected = context.input.choice.boards ? site.pending[s] > 0 : site.arrived[s] < home.next[s];
  if (!expected) return;
  const at = person.arrival[site.personStart[s] + site.arrived[s]];
  schedule(context.scratch.workplace.calendar, at, SITE_EVENT.arrival, SITE_EVENT.arrival, 0, 0);
}

/** One person comes. While the site is closed the open clock stands, so that waiting begins with the opening. */
export function arrive(context: RunContext, s: number, at: number): void {
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
  scheduleArrival(context, s);
}
