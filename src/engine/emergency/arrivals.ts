import { drawExponential, nextUint32, PURPOSE, seedStream, type Purpose } from '../random/index.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../../units/index.ts';
import type { EmergencyChange, EmergencyInput } from './input.ts';

/**
 * Instants of all calls and transfers of a run, each with the flow that it belongs to: the calls of a place, those that a change brings on
 * top, the transfers of a place. A flow has a stream for instants and one for whatever its calls will need, in their order.
 */
export interface Arrivals {
  count: number;
  at: Float64Array;
  flow: Int32Array;
  flows: number;
  /** By flow: place, 1 for transfers, and the stream of details. */
  place: Int32Array;
  isTransfer: Uint8Array;
  details: Int32Array;
}

export type CallsChange = Extract<EmergencyChange, { kind: 'calls' }>;

const DAYS_PER_YEAR = 365;
const HOURS_PER_WEEK = 168;
const UNIT = 1 / 4294967296;
/** Places in a stream's name below this; above it stands which change brought more calls. */
const CHANGE_STRIDE = 1 << 20;
/** Room for a bit more than the mean, so that arrays seldom grow. */
const ROOM = 1.05;

/** Calls at each place by a Poisson process of its own, thinned to the hour and day of the week; more of them while a change raises the rate. */
export function drawArrivals(input: EmergencyInput, changes: readonly CallsChange[], seed: number, replication: number): Arrivals {
  const { places, horizon } = input;
  const more = changes.map((_, c) => c).filter((c) => changes[c].factor > 1);
  const arrivals = createArrivals(input, more.length);
  const source: Source = { input, arrivals, seed, replication, stream: new Int32Array(4) };
  const weights = weekWeights(input.hourWeights, input.dayWeights, input);
  for (let p = 0; p < places.count; p++) {
    const rate = places.callsPerYear[p] / (DAYS_PER_YEAR * TICKS_PER_DAY);
    if (rate > 0) drawFlow(source, p, p, rate, weights, 0, horizon, PURPOSE.call, null);
  }
  for (const c of more) {
    const { at, until, factor } = changes[c];
    const earlier = changes.slice(0, c);
    // Factors in force multiply; the flow is drawn at the greatest rate and thinned to that of the instant.
    const most = earlier.reduce((product, other) => product * Math.max(1, other.factor), 1);
    const share = (t: number): number => factorAt(earlier, t, (other) => other > 1) / most;
    for (let p = 0; p < places.count; p++) {
      const rate = (places.callsPerYear[p] / (DAYS_PER_YEAR * TICKS_PER_DAY)) * (factor - 1) * most;
      const key = p + (c + 1) * CHANGE_STRIDE;
      if (rate > 0) drawFlow(source, p, key, rate, weights, at, Math.min(until, horizon), PURPOSE.moreCalls, share);
    }
  }
  drawTransfers(source);
  return arrivals;
}

/** Product of the factors in force at an instant that count. */
export function factorAt(changes: readonly CallsChange[], t: number, counts: (factor: number) => boolean): number {
  let product = 1;
  for (const { at, until, factor } of changes) if (at <= t && t < until && counts(factor)) product *= factor;
  return product;
}

interface Source {
  readonly input: EmergencyInput;
  readonly arrivals: Arrivals;
  readonly seed: number;
  readonly replication: number;
  /** Stream of the instants of the flow in hand. */
  readonly stream: Int32Array;
}

/** Lewis and Shedler's thinning: candidates at the week's greatest rate, each kept with its hour's share of it. `share`: of the rate, by instant. */
function drawFlow(
  { arrivals, seed, replication, stream }: Source,
  place: number,
  key: number,
  rate: number,
  { byHour, most, offset }: WeekWeights,
  from: number,
  until: number,
  purpose: Purpose,
  share: ((t: number) => number) | null,
): void {
  const flow = addFlow(arrivals, place, purpose === PURPOSE.transfer ? 1 : 0);
  seedStream(stream, 0, seed, replication, key, purpose);
  seedStream(arrivals.details, 4 * flow, seed, replication, key, (purpose + 1) as Purpose);
  const mean = 1 / (rate * most);
  for (let t = from; ;) {
    t += drawExponential(stream, 0) * mean;
    if (t >= until) return;
    const hour = (((t + offset) / TICKS_PER_HOUR) | 0) % HOURS_PER_WEEK;
    if (nextUint32(stream, 0) * UNIT >= byHour[hour]) continue;
    if (share !== null && nextUint32(stream, 0) * UNIT >= share(t)) continue;
    addArrival(arrivals, Math.floor(t), flow);
  }
}

