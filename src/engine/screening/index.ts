export { createRun, type RunSnapshot, type ScreeningRun } from './run.ts';
export type { ChoiceInputs, CourierInputs, EngineChange, LabInputs, ScreeningInput, SiteInputs } from './input.ts';
export { BIN_TICKS, WAIT_BIN_TICKS, WAIT_BINS, type RunState } from './state.ts';
