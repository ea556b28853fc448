import { hashWords, PURPOSE } from '../random/index.ts';
import { countArrivals, timeArrivals } from './demand.ts';
import { isOpenAt } from './hours.ts';
import type { RunContext } from './run-context.ts';
import type { RunState } from './state.ts';

const HOUR = 3_600_000;
/** Those who leave a long queue come back between one and four hours later (assumed). */
const BACK_AFTER = HOUR;
const BACK_WITHIN = 3 * HOUR;

const words = new Int32Array(4);

/** Renews every board: the queue as it stands times what one person takes at this site. */
export function renewBoards(context: RunContext, at: number): void {
  const { input, state } = context;
  const { site } = state;
  for (let s = 0; s < input.sites.count; s++) {
    if (!isOpenAt(input, state, s, at)) {
      site.board[s] = -1;
      continue;
    }
    const swab = (input.sampling.mean * site.speed[s] * site.pace[s]) / site.desks[s];
    const entry = input.sites.byDevice[s] === 1 ? input.registration.deviceTicks : input.registration.handMean;
    const registration = site.registrars[s] > 0 ? entry / site.registrars[s] : 0;
    const queue = site.arrived[s] - site.sampled[s];
    site.board[s] = queue === 0 ? 0 : queue * Math.max(swab, registration);
  }
}

/** Everybody who sets out before `until` looks at the boards as they were last renewed and settles where and when to come. */
export function settleArrivals(context: RunContext, until: number): void {
  const { input, state } = context;
  const { home } = state;
  for (let s = 0; s < input.sites.count; s++) {
    const next = timeArrivals(context, s, until);
    for (let j = home.next[s]; j < next; j++) settle(context, s, j);
    home.next[s] = next;
  }
}

function settle(context: RunContext, s: number, j: number): void {
  const { input, state } = context;
  const id = state.home.start[s] + j;
  const at = state.home.demand[id];
  // A site that was shut sends everybody elsewhere, or home for a while.
  const own = state.site.shut[s] === 1 ? Infinity : state.site.board[s];
  if (own <= 0 || input.sites.doorstep[s] === 1) return join(state, s, at, id);
  hashWords(words, 0, context.seed, context.replication, input.sites.key[s], j, PURPOSE.boards);
  const patience = 0.5 + (words[0] >>> 0) / 4294967296;
  const end = input.demand.windowEnd;
  const elsewhere = bestElsewhere(context, s, own - patience * input.choice.threshold);
  if (elsewhere >= 0) {
    const site = input.choice.near[elsewhere];
    const there = at + input.choice.nearTicks[elsewhere];
    if (there < end && hasRoom(state, site)) {
      state.site.expected[s]--;
      state.site.expected[site]++;
      return join(state, site, there, id);
    }
  } else if (own > patience * input.choice.leave) {
    const back = at + BACK_AFTER + Math.floor((BACK_WITHIN * (words[1] >>> 0)) / 4294967296);
    if (back < end) return join(state, s, back, id);
  }
  join(state, s, at, id);
}

/** Place in the list of near sites of the one with the least wait and way below `limit`; −1 when there is none. */
function bestElsewhere(context: RunContext, s: number, limit: number): number {
  const { near, nearTicks, nearest } = context.input.choice;
  const { board } = context.state.site;
  let best = -1;
  let bestTicks = limit;
  for (let i = s * nearest; i < (s + 1) * nearest; i++) {
    const other = near[i];
    if (other < 0 || board[other] < 0 || board[other] + nearTicks[i] >= bestTicks) continue;
    best = i;
    bestTicks = board[other] + nearTicks[i];
  }
  return best;
}

function hasRoom(state: RunState, s: number): boolean {
  return state.site.expected[s] < state.site.personStart[s + 1] - state.site.personStart[s];
}

/** Puts a person among those on their way to site s, in order of coming; of equals the lower home number goes first. */
function join(state: RunState, s: number, at: number, id: number): void {
  const { site, person } = state;
  const first = site.personStart[s] + site.arrived[s];
  let place = first + site.pending[s]++;
  while (place > first && (person.arrival[place - 1] > at || (person.arrival[place - 1] === at && person.home[place - 1] > id))) {
    person.arrival[place] = person.arrival[place - 1];
    person.home[place] = person.home[place - 1];
    place--;
  }
  person.arrival[place] = at;
  person.home[place] = id;
}

/** Lets those on their way to site s who come before `until` join its queue; the swab takes this site's pace. */
export function admitPending(context: RunContext, s: number, until: number): void {
  const { site, person, home } = context.state;
  const first = site.personStart[s] + site.arrived[s];
  const speed = site.speed[s] * site.pace[s];
  let place = first;
  for (; place < first + site.pending[s] && person.arrival[place] < until; place++) {
    person.samplingTicks[place] = Math.max(1, Math.floor(home.ticks[person.home[place]] * speed));
  }
  countArrivals(context.state, s, 0, first, place);
  site.arrived[s] += place - first;
  site.pending[s] -= place - first;
}

/** Nobody is on the way, waiting or in an open tube any more. */
export function isSettled(context: RunContext): boolean {
  const { site, home, desk } = context.state;
  for (let s = 0; s < context.input.sites.count; s++) {
    if (home.next[s] < home.start[s + 1] - home.start[s] || site.pending[s] > 0 || site.sampled[s] < site.arrived[s]) return false;
  }
  return desk.tubePeople.every((people) => people === 0) && site.tubePeople.every((people) => people === 0);
}
