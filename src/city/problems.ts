import type { Bilingual } from '../units/index.ts';

/** One thing wrong with what was given: where, what stands there, what may stand there, and what to do. Same shape for every file. */
export interface Problem {
  readonly code: string;
  /** Such as "villages[3].at[0]"; empty for the file as a whole. */
  readonly path: string;
  /** What was found, shortened to one line. */
  readonly value: string;
  readonly allowed: Bilingual | string;
  readonly cure: Bilingual | string;
  readonly message: Bilingual;
}

/** At most this many problems are listed at once. */
export const MOST_PROBLEMS = 50;
const LONGEST_VALUE = 60;

/** A city pack that cannot be used, with what was found wrong. Nothing of it was kept. */
export class CityPackError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => (path ? `${path}: ${message.en}` : message.en)).join('\n'));
    this.name = 'CityPackError';
    this.problems = problems;
  }
}

export type PathPart = string | number;

/** "villages[3].at[0]" of its parts. */
export function pathText(parts: readonly PathPart[]): string {
  return parts.reduce<string>(
    (path, part) => (typeof part === 'number' ? `${path}[${part}]` : path ? `${path}.${oneLine(part)}` : oneLine(part)),
    '',
  );
}

/** One line of at most 60 characters that shows a value without trusting it: controls and direction marks are escaped. */
export function oneLine(value: unknown): string {
  const text =
    typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? `[${value.length}]`
        : value !== null && typeof value === 'object'
          ? '{…}'
          : String(value);
  const head = Array.from(text.slice(0, LONGEST_VALUE * 2))
    .slice(0, LONGEST_VALUE)
    .join('');
  const safe = head.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return head.length < text.length ? `${safe}…` : safe;
}

export interface Found {
  readonly path: readonly PathPart[];
  readonly value: unknown;
  readonly allowed?: Bilingual | string;
  readonly message: Bilingual;
  readonly cure: Bilingual;
}

export function problemOf(code: string, { path, value, allowed = '', message, cure }: Found): Problem {
  return { code, path: pathText(path), value: oneLine(value), allowed, cure, message };
}
