import { createConnection, DATABASE_NAME } from './database.ts';
import { createPlans, type Plans } from './plans.ts';
import { createRuns, type Runs } from './runs.ts';

export { DATABASE_NAME, DATABASE_VERSION } from './database.ts';
export { faultOf, LibraryFault, type FaultReason } from './fault.ts';
export { isUnreadable, type KeptPlan, type PlanReading, type Plans, type UnreadablePlan, type WriteOutcome } from './plans.ts';
export type { KeptRun, Runs } from './runs.ts';

export interface Library {
  readonly plans: Plans;
  readonly runs: Runs;
  close(): void;
}

/** The browser's storage for this program. Nothing is opened before it is asked for; every failure is a LibraryFault. */
export function createLibrary(name: string = DATABASE_NAME): Library {
  const connection = createConnection(name);
  return { plans: createPlans(connection), runs: createRuns(connection), close: connection.close };
}
