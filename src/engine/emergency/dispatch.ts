import { driveHome, isAvailable, putAway, release } from './fleet.ts';
import { TRANSFER } from './input.ts';
import { endMission, recallCrew, send } from './mission.ts';
import { POLICIES } from './policies/index.ts';
import { CLASSES, MISSION, NONE, type EmergencyState } from './state.ts';
import { enqueue, removeFromLine } from './waiting.ts';

const LOST = 2;

/** A call is to be given to a crew now. With none to send it waits, or is lost where nobody more may wait. */
export function receive(state: EmergencyState, call: number): void {
  state.open++;
  if (giveAway(state, call)) return;
  const { missions, calls, input, queue } = state;
  if (calls.severity[call] !== TRANSFER && queue.length >= input.rules.waitingRoom) {
    missions.waited[call] = LOST;
    state.open--;
    return;
  }
  missions.waited[call] = 1;
  enqueue(state, call);
}

/** Sends whom the policy chooses; false when it chooses nobody. A crew taken off another call leaves that one to be given away anew. */
function giveAway(state: EmergencyState, call: number): boolean {
  const { calls, input, vehicles, missions } = state;
  if (calls.severity[call] === TRANSFER && state.free <= input.rules.heldForCalls) return false;
  const v = POLICIES[input.rules.policy].choose(state, call);
  if (v === NONE) return false;
  const robbed = vehicles.phase[v] === MISSION ? vehicles.call[v] : NONE;
  if (robbed !== NONE) recallCrew(state, v);
  send(state, v, call);
  if (robbed !== NONE && !giveAway(state, robbed)) {
    missions.waited[robbed] = 1;
    enqueue(state, robbed);
  }
  return true;
}

/** Gives waiting calls away, most urgent first and in the order of calling, as far as there is somebody to send. */
export function serveWaiting(state: EmergencyState): void {
  const { queue, input } = state;
  const { isFirstServed } = POLICIES[input.rules.policy];
  for (let line = 0; line < CLASSES; line++) {
    if (isFirstServed) {
      for (let call = queue.first[line]; call !== NONE; call = queue.first[line]) {
        removeFromLine(state, line, NONE, call);
        if (giveAway(state, call)) continue;
        enqueue(state, call);
        break;
      }
      continue;
    }
    let before = NONE;
    for (let call = queue.first[line]; call !== NONE && state.free > 0;) {
      const behind = queue.next[call];
      if (giveAway(state, call)) removeFromLine(state, line, before, call);
      else before = call;
      call = behind;
    }
  }
}

/** A mission is over: the vehicle serves whom it may, takes over a call, or goes home. */
export function completeMission(state: EmergencyState, v: number): void {
  const { vehicles, queue, input } = state;
  endMission(state, v);
  driveHome(state, v);
  if (!isAvailable(state, v)) return putAway(state, v);
  release(state, v);
  if (queue.length + queue.transfers > 0) serveWaiting(state);
  if (vehicles.phase[v] === MISSION || state.free === 0) return;
  const call = POLICIES[input.rules.policy].findTakeover?.(state, v) ?? NONE;
  if (call === NONE) return;
  recallCrew(state, state.missions.vehicle[call]);
  send(state, v, call);
}
