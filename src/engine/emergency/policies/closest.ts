import { nearestFree } from './nearest.ts';
import type { Policy } from './policy.ts';

/** The free vehicle that is there first, wherever it belongs. */
export const closest: Policy = {
  choose: (state, call) => nearestFree(state, state.calls.place[call], -1),
  isFirstServed: true,
};
