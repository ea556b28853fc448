import type { ScreeningInput } from './input.ts';

export interface PersonState {
  /** Before arrival: demand; afterwards: open clock of arrival. */
  arrival: Float64Array;
  /** Before registration by hand: its duration; then the open clock of its end; once sampling begins, of that beginning. */
  ready: Float64Array;
  samplingTicks: Int32Array;
  /** With boards: home number of the person at this place. */
  home: Int32Array;
}

/**
 * People by the site they belong to: sorted demand (once they set out: the real instant of coming), and the draw of their swab's time.
 * Without boards these are the very arrays of PersonState.
 */
export interface HomeState {
  start: Int32Array;
  /** People who have set out. */
  next: Int32Array;
  /** Times `share` the share of the round at which each comes. */
  demand: Float64Array;
  /** [site × round] */
  share: Float64Array;
  ticks: Int32Array;
}

/**
 * Where people served may be forgotten a site has a row only from its first draw to its last swab. So a run to the end works in one row, which
 * stays near, and holds as many as sites are at work at once when it is stopped on the way.
 */
export interface RowState {
  /** People in a row; 0 where each site keeps its own place for good. */
  length: number;
  /** Rows ever given out. */
  given: number;
  /** Rows that came back: their first places. */
  free: Int32Array;
  freeCount: number;
}

export interface People {
  /** First person of each site; −1 where it has no row. */
  personStart: Int32Array;
  person: PersonState;
  home: HomeState;
  row: RowState;
}

/** With boards a site can take twice its own people and a few more. */
const ROOM_FOR_VISITORS = 64;
const NO_ROW = -1;

/** People of all rounds who belong to site s. */
export function peopleOf({ sites, rounds }: ScreeningInput, s: number): number {
  return sites.people[s] * rounds.count;
}

function runningStarts(input: ScreeningInput, sizeOf: (s: number) => number): Int32Array {
  const starts = new Int32Array(input.sites.count + 1);
  for (let s = 0; s < input.sites.count; s++) starts[s + 1] = starts[s] + sizeOf(s);
  return starts;
}

function createPersons(people: number, visitors: number): PersonState {
  return {
    arrival: new Float64Array(people),
    ready: new Float64Array(people),
    samplingTicks: new Int32Array(people),
    home: new Int32Array(visitors),
  };
}

/** @param spent people of another run, whose memory is taken over where it fits */
export function createPeople(input: ScreeningInput, spent?: People): People {
  const { count } = input.sites;
  const { boards } = input.choice;
  const usesRows = input.forgetsServed === true && !boards;
  const ownStart = runningStarts(input, (s) => peopleOf(input, s));
  const visitedStart = boards ? runningStarts(input, (s) => 2 * peopleOf(input, s) + ROOM_FOR_VISITORS) : ownStart;
  const personStart = usesRows ? new Int32Array(count).fill(NO_ROW) : visitedStart;
  const length = usesRows ? ownStart.reduce((most, start, s) => Math.max(most, start - (ownStart[s - 1] ?? 0)), 0) : 0;
  const size = usesRows ? length : visitedStart[count];
  const visitors = boards ? size : 0;
  const fits = spent?.row.length === length && spent.person.home.length === visitors && (usesRows || spent.person.arrival.length === size);
  const person = fits ? spent.person : createPersons(size, visitors);
  const home: HomeState = {
    start: boards ? ownStart : personStart,
    next: new Int32Array(count),
    share: new Float64Array(count * input.rounds.count),
    demand: boards ? new Float64Array(ownStart[count]) : person.arrival,
    ticks: boards ? new Int32Array(ownStart[count]) : person.samplingTicks,
  };
  return { personStart, person, home, row: { length, given: 0, free: new Int32Array(usesRows ? count : 0), freeCount: 0 } };
}

/** Takes back all rows. */
export function clearRows(personStart: Int32Array, row: RowState): void {
  if (row.length > 0) personStart.fill(NO_ROW);
  row.given = 0;
  row.freeCount = 0;
}

/** Gives site s a row if it has none and needs one; all arrays of people may be new ones afterwards. */
export function takeRow(
  state: { site: { personStart: Int32Array }; person: PersonState; home: HomeState; row: RowState },
  s: number,
): void {
  const { row, site } = state;
  if (row.length === 0 || site.personStart[s] !== NO_ROW) return;
  if (row.freeCount > 0) {
    site.personStart[s] = row.free[--row.freeCount];
    return;
  }
  const start = row.length * row.given++;
  if (start + row.length > state.person.arrival.length) {
    const wider = createPersons(Math.max(2 * start, row.length), 0);
    for (const name of Object.keys(wider) as (keyof PersonState)[]) wider[name].set(state.person[name]);
    state.person = wider;
    state.home.demand = wider.arrival;
    state.home.ticks = wider.samplingTicks;
  }
  site.personStart[s] = start;
}

/** Takes back the row of site s, whose people are all served. */
export function giveBackRow({ row, site }: { site: { personStart: Int32Array }; row: RowState }, s: number): void {
  if (row.length === 0 || site.personStart[s] === NO_ROW) return;
  row.free[row.freeCount++] = site.personStart[s];
  site.personStart[s] = NO_ROW;
}
