import { fromTable, ln, nextUint32, nextUnit, PURPOSE, seedStream, type Purpose } from '../random/index.ts';
import { SEVERITIES, TRANSFER, type EmergencyChange, type EmergencyInput } from './input.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../../units/index.ts';

/** All calls of a run in the order of their instants. Every draw that a call will ever need is its own, made here. */
export interface CallList {
  readonly count: number;
  readonly at: Float64Array;
  readonly place: Int32Array;
  /** 0–2, or TRANSFER. */
  readonly severity: Uint8Array;
  /** 1 where the patient is taken to a hospital. */
  readonly transported: Uint8Array;
  /** 1 where the vehicle is cleaned as after an infectious patient. */
  readonly infectious: Uint8Array;
  /** Ticks; `whole` is 0 unless the input draws whole missions. */
  readonly turnout: Int32Array;
  readonly scene: Int32Array;
  readonly handover: Int32Array;
  readonly whole: Int32Array;
}

const DAYS_PER_YEAR = 365;
const HOURS_PER_WEEK = 168;
const UNIT = 1 / 4294967296;
/** Places in a stream's name below this; above it stands which change brought more calls. */
const CHANGE_STRIDE = 1 << 20;

interface Draft {
  count: number;
  at: Float64Array;
  place: Int32Array;
  severity: Uint8Array;
  transported: Uint8Array;
  infectious: Uint8Array;
  turnout: Int32Array;
  scene: Int32Array;
  handover: Int32Array;
  whole: Int32Array;
}

type CallsChange = Extract<EmergencyChange, { kind: 'calls' }>;

/** Calls and transfers of one replication: at each place a Poisson process of its own, thinned to the hour and day of the week. */
export function drawCalls(input: EmergencyInput, seed: number, replication: number): CallList {
  const { places, transfers, horizon } = input;
  const changes = input.changes.filter((change): change is CallsChange => change.kind === 'calls').toSorted((a, b) => a.at - b.at);
  const more = changes.map((_, c) => c).filter((c) => changes[c].factor > 1);
  const perYear = places.callsPerYear.reduce((sum, calls) => sum + calls, 0);
  const days = horizon / TICKS_PER_DAY;
  const draft = createDraft(
    64 + Math.ceil((perYear / DAYS_PER_YEAR) * days * 1.2 + transfers.perDay * days * 1.2) + transfers.listedAt.length,
  );
  const weights = weekWeights(input.hourWeights, input.dayWeights);
  const keep = (at: number): number => factorAt(changes, at, (factor) => factor < 1);
  const draws = { input, draft, seed, replication, keep: changes.length > more.length ? keep : null };
  for (let p = 0; p < places.count; p++) {
    const rate = places.callsPerYear[p] / (DAYS_PER_YEAR * TICKS_PER_DAY);
    if (rate > 0) drawProcess(draws, { place: p, key: p, rate, weights, from: 0, until: horizon, purpose: PURPOSE.call, extra: null });
  }
  for (const c of more) {
    const { at, until, factor } = changes[c];
    const earlier = changes.slice(0, c);
    const extra = (t: number): number => factorAt(earlier, t, (other) => other > 1);
    const most = earlier.reduce((product, other) => product * Math.max(1, other.factor), 1);
    for (let p = 0; p < places.count; p++) {
      const rate = (places.callsPerYear[p] / (DAYS_PER_YEAR * TICKS_PER_DAY)) * (factor - 1) * most;
      const range = { from: at, until: Math.min(until, horizon), extra: (t: number) => extra(t) / most };
      if (rate > 0) drawProcess(draws, { place: p, key: p + (c + 1) * CHANGE_STRIDE, rate, weights, purpose: PURPOSE.moreCalls, ...range });
    }
  }
  drawTransfers(draws);
  return sortByTime(draft, horizon);
}

