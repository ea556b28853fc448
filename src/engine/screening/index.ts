export { createRun, type RunSnapshot, type ScreeningRun } from './run.ts';
export { serveDesks } from './desks.ts';
export type { ArrivalTable, ChoiceInputs, CourierInputs, EngineChange, LabInputs, ScreeningInput, SiteInputs } from './input.ts';
export { BIN_TICKS, WAIT_BIN_TICKS, WAIT_BINS, type RunState } from './state.ts';
