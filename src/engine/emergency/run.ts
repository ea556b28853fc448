import { nextKind, nextTime, removeNext } from '../kernel/index.ts';
import { ln, nextUnit, PURPOSE, seedStream } from '../random/index.ts';
import { TICKS_PER_DAY } from '../../units/index.ts';
import type { CallList } from './calls.ts';
import { completeMission, receive, serveWaiting } from './dispatch.ts';
import { beginRule, endRule, watchRules } from './escalation.ts';
import { EVENT, plan, settleArrivals, settleVehicle, spanThatCounts } from './fleet.ts';
import type { EmergencyInput } from './input.ts';
import { POLICIES } from './policies/index.ts';
import { AWAY, createState, MISSION, nearestStations, type EmergencyState, type MissionState } from './state.ts';
import { chooseHospitals } from './ways.ts';

/** What is still waiting so long after the last call is not served any more. */
const DRAIN_TICKS = 7 * TICKS_PER_DAY;

/** A run of one replication. Instants are ticks after the start. */
export interface EmergencyRun {
  readonly input: EmergencyInput;
  readonly calls: CallList;
  readonly missions: MissionState;
  /** Nearest station of each place on the roads of the start. */
  readonly nearestStation: Int32Array;
  /** Goes on to an instant; Infinity goes to the end, when no call comes any more and every mission is over. */
  advanceTo(until: number): void;
  /** Ticks that each vehicle was at hand or on a mission between the end of the warm-up and now or the last call. */
  atHand(): Float64Array;
  /** Instant that it has got to. */
  now(): number;
  /** Vehicles standing or free on the road, and calls that wait. */
  counts(): { readonly free: number; readonly waiting: number; readonly transfersWaiting: number };
}

/** A run of the emergency network. Pure: input, seed and replication fix every byte. */
export function createEmergencyRun(input: EmergencyInput, seed: number, replication: number): EmergencyRun {
  const state = createState(input, seed, replication);
  chooseHospitals(state);
  startDuties(state);
  startBreakdowns(state, seed, replication);
  input.changes.forEach((change, i) => {
    if (change.kind !== 'calls') plan(state, change.at, EVENT.change, i);
  });
  return {
    input,
    calls: state.calls,
    missions: state.missions,
    nearestStation: Int32Array.from({ length: input.places.count }, (_, p) => state.nearest[p * input.stations.count]),
    advanceTo: (until) => {
      advance(state, until);
      state.now = Math.max(state.now, Math.min(until, input.horizon));
    },
    atHand: () =>
      state.vehicles.atHand.map((ticks, v) =>
        state.vehicles.phase[v] === AWAY ? ticks : ticks + spanThatCounts(input, state.vehicles.since[v], state.now),
      ),
    now: () => state.now,
    counts: () => ({ free: state.free, waiting: state.queue.length, transfersWaiting: state.queue.transfers }),
  };
}

function advance(state: EmergencyState, until: number): void {
  const { calls, calendar, input, queue } = state;
  const { handling } = input.times;
  const { onFleetChanged } = POLICIES[input.rules.policy];
  let seen = state.fleetChanges;
  const watched = Math.max(-1, ...input.escalation.map(({ when, level }) => (when === 'free' ? level : -1)));
  for (;;) {
    const callAt = state.nextCall < calls.count ? calls.at[state.nextCall] + handling : Infinity;
    const eventAt = nextTime(calendar);
    const at = Math.min(callAt, eventAt);
    if (at > until || at === Infinity || at > input.horizon + DRAIN_TICKS) return;
    if (callAt === Infinity && state.open === 0 && at > input.horizon) return;
    state.now = at;
    if (state.roamingCount > 0) settleArrivals(state);
    if (eventAt <= callAt) handle(state);
    else receive(state, state.nextCall++);
    if (onFleetChanged !== undefined && state.fleetChanges !== seen) {
      onFleetChanged(state);
      seen = state.fleetChanges;
    }
    // Nobody waits and enough vehicles are free: no rule's trigger can be met.
    if (state.free <= watched || queue.length + queue.transfers > 0) watchRules(state);
  }
}