interface Draws {
  readonly input: EmergencyInput;
  readonly draft: Draft;
  readonly seed: number;
  readonly replication: number;
  /** Share of calls that stay at an instant, where changes keep some away. */
  readonly keep: ((at: number) => number) | null;
}

interface Process {
  readonly place: number;
  /** Place in the streams' names. */
  readonly key: number;
  /** Calls a tick at weight 1. */
  readonly rate: number;
  readonly weights: WeekWeights;
  readonly from: number;
  readonly until: number;
  readonly purpose: Purpose;
  /** Share of the rate in force at an instant, at most 1; null for all of it. */
  readonly extra: ((at: number) => number) | null;
}

/** Lewis and Shedler's thinning: candidates at the week's greatest rate, each kept with its hour's share of it. */
function drawProcess({ input, draft, seed, replication, keep }: Draws, flow: Process): void {
  const { place, key, rate, weights, from, until, purpose, extra } = flow;
  const states = new Int32Array(8);
  seedStream(states, 0, seed, replication, key, purpose);
  seedStream(states, 4, seed, replication, key, (purpose + 1) as Purpose);
  const { share, most, offset } = { ...weights, offset: input.startClock + input.startWeekday * TICKS_PER_DAY };
  const mean = 1 / (rate * most);
  const isTransfer = purpose === PURPOSE.transfer;
  for (let t = from; ;) {
    t -= ln(nextUnit(states, 0)) * mean;
    if (t >= until) return;
    const hour = Math.floor((t + offset) / TICKS_PER_HOUR) % HOURS_PER_WEEK;
    if (nextUint32(states, 0) * UNIT >= share[hour]) continue;
    if (extra !== null && nextUint32(states, 0) * UNIT >= extra(t)) continue;
    const at = Math.floor(t);
    addCall(draft, input, at, place, isTransfer, states, 4, keep === null || isTransfer ? 1 : keep(at));
  }
}

function drawTransfers(draws: Draws): void {
  const { transfers, places, horizon } = draws.input;
  const total = transfers.placeWeights.reduce((sum, weight) => sum + weight, 0);
  const weights = weekWeights(transfers.hourWeights, new Float64Array(7).fill(1));
  const range = { from: transfers.from, until: Math.min(transfers.until, horizon), extra: null };
  if (transfers.perDay > 0 && total > 0) {
    for (let p = 0; p < places.count; p++) {
      const rate = (transfers.perDay * transfers.placeWeights[p]) / (total * TICKS_PER_DAY);
      if (rate > 0) drawProcess(draws, { place: p, key: p, rate, weights, purpose: PURPOSE.transfer, ...range });
    }
  }
  const states = new Int32Array(4);
  for (let i = 0; i < transfers.listedAt.length; i++) {
    if (transfers.listedAt[i] >= horizon) return;
    seedStream(states, 0, draws.seed, draws.replication, i + CHANGE_STRIDE, PURPOSE.transferDetails);
    addCall(draws.draft, draws.input, transfers.listedAt[i], transfers.listedPlace[i], true, states, 0, 1);
  }
}

/** A call with its own luck. Every call draws the same number of times, whatever becomes of it. */
function addCall(
  draft: Draft,
  { times, severityShares }: EmergencyInput,
  at: number,
  place: number,
  isTransfer: boolean,
  states: Int32Array,
  offset: number,
  kept: number,
): void {
  const isKept = nextUint32(states, offset) * UNIT < kept;
  const urgency = nextUint32(states, offset) * UNIT;
  const way = nextUint32(states, offset) * UNIT;
  const germs = nextUint32(states, offset) * UNIT;
  const turnout = nextUint32(states, offset);
  const scene = nextUint32(states, offset);
  const handover = nextUint32(states, offset);
  const whole = times.whole === null ? 0 : Math.max(1, Math.round(fromTable(times.whole, nextUint32(states, offset))));
  if (!isKept) return;
  if (draft.count === draft.at.length) grow(draft);
  const i = draft.count++;
  let severity = TRANSFER;
  if (!isTransfer) {
    severity = 0;
    for (let sum = severityShares[0]; severity < SEVERITIES - 1 && urgency >= sum; sum += severityShares[severity]) severity++;
  }
  draft.at[i] = at;
  draft.place[i] = place;
  draft.severity[i] = severity;
  draft.transported[i] = isTransfer || way < times.transported[severity] ? 1 : 0;
  draft.infectious[i] = isTransfer || germs < times.infectious ? 1 : 0;
  draft.turnout[i] = Math.round(fromTable(times.turnout, turnout));
  draft.scene[i] = Math.round(fromTable(times.scene, scene));
  draft.handover[i] = Math.round(fromTable(times.handover, handover));
  draft.whole[i] = whole;
}

