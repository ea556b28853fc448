import { findInput } from './catalogue/index.ts';
import type { InputValue } from './definition.ts';
import { readInput } from './input-check.ts';
import { createProblem, type Problem } from './problem.ts';
import type { Scenario } from './scenario.ts';
import { unknownInput } from './unknown.ts';

export type SetReading = { readonly scenario: Scenario } | { readonly problems: readonly Problem[] };

/** A scenario with one input set from "path=value". The scenario given is left as it is. */
export function applySet(scenario: Scenario, assignment: string): SetReading {
  return applySets(scenario, [assignment]);
}

/** As applySet for several; everything wrong with any of them is listed, and then none is applied. */
export function applySets(scenario: Scenario, assignments: readonly string[]): SetReading {
  const problems: Problem[] = [];
  const values = new Map<string, InputValue>();
  for (const assignment of assignments) {
    const equals = assignment.indexOf('=');
    const path = assignment.slice(0, equals).trim();
    if (equals < 1 || path === '') {
      problems.push(createProblem('set-syntax', { path: '--set', value: assignment }));
      continue;
    }
    const definition = findInput(path);
    if (!definition) {
      problems.push(unknownInput(path, ['--set', path]).create());
      continue;
    }
    const reading = readInput(definition, assignment.slice(equals + 1));
    if ('problem' in reading) problems.push(reading.problem);
    else if (values.has(path) && values.get(path) !== reading.value)
      problems.push(createProblem('set-twice', { path: '--set', value: path }));
    else values.set(path, reading.value);
  }
  if (problems.length > 0) return { problems };
  return { scenario: { ...scenario, inputs: { ...scenario.inputs, ...Object.fromEntries(values) } } };
}
