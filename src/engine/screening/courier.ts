import { schedule } from '../kernel/index.ts';
import { EVENT } from './events.ts';
import { countOlder, makeParcel } from './parcels.ts';
import { chooseLab, send } from './routing.ts';
import type { RunContext } from './run-context.ts';
import type { RunState } from './state.ts';

/** A courier sets out when a tube waits at one of the courier's sites, else looks again one interval later. */
export function startRound(context: RunContext, courier: number): void {
  const { input, state } = context;
  const { tourStart, tourSites } = input.couriers;
  let waiting = false;
  let more = false;
  for (let i = tourStart[courier]; i < tourStart[courier + 1]; i++) {
    const s = tourSites[i];
    if (hasTubes(state, s, state.now)) waiting = true;
    if (state.site.collected[s] < state.site.tubes[s] || !isFinished(context, s)) more = true;
  }
  if (waiting) {
    state.courier.startedAt[courier] = state.now;
    visitStop(context, courier, tourStart[courier]);
  } else if (more) {
    schedule(state.calendar, state.now + state.courierInterval, EVENT.courierStart, courier, 0);
  }
}

/** Nobody is left to be sampled at site s and every tube is closed. With boards somebody may come as long as the window lasts. */
function isFinished({ input, state }: RunContext, s: number): boolean {
  const { site, desk, home } = state;
  if (!input.choice.boards) return site.sampled[s] === site.expected[s];
  const onTheWay = home.next[s] < home.start[s + 1] - home.start[s] || site.pending[s] > 0;
  const open = desk.tubePeople.subarray(site.deskStart[s], site.deskStart[s + 1]).some((people) => people > 0) || site.tubePeople[s] > 0;
  return state.now >= input.demand.windowEnd && !onTheWay && site.sampled[s] === site.arrived[s] && !open;
}

function hasTubes(state: RunState, s: number, at: number): boolean {
  const next = state.site.collected[s];
  return next < state.site.tubes[s] && state.tube.closedAt[state.site.tubeStart[s] + next] <= at;
}

/** At a stop the courier takes every closed tube and goes on; from the last stop to a lab. */
export function visitStop(context: RunContext, courier: number, stop: number): void {
  const { input, state } = context;
  collect(context, courier, input.couriers.tourSites[stop]);
  if (stop + 1 < input.couriers.tourStart[courier + 1]) {
    const leg = Math.round(input.couriers.legTicks[stop + 1] * state.site.travelFactor[input.couriers.tourSites[stop + 1]]);
    state.count.courierTicks += leg;
    schedule(state.calendar, state.now + leg, EVENT.courierStop, courier, stop + 1);
    return;
  }
  deliverLoad(context, courier, input.couriers.tourSites[stop]);
}

function collect(context: RunContext, courier: number, s: number): void {
  const { input, state } = context;
  const { tube, site, now } = state;
  const first = site.tubeStart[s];
  const from = site.collected[s];
  let to = from;
  while (to < site.tubes[s] && tube.closedAt[first + to] <= now) to++;
  if (to === from) return;
  const id = makeParcel(context, s, from, to - from);
  state.count.sealedLate += countOlder(state, id, input.couriers.sealLimit, 'tubes');
  const { head, tail, load } = state.courier;
  if (tail[courier] < 0) head[courier] = id;
  else state.parcel.next[tail[courier]] = id;
  tail[courier] = id;
  load[courier] += to - from;
  site.collected[s] = to;
}

function deliverLoad(context: RunContext, courier: number, lastStop: number): void {
  const { input, state } = context;
  const load = state.courier.load[courier];
  const lab = chooseLab(context, lastStop, load);
  const there = Math.round(input.labs.fromSite[lastStop * input.labs.count + lab] * state.site.travelFactor[lastStop]);
  const first = input.couriers.tourSites[input.couriers.tourStart[courier]];
  const back = Math.round(input.labs.fromSite[first * input.labs.count + lab] * state.site.travelFactor[first]);
  send(state, lab, state.courier.head[courier], load, state.now + there);
  logRound(state, courier, lab, load, state.now + there);
  state.count.courierTicks += there + back;
  state.courier.head[courier] = -1;
  state.courier.tail[courier] = -1;
  state.courier.load[courier] = 0;
  const next = Math.max(state.courier.startedAt[courier] + state.courierInterval, state.now + there + back);
  schedule(state.calendar, next, EVENT.courierStart, courier, 0);
}

function logRound(state: RunState, courier: number, lab: number, tubes: number, atLabAt: number): void {
  const log = state.count.rounds;
  if (log.size === log.courier.length) {
    for (const name of ['startedAt', 'atLabAt'] as const) {
      const wider = new Float64Array(2 * log.size);
      wider.set(log[name]);
      log[name] = wider;
    }
    for (const name of ['courier', 'lab', 'tubes'] as const) {
      const wider = new Int32Array(2 * log.size);
      wider.set(log[name]);
      log[name] = wider;
    }
  }
  const i = log.size++;
  log.startedAt[i] = state.courier.startedAt[courier];
  log.atLabAt[i] = atLabAt;
  log.courier[i] = courier;
  log.lab[i] = lab;
  log.tubes[i] = tubes;
}
