import type { core } from 'zod';
import { CATALOGUE, findInput } from './catalogue/index.ts';
import { expectedWords } from './expected.ts';
import { inputProblem } from './input-check.ts';
import { decodeFile, MOST_FILE_BYTES } from './json/decode.ts';
import { locateProblems } from './json/locate.ts';
import { readJson } from './json/read.ts';
import { migrate } from './migrations/index.ts';
import { capProblems, createProblem, findNearest, nearestWords, problemWords, type Problem, type Segment } from './problem.ts';
import { SCENARIO_SCHEMA, type Change, type Scenario } from './scenario.ts';
import { CHANGE_FIELDS, CHANGE_KINDS, SCENARIO, SCENARIO_FIELDS } from './schema.ts';

/** A scenario and what is worth knowing about it, or everything wrong with it; never half of either. */
export type ScenarioReading =
  { readonly scenario: Scenario; readonly notes: readonly Problem[] } | { readonly problems: readonly Problem[] };

/** A problem together with the path by which its line is found. */
export interface PlacedProblem {
  readonly problem: Problem;
  readonly at: readonly Segment[];
}

const CITY_SCHEMA_STEM = 'pingzhan.city/';
const SCENARIO_STEM = 'pingzhan.scenario/';
const NEWEST = Number(SCENARIO_SCHEMA.slice(SCENARIO_STEM.length));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A file's bytes or text as a checked scenario. All problems are listed at once, each with line and column; nothing is thrown. */
export function parseScenario(source: Uint8Array | string): ScenarioReading {
  const decoded = typeof source === 'string' ? decodedText(source) : decodeFile(source);
  if ('problems' in decoded) return decoded;
  const reading = readJson(decoded.text);
  if ('problems' in reading) return reading;
  const checked = checkValue(reading.value);
  const located = (placed: readonly PlacedProblem[]): readonly Problem[] => (placed.length === 0 ? [] : locate(decoded.text, placed));
  return 'scenario' in checked ? { scenario: checked.scenario, notes: located(checked.notes) } : { problems: located(checked.problems) };
}

/** Lines and columns for problems that belong to this text, at most fifty and one. */
export function locate(text: string, placed: readonly PlacedProblem[]): readonly Problem[] {
  const shown = capProblems(placed.map(({ problem }) => problem));
  return locateProblems(
    text,
    shown,
    shown.map((_, index) => (index < placed.length && shown[index].code !== 'more-problems' ? placed[index].at : [])),
  );
}

function decodedText(text: string): ReturnType<typeof decodeFile> {
  if (text.length > MOST_FILE_BYTES)
    return { problems: [createProblem('file-too-large', { value: `${(text.length / 1024 / 1024).toFixed(1)} MB` })] };
  return text.trim() === '' ? { problems: [createProblem('file-empty')] } : { text: text.replace(/^\ufeff/, '') };
}

/** A value from anywhere (a file, a link, a store) as a scenario. */
export function checkValue(
  value: unknown,
): { readonly scenario: Scenario; readonly notes: readonly PlacedProblem[] } | { readonly problems: readonly PlacedProblem[] } {
  const kind = checkKind(value);
  if ('problem' in kind) return { problems: [kind] };
  const raw = migrate(kind.raw, kind.version);
  const result = SCENARIO.safeParse(raw);
  const unknown = unknownFields(raw);
  const problems = [
    ...(result.success ? [] : result.error.issues.flatMap((issue) => fromIssue(issue, raw))),
    ...unknown.problems,
    ...datesOutOfOrder(raw),
  ];
  if (problems.length > 0) return { problems };
  const scenario = { ...raw, inputs: raw.inputs ?? {}, changes: raw.changes ?? [] } as unknown as Scenario;
  return { scenario, notes: unknown.notes };
}

function checkKind(value: unknown): PlacedProblem | { readonly raw: Record<string, unknown>; readonly version: number } {
  const refuse = (code: string, found: unknown = '', at: readonly Segment[] = []): PlacedProblem => ({
    problem: createProblem(code, { path: at, value: found, values: { expected: SCENARIO_SCHEMA } }),
    at,
  });
  if (!isObject(value)) return refuse('not-an-object', kindOf(value));
  const { schema } = value;
  if (schema === undefined) return refuse('schema-missing');
  if (typeof schema === 'string' && schema.startsWith(CITY_SCHEMA_STEM)) return refuse('city-instead-of-scenario', schema, ['schema']);
  const version = typeof schema === 'string' && schema.startsWith(SCENARIO_STEM) ? Number(schema.slice(SCENARIO_STEM.length)) : NaN;
  if (version > NEWEST) return refuse('schema-newer', schema, ['schema']);
  if (!Number.isInteger(version) || version < 1) return refuse('schema-unknown', schema, ['schema']);
  return { raw: value, version };
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? '[…]' : value === null ? 'null' : typeof value === 'string' ? `"${value}"` : String(value);
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[segment];
  }
  return value;
}