function drawTransfers(source: Source): void {
  const { input, arrivals, seed, replication } = source;
  const { transfers, places, horizon } = input;
  const total = transfers.placeWeights.reduce((sum, weight) => sum + weight, 0);
  if (transfers.perDay > 0 && total > 0) {
    const weights = weekWeights(transfers.hourWeights, new Float64Array(7).fill(1), input);
    const until = Math.min(transfers.until, horizon);
    for (let p = 0; p < places.count; p++) {
      const rate = (transfers.perDay * transfers.placeWeights[p]) / (total * TICKS_PER_DAY);
      if (rate > 0) drawFlow(source, p, p, rate, weights, transfers.from, until, PURPOSE.transfer, null);
    }
  }
  for (let i = 0; i < transfers.listedAt.length && transfers.listedAt[i] < horizon; i++) {
    const flow = addFlow(arrivals, transfers.listedPlace[i], 1);
    seedStream(arrivals.details, 4 * flow, seed, replication, i + CHANGE_STRIDE, PURPOSE.transferDetails);
    addArrival(arrivals, transfers.listedAt[i], flow);
  }
}

interface WeekWeights {
  /** [168] rate of an hour of the week as a share of the greatest. */
  readonly byHour: Float64Array;
  /** The greatest, in means. */
  readonly most: number;
  /** Ticks from the start of the week to the start of the run. */
  readonly offset: number;
}

function weekWeights(hours: Float64Array, days: Float64Array, { startClock, startWeekday }: EmergencyInput): WeekWeights {
  const byHour = new Float64Array(HOURS_PER_WEEK);
  let most = 0;
  let sum = 0;
  for (let day = 0, i = 0; day < 7; day++) {
    for (let hour = 0; hour < 24; hour++, i++) {
      byHour[i] = hours[hour] * days[day];
      sum += byHour[i];
      if (byHour[i] > most) most = byHour[i];
    }
  }
  for (let i = 0; i < HOURS_PER_WEEK; i++) byHour[i] /= most;
  return { byHour, most: (most * HOURS_PER_WEEK) / sum, offset: startClock + startWeekday * TICKS_PER_DAY };
}

function createArrivals({ places, transfers, horizon }: EmergencyInput, more: number): Arrivals {
  let perYear = 0;
  for (let p = 0; p < places.count; p++) perYear += places.callsPerYear[p];
  const days = horizon / TICKS_PER_DAY;
  const flows = places.count * (1 + more + (transfers.perDay > 0 ? 1 : 0)) + transfers.listedAt.length;
  const room = 256 + Math.ceil((perYear / DAYS_PER_YEAR + transfers.perDay) * days * ROOM) + transfers.listedAt.length;
  return {
    count: 0,
    at: new Float64Array(room),
    flow: new Int32Array(room),
    flows: 0,
    place: new Int32Array(flows),
    isTransfer: new Uint8Array(flows),
    details: new Int32Array(4 * flows),
  };
}

function addFlow(arrivals: Arrivals, place: number, isTransfer: number): number {
  const flow = arrivals.flows++;
  arrivals.place[flow] = place;
  arrivals.isTransfer[flow] = isTransfer;
  return flow;
}

function addArrival(arrivals: Arrivals, at: number, flow: number): void {
  const i = arrivals.count++;
  if (i === arrivals.at.length) {
    const [wider, wide] = [new Float64Array(2 * i), new Int32Array(2 * i)];
    wider.set(arrivals.at);
    wide.set(arrivals.flow);
    arrivals.at = wider;
    arrivals.flow = wide;
  }
  arrivals.at[i] = at;
  arrivals.flow[i] = flow;
}

/** Rows by instant, equals in their order: shared out to as many slots of time as there are calls, then put right inside of each. */
export function orderByTime({ count, at }: Arrivals, horizon: number): Int32Array {
  const slots = Math.max(1, count);
  const scale = slots / Math.max(1, horizon);
  const starts = new Int32Array(slots + 1);
  for (let i = 0; i < count; i++) starts[Math.min(slots - 1, (at[i] * scale) | 0) + 1]++;
  for (let s = 0; s < slots; s++) starts[s + 1] += starts[s];
  const order = new Int32Array(count);
  const next = starts.slice(0, slots);
  for (let i = 0; i < count; i++) {
    const slot = Math.min(slots - 1, (at[i] * scale) | 0);
    let k = next[slot]++;
    for (; k > starts[slot] && at[order[k - 1]] > at[i]; k--) order[k] = order[k - 1];
    order[k] = i;
  }
  return order;
}
