import type { CityPack } from '../city/index.ts';
import type { RunRecord, TypicalRun } from '../results/index.ts';
import type { Scenario } from '../scenario/index.ts';

/** What the client asks of a worker. A city goes over once per worker, under a key; every task names its city by it. */
export type Request =
  | { readonly kind: 'city'; readonly key: string; readonly city: CityPack }
  | {
      readonly kind: 'record' | 'typical';
      readonly id: number;
      readonly cityKey: string;
      readonly scenario: Scenario;
      readonly seed: number;
      readonly replication: number;
    };

export type Task = Extract<Request, { readonly id: number }>;

/** A worker's answer to the task with the same id. */
export type Answer =
  | { readonly kind: 'record'; readonly id: number; readonly record: RunRecord }
  | { readonly kind: 'typical'; readonly id: number; readonly run: TypicalRun }
  | { readonly kind: 'error'; readonly id: number; readonly name: string; readonly message: string };

/** Buffers of every typed array in a plain value, so that they move to the other side instead of being copied. */
export function transferables(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(transferables);
}
