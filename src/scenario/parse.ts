import { finding, reportFindings, type Finding } from './findings.ts';
import { fromIssue } from './issues.ts';
import { decodeFile, MOST_FILE_BYTES } from './json/decode.ts';
import { readJson } from './json/read.ts';
import { migrate } from './migrations/index.ts';
import { createProblem, problemWords, type Problem, type Segment } from './problem.ts';
import { SCENARIO_SCHEMA, type Scenario } from './scenario.ts';
import { MOST_CHANGES, SCENARIO } from './schema.ts';
import { isObject, unknownFields } from './unknown.ts';

/** A scenario and what is worth knowing about it, or everything wrong with it; never half of either. */
export type ScenarioReading =
  { readonly scenario: Scenario; readonly notes: readonly Problem[] } | { readonly problems: readonly Problem[] };

const CITY_STEM = 'pingzhan.city/';
const SCENARIO_STEM = 'pingzhan.scenario/';
const NEWEST = Number(SCENARIO_SCHEMA.slice(SCENARIO_STEM.length));

/** A thousand changes of a few hundred places each are far below this. */
const MOST_VALUES = 500_000;
const MOST_FIELDS = 1_000;

/** A file's bytes or text as a checked scenario. All problems are listed at once, each with line and column; nothing is thrown. */
export function parseScenario(source: Uint8Array | string): ScenarioReading {
  const decoded = typeof source === 'string' ? decodeText(source) : decodeFile(source);
  if ('problems' in decoded) return decoded;
  const reading = readJson(decoded.text, { mostValues: MOST_VALUES });
  if ('problems' in reading) return reading;
  const checked = checkValue(reading.value);
  return 'scenario' in checked
    ? { scenario: checked.scenario, notes: reportFindings(checked.notes, decoded.text) }
    : { problems: reportFindings(checked.problems, decoded.text) };
}

function decodeText(text: string): ReturnType<typeof decodeFile> {
  if (text.length > MOST_FILE_BYTES) {
    return { problems: [createProblem('file-too-large', { value: `${(text.length / 1024 / 1024).toFixed(1)} MB` })] };
  }
  return text.trim() === '' ? { problems: [createProblem('file-empty')] } : { text: text.replace(/^\ufeff/, '') };
}

type Checked = { readonly scenario: Scenario; readonly notes: readonly Finding[] } | { readonly problems: readonly Finding[] };

function checkValue(value: unknown): Checked {
  const kind = checkKind(value);
  if ('finding' in kind) return { problems: [kind.finding] };
  const raw = migrate(kind.raw, kind.version);
  const overfull = tooMany(raw);
  if (overfull.length > 0) return { problems: overfull };
  const result = SCENARIO.safeParse(raw);
  const unknown = unknownFields(raw);
  const problems = (result.success ? [] : result.error.issues.flatMap((issue) => fromIssue(issue, raw))).concat(
    unknown.problems,
    datesOutOfOrder(raw),
  );
  if (problems.length > 0) return { problems };
  const scenario = { ...raw, inputs: raw.inputs ?? {}, changes: raw.changes ?? [] } as unknown as Scenario;
  return { scenario, notes: unknown.notes };
}

/** Parts with so many entries that looking at each would only cost time. */
function tooMany(raw: Record<string, unknown>): Finding[] {
  const parts: readonly (readonly [at: readonly Segment[], count: number, most: number])[] = [
    [[], Object.keys(raw).length, MOST_FIELDS],
    [['inputs'], isObject(raw.inputs) ? Object.keys(raw.inputs).length : 0, MOST_FIELDS],
    [['changes'], Array.isArray(raw.changes) ? raw.changes.length : 0, MOST_CHANGES],
  ];
  const over = parts.filter(([, count, most]) => count > most);
  return over.map(([at, count, most]) =>
    finding('too-many', at, () => ({ value: count, values: { expected: problemWords('expected.most', { max: most }) } })),
  );
}

function checkKind(value: unknown): { readonly finding: Finding } | { readonly raw: Record<string, unknown>; readonly version: number } {
  const refuse = (code: string, found: unknown = '', at: readonly Segment[] = []) => ({
    finding: finding(code, at, () => ({ value: found, values: { expected: SCENARIO_SCHEMA } })),
  });
  if (!isObject(value)) return refuse('not-an-object', value === null ? 'null' : value);
  const { schema } = value;
  if (schema === undefined) return refuse('schema-missing');
  if (typeof schema !== 'string') return refuse('schema-unknown', schema, ['schema']);
  if (schema.startsWith(CITY_STEM)) return refuse('city-instead-of-scenario', schema, ['schema']);
  const version = /^pingzhan\.scenario\/[1-9]\d{0,8}$/.test(schema) ? Number(schema.slice(SCENARIO_STEM.length)) : 0;
  if (version > NEWEST) return refuse('schema-newer', schema, ['schema']);
  return version === 0 ? refuse('schema-unknown', schema, ['schema']) : { raw: value, version };
}

function datesOutOfOrder(raw: Record<string, unknown>): Finding[] {
  const changes: unknown[] = Array.isArray(raw.changes) ? raw.changes : [];
  return changes.flatMap((change, index) => {
    if (!isObject(change) || typeof change.at !== 'number' || typeof change.until !== 'number' || change.until > change.at) return [];
    const { at, until } = change;
    return [finding('end-before-start', ['changes', index, 'until'], () => ({ value: until, values: { expected: at } }))];
  });
}

/** A scenario as the text of a file; reading it back gives the same scenario, unknown fields included. */
export const formatScenario = (scenario: Scenario): string => `${JSON.stringify(scenario, null, 2)}\n`;
