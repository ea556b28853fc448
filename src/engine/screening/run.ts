import {
  CITY_PLACE,
  fillFromTable,
  fillSpacings,
  fromTable,
  lognormalFactor,
  nextGap,
  nextUint32,
  nextUnit,
  PURPOSE,
  seedStream,
} from '../random/index.ts';
import { nextKind, nextTime, removeNext, schedule } from '../kernel/index.ts';
import { isSettled, renewBoards, settleArrivals } from './boards.ts';
import { applyChange } from './changes.ts';
import { startRound, visitStop } from './courier.ts';
import { copyPlan, planArrivals, planBinsPerSite } from './demand.ts';
import { EVENT } from './events.ts';
import type { EngineChange, ScreeningInput } from './input.ts';
import { finishPlate, receive, setLabCapacity, startPlates } from './lab.ts';
import { giveBackRow, peopleOf, takeRow } from './people.ts';
import { reswab } from './recall.ts';
import { needsRegistration } from './registration.ts';
import { createScratch, type RunContext, type Scratch } from './run-context.ts';
import { advanceSite } from './site.ts';
import { copyState, resetState } from './reuse.ts';
import { createState, type RunState } from './state.ts';
import { FALSE_POSITIVE_STREAM, INFECTION_STREAM, KEY_STREAM, siteStream } from './tubes.ts';

/** A copy of a run at one instant; opaque to everyone but the run it came from. */
export interface RunSnapshot {
  readonly state: RunState;
}

/** One replication of the round. Everything strictly before `now` has happened. */
export interface ScreeningRun {
  readonly input: ScreeningInput;
  readonly seed: number;
  readonly replication: number;
  readonly state: RunState;
  readonly scratch: Scratch;
  /** Brings the run to an instant (ticks after the order, not before `now`, at most the horizon), applying the scenario's changes on the way. */
  advanceTo(until: number): void;
  /** The same in pieces of some milliseconds, so that a thread may listen in between. Between pieces the run stands at no instant: only its end, or another run that takes over its memory, may follow. */
  advancing(until: number): Generator<undefined, void, undefined>;
  /** Applies a change at the present instant. Throws RangeError when the change is dated otherwise. */
  apply(change: EngineChange): void;
  snapshot(): RunSnapshot;
  restore(snapshot: RunSnapshot): void;
}

/**
 * The door of the engine: one run of the screening round. Same input, seed and replication give the same bytes on any machine.
 * @param seed whole number, counts modulo 2³²
 * @param replication 0, 1, 2 …
 * @param spent a run that is no longer needed; its memory is taken over where it fits, which saves most of the time of setting up
 */
export function createRun(input: ScreeningInput, seed: number, replication: number, spent?: ScreeningRun): ScreeningRun {
  const inherited = spent?.input === input;
  const state = inherited ? spent.state : createState(input, planBinsPerSite(input), spent?.state);
  let context: RunContext = { input, seed, replication, state, scratch: inherited ? spent.scratch : createScratch(input) };
  resetState(state, input);
  begin(context);
  return {
    input,
    seed,
    replication,
    get state() {
      return context.state;
    },
    scratch: context.scratch,
    advanceTo(until) {
      for (const pieces = this.advancing(until); !pieces.next().done;);
    },
    *advancing(until) {
      if (!(until >= context.state.now)) throw new RangeError(`advanceTo ${until}: the run stands at ${context.state.now}`);
      yield* advance(context, Math.min(until, input.horizon));
    },
    apply(change) {
      if (change.at !== context.state.now) throw new RangeError(`change dated ${change.at}: the run stands at ${context.state.now}`);
      applyChange(context, change);
    },
    snapshot: () => ({ state: copyState(context.state) }),
    restore(snapshot) {
      context = { ...context, state: copyState(snapshot.state) };
    },
  };
}

function begin(context: RunContext): void {
  const { input, state, seed, replication } = context;
  const { site } = state;
  const stream = new Int32Array(4);
  seedStream(stream, 0, seed, replication, CITY_PLACE, PURPOSE.speed);
  const citySpeed = lognormalFactor(nextUnit(stream, 0), input.uncertainty.cityCv);
  let firstOpening = Infinity;
  for (let s = 0; s < input.sites.count; s++) {
    const key = input.sites.key[s];
    seedStream(stream, 0, seed, replication, key, PURPOSE.opening);
    site.opening[s] = input.mobilise.min + Math.floor((input.mobilise.max - input.mobilise.min) * nextUnit(stream, 0));
    firstOpening = Math.min(firstOpening, site.opening[s]);
    seedStream(stream, 0, seed, replication, key, PURPOSE.speed);
    site.speed[s] = citySpeed * lognormalFactor(nextUnit(stream, 0), input.uncertainty.siteCv);
    const isLikeLast = s > 0 && site.opening[s] === site.opening[s - 1] && input.sites.doorstep[s] === input.sites.doorstep[s - 1];
    if (isLikeLast) copyPlan(state, s, s - 1);
    else planArrivals(input, state, s, 0, 0);
  }
  if (input.deadline.fromFirstOpening) state.deadline += firstOpening;
  for (let courier = 0; courier < input.couriers.count; courier++) {
    seedStream(stream, 0, seed, replication, courier, PURPOSE.courier);
    const first = input.couriers.firstAt?.[courier] ?? input.mobilise.min + Math.floor(input.couriers.interval * nextUnit(stream, 0));
    schedule(state.calendar, first, EVENT.courierStart, courier, 0);
  }
  for (let lab = 0; lab < input.labs.count; lab++) setLabCapacity(context, lab, input.labs.tubesPerDay[lab]);
}

