import { createParcels, NOT_DELIVERED, SEVERAL_ROUNDS, type ParcelState } from './parcel-state.ts';
import type { RunContext } from './run-context.ts';
import type { RunState } from './state.ts';
import { isMarked } from './tube-state.ts';

/** Number of a new parcel of site s that has not been to a lab; all arrays may be new ones afterwards. */
function nextParcel(state: RunState, s: number, from: number, tubes: number): number {
  const { size } = state.parcel;
  if (size === state.parcel.next.length) {
    const wider = createParcels(2 * size);
    for (const name of Object.keys(wider) as (keyof ParcelState)[]) if (name !== 'size') wider[name].set(state.parcel[name]);
    state.parcel = wider;
  }
  const { parcel } = state;
  parcel.size = size + 1;
  parcel.site[size] = s;
  parcel.from[size] = from;
  parcel.tubes[size] = tubes;
  parcel.recalled[size] = 0;
  parcel.atLabAt[size] = NOT_DELIVERED;
  parcel.next[size] = -1;
  return size;
}

/** Makes a parcel of tubes from … from + tubes − 1 of site s, in the order of closing. */
export function makeParcel({ input, state }: RunContext, s: number, from: number, tubes: number): number {
  const id = nextParcel(state, s, from, tubes);
  const { tube, parcel, site } = state;
  const first = site.tubeStart[s] + from;
  let people = 0;
  let marks = 0;
  for (let t = first; t < first + tubes; t++) {
    people += tube.people[t];
    marks |= tube.marks[t];
  }
  parcel.people[id] = people;
  parcel.round[id] = input.rounds.count === 1 ? 0 : roundOf(state, first, tubes);
  parcel.marked[id] = isMarked(marks) ? 1 : 0;
  // No tube is open longer than its filling time, and none before its site.
  parcel.oldest[id] = Math.max(site.opening[s], tube.closedAt[first] - input.pool.fillTicks);
  return id;
}

function roundOf({ tube }: RunState, first: number, tubes: number): number {
  for (let t = first + 1; t < first + tubes; t++) if (tube.round[t] !== tube.round[first]) return SEVERAL_ROUNDS;
  return tube.round[first];
}

/** Makes a parcel of the only tube of a recalled person of site s. */
export function makeRecallParcel(state: RunState, s: number, recall: number): number {
  const id = nextParcel(state, s, recall, 1);
  const { parcel } = state;
  parcel.people[id] = 1;
  parcel.recalled[id] = 1;
  parcel.round[id] = state.recall.round[recall];
  parcel.marked[id] = state.recall.infected[recall];
  parcel.oldest[id] = state.recall.swabbedAt[recall];
  return id;
}

/** Cuts the first `tubes` tubes off a parcel into one of their own, whose number it returns; the rest stays where it is in its chain. */
export function splitParcel(state: RunState, id: number, tubes: number): number {
  const front = nextParcel(state, state.parcel.site[id], state.parcel.from[id], tubes);
  const { parcel, tube, site } = state;
  const first = site.tubeStart[parcel.site[id]] + parcel.from[id];
  let people = 0;
  for (let t = first; t < first + tubes; t++) people += tube.people[t];
  for (const name of ['round', 'marked', 'oldest', 'atLabAt'] as const) parcel[name][front] = parcel[name][id];
  parcel.people[front] = people;
  parcel.from[id] += tubes;
  parcel.tubes[id] -= tubes;
  parcel.people[id] -= people;
  return front;
}

/** How many of a parcel's tubes, or of the people in them, stand in tubes opened longer ago than `age`. Mostly all or none, which needs no look at them. */
export function countOlder({ now, parcel, tube, site }: RunState, id: number, age: number, what: 'tubes' | 'people'): number {
  if (now - parcel.oldest[id] <= age) return 0;
  if (parcel.recalled[id] === 1) return 1;
  const first = site.tubeStart[parcel.site[id]] + parcel.from[id];
  const last = first + parcel.tubes[id] - 1;
  // No tube was opened after the last of them closed.
  if (now - tube.closedAt[last] > age) return parcel[what][id];
  let older = 0;
  for (let t = first; t <= last; t++) if (now - tube.openedAt[t] > age) older += what === 'people' ? tube.people[t] : 1;
  return older;
}
