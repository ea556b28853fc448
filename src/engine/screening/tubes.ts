import { nextGap } from '../random/index.ts';
import type { RunContext } from './run-context.ts';
import { SITE_STREAMS, STREAM_WORDS, type RunState } from './state.ts';
import { FALSE_POSITIVE_FLAG, createTubes, type TubeState } from './tube-state.ts';

export const KEY_STREAM = 0;
export const INFECTION_STREAM = 1;
export const FALSE_POSITIVE_STREAM = 2;

/** Offset of one of site s's marking streams. */
export function siteStream(s: number, which: number): number {
  return (s * SITE_STREAMS + which) * STREAM_WORDS;
}

/** Marks of a tube opened at site s: every so many tubes one will read positive wrongly. Belongs to the tube, whatever becomes of it. */
export function openTube(context: RunContext, s: number): number {
  const { site } = context.state;
  if (site.nextFalsePositive[s]-- > 0) return 0;
  site.nextFalsePositive[s] = nextGap(context.scratch.gap.falsePositive, site.streams, siteStream(s, FALSE_POSITIVE_STREAM));
  return FALSE_POSITIVE_FLAG;
}

/**
 * Files a closed tube of site s in the order of closing instants. Ties go by first specimen, then by content, so that the order does not
 * hang on when the closing was noticed.
 */
export function fileTube(
  context: RunContext,
  s: number,
  openedAt: number,
  closedAt: number,
  people: number,
  marks: number,
  round: number,
): void {
  const { site } = context.state;
  if (site.tubes[s] === site.tubeRoom[s]) makeRoom(context, s);
  const { tube } = context.state;
  const first = site.tubeStart[s] + site.collected[s];
  let id = site.tubeStart[s] + site.tubes[s]++;
  while (id > first && goesBefore(tube, id - 1, openedAt, closedAt, people, marks)) {
    tube.closedAt[id] = tube.closedAt[id - 1];
    tube.openedAt[id] = tube.openedAt[id - 1];
    tube.people[id] = tube.people[id - 1];
    tube.marks[id] = tube.marks[id - 1];
    tube.round[id] = tube.round[id - 1];
    id--;
  }
  tube.closedAt[id] = closedAt;
  tube.openedAt[id] = openedAt;
  tube.people[id] = people;
  tube.marks[id] = marks;
  tube.round[id] = round;
}

/** Of the tubes that a site is likely to fill, so many more have room. */
const SPARE = 1.1;
const LEAST_ROOM = 16;

/** Gives site s's row of tubes room at the end of all, at first for as many as are likely, then twice as many; all arrays may be new ones afterwards. */
function makeRoom({ input, state }: RunContext, s: number): void {
  const { site } = state;
  const likely = input.sites.people[s] * input.rounds.count * (1 / state.poolSize + input.pool.keyShare);
  const room = site.tubeRoom[s] === 0 ? Math.ceil(SPARE * likely) + LEAST_ROOM : 2 * site.tubeRoom[s];
  const start = state.tube.size;
  if (start + room > state.tube.round.length) growTubes(state, start + room);
  const { tube } = state;
  const from = site.tubeStart[s];
  const to = from + site.tubes[s];
  for (const row of [tube.openedAt, tube.closedAt, tube.people, tube.marks, tube.round]) row.copyWithin(start, from, to);
  site.tubeStart[s] = start;
  site.tubeRoom[s] = room;
  tube.size = start + room;
}

function growTubes(state: RunState, least: number): void {
  const { tube } = state;
  const wider = createTubes(Math.max(2 * tube.round.length, least));
  for (const name of Object.keys(wider) as (keyof TubeState)[]) if (name !== 'size') wider[name].set(tube[name]);
  state.tube = wider;
}

/** Whether a tube of these figures goes before the filed one. */
function goesBefore(tube: TubeState, id: number, openedAt: number, closedAt: number, people: number, marks: number): boolean {
  if (tube.closedAt[id] !== closedAt) return tube.closedAt[id] > closedAt;
  if (tube.openedAt[id] !== openedAt) return tube.openedAt[id] > openedAt;
  return tube.people[id] !== people ? tube.people[id] > people : tube.marks[id] > marks;
}

/** Closes the open tube of a desk, if it has one, at a real instant, or when its filling time ran out before that. */
export function closeDeskTube(context: RunContext, s: number, desk: number, closedAt: number, round: number): void {
  const { state, input } = context;
  const people = state.desk.tubePeople[desk];
  if (people === 0) return;
  const openedAt = state.desk.tubeFirst[desk] + state.site.offset[s];
  fileTube(context, s, openedAt, Math.min(closedAt, openedAt + input.pool.fillTicks), people, state.desk.tubeMarks[desk], round);
  state.desk.tubePeople[desk] = 0;
}

/** Round that the latest person to be sampled at site s belongs to. */
export function presentRound(context: RunContext, s: number): number {
  const sampled = context.state.site.sampled[s];
  return sampled === 0 || context.input.rounds.count === 1 ? 0 : Math.floor((sampled - 1) / context.input.sites.people[s]);
}

/** Closes every open tube of site s whose filling time ran out before `until`. */
export function closeLapsedTubes(context: RunContext, s: number, until: number): void {
  const { state, input } = context;
  const offset = state.site.offset[s];
  const first = state.site.deskStart[s];
  for (let desk = first; desk < first + state.site.desks[s]; desk++) {
    const lapse = state.desk.tubeFirst[desk] + input.pool.fillTicks + offset;
    if (state.desk.tubePeople[desk] > 0 && lapse < until) closeDeskTube(context, s, desk, lapse, presentRound(context, s));
  }
}
