import { schedule } from '../kernel/index.ts';
import { hashWords, PURPOSE } from '../random/index.ts';
import { EVENT } from './events.ts';
import { SEVERAL_ROUNDS } from './parcel-state.ts';
import { makeRecallParcel } from './parcels.ts';
import { createRecalls, type RecallState } from './recall-state.ts';
import { chooseLab, send } from './routing.ts';
import type { RunContext } from './run-context.ts';
import { BIN_TICKS, type RunState } from './state.ts';
import { FALSE_POSITIVE_FLAG, INFECTED_MASK, isMarked } from './tube-state.ts';

const words = new Int32Array(4);

/** Uniform on (0, 1) that belongs to one tube and purpose, in whatever order tubes are read. */
function tubeDraw(context: RunContext, s: number, index: number, purpose: number): number {
  hashWords(words, 0, context.seed, context.replication, context.input.sites.key[s], index, purpose);
  return ((words[0] >>> 0) + 0.5) / 4294967296;
}

/** The results of a plate, a chain of parcels, are released; returns how many tubes it held. Almost all can only be negative: they are counted together. */
export function readPlate(context: RunContext, head: number, releasedAt: number): number {
  const { parcel } = context.state;
  let tubes = 0;
  for (let id = head; id >= 0; id = parcel.next[id]) {
    const from = parcel.from[id];
    tubes += parcel.tubes[id];
    if (parcel.recalled[id] === 1) readRecall(context, parcel.site[id], from, releasedAt);
    else if (parcel.marked[id] === 0 && parcel.round[id] !== SEVERAL_ROUNDS)
      countNegatives(context, parcel.round[id], parcel.people[id], releasedAt);
    else for (let index = from; index < from + parcel.tubes[id]; index++) readTube(context, parcel.site[id], index, releasedAt);
  }
  return tubes;
}

function readTube(context: RunContext, s: number, index: number, releasedAt: number): void {
  const { tube, site } = context.state;
  const id = site.tubeStart[s] + index;
  if (isMarked(tube.marks[id])) readMarkedTube(context, s, index, releasedAt);
  else countNegatives(context, tube.round[id], tube.people[id], releasedAt);
}

function countNegatives(context: RunContext, round: number, people: number, releasedAt: number): void {
  countFirstResult(context, round, people, releasedAt);
  countResult(context, round, people, releasedAt);
}

/** A recalled person has the final result. */
function readRecall(context: RunContext, s: number, recall: number, releasedAt: number): void {
  const { input, state } = context;
  const isFound = (): boolean => tubeDraw(context, s, recall, PURPOSE.assay + 256) < input.positives.sensitivity;
  if (state.recall.infected[recall] === 1 && isFound()) state.count.confirmed++;
  countResult(context, state.recall.round[recall], 1, releasedAt);
}

/** A tube that somebody infected is in, or that will read positive wrongly: its people have their result, or are recalled. */
function readMarkedTube(context: RunContext, s: number, index: number, releasedAt: number): void {
  const { input, state } = context;
  const { tube, site } = state;
  const id = site.tubeStart[s] + index;
  const isPositive =
    (tube.marks[id] & FALSE_POSITIVE_FLAG) !== 0 || tubeDraw(context, s, index, PURPOSE.assay) < input.positives.sensitivity;
  countFirstResult(context, tube.round[id], tube.people[id], releasedAt);
  if (isPositive) recallMembers(context, s, index, releasedAt);
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

function recallMembers(context: RunContext, s: number, index: number, releasedAt: number): void {
  const { input, state } = context;
  const { recallMin, recallMax } = input.positives;
  const id = state.site.tubeStart[s] + index;
  const people = state.tube.people[id];
  const infected = state.tube.marks[id] & INFECTED_MASK;
  for (let member = 0; member < people; member++) {
    const delay = recallMin + (recallMax - recallMin) * tubeDraw(context, s, index, PURPOSE.recall + 256 * (member + 1));
    const recall = nextRecall(state);
    const at = releasedAt + Math.floor(delay);
    state.recall.swabbedAt[recall] = at;
    state.recall.infected[recall] = member < infected ? 1 : 0;
    state.recall.round[recall] = state.tube.round[id];
    schedule(state.calendar, at, EVENT.reswab, s, recall);
  }
  state.count.recalled += people;
}

/** Number of a new recall; all arrays may be new ones afterwards. */
function nextRecall(state: RunState): number {
  const { size } = state.recall;
  if (size === state.recall.round.length) {
    const wider = createRecalls(2 * size);
    for (const name of Object.keys(wider) as (keyof RecallState)[]) if (name !== 'size') wider[name].set(state.recall[name]);
    state.recall = wider;
  }
  state.recall.size = size + 1;
  return size;
}

/** A door team swabs a recalled person and takes the single tube straight to a lab. */
export function reswab(context: RunContext, s: number, recall: number): void {
  const { input, state } = context;
  const lab = chooseLab(context, s, 1);
  const travel = Math.round(input.labs.fromSite[s * input.labs.count + lab] * state.site.travelFactor[s]);
  state.count.reswabbed++;
  send(state, lab, makeRecallParcel(state, s, recall), 1, state.now + travel);
}
