import type { Runner } from '../experiment/index.ts';
import { createPoolRunner, type Port } from './pool.ts';
import { transferables, type Answer, type Request } from './protocol.ts';
import { createServer } from './serve.ts';

/** A runner on browser workers. `create` starts the built worker entry, which calls serveBrowserWorker. */
export function createBrowserRunner(options: { readonly workers: number; readonly create: () => Worker }): Runner {
  return createPoolRunner(() => createBrowserPort(options.create()), Math.max(1, options.workers));
}

function createBrowserPort(worker: Worker): Port {
  return {
    post: (request) => worker.postMessage(request),
    onAnswer: (listener) => worker.addEventListener('message', (event: MessageEvent<Answer>) => listener(event.data)),
    onDeath: (listener) => {
      worker.addEventListener('error', (event) => listener(event.message || 'worker error'));
      worker.addEventListener('messageerror', () => listener('unreadable message'));
    },
    terminate: () => worker.terminate(),
  };
}

/** What the worker entry calls. */
export function serveBrowserWorker(scope: {
  postMessage(answer: Answer, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}): void {
  const pauses = new MessageChannel();
  const resumes: (() => void)[] = [];
  pauses.port1.onmessage = () => resumes.shift()?.();
  const serve = createServer({
    answer: (answer) => scope.postMessage(answer, transferables(answer)),
    // A timer would idle for its least delay.
    pause: (resume) => {
      resumes.push(resume);
      pauses.port2.postMessage(null);
    },
  });
  scope.addEventListener('message', ({ data }) => serve(data));
}
