import { WorkerDied, type Runner, type RunOptions, type Variant } from '../experiment/index.ts';
import type { RunRecord, TypicalRun } from '../results/index.ts';
import { cityFingerprint } from '../scenario/index.ts';
import type { Answer, Request, Task } from './protocol.ts';

/** One worker, whatever it runs on. `onDeath` is called once, when it can answer no more. */
export interface Port {
  post(request: Request): void;
  onAnswer(listener: (answer: Answer) => void): void;
  onDeath(listener: (reason: string) => void): void;
  terminate(): void;
}

interface Seat {
  readonly port: Port;
  readonly cities: Set<string>;
  task: Pending | null;
  dead: boolean;
}

interface Pending {
  readonly task: Task;
  readonly variant: Variant;
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: Error) => void;
}

/**
 * A runner over several workers. Each is given one replication at a time, so the slowest decides nothing and a cancel needs no message:
 * what was not handed out is dropped and what comes late is ignored. A worker that dies fails its task with WorkerDied; its seat is taken
 * by a new worker at the next task.
 */
export function createPoolRunner(createPort: () => Port, width: number): Runner {
  const seats: (Seat | null)[] = Array.from({ length: width }, () => null);
  const queue: Pending[] = [];
  let nextId = 1;

  function seatAt(i: number): Seat {
    const present = seats[i];
    if (present && !present.dead) return present;
    const seat: Seat = { port: createPort(), cities: new Set(), task: null, dead: false };
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
      if (!seat.cities.has(pending.task.cityKey)) {
        seat.cities.add(pending.task.cityKey);
        seat.port.post({ kind: 'city', key: pending.task.cityKey, city: pending.variant.city });
      }
      seat.port.post(pending.task);
    }
  }

  /** Puts tasks in the queue; resolves when all are answered. On failure or cancel the rest of them leave the queue. */
  function ask(
    variant: Variant,
    tasks: readonly Omit<Task, 'id' | 'cityKey' | 'scenario'>[],
    signal: AbortSignal | undefined,
    onAnswer: (answer: Answer) => void,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const cityKey = cityFingerprint(variant.city);
      let left = tasks.length;
      const mine = new Set<Pending>();
      const stop = (error: unknown): void => {
        for (let i = queue.length - 1; i >= 0; i--) if (mine.has(queue[i])) queue.splice(i, 1);
        signal?.removeEventListener('abort', onAbort);
        left = -1;
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      const onAbort = (): void => stop(signal?.reason);
      if (signal?.aborted) return onAbort();
      if (left === 0) return resolve();
      signal?.addEventListener('abort', onAbort, { once: true });
      const settle = (answer: Answer): void => {
        if (left <= 0) return;
        if (answer.kind === 'error') return stop(Object.assign(new Error(answer.message), { name: answer.name }));
        onAnswer(answer);
        if (--left > 0) return;
        signal?.removeEventListener('abort', onAbort);
        resolve();
      };
      for (const part of tasks) {
        const pending: Pending = { task: { ...part, id: nextId++, cityKey, scenario: variant.scenario }, variant, settle, fail: stop };
        mine.add(pending);
        queue.push(pending);
      }
      handOut();
    });
  }

  return {
    width,
    async run(variant: Variant, seed: number, replications: readonly number[], { signal, onRecord }: RunOptions = {}) {
      const records: RunRecord[] = [];
      await ask(
        variant,
        replications.map((replication) => ({ kind: 'record' as const, seed, replication })),
        signal,
        (answer) => {
          if (answer.kind !== 'record') return;
          records.push(answer.record);
          onRecord?.(answer.record);
        },
      );
      return records.sort((a, b) => a.replication - b.replication);
    },
    async typical(variant, seed, replication, signal) {
      let found: TypicalRun | null = null;
      await ask(variant, [{ kind: 'typical', seed, replication }], signal, (answer) => {
        if (answer.kind === 'typical') found = answer.run;
      });
      return found!;
    },
    dispose() {
      for (const seat of seats) {
        if (!seat || seat.dead) continue;
        seat.dead = true;
        seat.port.terminate();
        seat.task?.fail(new WorkerDied('the runner was disposed of'));
      }
      for (const pending of queue.splice(0)) pending.fail(new WorkerDied('the runner was disposed of'));
    },
  };
}
