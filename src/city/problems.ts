import type { Bilingual } from '../units/index.ts';

/** One thing wrong with what was given: where, what stands there, what may stand there, and what to do. Same shape for every file. */
export interface Problem {
  readonly code: string;
  /** Such as "villages[3].at[0]". */
  readonly path: string;
  readonly value: string;
  readonly allowed: string;
  readonly cure: string;
  readonly message: Bilingual;
}

/** A city pack that cannot be used, with everything found wrong (at most 100 entries). Nothing of it was kept. */
export class CityPackError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => (path ? `${path}: ${message.en}` : message.en)).join('\n'));
    this.name = 'CityPackError';
    this.problems = problems;
  }
}
