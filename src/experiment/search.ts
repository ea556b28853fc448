import type { RunRecord } from '../results/index.ts';
import { firstReplications, type Runner, type Variant } from './runner.ts';

/** A search for the least amount with which enough runs meet a goal. More must never be worse. */
export interface LeastSearch {
  readonly seed: number;
  /** Runs that every amount is tried on, all with the same luck. */
  readonly replications: number;
  /** Share of runs that must meet the goal, 0–1. */
  readonly level: number;
  readonly variantOf: (amount: number) => Variant;
  readonly meets: (record: RunRecord) => boolean;
  /** An amount known (or thought) to be too little, and one to begin with. */
  readonly low: number;
  readonly first: number;
  /** Nothing above this is tried. */
  readonly most: number;
  /** Amounts are multiples of this away from `low`. */
  readonly step: number;
  readonly signal?: AbortSignal;
  readonly onRecord?: () => void;
}

export interface LeastAmount {
  readonly amount: number;
  readonly records: readonly RunRecord[];
}

/** The search ends when the answer is known to this share of itself, or to one step. */
const RESOLUTION = 0.02;

/** The least amount on the grid that meets the goal in enough runs, by doubling and bisection, to 2 % of itself; null when even `most` does not. */
export async function findLeast(runner: Runner, search: LeastSearch): Promise<LeastAmount | null> {
  const steps = (amount: number): number => Math.ceil((amount - search.low) / search.step);
  const amountOf = (n: number): number => search.low + n * search.step;
  const last = Math.floor((search.most - search.low) / search.step);
  let low = 0;
  let high = Math.min(last, Math.max(1, steps(search.first)));
  let best = await tryAmount(runner, search, amountOf(high));
  while (!best) {
    if (high >= last) return null;
    low = high;
    high = Math.min(last, high * 2);
    best = await tryAmount(runner, search, amountOf(high));
  }
  while (high - low > Math.max(1, Math.floor(high * RESOLUTION))) {
    const middle = (low + high) >> 1;
    const tried = await tryAmount(runner, search, amountOf(middle));
    if (tried) {
      best = tried;
      high = middle;
    } else {
      low = middle;
    }
  }
  return best;
}

/** Tries one amount; gives up as soon as too many runs have failed. */
async function tryAmount(runner: Runner, search: LeastSearch, amount: number): Promise<LeastAmount | null> {
  const variant = search.variantOf(amount);
  const failuresAllowed = Math.floor(search.replications * (1 - search.level) + 1e-9);
  const records: RunRecord[] = [];
  let failures = 0;
  while (records.length < search.replications) {
    const wanted = firstReplications(Math.min(2 * runner.width, search.replications - records.length), records.length);
    const done = await runner.run(variant, search.seed, wanted, { signal: search.signal, onRecord: search.onRecord });
    records.push(...done);
    failures += done.filter((record) => !search.meets(record)).length;
    if (failures > failuresAllowed) return null;
  }
  return { amount, records };
}
