import { DAY, timeOfDay } from './hours.ts';
import type { ScreeningInput } from './input.ts';
import { BIN_TICKS, type RunState } from './state.ts';

const HOUR = 3_600_000;

/** Upper bound of the bins in any site's arrival plan. */
export function planBinsPerSite(input: ScreeningInput): number {
  const days = Math.ceil(input.demand.windowEnd / DAY) + 1;
  return input.rounds.count * (Math.ceil(input.demand.windowEnd / HOUR) + 3 * days + 8);
}

/**
 * Plans the arrivals of site s from an instant on, for the share of its rounds that has not come yet. A day's share follows its open hours,
 * the hours of a day follow the weights; what an arrival factor holds back is spread over the rest of the window. Only what is known at
 * `from` enters, so a later change alters nothing earlier.
 */
export function planArrivals(input: ScreeningInput, state: RunState, s: number, from: number, done: number): void {
  const site = state.site;
  site.planSize[s] = 0;
  site.planNext[s] = 0;
  const begin = Math.max(from, site.opening[s]);
  for (let round = Math.floor(done); round < input.rounds.count; round++) {
    const low = Math.max(done, round);
    const start = Math.max(begin, round * input.rounds.interval);
    if (input.sites.doorstep[s] === 1) addBin(state, s, start, start, low, round + 1);
    else planRound(input, state, s, start, round * input.rounds.interval + input.demand.windowEnd, low, round + 1);
  }
}

function planRound(input: ScreeningInput, state: RunState, s: number, start: number, end: number, low: number, high: number): void {
  const first = state.site.planStart[s] + state.site.planSize[s];
  let mass = 0;
  for (let midnight = start - timeOfDay(input, start); midnight < end; midnight += DAY) mass += weighDay(input, state, s, midnight, start, end);
  const last = state.site.planStart[s] + state.site.planSize[s];
  if (mass <= 0) {
    state.site.planSize[s] = first - state.site.planStart[s];
    addBin(state, s, start, start, low, high);
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
  for (let at = open; at < close; ) {
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

/** Turns the demand of site s that falls before `until` into arrivals: open clock of arrival in place of the demand draw. */
export function admitArrivals(state: RunState, s: number, until: number): void {
  const site = state.site;
  const { planFrom, planTo, planLow, planHigh } = site;
  const { arrival } = state.person;
  const last = site.planStart[s] + site.planSize[s];
  const personEnd = site.personStart[s + 1];
  const arrivedBins = state.count.arrived;
  const open = site.isOpen[s] === 1;
  const offset = site.offset[s];
  const standing = site.openClockAtClose[s];
  let j = site.personStart[s] + site.arrived[s];
  let i = site.planStart[s] + site.planNext[s];
  for (; i < last; i++) {
    const from = planFrom[i];
    if (from >= until) break;
    const low = planLow[i];
    const high = planHigh[i];
    const base = Math.floor(low) * state.count.bins;
    const slope = high > low ? (planTo[i] - from) / (high - low) : 0;
    let held = false;
    let bin = base + Math.floor(from / BIN_TICKS);
    let binEnd = (Math.floor(from / BIN_TICKS) + 1) * BIN_TICKS;
    for (; j < personEnd && arrival[j] < high; j++) {
      const lead = arrival[j] - low;
      const at = lead > 0 ? from + lead * slope : from;
      if (at >= until) {
        held = true;
        break;
      }
      const whole = Math.floor(at);
      arrival[j] = open ? whole - offset : standing;
      while (whole >= binEnd) {
        bin++;
        binEnd += BIN_TICKS;
      }
      arrivedBins[bin]++;
    }
    if (held || planTo[i] > until) break;
  }
  site.planNext[s] = i - site.planStart[s];
  site.arrived[s] = j - site.personStart[s];
}
