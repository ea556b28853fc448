import { isAvailable } from '../fleet.ts';
import { TRANSFER } from '../input.ts';
import { expectedTicks } from '../mission.ts';
import { MISSION, NONE, type EmergencyState } from '../state.ts';
import { slownessAt, ticksToPlace } from '../ways.ts';
import { nearestFree } from './nearest.ts';
import type { Policy } from './policy.ts';

/**
 * Closest free, and orders that are not final: a free crew that would be there clearly earlier takes a call over, and an urgent call takes
 * a crew that is on its way to a less urgent one.
 */
export const redispatch: Policy = {
  isFirstServed: true,
  choose(state, call) {
    const place = state.calls.place[call];
    const free = nearestFree(state, place, -1);
    const taken = crewToTake(state, call, free === NONE ? Infinity : expectedTicks(state, free, place));
    return taken === NONE ? free : taken;
  },
  findTakeover: callToTakeOver,
};

/** A crew on its way to a less urgent call that would be there clearly earlier than the best free one. */
function crewToTake(state: EmergencyState, call: number, freeTicks: number): number {
  const { vehicles, missions, calls, input, now } = state;
  const place = calls.place[call];
  let best = NONE;
  let least = freeTicks - input.rules.redispatchGain;
  for (let v = 0; v < input.vehicles.count; v++) {
    const held = vehicles.phase[v] === MISSION ? vehicles.call[v] : NONE;
    if (held === NONE || missions.arriveAt[held] <= now || urgency(state, held) <= urgency(state, call) || !isAvailable(state, v)) continue;
    const ticks = crewTicks(state, held, place);
    if (ticks < least) {
      best = v;
      least = ticks;
    }
  }
  return best;
}

/** Without priority classes all ordinary calls are alike; a transfer stands behind them in any case. */
const urgency = ({ calls, input }: EmergencyState, call: number): number =>
  calls.severity[call] === TRANSFER || input.rules.priority ? calls.severity[call] : 0;

/** Ticks from where a crew on its way to `held` is now to another place. */
function crewTicks(state: EmergencyState, held: number, place: number): number {
  const { missions, calls, now, nodes, input, meanTurnout } = state;
  const slowness = slownessAt(state, input.places.area[place], now);
  const start = ticksToPlace(state, missions.from[held], place);
  if (now <= missions.leaveAt[held]) return meanTurnout + start * slowness;
  const gone = (now - missions.leaveAt[held]) / (missions.arriveAt[held] - missions.leaveAt[held]);
  return ((1 - gone) * start + gone * ticksToPlace(state, nodes.places + calls.place[held], place)) * slowness;
}

/** The call whose patient gains most when this free vehicle goes instead of the crew under way. */
function callToTakeOver(state: EmergencyState, vehicle: number): number {
  const { vehicles, missions, input, now, calls } = state;
  let best = NONE;
  let most = input.rules.redispatchGain;
  for (let v = 0; v < input.vehicles.count; v++) {
    const held = vehicles.phase[v] === MISSION ? vehicles.call[v] : NONE;
    if (held === NONE || missions.arriveAt[held] <= now) continue;
    const gain = missions.arriveAt[held] - now - expectedTicks(state, vehicle, calls.place[held]);
    if (gain >= most) {
      best = held;
      most = gain;
    }
  }
  return best;
}
