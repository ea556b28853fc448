import type { Study } from '../results/index.ts';
import type { Runner, Variant } from './runner.ts';
import { runStudy } from './study.ts';
import { withInputs } from './variations.ts';

/** One reading of the stated staff at one pace. */
export interface ClaimCell {
  readonly reading: 'A' | 'B';
  /** People an hour and sampler, before breaks. */
  readonly perHour: 60 | 100;
  readonly study: Study;
}

export const CLAIM_RUNS = 20;

/** The plan under both readings of its staff, at the official 60 and the observed 100 people an hour, with the same luck. */
export async function runClaimCheck(
  runner: Runner,
  variant: Variant,
  options: {
    readonly seed: number;
    readonly replications?: number;
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number, total: number) => void;
  },
): Promise<ClaimCell[]> {
  const replications = options.replications ?? CLAIM_RUNS;
  const cells: ClaimCell[] = [];
  let done = 0;
  for (const reading of ['B', 'A'] as const) {
    for (const perHour of [60, 100] as const) {
      const changed = withInputs(variant, { 'staff.reading': reading, 'sampling.meanSeconds': 3600 / perHour });
      const study = await runStudy(runner, changed, {
        seed: options.seed,
        replications,
        signal: options.signal,
        onRecord: () => options.onProgress?.(++done, 4 * replications),
      });
      cells.push({ reading, perHour, study });
    }
  }
  return cells;
}
