import { countInBins } from './bins.ts';
import { BLOCK_PEOPLE, blockArrival, blockFreed, blockSize } from './block.ts';
import { DAY, timeOfDay } from './hours.ts';
import type { ArrivalTable, ScreeningInput } from './input.ts';
import { peopleOf } from './people.ts';
import type { RunContext } from './run-context.ts';
import type { RunState, SiteState } from './state.ts';

const HOUR = 3_600_000;

/** Upper bound of the bins in any site's arrival plan. */
export function planBinsPerSite(input: ScreeningInput): number {
  const days = Math.ceil(input.demand.windowEnd / DAY) + 1;
  const table = input.demand.table?.from.length ?? 0;
  return input.rounds.count * Math.max(2 * table + 2, Math.ceil(input.demand.windowEnd / HOUR) + 3 * days + 8);
}

/**
 * Plans the arrivals of site s from an instant on, for the share of its rounds that has not come yet. A day's share follows its open hours,
 * the hours of a day follow the weights; what an arrival factor holds back is spread over the rest of the window. Only what is known at
 * `from` enters, so a later change alters nothing earlier. Nobody comes for a round while others still come for the one before.
 */
export function planArrivals(input: ScreeningInput, state: RunState, s: number, from: number, done: number): void {
  const site = state.site;
  site.planSize[s] = 0;
  site.planNext[s] = 0;
  const begin = Math.max(from, site.opening[s]);
  for (let round = Math.floor(done); round < input.rounds.count; round++) {
    const low = Math.max(done, round);
    const before = site.planSize[s] > 0 ? site.planTo[site.planStart[s] + site.planSize[s] - 1] : 0;
    const start = Math.max(begin, round * input.rounds.interval, before);
    if (input.sites.doorstep[s] === 1) addBin(state, s, start, start, low, round + 1);
    else planRound(input, state, s, start, round * input.rounds.interval + input.demand.windowEnd, low, round + 1);
  }
}

/** Gives site s the plan that site `like` has from the order on; only for sites of the same opening, hours and kind. */
export function copyPlan({ site }: RunState, s: number, like: number): void {
  const from = site.planStart[like];
  const to = from + site.planSize[like];
  for (const plan of [site.planFrom, site.planTo, site.planLow, site.planHigh]) plan.copyWithin(site.planStart[s], from, to);
  site.planSize[s] = site.planSize[like];
  site.planNext[s] = 0;
}

function planRound(input: ScreeningInput, state: RunState, s: number, start: number, end: number, low: number, high: number): void {
  const first = state.site.planStart[s] + state.site.planSize[s];
  const { table } = input.demand;
  let mass = 0;
  if (table) mass = weighTable(state, s, table, start, end - input.demand.windowEnd);
  else
    for (let midnight = start - timeOfDay(input, start); midnight < end; midnight += DAY)
      mass += weighDay(input, state, s, midnight, start, end);
  const last = state.site.planStart[s] + state.site.planSize[s];
  if (mass <= 0) {
    state.site.planSize[s] = first - state.site.planStart[s];
    // Held back to the end: they come when the holding or the window ends. Where no open hour is left, they come at once and wait.
    const held = state.site.arrivalFactorUntil[s] > start && state.site.arrivalFactor[s] === 0;
    const at = held ? Math.max(start, Math.min(state.site.arrivalFactorUntil[s], end)) : start;
    addBin(state, s, at, at, low, high);
    return;
  }
  const { planLow, planHigh } = state.site;
  let reached = low;
  let sum = 0;
  for (let i = first; i < last; i++) {
    sum += planHigh[i];
    planLow[i] = reached;
    reached = i === last - 1 ? high : low + ((high - low) * sum) / mass;
    planHigh[i] = reached;
  }
}

