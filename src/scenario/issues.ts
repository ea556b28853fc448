import type { core } from 'zod';
import { findInput } from './catalogue/index.ts';
import { expectedWords } from './expected.ts';
import { finding, type Finding } from './findings.ts';
import { inputProblem } from './input-check.ts';
import { problemWords, type Segment } from './problem.ts';
import { unknownChange, unknownInput } from './unknown.ts';

/** What zod found, in the words of this program. `raw` is the value that it looked at. */
export function fromIssue(issue: core.$ZodIssue, raw: unknown): Finding[] {
  const at = issue.path as Segment[];
  const value = valueAt(raw, at);
  if (issue.code === 'unrecognized_keys') {
    return at[0] === 'inputs' ? issue.keys.map((key) => unknownInput(key)) : [fieldFinding('wrong-type', at, value, 'where {}')];
  }
  const definition = at[0] === 'inputs' && at.length === 2 ? findInput(String(at[1])) : undefined;
  if (definition) return [{ at, create: () => inputProblem(definition, value, at) }];
  if (issue.message === 'unknown-change') return [unknownChange(at, value)];
  if (issue.message.startsWith('open-hours') && value !== undefined) return [finding('bad-hours', at, () => ({ value }))];
  return [fieldFinding(codeOf(issue, value), at, value, issue.message)];
}

function fieldFinding(code: string, at: readonly Segment[], value: unknown, message: string): Finding {
  return finding(code, at, () => ({
    value: value === undefined ? at.at(-1) : Array.isArray(value) && code === 'too-many' ? value.length : value,
    values: { expected: message.startsWith('open-hours') ? problemWords('bad-hours.allowed') : expectedWords(message) },
  }));
}

function codeOf(issue: core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'required';
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'out-of-range';
  if (issue.code === 'too_small') return issue.origin === 'number' ? 'out-of-range' : 'wrong-type';
  if (issue.code === 'invalid_value') return 'not-a-choice';
  return typeof value === 'number' && issue.code === 'invalid_type' && issue.expected === 'int' ? 'not-integer' : 'wrong-type';
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[segment];
  }
  return value;
}
