import type { ClaimCell, Comparison, Marginals, PairPlan, Remedy, Variant } from '../experiment/index.ts';
import type { Study, TypicalRun } from '../results/index.ts';

export interface StudyOptions {
  readonly seed: number;
  readonly replications: number;
  /** Stop when the 95 % half-width of the mean sampled finish is below this many hours; 0 stops by count. */
  readonly precisionHours: number;
  readonly signal: AbortSignal;
  /** Called as replications come in, with the study of those there so far. */
  readonly onUpdate: (study: Study) => void;
}

export interface PartOptions {
  readonly signal: AbortSignal;
  /** Called with the number of runs done, and of how many (0 where that is not known). */
  readonly onProgress: (done: number, total: number) => void;
}

/** What the store needs from the machinery below: studies that can be cancelled, and a way to get new workers. */
export interface StudyService {
  study(variant: Variant, options: StudyOptions): Promise<Study>;
  typical(variant: Variant, seed: number, replication: number, signal: AbortSignal): Promise<TypicalRun>;
  claims(variant: Variant, seed: number, options: PartOptions): Promise<readonly ClaimCell[]>;
  marginals(variant: Variant, study: Study, options: PartOptions): Promise<Marginals>;
  /** `onFound` is called with all that have been found so far, whenever there is one more. */
  remedies(
    variant: Variant,
    study: Study,
    options: PartOptions & { readonly onFound: (found: readonly Remedy[]) => void },
  ): Promise<readonly Remedy[]>;
  /** Two plans with the same luck; studies at hand are not run again. */
  compare(a: Variant, b: Variant, options: PairPlan): Promise<Comparison>;
  /** Throws all workers away and starts new ones; called when one has died or hangs. */
  replaceWorkers(): void;
}
