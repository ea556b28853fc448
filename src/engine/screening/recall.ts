import { schedule } from '../kernel/index.ts';
import { hashWords, PURPOSE } from '../random/index.ts';
import { EVENT } from './events.ts';
import { makeParcel, SEVERAL_ROUNDS } from './parcels.ts';
import { chooseLab, send } from './routing.ts';
import type { RunContext } from './run-context.ts';
import { BIN_TICKS, FALSE_POSITIVE_FLAG, INFECTED_MASK, growTubes, isMarked, SINGLE_FLAG } from './state.ts';

const words = new Int32Array(4);

/** Uniform on (0, 1) that belongs to one tube and purpose, in whatever order tubes are read. */
function tubeDraw(context: RunContext, s: number, index: number, purpose: number): number {
  hashWords(words, 0, context.seed, context.replication, context.input.sites.key[s], index, purpose);
  return ((words[0] >>> 0) + 0.5) / 4294967296;
}

/** The results of a plate, a chain of parcels, are released; returns how many tubes it held. Almost all can only be negative: they are counted together. */
export function readPlate(context: RunContext, head: number, releasedAt: number): number {
  const { parcel, person } = context.state;
  let tubes = 0;
  for (let id = head; id >= 0; id = parcel.next[id]) {
    tubes += parcel.tubes[id];
    const from = parcel.from[id];
    if (from >= person.arrival.length) readRecall(context, parcel.site[id], from, releasedAt);
    else if (parcel.marked[id] === 0 && parcel.round[id] !== SEVERAL_ROUNDS)
      countNegatives(context, parcel.round[id], parcel.people[id], releasedAt);
    else for (let t = from; t < from + parcel.tubes[id]; t++) readTube(context, parcel.site[id], t, releasedAt);
  }
  return tubes;
}

function readTube(context: RunContext, s: number, id: number, releasedAt: number): void {
  const { tube } = context.state;
  if (isMarked(tube.marks[id])) readMarkedTube(context, s, id, releasedAt);
  else countNegatives(context, tube.round[id], tube.people[id], releasedAt);
}

function countNegatives(context: RunContext, round: number, people: number, releasedAt: number): void {
  countFirstResult(context, round, people, releasedAt);
  countResult(context, round, people, releasedAt);
}

/** A recalled person has the final result. */
function readRecall(context: RunContext, s: number, id: number, releasedAt: number): void {
  const { input, state } = context;
  const { tube } = state;
  const infected = (tube.marks[id] & INFECTED_MASK) > 0;
  const draw = (): number => tubeDraw(context, s, id - state.person.arrival.length, PURPOSE.assay + 256);
  if (infected && draw() < input.positives.sensitivity) state.count.confirmed++;
  countResult(context, tube.round[id], 1, releasedAt);
}

/** A tube that somebody infected is in, or that will read positive wrongly: its people have their result, or are recalled. */
function readMarkedTube(context: RunContext, s: number, id: number, releasedAt: number): void {
  const { input, state } = context;
  const { tube } = state;
  const infected = tube.marks[id] & INFECTED_MASK;
  const index = id - state.site.personStart[s];
  const isPositive =
    (tube.marks[id] & FALSE_POSITIVE_FLAG) !== 0 || tubeDraw(context, s, index, PURPOSE.assay) < input.positives.sensitivity;
  countFirstResult(context, tube.round[id], tube.people[id], releasedAt);
  if (isPositive) recallMembers(context, s, id, index, infected, releasedAt);
  else countResult(context, tube.round[id], tube.people[id], releasedAt);
}

/** First results, of pools and single tubes, re-tests aside. */
function countFirstResult({ state }: RunContext, round: number, people: number, releasedAt: number): void {
  const { count, deadline } = state;
  if (releasedAt > count.finishFirst[round]) count.finishFirst[round] = releasedAt;
  if (round > 0) return;
  count.firstRead += people;
  if (releasedAt <= deadline) count.firstReadInTime += people;
}

function countResult(context: RunContext, round: number, people: number, releasedAt: number): void {
  const { count, deadline } = context.state;
  const bin = Math.min(count.bins - 1, Math.floor(releasedAt / BIN_TICKS));
  count.resulted[round * count.bins + bin] += people;
  if (releasedAt > count.finishResulted[round]) count.finishResulted[round] = releasedAt;
  if (round === 0 && releasedAt <= deadline) count.resultedInTime += people;
}

function recallMembers(context: RunContext, s: number, id: number, index: number, infected: number, releasedAt: number): void {
  const { input, state } = context;
  const { recallMin, recallMax } = input.positives;
  const people = state.tube.people[id];
  while (state.person.arrival.length + state.recallTubes + people > state.tube.round.length) growTubes(state);
  const { tube } = state;
  for (let member = 0; member < people; member++) {
    const delay = recallMin + (recallMax - recallMin) * tubeDraw(context, s, index, PURPOSE.recall + 256 * (member + 1));
    const again = state.person.arrival.length + state.recallTubes++;
    const at = releasedAt + Math.floor(delay);
    tube.openedAt[again] = at;
    tube.closedAt[again] = at;
    tube.people[again] = 1;
    tube.marks[again] = (member < infected ? 1 : 0) | SINGLE_FLAG;
    tube.round[again] = tube.round[id];
    schedule(state.calendar, at, EVENT.reswab, s, again);
  }
  state.count.recalled += people;
}

/** A door team swabs a recalled person and takes the single tube straight to a lab. */
export function reswab(context: RunContext, s: number, id: number): void {
  const { input, state } = context;
  const lab = chooseLab(context, s, 1);
  const travel = Math.round(input.labs.fromSite[s * input.labs.count + lab] * state.site.travelFactor[s]);
  state.count.reswabbed++;
  send(state, lab, makeParcel(context, s, id, 1), 1, state.now + travel);
}
