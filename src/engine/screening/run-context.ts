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
  /** Of the event heap. */
  readonly workplace: Workplace;
}

export function createScratch(input: ScreeningInput): Scratch {
  const desks = input.sites.deskCapacity.reduce((n, capacity) => Math.max(n, capacity), 1);
  return { freeBefore: new Float64Array(desks), workplace: createWorkplace(input) };
}
