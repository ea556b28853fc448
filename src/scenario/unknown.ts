import { CATALOGUE } from './catalogue/index.ts';
import { expectedWords } from './expected.ts';
import { finding, type Finding } from './findings.ts';
import { findNearest, nearestWords, type Segment } from './problem.ts';
import type { ChangeKind } from './scenario.ts';
import { CHANGE_FIELDS, CHANGE_KINDS, SCENARIO_FIELDS } from './schema.ts';

type Fields = Readonly<Record<string, unknown>>;

const INPUT_PATHS: readonly string[] = CATALOGUE.map(({ path }) => path);

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An input that does not exist, with the nearest that does. */
export const unknownInput = (name: string, at: readonly Segment[] = ['inputs', name]): Finding =>
  finding('unknown-input', at, () => ({ value: name, values: { near: nearestWords(name, INPUT_PATHS) } }));

/** A kind of change that does not exist, or is not given. */
export function unknownChange(at: readonly Segment[], value: unknown): Finding {
  const choices = CHANGE_KINDS.join(', ');
  if (value === undefined) {
    return finding('required', at, () => ({
      value: at.at(-1),
      values: { expected: expectedWords(`choices ${JSON.stringify({ choices })}`) },
    }));
  }
  return finding('unknown-change', at, () => ({
    value,
    values: { near: nearestWords(typeof value === 'string' ? value : '', CHANGE_KINDS), expected: choices },
  }));
}

/** Unknown fields stay and are noted; one that looks like a slip of a known name is a problem, for it would silently do nothing. */
export function unknownFields(raw: Fields): { readonly problems: readonly Finding[]; readonly notes: readonly Finding[] } {
  const found = lookIn(raw, SCENARIO_FIELDS, []);
  const changes: unknown[] = Array.isArray(raw.changes) ? raw.changes : [];
  changes.forEach((change, index) => {
    if (!isObject(change) || !Object.hasOwn(CHANGE_FIELDS, String(change.kind))) return;
    const known = ['kind', ...Object.keys(CHANGE_FIELDS[change.kind as ChangeKind])];
    found.push(...lookIn(change, known, ['changes', index]));
  });
  return { problems: found.filter(({ isSlip }) => isSlip), notes: found.filter(({ isSlip }) => !isSlip) };
}

/** More unknown fields than this in one object are counted without a look at each. */
const MOST_LOOKED_AT = 200;

function lookIn(holder: Fields, known: readonly string[], above: readonly Segment[]): (Finding & { readonly isSlip: boolean })[] {
  const absent = known.filter((field) => !Object.hasOwn(holder, field));
  return Object.keys(holder)
    .filter((name) => !known.includes(name) && name !== '$schema')
    .map((name, index) => {
      const near = index < MOST_LOOKED_AT ? findNearest(name, absent) : null;
      const isSlip = near !== null && resembles(name, near);
      const words = () => ({ value: name, values: { expected: known.join(', '), near: nearestWords(name, absent) } });
      return { ...finding(isSlip ? 'misspelt-field' : 'unknown-field', [...above, name], words), isSlip };
    });
}

/** Same first letter and nearly the same length. */
const resembles = (name: string, known: string): boolean =>
  Math.abs(name.length - known.length) <= 2 && name[0]?.toLowerCase() === known[0].toLowerCase();