function fromIssue(issue: core.$ZodIssue, raw: unknown): PlacedProblem[] {
  const at = issue.path as Segment[];
  const value = valueAt(raw, at);
  if (issue.code === 'unrecognized_keys')
    return at[0] === 'inputs' && at.length === 1
      ? issue.keys.map((key) => unknownInput(key))
      : [fieldProblem('wrong-type', at, value, 'where {}')];
  if (at[0] === 'inputs' && at.length === 2) {
    const definition = findInput(String(at[1]));
    if (definition) return [{ problem: inputProblem(definition, value, at), at }];
  }
  if (issue.message === 'unknown-change') return [unknownChange(at, value)];
  if (issue.message.startsWith('open-hours'))
    return [
      {
        problem: createProblem(value === undefined ? 'required' : 'bad-hours', {
          path: at,
          value: value === undefined ? at.at(-1) : value,
          values: { expected: problemWords('bad-hours.allowed') },
        }),
        at,
      },
    ];
  return [fieldProblem(codeOf(issue, value), at, value, issue.message)];
}

function codeOf(issue: core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'required';
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'out-of-range';
  if (issue.code === 'too_small') return issue.origin === 'number' ? 'out-of-range' : 'wrong-type';
  if (issue.code === 'invalid_value') return 'not-a-choice';
  return typeof value === 'number' && issue.code === 'invalid_type' && issue.expected === 'int' ? 'not-integer' : 'wrong-type';
}

function fieldProblem(code: string, at: readonly Segment[], value: unknown, message: string): PlacedProblem {
  const shown = value === undefined ? at.at(-1) : Array.isArray(value) && code === 'too-many' ? value.length : value;
  return { problem: createProblem(code, { path: at, value: shown, values: { expected: expectedWords(message) } }), at };
}

/** An input that does not exist, with the nearest that does. */
export function unknownInput(name: string, at: readonly Segment[] = ['inputs', name]): PlacedProblem {
  const near = nearestWords(
    name,
    CATALOGUE.map(({ path }) => path),
  );
  return { problem: createProblem('unknown-input', { path: at, value: name, values: { near } }), at };
}

function unknownChange(at: readonly Segment[], value: unknown): PlacedProblem {
  if (value === undefined)
    return fieldProblem('required', at, undefined, `choices ${JSON.stringify({ choices: CHANGE_KINDS.join(', ') })}`);
  const values = { near: nearestWords(String(value), CHANGE_KINDS), expected: CHANGE_KINDS.join(', ') };
  return { problem: createProblem('unknown-change', { path: at, value, values }), at };
}

/** Unknown fields stay; one that looks like a slip of a known name is refused, for it would silently do nothing. */
function unknownFields(raw: Record<string, unknown>): { problems: PlacedProblem[]; notes: PlacedProblem[] } {
  const problems: PlacedProblem[] = [];
  const notes: PlacedProblem[] = [];
  const look = (holder: Record<string, unknown>, known: readonly string[], above: readonly Segment[]): void => {
    for (const name of Object.keys(holder)) {
      if (known.includes(name) || name === '$schema') continue;
      const near = findNearest(
        name,
        known.filter((field) => !Object.hasOwn(holder, field)),
      );
      const at = [...above, name];
      const values = { expected: known.join(', '), near: nearestWords(name, known) };
      const code = near !== null && isSlip(name, near) ? 'misspelt-field' : 'unknown-field';
      (code === 'misspelt-field' ? problems : notes).push({ problem: createProblem(code, { path: at, value: name, values }), at });
    }
  };
  look(raw, SCENARIO_FIELDS, []);
  if (Array.isArray(raw.changes)) {
    raw.changes.forEach((change: unknown, index) => {
      if (!isObject(change) || !Object.hasOwn(CHANGE_FIELDS, String(change.kind))) return;
      look(change, ['kind', ...Object.keys(CHANGE_FIELDS[change.kind as Change['kind']])], ['changes', index]);
    });
  }
  return { problems, notes };
}

/** Same letters but for one or two. */
function isSlip(name: string, known: string): boolean {
  return Math.abs(name.length - known.length) <= 2 && name[0]?.toLowerCase() === known[0].toLowerCase();
}

function datesOutOfOrder(raw: Record<string, unknown>): PlacedProblem[] {
  if (!Array.isArray(raw.changes)) return [];
  return raw.changes.flatMap((change: unknown, index) => {
    if (!isObject(change) || typeof change.at !== 'number' || typeof change.until !== 'number' || change.until > change.at) return [];
    const at = ['changes', index, 'until'];
    return [{ problem: createProblem('end-before-start', { path: at, value: change.until, values: { expected: change.at } }), at }];
  });
}

/** A scenario as the text of a file; reading it back gives the same scenario, unknown fields included. */
export const formatScenario = (scenario: Scenario): string => `${JSON.stringify(scenario, null, 2)}\n`;
