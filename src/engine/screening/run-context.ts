import type { ExponentialTable } from '../random/index.ts';
import { createWorkplace, type Workplace } from './heap/workplace.ts';
import type { ScreeningInput } from './input.ts';
import { mostServed, type RunState } from './state.ts';

/** What every step of one run works on. */
export interface RunContext {
  readonly input: ScreeningInput;
  readonly seed: number;
  readonly replication: number;
  readonly exponential: ExponentialTable;
  readonly state: RunState;
  readonly scratch: Scratch;
}

/** Room for one site's people between the loops over them; nothing in it outlives one call. */
export interface Scratch {
  /** Open clock of the end of sampling. */
  readonly done: Float64Array;
  readonly desk: Int32Array;
  /** Of the event heap. */
  readonly workplace: Workplace;
}

export function createScratch(input: ScreeningInput): Scratch {
  const most = input.sites.people.reduce((n, people) => Math.max(n, mostServed(input, people)), 1);
  return { done: new Float64Array(most), desk: new Int32Array(most), workplace: createWorkplace(input) };
}
