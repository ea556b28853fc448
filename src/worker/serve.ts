import type { CityPack } from '../city/index.ts';
import { createSimulator, simulateEmergency, traceEmergency, type EmergencyNetwork } from '../experiment/index.ts';
import type { Piecewise } from '../results/index.ts';
import { KEPT_NETWORKS, type Answer, type Request, type Task } from './protocol.ts';

/** A worker listens to its messages after so many milliseconds of work at most, and one piece more. */
const LISTEN_EVERY_MS = 5;

/** What a thread lends to the server in it. */
export interface Thread {
  answer(answer: Answer): void;
  /** Goes on with the work once the messages that have come in are read. */
  pause(resume: () => void): void;
}

interface Job {
  readonly id: number;
  readonly work: Piecewise<Answer>;
}

/**
 * The worker's side: takes one task at a time and answers with its result or an error. Between the pieces of a task it listens: a task
 * that is stopped, or followed by another, is given up without an answer.
 */
export function createServer(thread: Thread): (request: Request) => void {
  const answering = createAnswering();
  let current: Job | null = null;

  const giveUp = (): void => {
    current?.work.return(undefined as never);
    current = null;
  };

  function proceed(job: Job): void {
    if (job !== current) return;
    const answer = workFor(LISTEN_EVERY_MS, job);
    if (answer === null) return thread.pause(() => proceed(job));
    current = null;
    thread.answer(answer);
  }

  return (request) => {
    switch (request.kind) {
      case 'city':
      case 'network':
        answering.learn(request);
        return;
      case 'stop':
        if (current?.id === request.id) giveUp();
        return;
      default:
        giveUp();
        current = { id: request.id, work: answering.begin(request) };
        proceed(current);
    }
  };
}

/** The answer, or null where it takes longer. */
function workFor(milliseconds: number, { id, work }: Job): Answer | null {
  const until = performance.now() + milliseconds;
  try {
    for (;;) {
      const piece = work.next();
      if (piece.done) return piece.value;
      if (performance.now() >= until) return null;
    }
  } catch (error) {
    return errorAnswer(id, error);
  }
}

const errorAnswer = (id: number, error: unknown): Answer => ({
  kind: 'error',
  id,
  name: error instanceof Error ? error.name : 'Error',
  message: error instanceof Error ? error.message : String(error),
});

/** What tasks have in common, and the work of each. */
function createAnswering(): { learn(subject: Exclude<Request, Task | { kind: 'stop' }>): void; begin(task: Task): Piecewise<Answer> } {
  const simulator = createSimulator();
  const cities = new Map<string, CityPack>();
  const networks = new Map<string, EmergencyNetwork>();
  return {
    learn(subject) {
      if (subject.kind === 'city') {
        cities.set(subject.key, subject.city);
        return;
      }
      if (networks.size >= KEPT_NETWORKS) networks.delete(networks.keys().next().value!);
      networks.set(subject.key, subject.network);
    },
    *begin(task) {
      const { id, seed, replication } = task;
      switch (task.kind) {
        case 'record':
        case 'typical': {
          const variant = { city: known('city', cities, task.subjectKey), scenario: task.scenario };
          return task.kind === 'record'
            ? { kind: 'record', id, record: yield* simulator.record(variant, seed, replication) }
            : { kind: 'typical', id, run: yield* simulator.typical(variant, seed, replication) };
        }
        case 'emergency':
          return { kind: 'emergency', id, record: simulateEmergency(known('network', networks, task.subjectKey), seed, replication) };
        case 'trace':
          return { kind: 'trace', id, trace: traceEmergency(known('network', networks, task.subjectKey), seed, replication) };
      }
    },
  };
}

function known<T>(what: string, subjects: ReadonlyMap<string, T>, key: string): T {
  const subject = subjects.get(key);
  if (subject === undefined) throw new Error(`unknown ${what} ${key}`);
  return subject;
}
