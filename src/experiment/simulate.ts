import { compileVariant, type CompiledVariant } from '../compile/index.ts';
import { createRun, type ScreeningInput, type ScreeningRun } from '../engine/index.ts';
import { followRun, recordRun, type Piecewise, type RunRecord, type TypicalRun } from '../results/index.ts';
import { cityFingerprint, resolveSettings, scenarioFingerprint } from '../scenario/index.ts';
import type { Variant } from './runner.ts';

/** Simulates replications in this thread, keeping the last few compiled variants at hand. What every worker runs. */
export interface Simulator {
  /** Both work piece by piece, so that a thread may listen in between; `finish` does it all at once. */
  record(variant: Variant, seed: number, replication: number): Piecewise<RunRecord>;
  typical(variant: Variant, seed: number, replication: number): Piecewise<TypicalRun>;
}

const KEPT_VARIANTS = 4;

/** A compiled variant, and its input for runs that nobody asks about single people. */
interface Kept extends CompiledVariant {
  readonly brief: ScreeningInput;
}

export function createSimulator(): Simulator {
  const compiled = new Map<string, Kept>();
  function compile(variant: Variant): Kept {
    const { engine } = resolveSettings(variant.scenario, variant.city).settings;
    const key = `${cityFingerprint(variant.city)} ${scenarioFingerprint(variant)} ${engine}`;
    const known = compiled.get(key);
    if (known) return known;
    const made = compileVariant(variant.city, variant.scenario);
    const fresh = { ...made, brief: { ...made.input, forgetsServed: true } };
    if (compiled.size >= KEPT_VARIANTS) compiled.delete(compiled.keys().next().value!);
    compiled.set(key, fresh);
    return fresh;
  }
  let spent: ScreeningRun | undefined;
  function* record(variant: Variant, seed: number, replication: number): Piecewise<RunRecord> {
    const { brief, sites } = compile(variant);
    yield;
    const run = createRun(brief, seed, replication, spent);
    // Until it is done or given up, its memory is nobody else's.
    spent = undefined;
    try {
      yield* run.advancing(brief.horizon);
      return recordRun(run, sites.length);
    } finally {
      spent = run;
    }
  }
  return {
    record,
    *typical(variant, seed, replication) {
      const { input, sites } = compile(variant);
      const { kpis } = yield* record(variant, seed, replication);
      return yield* followRun(createRun(input, seed, replication), sites.length, kpis);
    },
  };
}
