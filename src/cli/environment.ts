import type { Runner } from '../experiment/index.ts';

/** All that a command may touch of the process that it runs in. */
export interface CommandEnvironment {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Whether stderr is a terminal on which a line can be written over. */
  readonly isErrorTerminal: boolean;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Folder against which the user's relative paths are meant. */
  readonly folder: string;
  /** Folder that holds one city pack a file, <id>.json. */
  readonly citiesFolder: string;
  /** Path of the solver's WebAssembly module, read when a command needs it. */
  readonly solverFile: string;
  readonly version: string;
  /** Aborted on SIGINT. */
  readonly signal: AbortSignal;
  /** A runner on so many threads; 0 for one in this thread, which has the first answer sooner but does nothing else meanwhile. */
  readonly createRunner: (workers: number) => Runner;
  readonly processors: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Local day, "2026-11-26": what a publication is dated with where no day is given. */
  readonly today: () => string;
}
