import { TRANSFER } from './input.ts';
import { NONE, type EmergencyState } from './state.ts';

/** Calls of one severity wait in one line; without priority classes all ordinary calls share the first. */
const lineOf = ({ calls, input }: EmergencyState, call: number): number => {
  const severity = calls.severity[call];
  return severity === TRANSFER || input.rules.priority ? severity : 0;
};

/** Puts a call in its line, in the order of calling: calls that were taken out come back to their place. */
export function enqueue(state: EmergencyState, call: number): void {
  const { first, last, next } = state.queue;
  const line = lineOf(state, call);
  if (first[line] === NONE || last[line] < call) {
    next[call] = NONE;
    if (first[line] === NONE) first[line] = call;
    else next[last[line]] = call;
    last[line] = call;
  } else {
    let before = NONE;
    let after = first[line];
    while (after !== NONE && after < call) {
      before = after;
      after = next[after];
    }
    next[call] = after;
    if (before === NONE) first[line] = call;
    else next[before] = call;
  }
  if (state.calls.severity[call] === TRANSFER) state.queue.transfers++;
  else state.queue.length++;
}

/** Takes a call out of its line; `before` is the one in front of it, or NONE. */
export function removeFromLine(state: EmergencyState, line: number, before: number, call: number): void {
  const { first, last, next } = state.queue;
  if (before === NONE) first[line] = next[call];
  else next[before] = next[call];
  if (last[line] === call) last[line] = before;
  next[call] = NONE;
  if (state.calls.severity[call] === TRANSFER) state.queue.transfers--;
  else state.queue.length--;
}
