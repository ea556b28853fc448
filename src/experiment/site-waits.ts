import { CLOSED, levelOf, type WaitGrids } from '../published/index.ts';
import { joiningWaits, type TypicalRun } from '../results/index.ts';
import { firstReplications, type Runner, type Variant } from './runner.ts';

export interface SiteWaits extends WaitGrids {
  /** Hours after the order, one a site: the middle opening, and by when half and nine tenths of the runs had sampled everybody (NaN: never). */
  readonly opensAt: Float64Array;
  readonly finishP50: Float64Array;
  readonly finishP90: Float64Array;
}

export interface SiteWaitOptions {
  readonly seed: number;
  readonly replications: number;
  readonly sites: number;
  readonly signal?: AbortSignal;
  readonly onRun?: (done: number) => void;
}

/** A run as it is kept until all are in: one byte a site and step. */
interface KeptRun {
  readonly steps: number;
  readonly levels: Uint8Array;
  readonly opening: Float64Array;
  readonly finish: Float64Array;
}

/**
 * Waits of somebody who joins each site's queue at each quarter hour, as quantiles over replications 0 … n − 1. At most the runner's width
 * of runs is in memory whole; of the others a byte a site and step is kept. Rejects as Runner does.
 */
export async function collectSiteWaits(runner: Runner, variant: Variant, options: SiteWaitOptions): Promise<SiteWaits> {
  const { seed, replications, sites, signal, onRun } = options;
  const kept: KeptRun[] = [];
  const waiting = firstReplications(replications);
  let done = 0;
  const work = async (): Promise<void> => {
    for (let r = waiting.shift(); r !== undefined; r = waiting.shift()) {
      signal?.throwIfAborted();
      kept[r] = keep(await runner.typical(variant, seed, r, signal), sites);
      onRun?.(++done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(runner.width, replications) }, work));
  return summarise(kept, sites);
}

function keep(run: TypicalRun, sites: number): KeptRun {
  const levels = new Uint8Array(sites * run.steps).fill(CLOSED);
  for (let s = 0; s < sites; s++) {
    const waits = joiningWaits(run, s);
    for (let step = 0; step < run.steps; step++) {
      if (!Number.isNaN(waits[step])) levels[s * run.steps + step] = levelOf(waits[step]);
    }
  }
  return { steps: run.steps, levels, opening: run.siteOpeningHours.slice(0, sites), finish: run.siteFinishHours.slice(0, sites) };
}

/** Steps until the last site of any run has closed for good. */
function stepsOpen(runs: readonly KeptRun[], sites: number): number {
  let last = 0;
  for (const { steps, levels } of runs)
    for (let s = 0; s < sites; s++)
      for (let step = steps - 1; step >= last; step--)
        if (levels[s * steps + step] !== CLOSED) {
          last = step + 1;
          break;
        }
  return last + 1;
}

/** Nearest rank: the least value that at least a share p of them do not exceed. */
export const nearestRank = (sorted: ArrayLike<number>, count: number, p: number): number => sorted[Math.max(0, Math.ceil(p * count) - 1)];

function summarise(runs: readonly KeptRun[], sites: number): SiteWaits {
  const steps = stepsOpen(runs, sites);
  const grid = (): Uint8Array => new Uint8Array(sites * steps).fill(CLOSED);
  const [p10, p50, p90, open] = [grid(), grid(), grid(), new Uint8Array(sites * steps)];
  const found = new Uint8Array(runs.length);
  for (let s = 0; s < sites; s++)
    for (let step = 0; step < steps; step++) {
      let count = 0;
      for (const run of runs) {
        const level = step < run.steps ? run.levels[s * run.steps + step] : CLOSED;
        if (level !== CLOSED) found[count++] = level;
      }
      if (count === 0) continue;
      const sorted = found.subarray(0, count).sort();
      const cell = s * steps + step;
      p10[cell] = nearestRank(sorted, count, 0.1);
      p50[cell] = nearestRank(sorted, count, 0.5);
      p90[cell] = nearestRank(sorted, count, 0.9);
      open[cell] = Math.max(1, Math.round((100 * count) / runs.length));
    }
  const over = (values: (run: KeptRun) => Float64Array, p: number): Float64Array =>
    Float64Array.from({ length: sites }, (_, s) => {
      // A run that never ended there counts as later than all others.
      const sorted = Float64Array.from(runs, (run) => (Number.isNaN(values(run)[s]) ? Infinity : values(run)[s])).sort();
      const value = nearestRank(sorted, sorted.length, p);
      return value === Infinity ? NaN : value;
    });
  return {
    steps,
    p10,
    p50,
    p90,
    open,
    opensAt: over(({ opening }) => opening, 0.5),
    finishP50: over(({ finish }) => finish, 0.5),
    finishP90: over(({ finish }) => finish, 0.9),
  };
}
