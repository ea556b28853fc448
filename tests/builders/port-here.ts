import { createServer, type Answer, type Port } from '../../src/worker/index.ts';

/**
 * A worker in this thread: it works, listens and answers in turns of its own, as a real one would, from copies of what it was sent.
 * `slowness` more turns pass before each answer, so that answers come out of order.
 */
export function createPortHere(slowness = 0): Port {
  let tell: (answer: Answer) => void = () => undefined;
  const later = (act: () => void, turns: number): void => void setTimeout(() => (turns > 0 ? later(act, turns - 1) : act()), 0);
  const serve = createServer({
    answer: (answer) => later(() => tell(answer), slowness),
    pause: (resume) => later(resume, 0),
  });
  return {
    post: (request) => {
      const copy = structuredClone(request);
      later(() => serve(copy), 0);
    },
    onAnswer: (listener) => (tell = listener),
    onDeath: () => undefined,
    terminate: () => undefined,
  };
}
