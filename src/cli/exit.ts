import type { Problem } from '../scenario/index.ts';

/** Exit codes, as the help lists them. */
export const EXIT = { done: 0, unexpected: 1, usage: 2, input: 3, output: 4, worker: 5, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with problems that the user can cure. */
export class CommandRefused extends Error {
  readonly exitCode: ExitCode;
  readonly problems: readonly Problem[];
  /** File, flag or city that the problems are about; shown above them. */
  readonly subject: string;

  constructor(exitCode: ExitCode, problems: readonly Problem[], subject = '') {
    super(problems.map(({ message }) => message.en).join('; '));
    this.name = 'CommandRefused';
    this.exitCode = exitCode;
    this.problems = problems;
    this.subject = subject;
  }
}