/** Adds the bins of one day with their weights for the moment in planHigh; returns the day's weight. */
function weighDay(input: ScreeningInput, state: RunState, s: number, midnight: number, start: number, end: number): number {
  const { hoursOpen, hoursClose, arrivalFactor, arrivalFactorUntil, planHigh, planStart, planSize } = state.site;
  const open = Math.max(start, midnight + hoursOpen[s]);
  const close = Math.min(end, midnight + hoursClose[s]);
  if (close <= open) return 0;
  const first = planStart[s] + planSize[s];
  let weights = 0;
  for (let at = open; at < close;) {
    const hour = Math.floor((at - midnight) / HOUR);
    let to = Math.min(close, midnight + (hour + 1) * HOUR);
    const held = at < arrivalFactorUntil[s];
    if (held) to = Math.min(to, arrivalFactorUntil[s]);
    const weight = input.demand.hourWeights[hour] * (to - at);
    weights += weight;
    addBin(state, s, at, to, 0, held ? weight * arrivalFactor[s] : weight);
    at = to;
  }
  const last = planStart[s] + planSize[s];
  const scale = weights > 0 ? (close - open) / weights : 0;
  let mass = 0;
  for (let i = first; i < last; i++) mass += planHigh[i] *= scale;
  return mass;
}

/** Adds what is left of an arrival table from `start` on with its weights for the moment in planHigh; returns the weight of all. */
function weighTable(state: RunState, s: number, table: ArrivalTable, start: number, roundStart: number): number {
  const { arrivalFactor, arrivalFactorUntil } = state.site;
  let mass = 0;
  for (let i = 0; i < table.from.length; i++) {
    const from = roundStart + table.from[i];
    const end = roundStart + table.to[i];
    for (let at = Math.max(start, from); at < end;) {
      const held = at < arrivalFactorUntil[s];
      const to = held ? Math.min(end, arrivalFactorUntil[s]) : end;
      const weight = ((table.share[i] * (to - at)) / (end - from)) * (held ? arrivalFactor[s] : 1);
      addBin(state, s, at, to, 0, weight);
      mass += weight;
      at = to;
    }
  }
  return mass;
}

function addBin(state: RunState, s: number, from: number, to: number, low: number, high: number): void {
  const site = state.site;
  const i = site.planStart[s] + site.planSize[s]++;
  site.planFrom[i] = from;
  site.planTo[i] = to;
  site.planLow[i] = low;
  site.planHigh[i] = high;
}

/** Share of site s's rounds that has come by an instant, by its present plan. */
export function demandDone(state: RunState, s: number, at: number): number {
  const { planStart, planSize, planFrom, planTo, planLow, planHigh } = state.site;
  let done = 0;
  for (let i = planStart[s]; i < planStart[s] + planSize[s]; i++) {
    if (planFrom[i] >= at) return i === planStart[s] ? planLow[i] : done;
    done = planTo[i] <= at ? planHigh[i] : planLow[i] + ((planHigh[i] - planLow[i]) * (at - planFrom[i])) / (planTo[i] - planFrom[i]);
  }
  return done;
}

/** Largest share of a round at which anybody comes: just below 1, so that rounding never puts a person beyond the last bin. */
const LARGEST_SHARE = 1 - 1e-12;

/**
 * Instants at which those of site s come who set out before `until`, at most `limit` from home number j on, all of one round, into
 * blockFreed; returns how many. Moves the plan on.
 * @param arrived [round × bin] where they are counted, if they are
 */
export function timeBlock(context: RunContext, s: number, j: number, limit: number, until: number, arrived?: Int32Array): number {
  const { input, state } = context;
  const { site, home } = state;
  const { bins } = state.count;
  const { planStart, planSize, planNext, planFrom, planTo, planLow, planHigh } = site;
  const round = input.rounds.count === 1 ? 0 : Math.floor(j / input.sites.people[s]);
  const share = home.share[s * input.rounds.count + round];
  const from = home.start[s] + j;
  blockArrival.set(home.demand.subarray(from, from + limit));
  const last = planStart[s] + planSize[s];
  let i = planStart[s] + planNext[s];
  let k = 0;
  for (; i < last && planFrom[i] < until; i++) {
    const first = k;
    const low = planLow[i];
    const high = planHigh[i];
    const slope = high > low ? (planTo[i] - planFrom[i]) / (high - low) : 0;
    k = timeInBin(k, limit, round, share, low, high, planFrom[i], slope, until);
    if (arrived) countInBins(arrived, round * bins, bins, first, k, 0);
    if (k === limit || shareAt(blockArrival[k], round, share) < high || planTo[i] > until) break;
  }
  planNext[s] = i - planStart[s];
  return k;
}

