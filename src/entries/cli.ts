import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runCommandLine } from '../cli/index.ts';
import { createLocalRunner } from '../experiment/index.ts';
import { createNodeRunner } from '../worker/node.ts';
import { version } from '../../package.json';

/** The day by this machine's calendar. */
function localDay(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const here = dirname(fileURLToPath(import.meta.url));
const interruption = new AbortController();

process.on('SIGINT', () => {
  if (interruption.signal.aborted) process.exit(130);
  interruption.abort(new Error('SIGINT'));
});
// A reader such as `head` that has seen enough is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 4));

process.exitCode = await runCommandLine(process.argv.slice(2), {
  writeOut: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  isErrorTerminal: process.stderr.isTTY,
  variables: process.env,
  folder: process.env.INIT_CWD ?? process.cwd(),
  citiesFolder: join(here, 'cities'),
  solverFile: join(here, 'highs.wasm'),
  version,
  signal: interruption.signal,
  createRunner: (workers) =>
    workers === 0 ? createLocalRunner() : createNodeRunner({ workers, script: pathToFileURL(join(here, 'node-worker.js')) }),
  processors: availableParallelism(),
  now: () => performance.now(),
  today: localDay,
});
