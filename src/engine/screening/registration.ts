import { blockArrival, blockReady, blockSize } from './block.ts';
import type { ScreeningInput } from './input.ts';
import type { RunContext } from './run-context.ts';

/** People need not register where there never is a registrar: with door teams. */
export function needsRegistration(input: ScreeningInput, s: number): boolean {
  return input.sites.registrars[s] > 0 || input.sites.registrarsPerDesk[s] > 0;
}

/** Registers those who have come to site s, first come first served, as far as registration begins before `until` (open clock). */
export function register(context: RunContext, s: number, until: number): void {
  const { input, state } = context;
  const { site } = state;
  const from = site.personStart[s] + site.registered[s];
  const to = site.personStart[s] + site.arrived[s];
  const servers = site.registrars[s];
  let reached: number;
  if (!needsRegistration(input, s)) {
    state.person.ready.set(state.person.arrival.subarray(from, to), from);
    reached = to;
  } else if (servers === 0) {
    return;
  } else if (servers === 1 && input.sites.byDevice[s] === 1) {
    reached = registerAtOneDevice(context, s, from, to, until);
  } else {
    reached = registerAtSeveral(context, s, from, to, until);
  }
  site.registered[s] = reached - site.personStart[s];
}

function registerAtOneDevice(context: RunContext, s: number, from: number, to: number, until: number): number {
  const { arrival, ready } = context.state.person;
  const { registrarFree, registrarStart } = context.state.site;
  const duration = context.input.registration.deviceTicks;
  for (let at = from; at < to;) {
    const count = blockSize(at, to);
    blockArrival.set(arrival.subarray(at, at + count));
    const done = registerBlock(count, registrarFree[registrarStart[s]], duration, until);
    if (done > 0) registrarFree[registrarStart[s]] = blockReady[done - 1];
    ready.set(blockReady.subarray(0, done), at);
    at += done;
    if (done < count) return at;
  }
  return to;
}

/** Instants nearer to each other than this can be told apart by 32-bit numbers, and sums of two of them too: twelve days. */
const NEAR = 1 << 30;

/** One device lets the people of the block through one by one; returns how many began before `until`. */
export function registerBlock(count: number, free: number, duration: number, until: number): number {
  const isNear = blockArrival[0] > free - NEAR && blockArrival[count - 1] < free + NEAR && count * duration < NEAR;
  return isNear ? registerNear(count, free, duration, until - free) : registerFar(count, free, duration, until);
}

/**
 * In 32-bit numbers counted from `base`, at which the device is free, the later of two instants needs no branch; which of the two it is can
 * hardly be foretold, and a wrong guess costs as much as three people.
 */
function registerNear(count: number, base: number, duration: number, until: number): number {
  const end = Math.min(until, 2 * NEAR - 1) | 0;
  const step = duration | 0;
  let free = 0;
  let k = 0;
  for (; k < count; k++) {
    const idle = ((blockArrival[k] - base) | 0) - free;
    const start = free + (idle & ~(idle >> 31));
    if (start >= end) break;
    free = start + step;
    blockReady[k] = free + base;
  }
  return k;
}

function registerFar(count: number, freeFirst: number, duration: number, until: number): number {
  let free = freeFirst + 0;
  let k = 0;
  for (; k < count; k++) {
    const start = blockArrival[k] > free ? blockArrival[k] : free;
    if (start >= until) break;
    free = start + duration;
    blockReady[k] = free;
  }
  return k;
}

/** Several servers overtake each other: people go on to the desks in the order in which their registration ends. */
function registerAtSeveral(context: RunContext, s: number, from: number, to: number, until: number): number {
  const { arrival, ready } = context.state.person;
  const { registrarFree, registrarStart, registrars } = context.state.site;
  const byDevice = context.input.sites.byDevice[s] === 1;
  const first = registrarStart[s];
  const last = first + registrars[s];
  let j = from;
  for (; j < to; j++) {
    let server = first;
    for (let k = first + 1; k < last; k++) if (registrarFree[k] < registrarFree[server]) server = k;
    const came = arrival[j];
    const start = came > registrarFree[server] ? came : registrarFree[server];
    if (start >= until) break;
    const end = start + (byDevice ? context.input.registration.deviceTicks : ready[j]);
    registrarFree[server] = end;
    let place = j;
    while (
      place > from - (last - first) &&
      place > context.state.site.personStart[s] + context.state.site.sampled[s] &&
      ready[place - 1] > end
    ) {
      ready[place] = ready[place - 1];
      arrival[place] = arrival[place - 1];
      place--;
    }
    ready[place] = end;
    arrival[place] = came;
  }
  return j;
}

/** At closing the registrations under way are finished; those people stand ready when the site opens again. */
export function finishRegistrations(context: RunContext, s: number, closing: number): void {
  const { site, person } = context.state;
  for (let k = site.registrarStart[s]; k < site.registrarStart[s] + site.registrars[s]; k++)
    site.registrarFree[k] = Math.min(site.registrarFree[k], closing);
  const first = site.personStart[s] + site.sampled[s];
  for (let j = site.personStart[s] + site.registered[s] - 1; j >= first && person.ready[j] > closing; j--) person.ready[j] = closing;
}
