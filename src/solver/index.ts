export { expectedCovered } from './covering.ts';
export { createHighsSolver } from './highs.ts';
export { SITING_NEEDS, solveSiting } from './models.ts';
export type { ProgramSolver } from './program.ts';
export {
  InfeasibleSiting,
  SITING_MODELS,
  SitingOutOfTime,
  uncoveredPoints,
  type SitingAnswer,
  type SitingCase,
  type SitingModel,
  type SitingOptions,
} from './siting.ts';