interface WeekWeights {
  /** [168] rate of an hour of the week as a share of the greatest. */
  readonly share: Float64Array;
  /** The greatest, in means. */
  readonly most: number;
}

function weekWeights(hours: Float64Array, days: Float64Array): WeekWeights {
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const all = Float64Array.from({ length: HOURS_PER_WEEK }, (_, i) => hours[i % 24] * days[Math.floor(i / 24)]);
  const scale = mean(hours) * mean(days);
  let most = 0;
  for (const weight of all) most = Math.max(most, weight);
  return { share: all.map((weight) => weight / most), most: most / scale };
}

/** Product of the factors in force at an instant that count. */
function factorAt(changes: readonly CallsChange[], t: number, counts: (factor: number) => boolean): number {
  let product = 1;
  for (const { at, until, factor } of changes) if (at <= t && t < until && counts(factor)) product *= factor;
  return product;
}

function createDraft(capacity: number): Draft {
  return {
    count: 0,
    at: new Float64Array(capacity),
    place: new Int32Array(capacity),
    severity: new Uint8Array(capacity),
    transported: new Uint8Array(capacity),
    infectious: new Uint8Array(capacity),
    turnout: new Int32Array(capacity),
    scene: new Int32Array(capacity),
    handover: new Int32Array(capacity),
    whole: new Int32Array(capacity),
  };
}

function grow(draft: Draft): void {
  const wider = createDraft(draft.at.length * 2);
  for (const [name, column] of Object.entries(draft)) {
    if (typeof column !== 'number') (wider[name as keyof Omit<Draft, 'count'>] as Float64Array).set(column as Float64Array);
  }
  Object.assign(draft, { ...wider, count: draft.count });
}

/** Calls by instant, equals by place: shared out to as many slots of time as there are calls, then put right inside of each. */
function sortByTime(draft: Draft, horizon: number): CallList {
  const { count, at } = draft;
  const slots = Math.max(1, count);
  const scale = slots / Math.max(1, horizon);
  const starts = new Int32Array(slots + 1);
  for (let i = 0; i < count; i++) starts[Math.min(slots - 1, Math.floor(at[i] * scale)) + 1]++;
  for (let s = 0; s < slots; s++) starts[s + 1] += starts[s];
  const order = new Int32Array(count);
  const next = starts.slice(0, slots);
  for (let i = 0; i < count; i++) {
    const slot = Math.min(slots - 1, Math.floor(at[i] * scale));
    let k = next[slot]++;
    for (; k > starts[slot] && at[order[k - 1]] > at[i]; k--) order[k] = order[k - 1];
    order[k] = i;
  }
  const sorted = createDraft(count);
  for (let k = 0; k < count; k++) {
    const i = order[k];
    sorted.at[k] = at[i];
    sorted.place[k] = draft.place[i];
    sorted.severity[k] = draft.severity[i];
    sorted.transported[k] = draft.transported[i];
    sorted.infectious[k] = draft.infectious[i];
    sorted.turnout[k] = draft.turnout[i];
    sorted.scene[k] = draft.scene[i];
    sorted.handover[k] = draft.handover[i];
    sorted.whole[k] = draft.whole[i];
  }
  sorted.count = count;
  return sorted;
}
