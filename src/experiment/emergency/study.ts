import { summariseEmergency, type EmergencyRecord, type EmergencyStudy } from '../../results/index.ts';
import { firstReplications, type Runner } from '../runner.ts';
import { prepareEmergency, type EmergencyPlan, type PreparedEmergency } from './plan.ts';

export interface EmergencyOptions {
  readonly seed: number;
  readonly replications: number;
  readonly signal?: AbortSignal;
  /** Called once a run with the number of those done, and of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Runs replications 0, 1, 2 … of a plan and sums them up. Rejects with the signal's reason when cancelled. */
export async function runEmergencyStudy(runner: Runner, plan: EmergencyPlan, options: EmergencyOptions): Promise<EmergencyStudy> {
  const prepared = prepareEmergency(plan);
  const records = await runPrepared(runner, prepared, options);
  return summariseEmergency({ ...prepared.subject, seed: options.seed }, records);
}

/** The records of replications 0 … n − 1, in their order. */
export function runPrepared(
  runner: Runner,
  { network }: PreparedEmergency,
  { seed, replications, signal, onProgress }: EmergencyOptions,
): Promise<EmergencyRecord[]> {
  let done = 0;
  const onRecord = (): void => onProgress?.(++done, replications);
  return runner.emergency(network, seed, firstReplications(replications), { signal, onRecord });
}
