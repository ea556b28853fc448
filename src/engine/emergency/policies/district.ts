import { nearestFree } from './nearest.ts';
import type { Policy } from './policy.ts';

/** Each district serves itself; while an escalation lends, the districts are one. */
export const district: Policy = {
  isFirstServed: false,
  choose(state, call) {
    const place = state.calls.place[call];
    return nearestFree(state, place, state.rules.lendUntil > state.now ? -1 : state.input.places.district[place]);
  },
};
