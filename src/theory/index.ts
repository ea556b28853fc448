export { allenCunneen, type ApproximateQueue } from './allen-cunneen.ts';
export { batchFill, plateStation, type BatchFill, type PlateStation, type PlateStationMeasures } from './batch-fill.ts';
export {
  bulkRoot,
  deterministicBulkService,
  joiningBulkService,
  markovianBulkService,
  timetableService,
  type BulkMeasures,
  type BulkService,
} from './bulk-service.ts';
export {
  createDeterministicWaitTail,
  deterministicQueue,
  deterministicWaitQuantile,
  type DeterministicQueue,
} from './deterministic-queue.ts';
export { erlangB, erlangC } from './erlang.ts';
export { finiteQueue, type FiniteQueue, type FiniteQueueMeasures } from './finite-queue.ts';
export { hypercube, hypercubeApproximation, leastFleet, MOST_EXACT_VEHICLES, type Hypercube, type HypercubeMeasures } from './hypercube.ts';
export { findKnownQueue, type KnownFormula } from './known-queue.ts';
export { markovianQueue, markovianWaitQuantile, markovianWaitTail, type MarkovianQueue } from './markovian-queue.ts';
export type { QueueMeasures } from './measures.ts';
export { pollaczekKhinchine } from './pollaczek-khinchine.ts';
export { poissonProbability, poissonTail } from './poisson.ts';
export { bestDorfman, bestThreeStage, dorfman, hierarchicalPooling, oneStagePooling, type Assay, type PoolingMeasures } from './pooling.ts';
export { renewalQueue, renewalWaitTail, type RenewalQueue, type RenewalQueueMeasures } from './renewal-queue.ts';
export { roundBound, type RoundBound, type RoundLabs, type RoundSite, type Windows } from './round-bound.ts';
export { timeMoments, type TimeDistribution, type TimeMoments } from './service-time.ts';
export { fluidQueue, timeVaryingQueue, type FluidPoint, type TimeVaryingPoint, type TimeVaryingQueue } from './time-varying-queue.ts';
