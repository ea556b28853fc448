export { CLAIM_RUNS, runClaimCheck, type ClaimCell } from './claims.ts';
export {
  COMPARED,
  comparePaired,
  isPairable,
  pairStudies,
  type ComparedFigure,
  type Comparison,
  type Difference,
  type PairPlan,
} from './compare.ts';
export { createLocalRunner } from './local.ts';
export { runMarginals, type MarginalOptions, type Marginals } from './marginals.ts';
export { runRemedies, type Remedy, type RemedyOptions } from './remedies.ts';
export { firstReplications, WorkerDied, type Runner, type RunOptions, type Variant } from './runner.ts';
export { findLeast, type LeastAmount, type LeastSearch } from './search.ts';
export { createSimulator, type Simulator } from './simulate.ts';
export { PRECISION_BATCH, runRecords, runStudy, scenarioName, studySubject, type StudyOptions } from './study.ts';
export { varyResource, withChange, withInputs, type Variation } from './variations.ts';
export { MOST_HEAP_CUSTOMERS, type QueueEngine } from './queue-kernels.ts';
export { formatTime, parseTime, TIME_PARAMETERS } from './queue-times.ts';
export {
  fewestCustomers,
  LEAST_CUSTOMERS,
  MOST_CUSTOMERS,
  queueUtilisation,
  WARM_UP_SHARE,
  verifyQueue,
  type QueueCheck,
  type QueuePlan,
} from './verify-queue.ts';
export { KNOWN_CASES, type KnownCase } from './verify-table.ts';
export { collectSiteWaits, nearestRank, type SiteWaits } from './site-waits.ts';
export { calibratedInputs, calibrateEmergency, STATED_MINUTES } from './emergency/calibrate.ts';
export { confirmedInRound } from './emergency/round-cases.ts';
export type { EmergencyNetwork } from './emergency/network.ts';
export { prepareEmergency, type EmergencyPlan, type PreparedEmergency } from './emergency/plan.ts';
export { simulateEmergency, traceEmergency } from './emergency/simulate.ts';
export { runEmergencyStudy, type EmergencyOptions } from './emergency/study.ts';
export { MOST_SURGE_DAYS, runSurge, SURGE_LEVELS } from './emergency/surge.ts';
