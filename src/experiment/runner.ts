import type { CityPack } from '../city/index.ts';
import type { EmergencyRecord, MissionTrace, RunRecord, TypicalRun } from '../results/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { EmergencyNetwork } from './emergency/network.ts';

/** A city and a scenario: all that a run depends on beside its seed and replication number. */
export interface Variant {
  readonly city: CityPack;
  readonly scenario: Scenario;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Called once a replication, in the order in which workers finish them. */
  readonly onRecord?: (record: RunRecord) => void;
}

/**
 * Runs replications somewhere: in this thread, on Node threads or in browser workers. Every implementation returns the same bytes,
 * sorted by replication. Rejects with the signal's reason when cancelled, with WorkerDied when a worker stopped answering.
 */
export interface Runner {
  /** How many replications it works on at a time. */
  readonly width: number;
  run(variant: Variant, seed: number, replications: readonly number[], options?: RunOptions): Promise<RunRecord[]>;
  typical(variant: Variant, seed: number, replication: number, signal?: AbortSignal): Promise<TypicalRun>;
  /** As `run`, of the emergency network. */
  emergency(
    network: EmergencyNetwork,
    seed: number,
    replications: readonly number[],
    options?: { readonly signal?: AbortSignal; readonly onRecord?: (record: EmergencyRecord) => void },
  ): Promise<EmergencyRecord[]>;
  /** Missions of one day of a replication. */
  trace(network: EmergencyNetwork, seed: number, replication: number, signal?: AbortSignal): Promise<MissionTrace>;
  dispose(): void;
}

/** A worker that crashed or stopped answering; the work it had is named so that it can be repeated. */
export class WorkerDied extends Error {
  override name = 'WorkerDied';
}

/** 0 … count − 1. */
export function firstReplications(count: number, from = 0): number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}
