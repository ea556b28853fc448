import * as z from 'zod';
import type { ChangeKind } from './scenario.ts';
import { CHANGE_FIELDS } from './schema.ts';

export interface ChangeRange {
  readonly min: number;
  readonly max: number;
}

/** What a number of a dated change may be, as files are checked for it. Throws when the kind has no such number. */
export function changeRange(kind: ChangeKind, field: string): ChangeRange {
  const fields: Readonly<Record<string, z.ZodType>> = CHANGE_FIELDS[kind];
  const found = fields[field];
  const schema = found instanceof z.ZodOptional ? found.unwrap() : found;
  if (!(schema instanceof z.ZodNumber) || schema.minValue === null || schema.maxValue === null) {
    throw new Error(`a change of kind ${kind} has no number called ${field}`);
  }
  return { min: schema.minValue, max: schema.maxValue };
}