function shareAt(demand: number, round: number, share: number): number {
  return Math.min(round + demand * share, round + LARGEST_SHARE);
}

/** Times those from place k of the block on who belong to one bin of the plan; returns the place of the first who does not or comes later. */
function timeInBin(
  k: number,
  count: number,
  round: number,
  share: number,
  low: number,
  high: number,
  from: number,
  slope: number,
  until: number,
): number {
  const largest = round + LARGEST_SHARE;
  for (; k < count; k++) {
    const part = round + blockArrival[k] * share;
    const reached = part < largest ? part : largest;
    if (reached >= high) break;
    const lead = reached - low;
    const at = from + (lead > 0 ? lead : 0) * slope;
    if (at >= until) break;
    blockFreed[k] = Math.floor(at);
  }
  return k;
}

/**
 * Gives those of site s who set out before `until` their instant of coming, in place of their demand; returns the home number of the first
 * who has not. `home.next` still points at the first of those who just set out.
 */
export function timeArrivals(context: RunContext, s: number, until: number): number {
  const { home } = context.state;
  const people = context.input.sites.people[s];
  const end = peopleOf(context.input, s);
  let j = home.next[s];
  while (j < end) {
    const limit = Math.min(BLOCK_PEOPLE, people - (j % people));
    const count = timeBlock(context, s, j, limit, until);
    home.demand.set(blockFreed.subarray(0, count), home.start[s] + j);
    j += count;
    if (count < limit) break;
  }
  return j;
}

/** Instant at which the first of site s comes who has not set out; Infinity when the plan has nobody more. */
export function peekArrival({ input, state }: RunContext, s: number): number {
  const { site, home } = state;
  const j = home.next[s];
  if (j === peopleOf(input, s)) return Infinity;
  const round = Math.floor(j / input.sites.people[s]);
  const reached = shareAt(home.demand[home.start[s] + j], round, home.share[s * input.rounds.count + round]);
  for (let i = site.planStart[s] + site.planNext[s]; i < site.planStart[s] + site.planSize[s]; i++) {
    if (reached < site.planHigh[i]) return arrivalInBin(site, i, reached);
  }
  return Infinity;
}

function arrivalInBin(site: SiteState, i: number, reached: number): number {
  const low = site.planLow[i];
  const high = site.planHigh[i];
  const slope = high > low ? (site.planTo[i] - site.planFrom[i]) / (high - low) : 0;
  const lead = reached - low;
  return Math.floor(lead > 0 ? site.planFrom[i] + lead * slope : site.planFrom[i]);
}

/** Lets those of site s who come before `until` join its queue. */
export function admitArrivals(context: RunContext, s: number, until: number): void {
  const { state, input } = context;
  const { site, home } = state;
  const next = timeArrivals(context, s, until);
  const people = input.sites.people[s];
  for (let from = home.next[s]; from < next;) {
    const round = Math.floor(from / people);
    const to = Math.min(next, (round + 1) * people);
    countArrivals(state, s, round, home.start[s] + from, home.start[s] + to);
    from = to;
  }
  home.next[s] = next;
  site.arrived[s] = next;
}

/** Counts arrivals in order of time and puts the site's open clock in place of the real instant. */
export function countArrivals(state: RunState, s: number, round: number, from: number, to: number): void {
  const { site, count, person } = state;
  const offset = site.offset[s];
  const moves = site.isOpen[s] === 1 && offset !== 0;
  for (let at = from; at < to; at += BLOCK_PEOPLE) {
    const size = blockSize(at, to);
    blockFreed.set(person.arrival.subarray(at, at + size));
    countInBins(count.arrived, round * count.bins, count.bins, 0, size, 0);
    for (let k = 0; moves && k < size; k++) blockFreed[k] -= offset;
    if (moves) person.arrival.set(blockFreed.subarray(0, size), at);
  }
  if (site.isOpen[s] === 0) person.arrival.fill(site.openClockAtClose[s], from, to);
}
