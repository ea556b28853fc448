import { parentPort, Worker } from 'node:worker_threads';
import type { Runner } from '../experiment/index.ts';
import { createPoolRunner, type Port } from './pool.ts';
import { transferables, type Answer, type Request } from './protocol.ts';
import { createServer } from './serve.ts';

/** A runner on Node threads. `script` is the built worker entry, which calls serveNodeThread. */
export function createNodeRunner(options: { readonly workers: number; readonly script: URL }): Runner {
  return createPoolRunner(() => createNodePort(options.script), Math.max(1, options.workers));
}

/** A worker makes little garbage; left to itself it would still claim a hundred times that for new objects. */
const YOUNG_MEGABYTES = 2;

function createNodePort(script: URL): Port {
  const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } });
  worker.unref();
  return {
    post: (request) => worker.postMessage(request),
    onAnswer: (listener) => worker.on('message', (answer: Answer) => listener(answer)),
    onDeath: (listener) => {
      worker.on('error', (error) => listener(error instanceof Error ? error.message : String(error)));
      worker.on('exit', (code) => listener(`exit code ${code}`));
    },
    terminate: () => void worker.terminate(),
  };
}

/** What the worker entry calls. Throws when it does not run in a worker thread. */
export function serveNodeThread(): void {
  const port = parentPort;
  if (!port) throw new Error('not in a worker thread');
  const serve = createServer({
    answer: (answer) => port.postMessage(answer, transferables(answer)),
    pause: setImmediate,
  });
  port.on('message', (request: Request) => serve(request));
}
