import { compileVariant, type ConfirmedCase } from '../../compile/index.ts';
import { createRun, type ScreeningRun } from '../../engine/index.ts';
import { TICKS_PER_HOUR } from '../../units/index.ts';
import type { Variant } from '../runner.ts';

const STEP = TICKS_PER_HOUR / 4;
/** The lowest bits of a tube's marks count the infected. */

/**
 * Whom one replication of a screening round confirms, and when, to the quarter hour: what the emergency network has to fetch on the same
 * clock. How many and when is exact; whose re-swab it was goes by the order in which those of infected people reached a laboratory. A case
 * lives in the village that its site stands in.
 */
export function confirmedInRound(variant: Variant, seed: number, replication: number): ConfirmedCase[] {
  const { input, sites } = compileVariant(variant.city, variant.scenario);
  const run = createRun(input, seed, replication);
  const cases: ConfirmedCase[] = [];
  const taken = new Set<number>();
  for (let at = STEP; at <= input.horizon; at += STEP) {
    run.advanceTo(at);
    for (const site of newlyConfirmed(run, cases.length, taken, at)) {
      // Behind the sites stand the door teams, which start from the largest site of their district.
      const { villageId } = sites[Math.min(site, sites.length - 1)];
      cases.push({ at: at / TICKS_PER_HOUR, villageId });
    }
    if (isOver(run)) break;
  }
  return cases;
}

/** Sites of the re-swabs behind the confirmations since the last look. */
function newlyConfirmed({ state }: ScreeningRun, known: number, taken: Set<number>, at: number): number[] {
  const fresh = state.count.confirmed - known;
  if (fresh <= 0) return [];
  const { recall, parcel } = state;
  const waiting: number[] = [];
  for (let id = 0; id < parcel.size; id++) {
    const isInfected = parcel.recalled[id] === 1 && recall.infected[parcel.from[id]] === 1;
    const isAtLab = parcel.atLabAt[id] >= 0 && parcel.atLabAt[id] <= at;
    if (isInfected && isAtLab && !taken.has(id)) waiting.push(id);
  }
  waiting.sort((a, b) => parcel.atLabAt[a] - parcel.atLabAt[b] || a - b);
  const chosen = waiting.slice(0, fresh);
  for (const id of chosen) taken.add(id);
  return chosen.map((id) => parcel.site[id]);
}

/** Nobody's result is to come any more. */
function isOver({ state, input }: ScreeningRun): boolean {
  const people = input.sites.people.reduce((sum, count) => sum + count, 0);
  const resulted = state.count.resulted.reduce((sum, count) => sum + count, 0);
  return resulted >= people * input.rounds.count;
}
