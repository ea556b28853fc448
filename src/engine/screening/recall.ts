import { schedule } from '../kernel/index.ts';
import { hashWords, PURPOSE } from '../random/index.ts';
import { EVENT } from './events.ts';
import { chooseLab, send } from './routing.ts';
import type { RunContext } from './run-context.ts';
import { BIN_TICKS, FALSE_POSITIVE_FLAG, INFECTED_MASK, NOT_DELIVERED, SINGLE_FLAG } from './state.ts';

const words = new Int32Array(4);

/** Uniform on (0, 1) that belongs to one tube and purpose, in whatever order tubes are read. */
function tubeDraw(context: RunContext, s: number, index: number, purpose: number): number {
  hashWords(words, 0, context.seed, context.replication, context.input.sites.key[s], index, purpose);
  return ((words[0] >>> 0) + 0.5) / 4294967296;
}

/** A tube's result is released: its people have their result, or are recalled when the pool is positive. */
export function readTube(context: RunContext, id: number, releasedAt: number): void {
  const { input, state } = context;
  const { tube } = state;
  const s = tube.site[id];
  const infected = tube.marks[id] & INFECTED_MASK;
  const recalls = state.person.arrival.length;
  if (id >= recalls) {
    if (infected > 0 && tubeDraw(context, s, id - recalls, PURPOSE.assay + 256) < input.positives.sensitivity) state.count.confirmed++;
    countResult(context, tube.round[id], 1, releasedAt);
    return;
  }
  const { count } = state;
  if (releasedAt > count.finishFirst[tube.round[id]]) count.finishFirst[tube.round[id]] = releasedAt;
  if (tube.round[id] === 0) {
    count.firstRead += tube.people[id];
    if (releasedAt <= state.deadline) count.firstReadInTime += tube.people[id];
  }
  const index = id - state.site.personStart[s];
  const positive =
    (tube.marks[id] & FALSE_POSITIVE_FLAG) !== 0 ||
    (infected > 0 && tubeDraw(context, s, index, PURPOSE.assay) < input.positives.sensitivity);
  if (positive) recallMembers(context, id, index, infected, releasedAt);
  else countResult(context, tube.round[id], tube.people[id], releasedAt);
}

function countResult(context: RunContext, round: number, people: number, releasedAt: number): void {
  const { count, deadline } = context.state;
  const bin = Math.min(count.bins - 1, Math.floor(releasedAt / BIN_TICKS));
  count.resulted[round * count.bins + bin] += people;
  if (releasedAt > count.finishResulted[round]) count.finishResulted[round] = releasedAt;
  if (round === 0 && releasedAt <= deadline) count.resultedInTime += people;
}

function recallMembers(context: RunContext, id: number, index: number, infected: number, releasedAt: number): void {
  const { input, state } = context;
  const { tube } = state;
  const { recallMin, recallMax } = input.positives;
  for (let member = 0; member < tube.people[id]; member++) {
    const delay = recallMin + (recallMax - recallMin) * tubeDraw(context, tube.site[id], index, PURPOSE.recall + 256 * (member + 1));
    const again = state.person.arrival.length + state.recallTubes++;
    const at = releasedAt + Math.floor(delay);
    tube.openedAt[again] = at;
    tube.closedAt[again] = at;
    tube.atLabAt[again] = NOT_DELIVERED;
    tube.people[again] = 1;
    tube.marks[again] = (member < infected ? 1 : 0) | SINGLE_FLAG;
    tube.round[again] = tube.round[id];
    tube.site[again] = tube.site[id];
    tube.next[again] = -1;
    schedule(state.calendar, at, EVENT.reswab, EVENT.reswab, 0, again);
  }
  state.count.recalled += tube.people[id];
}

/** A door team swabs a recalled person and takes the single tube straight to a lab. */
export function reswab(context: RunContext, id: number): void {
  const { input, state } = context;
  const s = state.tube.site[id];
  const lab = chooseLab(context, s, 1);
  const travel = Math.round(input.labs.fromSite[s * input.labs.count + lab] * state.site.travelFactor[s]);
  state.count.reswabbed++;
  send(state, lab, id, 1, state.now + travel);
}
