import { allowedValues } from './expected.ts';
import type { InputDefinition, InputValue } from './definition.ts';
import { createProblem, type Problem, type Segment } from './problem.ts';
import { inputSchema } from './schema.ts';

/** Why a value does not fit an input; the input's own entry in the catalogue decides. */
export function inputProblem(definition: InputDefinition, value: unknown, path: readonly Segment[]): Problem {
  const values = { expected: allowedValues(definition) };
  return createProblem(codeFor(definition, value), { path, value: value === undefined ? 'undefined' : value, values });
}

function codeFor(definition: InputDefinition, value: unknown): string {
  if (definition.kind === 'hours')
    return typeof value === 'string' || typeof value === 'number'
      ? definition.form === 'range'
        ? 'bad-hours'
        : 'bad-clock'
      : 'wrong-type';
  if (definition.kind === 'choice') return 'not-a-choice';
  if (definition.kind === 'switch' || typeof value !== 'number') return 'wrong-type';
  if (definition.kind === 'integer' && !Number.isInteger(value) && value >= definition.min && value <= definition.max) return 'not-integer';
  return 'out-of-range';
}

export type InputReading = { readonly value: InputValue } | { readonly problem: Problem };

const SWITCHES = new Map([
  ['true', true],
  ['on', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['off', false],
  ['no', false],
  ['0', false],
]);
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads what somebody typed for an input, as flag or in a field. Nothing is guessed: "20,000" and "90%" are refused with their cure. */
export function readInput(definition: InputDefinition, typed: string): InputReading {
  const text = typed.trim();
  const path = [definition.path];
  const value = typedValue(definition, text);
  if (value === undefined) {
    const code =
      definition.kind === 'number' || definition.kind === 'integer'
        ? 'bad-number'
        : definition.kind === 'choice'
          ? 'not-a-choice'
          : 'wrong-type';
    return { problem: createProblem(code, { path, value: text, values: { expected: allowedValues(definition) } }) };
  }
  return inputSchema(definition).safeParse(value).success ? { value } : { problem: inputProblem(definition, value, path) };
}

function typedValue(definition: InputDefinition, text: string): InputValue | undefined {
  switch (definition.kind) {
    case 'number':
    case 'integer':
      return NUMBER.test(text) ? Number(text) : undefined;
    case 'switch':
      return SWITCHES.get(text.toLowerCase());
    case 'choice':
      return definition.choices.find((choice) => String(choice).toLowerCase() === text.toLowerCase());
    case 'hours':
      return text;
  }
}
