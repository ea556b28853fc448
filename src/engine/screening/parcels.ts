import type { RunContext } from './run-context.ts';
import { isMarked, type RunState } from './state.ts';

/**
 * Tubes of one site that travel and wait together: those that a courier took at one stop, neighbours in the order of closing. Loads, queues
 * and plates are chains of parcels, so that a tube is looked at when it is taken and when a plate's end falls inside its parcel.
 */
export interface ParcelState {
  size: number;
  /** First tube and number of tubes. */
  from: Int32Array;
  tubes: Int32Array;
  people: Int32Array;
  site: Int32Array;
  /** Round of all its tubes; SEVERAL_ROUNDS when they differ. */
  round: Int16Array;
  /** 1 where a tube may hold an infected person or read positive wrongly. */
  marked: Uint8Array;
  /** No tube was opened before this instant; the oldest may be younger. */
  oldest: Float64Array;
  /** Real instant of coming to its present lab; NOT_DELIVERED before it has reached any. */
  atLabAt: Float64Array;
  /** Next parcel in the same load, queue or plate; −1 at the end. */
  next: Int32Array;
}

export const SEVERAL_ROUNDS = -1;
/** atLabAt of what has not reached a lab. */
export const NOT_DELIVERED = -1;

const FIRST_PARCELS = 4096;

export function createParcels(capacity = FIRST_PARCELS): ParcelState {
  return {
    size: 0,
    from: new Int32Array(capacity),
    tubes: new Int32Array(capacity),
    people: new Int32Array(capacity),
    site: new Int32Array(capacity),
    round: new Int16Array(capacity),
    marked: new Uint8Array(capacity),
    oldest: new Float64Array(capacity),
    atLabAt: new Float64Array(capacity),
    next: new Int32Array(capacity),
  };
}

/** Number of a new parcel; all arrays may be new ones afterwards. */
function nextParcel(state: RunState): number {
  const { parcel } = state;
  if (parcel.size === parcel.next.length) {
    const wider = createParcels(2 * parcel.size);
    for (const name of Object.keys(parcel) as (keyof ParcelState)[]) {
      if (name !== 'size') wider[name].set(parcel[name]);
    }
    state.parcel = { ...wider, size: parcel.size };
  }
  return state.parcel.size++;
}

/** Makes a parcel of tubes from … from + tubes − 1 of site s, in the order of closing, which have not been to a lab. */
export function makeParcel({ input, state }: RunContext, s: number, from: number, tubes: number): number {
  const id = nextParcel(state);
  const { tube, parcel } = state;
  let people = 0;
  let marks = 0;
  for (let t = from; t < from + tubes; t++) {
    people += tube.people[t];
    marks |= tube.marks[t];
  }
  parcel.from[id] = from;
  parcel.tubes[id] = tubes;
  parcel.people[id] = people;
  parcel.site[id] = s;
  parcel.round[id] = input.rounds.count === 1 ? 0 : roundOf(state, from, tubes);
  parcel.marked[id] = isMarked(marks) ? 1 : 0;
  // No tube is open longer than its filling time, and none before its site.
  parcel.oldest[id] = Math.max(state.site.opening[s], tube.closedAt[from] - input.pool.fillTicks);
  parcel.atLabAt[id] = NOT_DELIVERED;
  parcel.next[id] = -1;
  return id;
}

function roundOf({ tube }: RunState, from: number, tubes: number): number {
  for (let t = from + 1; t < from + tubes; t++) if (tube.round[t] !== tube.round[from]) return SEVERAL_ROUNDS;
  return tube.round[from];
}

/** Cuts the first `tubes` tubes off a parcel into one of their own, whose number it returns; the rest stays where it is in its chain. */
export function splitParcel(state: RunState, id: number, tubes: number): number {
  const front = nextParcel(state);
  const { parcel, tube } = state;
  const from = parcel.from[id];
  let people = 0;
  for (let t = from; t < from + tubes; t++) people += tube.people[t];
  for (const name of ['site', 'round', 'marked', 'oldest', 'atLabAt'] as const) parcel[name][front] = parcel[name][id];
  parcel.from[front] = from;
  parcel.tubes[front] = tubes;
  parcel.people[front] = people;
  parcel.next[front] = -1;
  parcel.from[id] += tubes;
  parcel.tubes[id] -= tubes;
  parcel.people[id] -= people;
  return front;
}

/** Whether some of a parcel's tubes may have been opened longer ago than `age`; where not, none need be looked at. */
export function mayBeOlder({ now, parcel }: RunState, id: number, age: number): boolean {
  return now - parcel.oldest[id] > age;
}
