import { BLOCK_PEOPLE, blockArrival, blockFreed, blockReady, blockTicks } from './block.ts';
import { admitArrivals, timeBlock } from './demand.ts';
import { needsRegistration, register, registerBlock } from './registration.ts';
import type { RunContext } from './run-context.ts';
import { closeRound, sample, serveLoaded } from './sampling.ts';

/** Whether people can go from the way to site s to the swab in one go: nobody overtakes at registration and nobody goes elsewhere. */
export function goesStraight({ input, state }: RunContext, s: number): boolean {
  const { registrars, desks } = state.site;
  const isInOrder = !needsRegistration(input, s) || (registrars[s] === 1 && input.sites.byDevice[s] === 1);
  return isInOrder && desks[s] > 0 && !input.choice.boards;
}

/**
 * Works at open site s until an instant, block by block: those who wait first, then each block of newcomers from the way to the swab while
 * it is at hand. Only those who still wait in the end are written down, so that most people never are. What happens is the same as admitting,
 * registering and sampling all of them one stage after the other.
 */
export function passThrough(context: RunContext, s: number, to: number): void {
  const { site } = context.state;
  const until = to - site.offset[s];
  for (;;) {
    if (site.sampled[s] < site.arrived[s]) {
      register(context, s, until);
      sample(context, s, until);
      if (site.sampled[s] < site.arrived[s]) {
        admitArrivals(context, s, to);
        return register(context, s, until);
      }
    }
    if (passBlock(context, s, to) === 0) return;
  }
}

/** The next block of newcomers, all of one round; returns how many came. */
function passBlock(context: RunContext, s: number, to: number): number {
  const { input, state } = context;
  const { site, home, person, count } = state;
  const people = input.sites.people[s];
  const next = home.next[s];
  const round = input.rounds.count === 1 ? 0 : Math.floor(next / people);
  if (round === input.rounds.count) return 0;
  const came = timeBlock(context, s, next, Math.min(BLOCK_PEOPLE, (round + 1) * people - next), to, count.arrived);
  if (came === 0) return 0;
  home.next[s] = next + came;
  site.arrived[s] = next + came;
  const until = to - site.offset[s];
  const ready = enter(context, s, came, until);
  site.registered[s] = next + ready;
  const from = site.personStart[s] + next;
  blockTicks.set(person.samplingTicks.subarray(from, from + ready));
  const served = serveLoaded(context, s, round, ready, until);
  const kept = input.forgetsServed === true ? served : 0;
  if (kept < came) {
    person.arrival.set(blockArrival.subarray(kept, came), from + kept);
    person.ready.set(blockReady.subarray(kept, ready), from + kept);
  }
  if (site.sampled[s] === (round + 1) * people) closeRound(context, s, round);
  return came;
}

/** Puts the open clock in place of the instant of coming, and registers as far as that begins before `until`; returns how many stand ready. */
function enter({ input, state }: RunContext, s: number, came: number, until: number): number {
  const { offset, registrarFree, registrarStart } = state.site;
  arriveBlock(came, offset[s]);
  if (!needsRegistration(input, s)) {
    blockReady.set(blockArrival.subarray(0, came));
    return came;
  }
  const ready = registerBlock(came, registrarFree[registrarStart[s]], input.registration.deviceTicks, until);
  if (ready > 0) registrarFree[registrarStart[s]] = blockReady[ready - 1];
  return ready;
}

function arriveBlock(came: number, offset: number): void {
  for (let k = 0; k < came; k++) blockArrival[k] = blockFreed[k] - offset;
}
