import { schedule } from '../../kernel/index.ts';
import { needsRegistration } from '../registration.ts';
import type { RunContext } from '../run-context.ts';
import { SITE_EVENT } from './workplace.ts';

/** Registrars who are free call the next in line; of several the one who has been free longest, of equals the first in the row. */
export function callToRegistration(context: RunContext, s: number, clock: number): void {
  const { input, state } = context;
  const { site, person } = state;
  const workplace = context.scratch.workplace;
  if (!needsRegistration(input, s)) return passOn(context, s);
  while (site.registered[s] < site.arrived[s]) {
    const registrar = longestFree(site.registrarFree, site.registrarStart[s], site.registrars[s], clock);
    if (registrar < 0) return;
    const place = site.registered[s]++;
    const j = site.personStart[s] + place;
    const end = clock + (input.sites.byDevice[s] === 1 ? input.registration.deviceTicks : person.ready[j]);
    workplace.came[place] = person.arrival[j];
    site.registrarFree[registrar] = end;
    schedule(workplace.calendar, end + site.offset[s], SITE_EVENT.registered, place, 0);
  }
}

/** Where nobody registers, people go to the desks as they come. */
function passOn(context: RunContext, s: number): void {
  const { site, person } = context.state;
  const from = site.personStart[s] + site.registered[s];
  const to = site.personStart[s] + site.arrived[s];
  for (let j = from; j < to; j++) person.ready[j] = person.arrival[j];
  site.registered[s] = site.arrived[s];
  context.scratch.workplace.registrationsEnded = site.arrived[s];
}

/** Index of the server in [first, first + servers) that became free first and no later than `clock`; −1 when all are busy. */
export function longestFree(free: Float64Array, first: number, servers: number, clock: number): number {
  let longest = -1;
  for (let k = first; k < first + servers; k++) if (free[k] <= clock && (longest < 0 || free[k] < free[longest])) longest = k;
  return longest;
}

/** The person who began registration in `place` joins the line for the desks, behind those who ended before. */
export function joinDeskLine(context: RunContext, s: number, place: number, clock: number): void {
  const { site, person } = context.state;
  const workplace = context.scratch.workplace;
  const k = site.personStart[s] + workplace.registrationsEnded++;
  person.arrival[k] = workplace.came[place];
  person.ready[k] = clock;
}

/** Puts those who are being registered at the present instant back on the calendar. */
export function resumeRegistrations(context: RunContext, s: number, clock: number): void {
  const { site, person } = context.state;
  const workplace = context.scratch.workplace;
  const base = site.personStart[s];
  let ended = site.registered[s];
  while (ended > site.sampled[s] && person.ready[base + ended - 1] > clock) ended--;
  workplace.registrationsEnded = ended;
  for (let place = ended; place < site.registered[s]; place++) {
    workplace.came[place] = person.arrival[base + place];
    const at = person.ready[base + place] + site.offset[s];
    schedule(workplace.calendar, at, SITE_EVENT.registered, place, 0);
  }
}