function handle(state: EmergencyState): void {
  const { calendar, vehicles } = state;
  const kind = nextKind(calendar);
  const a = calendar.a[0];
  const b = calendar.b[0];
  removeNext(calendar);
  switch (kind) {
    case EVENT.free:
      if (vehicles.order[a] === b) completeMission(state, a);
      return;
    case EVENT.duty:
      vehicles.onDuty[a] = b;
      plan(state, state.now + dutyLength(state.input, a, b), EVENT.duty, a, 1 - b);
      return settled(state, a);
    case EVENT.breaks:
      vehicles.broken[a] = 1;
      settleVehicle(state, a);
      plan(state, repairedAt(state, a), EVENT.repaired, a);
      return;
    case EVENT.repaired:
      vehicles.broken[a] = 0;
      planBreakdown(state, a);
      return settled(state, a);
    case EVENT.ruleBegins:
      beginRule(state, a);
      return serveAll(state);
    case EVENT.ruleEnds:
      endRule(state, a);
      return serveAll(state);
    case EVENT.change:
      change(state, a);
      return serveAll(state);
  }
}

function settled(state: EmergencyState, v: number): void {
  if (settleVehicle(state, v)) serveAll(state);
}

function serveAll(state: EmergencyState): void {
  if (state.queue.length + state.queue.transfers > 0) serveWaiting(state);
}

function change(state: EmergencyState, index: number): void {
  const { input, vehicles } = state;
  const dated = input.changes[index];
  switch (dated.kind) {
    case 'roads':
      state.travel = dated.travel;
      state.nearest = nearestStations(dated.travel, input.stations.count, input.places.count);
      chooseHospitals(state);
      return;
    case 'travel':
      state.areaFactor[dated.area] = dated.factor;
      return;
    case 'station':
      state.stationClosed[dated.station] = dated.closed ? 1 : 0;
      for (let v = 0; v < input.vehicles.count; v++) if (vehicles.base[v] === dated.station) settleVehicle(state, v);
      return;
    case 'hospital':
      state.hospitalClosed[dated.hospital] = dated.closed ? 1 : 0;
      chooseHospitals(state);
      return;
    case 'vehicle':
      vehicles.inService[dated.vehicle] = dated.inService ? 1 : 0;
      settleVehicle(state, dated.vehicle);
      return;
    case 'calls':
      return;
  }
}

/** Ticks until a duty ends (`isOn` 1) or the next begins. */
const dutyLength = ({ vehicles }: EmergencyInput, v: number, isOn: number): number =>
  isOn === 1 ? vehicles.dutyLength[v] : TICKS_PER_DAY - vehicles.dutyLength[v];

function startDuties(state: EmergencyState): void {
  const { input, vehicles } = state;
  for (let v = 0; v < input.vehicles.count; v++) {
    const length = input.vehicles.dutyLength[v];
    if (length >= TICKS_PER_DAY) vehicles.onDuty[v] = 1;
    else if (length > 0) {
      const since = (((input.startClock - input.vehicles.dutyStart[v]) % TICKS_PER_DAY) + TICKS_PER_DAY) % TICKS_PER_DAY;
      const isOn = since < length;
      vehicles.onDuty[v] = isOn ? 1 : 0;
      plan(state, isOn ? length - since : TICKS_PER_DAY - since, EVENT.duty, v, isOn ? 0 : 1);
    }
    settleVehicle(state, v);
  }
}

function startBreakdowns(state: EmergencyState, seed: number, replication: number): void {
  if (state.input.breakdown.meanUp <= 0) return;
  for (let v = 0; v < state.input.vehicles.count; v++) {
    seedStream(state.breakdowns, 4 * v, seed, replication, state.input.vehicles.key[v], PURPOSE.breakdown);
    planBreakdown(state, v);
  }
}

function planBreakdown(state: EmergencyState, v: number): void {
  const up = Math.ceil(-ln(nextUnit(state.breakdowns, 4 * v)) * state.input.breakdown.meanUp);
  plan(state, state.now + up, EVENT.breaks, v);
}

/** A vehicle that breaks on a mission ends it first. */
function repairedAt({ vehicles, missions, now, input }: EmergencyState, v: number): number {
  const from = vehicles.phase[v] === MISSION ? missions.freeAt[vehicles.call[v]] : now;
  return Math.max(now, from) + input.breakdown.repair;
}
