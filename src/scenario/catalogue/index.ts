import type { ChoiceInput, HoursInput, InputDefinition, SwitchInput } from '../definition.ts';
import { CITY_INPUTS } from './city.ts';
import { EMERGENCY_ROAD_INPUTS } from './emergency-roads.ts';
import { EMERGENCY_INPUTS } from './emergency.ts';
import { LABORATORY_INPUTS } from './laboratory.ts';
import { STAFF_INPUTS } from './staff.ts';
import { STUDY_INPUTS } from './study.ts';

const ALL = [
  ...CITY_INPUTS,
  ...STAFF_INPUTS,
  ...LABORATORY_INPUTS,
  ...EMERGENCY_INPUTS,
  ...EMERGENCY_ROAD_INPUTS,
  ...STUDY_INPUTS,
] as const;
type Entry = (typeof ALL)[number];

/** Dotted name of an input, the same on every city, in files, flags and fields. */
export type InputPath = Entry['path'];

type ValueOf<E> = E extends ChoiceInput<string, infer C> ? C : E extends SwitchInput ? boolean : E extends HoursInput ? string : number;

/** Every input's value in force. Units are those of the catalogue. */
export type Settings = { readonly [E in Entry as E['path']]: ValueOf<E> };

/** The single truth about inputs: schema, JSON Schema, flags, fields and help are made from it. */
export const CATALOGUE: readonly (InputDefinition & { readonly path: InputPath })[] = ALL;

const byPath = new Map<string, InputDefinition & { readonly path: InputPath }>(
  CATALOGUE.map((definition) => [definition.path, definition]),
);

export const isInputPath = (path: string): path is InputPath => byPath.has(path);

/** The definition of an input; throws on an unknown path. */
export function getInput(path: InputPath): InputDefinition & { readonly path: InputPath } {
  const found = byPath.get(path);
  if (!found) throw new Error(`unknown input ${path}`);
  return found;
}
export const findInput = (path: string) => byPath.get(path);
