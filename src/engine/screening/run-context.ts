import type { ExponentialTable } from '../random/index.ts';
import type { ScreeningInput } from './input.ts';
import type { RunState } from './state.ts';

/** What every step of one run works on. */
export interface RunContext {
  readonly input: ScreeningInput;
  readonly seed: number;
  readonly replication: number;
  readonly exponential: ExponentialTable;
  readonly state: RunState;
}
