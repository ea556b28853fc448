import type { CityPack } from '../city/index.ts';
import type { EmergencyNetwork } from '../experiment/index.ts';
import type { EmergencyRecord, MissionTrace, RunRecord, TypicalRun } from '../results/index.ts';
import type { Scenario } from '../scenario/index.ts';

/** What many tasks have in common goes over once per worker, under a key; every task names it by that. */
export type Subject =
  | { readonly kind: 'city'; readonly key: string; readonly city: CityPack }
  | { readonly kind: 'network'; readonly key: string; readonly network: EmergencyNetwork };

interface Numbered {
  readonly id: number;
  readonly subjectKey: string;
  readonly seed: number;
  readonly replication: number;
}

/** Networks change with every edit: a worker keeps the last so many, and its client reckons with it. */
export const KEPT_NETWORKS = 8;

/** One replication of a screening round, or of the emergency network. */
export type Task =
  | (Numbered & { readonly kind: 'record'; readonly scenario: Scenario })
  | (Numbered & { readonly kind: 'typical'; readonly scenario: Scenario })
  | (Numbered & { readonly kind: 'emergency' })
  | (Numbered & { readonly kind: 'trace' });

/** The task with this id is no longer wanted; no answer follows. Means nothing where it was answered already. */
export interface Stop {
  readonly kind: 'stop';
  readonly id: number;
}

/** What the client asks of a worker. */
export type Request = Subject | Task | Stop;

/** A worker's answer to the task with the same id. */
export type Answer =
  | { readonly kind: 'record'; readonly id: number; readonly record: RunRecord }
  | { readonly kind: 'typical'; readonly id: number; readonly run: TypicalRun }
  | { readonly kind: 'emergency'; readonly id: number; readonly record: EmergencyRecord }
  | { readonly kind: 'trace'; readonly id: number; readonly trace: MissionTrace }
  | { readonly kind: 'error'; readonly id: number; readonly name: string; readonly message: string };

/** Buffers of every typed array in a plain value, so that they move to the other side instead of being copied. */
export function transferables(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(transferables);
}
