export { CITY_PLACE, createStream, drawLognormalFactor, exp, ln, lognormalFactor, normalQuantile, PURPOSE, tabulateMean, triangularQuantile, type Purpose, type QuantileTable, type Stream } from './random/index.ts';
export { BIN_TICKS, createRun, WAIT_BIN_TICKS, WAIT_BINS, type CourierInputs, type EngineChange, type LabInputs, type RunSnapshot, type RunState, type ScreeningInput, type ScreeningRun, type SiteInputs } from './screening/index.ts';
export { mean, meanHalfWidth, sortedQuantile, studentQuantile975, wilsonInterval } from './statistics/index.ts';