/** Makes the draws of a site's people, just before the site is first advanced, while its arrays are near. */
function prepareSite(context: RunContext, s: number): void {
  const { input, state, seed, replication } = context;
  takeRow(state, s);
  const { site, person, home } = state;
  const key = input.sites.key[s];
  const stream = new Int32Array(4);
  const people = input.sites.people[s];
  seedStream(stream, 0, seed, replication, key, PURPOSE.arrival);
  for (let round = 0; round < input.rounds.count; round++) {
    const from = home.start[s] + round * people;
    home.share[s * input.rounds.count + round] = 1 / fillSpacings(stream, 0, home.demand, from, from + people);
  }
  const table = input.sites.doorstep[s] === 1 ? input.sampling.visitTable : input.sampling.table;
  seedStream(stream, 0, seed, replication, key, PURPOSE.sampling);
  const speed = input.choice.boards ? 1 : site.speed[s] * site.pace[s];
  fillFromTable(table, speed, stream, 0, home.ticks, home.start[s], home.start[s] + peopleOf(input, s));
  if (needsRegistration(input, s) && input.sites.byDevice[s] === 0) {
    seedStream(stream, 0, seed, replication, key, PURPOSE.registration);
    for (let j = site.personStart[s]; j < site.personStart[s] + peopleOf(input, s); j++) {
      person.ready[j] = Math.max(1, Math.floor(fromTable(input.registration.handTable, nextUint32(stream, 0))));
    }
  }
  const { gap } = context.scratch;
  const marks = [
    [KEY_STREAM, PURPOSE.keyGroup, gap.key, site.nextKey],
    [INFECTION_STREAM, PURPOSE.infection, gap.infected, site.nextInfected],
    [FALSE_POSITIVE_STREAM, PURPOSE.falsePositive, gap.falsePositive, site.nextFalsePositive],
  ] as const;
  for (const [which, purpose, scale, next] of marks) {
    seedStream(site.streams, siteStream(s, which), seed, replication, key, purpose);
    next[s] = nextGap(scale, site.streams, siteStream(s, which));
  }
  site.prepared[s] = 1;
}

/** People whose sites, and events of the shared stage, that make a piece: some three milliseconds. */
const PIECE_PEOPLE = 60_000;
const PIECE_EVENTS = 8000;

function* advance(context: RunContext, until: number): Generator<undefined, void, undefined> {
  const { input, state } = context;
  while (state.nextChange < input.changes.length && input.changes[state.nextChange].at < until) {
    const change = input.changes[state.nextChange++];
    yield* advanceStages(context, change.at);
    applyChange(context, change);
  }
  yield* advanceStages(context, until);
}

/** First the sites, which nothing downstream can influence, then couriers, labs and recalls on their calendar. */
function* advanceStages(context: RunContext, until: number): Generator<undefined, void, undefined> {
  const { input, state } = context;
  if (input.choice.boards) yield* advanceByBoards(context, until);
  else for (let s = advanceSites(context, 0, until); s < input.sites.count; s = advanceSites(context, s, until)) yield;
  while (runEvents(context, until)) yield;
  state.now = until;
}

/** Brings the sites from s on to an instant, until they make a piece; returns the first that is left. */
function advanceSites(context: RunContext, first: number, until: number): number {
  const { input, state } = context;
  let people = 0;
  let s = first;
  for (; s < input.sites.count && people < PIECE_PEOPLE; s++) {
    if (state.site.prepared[s] === 0) prepareSite(context, s);
    if (state.site.sampled[s] < state.site.expected[s]) {
      advanceSite(context, s, until);
      people += input.sites.people[s];
    }
    if (state.site.sampled[s] === state.site.expected[s]) giveBackRow(state, s);
  }
  return s;
}

/** Lets the events before an instant happen, one piece of them at the most; returns whether there may be more. */
function runEvents(context: RunContext, until: number): boolean {
  const { state } = context;
  const { calendar } = state;
  for (let n = 0; n < PIECE_EVENTS; n++) {
    if (nextTime(calendar) >= until) return false;
    state.now = calendar.time[0];
    const kind = nextKind(calendar);
    const a = calendar.a[0];
    const b = calendar.b[0];
    removeNext(calendar);
    handle(context, kind, a, b);
  }
  return true;
}

/** With boards the sites influence each other: all go from one renewal to the next together, which is a piece. */
function* advanceByBoards(context: RunContext, until: number): Generator<undefined, void, undefined> {
  const { input, state } = context;
  const { refresh } = input.choice;
  for (let s = 0; s < input.sites.count; s++) if (state.site.prepared[s] === 0) prepareSite(context, s);
  for (let at = state.now; at < until;) {
    if (at % refresh === 0) renewBoards(context, at);
    const to = isSettled(context) ? until : Math.min(until, (Math.floor(at / refresh) + 1) * refresh);
    settleArrivals(context, to);
    for (let s = 0; s < input.sites.count; s++) advanceSite(context, s, to);
    at = to;
    yield;
  }
}

function handle(context: RunContext, kind: number, a: number, b: number): void {
  switch (kind) {
    case EVENT.courierStart:
      return startRound(context, a);
    case EVENT.courierStop:
      return visitStop(context, a, b);
    case EVENT.delivery:
      return receive(context, a, b);
    case EVENT.plateDone:
      return finishPlate(context, a, b);
    case EVENT.plateTimer:
      return startPlates(context, a);
    case EVENT.reswab:
      return reswab(context, a, b);
  }
}
