import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, runCommandLine, type CommandEnvironment } from '../../src/cli/index.ts';
import { createLocalRunner } from '../../src/experiment/index.ts';

export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** A new empty folder for one test. */
export const createFolder = (): string => mkdtempSync(join(tmpdir(), 'pingzhan-test-'));

/** Runs a command line in this process, in `folder`, with the runner of one thread. */
export async function runWordsOf(words: readonly string[], changes: Partial<CommandEnvironment> = {}): Promise<CommandResult> {
  let out = '';
  let error = '';
  const code = await runCommandLine(words, {
    writeOut: (text) => void (out += text),
    writeError: (text) => void (error += text),
    isErrorTerminal: false,
    variables: { LANG: 'en_US.UTF-8' },
    folder: tmpdir(),
    citiesFolder: '/nowhere',
    solverFile: createRequire(import.meta.url).resolve('highs/runtime'),
    version: '9.9.9',
    signal: new AbortController().signal,
    createRunner: createLocalRunner,
    processors: 1,
    now: () => 0,
    today: () => '2026-01-31',
    ...changes,
  });
  return { code, out, error };
}

/** Flags of a city so small that a run costs a few milliseconds. */
export const TINY = [
  '--city',
  'abstract',
  '--set',
  'city.population=1800',
  '--set',
  'city.sites=3',
  '--set',
  'staff.total=12',
  '--set',
  'lab.count=2',
  '--set',
  'lab.tubesPerDay=400',
];

export { EXIT };
