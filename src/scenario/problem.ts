import { distance } from 'fastest-levenshtein';
import { oneLine, pathText } from '../city/index.ts';
import { createText, type Text } from '../text/index.ts';
import type { Bilingual } from '../units/index.ts';

/** One thing wrong with (or worth knowing about) what was given: where, what stands there, what may stand there, and what to do. */
export interface Problem {
  readonly code: string;
  /** Such as "changes[2].at"; empty for the file as a whole. */
  readonly path: string;
  /** From 1; absent where there is no text, as for flags. */
  readonly line?: number;
  readonly column?: number;
  /** What was found, shortened to one line. */
  readonly value: string;
  readonly allowed: Bilingual | string;
  readonly cure: Bilingual | string;
  readonly message: Bilingual;
}

export type Segment = string | number;

/** At most this many problems are reported at once; one more says how many are left out. */
export const MOST_PROBLEMS = 50;

const words = new Map<'zh' | 'en', Text>();
function word(language: 'zh' | 'en', key: string, values: Readonly<Record<string, string | number>>): string {
  let text = words.get(language);
  if (!text) words.set(language, (text = createText(language)));
  return text.find(`problems:${key}`, values) ?? '';
}

/** A message of the namespace "problems" in both languages. Values given as Bilingual are put in per language. */
export function problemWords(key: string, values: Readonly<Record<string, string | number | Bilingual>> = {}): Bilingual {
  const filled = (language: 'zh' | 'en'): string =>
    word(
      language,
      key,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value])),
    );
  return { zh: filled('zh').trim(), en: filled('en').trim() };
}

export interface FoundValue {
  readonly value?: unknown;
  /** Further slots of the message. */
  readonly values?: Readonly<Record<string, string | number | Bilingual>>;
}
interface Found extends FoundValue {
  readonly path?: readonly Segment[] | string;
  readonly line?: number;
  readonly column?: number;
}

export function createProblem(code: string, found: Found = {}): Problem {
  const value = oneLine(found.value ?? '');
  const values = { value, ...found.values };
  const path = typeof found.path === 'string' ? found.path : pathText(found.path ?? []);
  return {
    code,
    path,
    ...(found.line === undefined ? {} : { line: found.line, column: found.column }),
    value,
    allowed: problemWords(`${code}.allowed`, values),
    cure: problemWords(`${code}.cure`, values),
    message: problemWords(code, values),
  };
}

/** The name among `names` that a slip of the pen most likely meant; null when none is near. */
export function findNearest(name: string, names: readonly string[]): string | null {
  if (name.length > 80) return null;
  const wanted = name.toLowerCase();
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of names) {
    const lower = candidate.toLowerCase();
    const tail = lower.slice(lower.lastIndexOf('.') + 1);
    // Two letters swapped count like a letter added and one lost; the same length decides between them.
    const away =
      Math.min(distance(wanted, lower), wanted === tail ? 0.5 : distance(wanted, tail) + 1) + Math.abs(wanted.length - lower.length) / 100;
    if (away < bestDistance) [best, bestDistance] = [candidate, away];
  }
  return best !== null && bestDistance <= Math.max(2, Math.ceil(name.length * 0.45)) ? best : null;
}

/** "The nearest is …", or where to look. */
export function nearestWords(name: string, names: readonly string[]): Bilingual {
  const near = findNearest(name, names);
  return near === null ? problemWords('no-near') : problemWords('near', { value: near });
}
