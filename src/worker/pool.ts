import { WorkerDied, type EmergencyNetwork, type Runner, type Variant } from '../experiment/index.ts';
import { cityFingerprint } from '../scenario/index.ts';
import { KEPT_NETWORKS, type Answer, type Request, type Subject, type Task } from './protocol.ts';

/** One worker, whatever it runs on. `onDeath` is called once, when it can answer no more. */
export interface Port {
  post(request: Request): void;
  onAnswer(listener: (answer: Answer) => void): void;
  onDeath(listener: (reason: string) => void): void;
  terminate(): void;
}

interface Seat {
  readonly port: Port;
  readonly subjects: Set<string>;
  task: Pending | null;
  dead: boolean;
}

interface Pending {
  readonly task: Task;
  readonly subject: Subject;
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: Error) => void;
}

/** True where a worker does not have a subject; it forgets the oldest network for a ninth, as the worker does. */
function introduce({ subjects }: Seat, { kind, key }: Subject): boolean {
  if (subjects.has(key)) return false;
  if (kind === 'network') {
    const networks = [...subjects].filter((other) => other.startsWith(NETWORK));
    if (networks.length >= KEPT_NETWORKS) subjects.delete(networks[0]);
  }
  subjects.add(key);
  return true;
}

const NETWORK = 'network ';

type Unnumbered<K extends Task['kind']> = Omit<Extract<Task, { kind: K }>, 'id' | 'subjectKey' | 'kind'> & { readonly kind: K };

const cityOf = (city: Variant['city']): Subject => ({ kind: 'city', key: cityFingerprint(city), city });

const networkKeys = new WeakMap<EmergencyNetwork, string>();
let networks = 0;

/** A network's key is its own: what is in it is not looked at. */
function networkOf(network: EmergencyNetwork): Subject {
  let key = networkKeys.get(network);
  if (key === undefined) networkKeys.set(network, (key = `${NETWORK}${++networks}`));
  return { kind: 'network', key, network };
}

const inOrder = <R extends { readonly replication: number }>(records: R[]): R[] => records.sort((a, b) => a.replication - b.replication);

/**
 * A runner over several workers. Each is given one replication at a time, so the slowest decides nothing. A cancel drops what was not
 * handed out, tells workers to give up what was, and ignores what comes late. A worker that dies fails its task with WorkerDied; its seat
 * is taken by a new worker at the next task.
 */
export function createPoolRunner(createPort: () => Port, width: number): Runner {
  const seats: (Seat | null)[] = Array.from({ length: width }, () => null);
  const queue: Pending[] = [];
  let nextId = 1;

  function seatAt(i: number): Seat {
    const present = seats[i];
    if (present && !present.dead) return present;
    const seat: Seat = { port: createPort(), subjects: new Set(), task: null, dead: false };
    seat.port.onAnswer((answer) => {
      const done = seat.task;
      if (!done || done.task.id !== answer.id) return;
      seat.task = null;
      handOut();
      done.settle(answer);
    });
    seat.port.onDeath((reason) => {
      if (seat.dead) return;
      seat.dead = true;
      const lost = seat.task;
      seat.task = null;
      lost?.fail(new WorkerDied(`worker died at seed ${lost.task.seed}, replication ${lost.task.replication}: ${reason}`));
      handOut();
    });
    seats[i] = seat;
    return seat;
  }

  function handOut(): void {
    for (let i = 0; i < width && queue.length > 0; i++) {
      const present = seats[i];
      if (present && !present.dead && present.task) continue;
      const seat = seatAt(i);
      const pending = queue.shift()!;
      seat.task = pending;
      if (introduce(seat, pending.subject)) seat.port.post(pending.subject);
      seat.port.post(pending.task);
    }
  }

  /** Takes tasks out of the queue, and off the hands of those who are at them. */
  function withdraw(tasks: ReadonlySet<Pending>): void {
    for (let i = queue.length - 1; i >= 0; i--) if (tasks.has(queue[i])) queue.splice(i, 1);
    for (const seat of seats) {
      if (!seat || seat.dead || !seat.task || !tasks.has(seat.task)) continue;
      seat.port.post({ kind: 'stop', id: seat.task.task.id });
      seat.task = null;
    }
    handOut();
  }

  /** Puts tasks in the queue; resolves with their answers, in no order, when all are there. On failure or cancel the rest leave the queue. */
  function ask<K extends Task['kind'], R>(
    subject: Subject,
    tasks: readonly Unnumbered<K>[],
    signal: AbortSignal | undefined,
    resultOf: (answer: Extract<Answer, { kind: K }>) => R,
    onResult?: (result: R) => void,
  ): Promise<R[]> {
    return new Promise((resolve, reject) => {
      let left = tasks.length;
      const results: R[] = [];
      const mine = new Set<Pending>();
      const stop = (error: unknown): void => {
        signal?.removeEventListener('abort', onAbort);
        left = -1;
        withdraw(mine);
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      const onAbort = (): void => stop(signal?.reason);
      if (signal?.aborted) return onAbort();
      if (left === 0) return resolve(results);
      signal?.addEventListener('abort', onAbort, { once: true });
      const settle = (answer: Answer): void => {
        if (left <= 0) return;
        if (answer.kind === 'error') return stop(Object.assign(new Error(answer.message), { name: answer.name }));
        const result = resultOf(answer as Extract<Answer, { kind: K }>);
        results.push(result);
        onResult?.(result);
        if (--left > 0) return;
        signal?.removeEventListener('abort', onAbort);
        resolve(results);
      };
      for (const part of tasks) {
        const pending: Pending = { task: { ...part, id: nextId++, subjectKey: subject.key } as Task, subject, settle, fail: stop };
        mine.add(pending);
        // The map waits for a run that is to be followed; the replications behind it only narrow an interval.
        if (part.kind === 'typical') queue.unshift(pending);
        else queue.push(pending);
      }
      handOut();
    });
  }

  return {
    width,
    async run({ city, scenario }, seed, replications, { signal, onRecord } = {}) {
      const tasks = replications.map((replication) => ({ kind: 'record' as const, scenario, seed, replication }));
      return inOrder(await ask(cityOf(city), tasks, signal, ({ record }) => record, onRecord));
    },
    async typical({ city, scenario }, seed, replication, signal) {
      const [run] = await ask(cityOf(city), [{ kind: 'typical' as const, scenario, seed, replication }], signal, (answer) => answer.run);
      return run;
    },
    async emergency(network, seed, replications, { signal, onRecord } = {}) {
      const tasks = replications.map((replication) => ({ kind: 'emergency' as const, seed, replication }));
      return inOrder(await ask(networkOf(network), tasks, signal, ({ record }) => record, onRecord));
    },
    async trace(network, seed, replication, signal) {
      const [trace] = await ask(networkOf(network), [{ kind: 'trace' as const, seed, replication }], signal, (answer) => answer.trace);
      return trace;
    },
    dispose() {
      const waiting = queue.splice(0);
      for (const seat of seats) {
        if (!seat || seat.dead) continue;
        seat.dead = true;
        seat.port.terminate();
        seat.task?.fail(new WorkerDied('the runner was disposed of'));
      }
      for (const pending of waiting) pending.fail(new WorkerDied('the runner was disposed of'));
    },
  };
}
