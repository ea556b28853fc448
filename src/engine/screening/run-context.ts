import { gapScale } from '../random/index.ts';
import { createWorkplace, type Workplace } from './heap/workplace.ts';
import type { ScreeningInput } from './input.ts';
import type { RunState } from './state.ts';

/** What every step of one run works on. */
export interface RunContext {
  readonly input: ScreeningInput;
  readonly seed: number;
  readonly replication: number;
  readonly state: RunState;
  readonly scratch: Scratch;
}

/** Room for notes on one site; nothing in it outlives one call. */
export interface Scratch {
  /** Open clock at which each of the site's desks was free before. */
  readonly freeBefore: Float64Array;
  /** Of the probabilities that a person is of a key group, that one is infected, that a tube reads positive wrongly. */
  readonly gap: { readonly key: number; readonly infected: number; readonly falsePositive: number };
  /** Of the event heap. */
  readonly workplace: Workplace;
}

export function createScratch(input: ScreeningInput): Scratch {
  const desks = input.sites.deskCapacity.reduce((n, capacity) => Math.max(n, capacity), 1);
  const { pool, positives } = input;
  const gap = {
    key: gapScale(pool.keyShare),
    infected: gapScale(positives.prevalence),
    falsePositive: gapScale(positives.falsePositivePools),
  };
  return { freeBefore: new Float64Array(desks), gap, workplace: createWorkplace(input) };
}
