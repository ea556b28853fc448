import { describe, expect, it, vi } from 'vitest';
import { createSimulator, WorkerDied } from '../../../src/experiment/index.ts';
import { finish } from '../../../src/results/index.ts';
import { createPoolRunner, createServer, type Answer, type Port, type Request, type Task } from '../../../src/worker/index.ts';
import { transferables } from '../../../src/worker/protocol.ts';
import { madeUpRecord } from '../../builders/fake-runner.ts';
import { smallTown } from '../../builders/variant.ts';

/** A worker that answers, fails or dies when the test says so. */
class FakePort implements Port {
  readonly requests: Request[] = [];
  terminated = false;
  private answerTo: (answer: Answer) => void = () => undefined;
  private dieTo: (reason: string) => void = () => undefined;
  post(request: Request): void {
    this.requests.push(request);
  }
  onAnswer(listener: (answer: Answer) => void): void {
    this.answerTo = listener;
  }
  onDeath(listener: (reason: string) => void): void {
    this.dieTo = listener;
  }
  terminate(): void {
    this.terminated = true;
  }
  get tasks(): Task[] {
    return this.requests.filter((request): request is Task => !['city', 'network', 'stop'].includes(request.kind));
  }
  get cities(): number {
    return this.requests.filter(({ kind }) => kind === 'city').length;
  }
  /** Ids of the tasks that it was told to give up. */
  get stopped(): number[] {
    return this.requests.flatMap((request) => (request.kind === 'stop' ? [request.id] : []));
  }
  /** Answers the latest task, or another. */
  answer(task: Task = this.tasks.at(-1)!): void {
    this.answerTo({ kind: 'record', id: task.id, record: madeUpRecord(task.replication) });
  }
  fail(message: string, name = 'RangeError'): void {
    this.answerTo({ kind: 'error', id: this.tasks.at(-1)!.id, name, message });
  }
  die(reason: string): void {
    this.dieTo(reason);
  }
}

function makePool(width: number): { ports: FakePort[]; runner: ReturnType<typeof createPoolRunner> } {
  const ports: FakePort[] = [];
  const runner = createPoolRunner(() => {
    const port = new FakePort();
    ports.push(port);
    return port;
  }, width);
  return { ports, runner };
}

const town = smallTown();
const settled = async (promise: Promise<unknown>): Promise<boolean> => {
  let done = false;
  void promise.then(
    () => (done = true),
    () => (done = true),
  );
  for (let i = 0; i < 5; i++) await Promise.resolve();
  return done;
};

describe('A pool of workers', () => {
  it('gives each worker one replication at a time and starts no more workers than there is work', async () => {
    const { ports, runner } = makePool(4);
    const records = runner.run(town, 1, [0, 1]);
    expect(ports).toHaveLength(2);
    expect(ports.map((port) => port.tasks.map((task) => task.replication))).toEqual([[0], [1]]);
    ports.forEach((port) => port.answer());
    expect((await records).map((record) => record.replication)).toEqual([0, 1]);
  });

  it('follows a run before the replications that wait, because the map waits for it', async () => {
    const { ports, runner } = makePool(1);
    void runner.run(town, 1, [0, 1, 2]);
    void runner.typical(town, 1, 7);
    ports[0].answer();
    await Promise.resolve();
    expect(ports[0].tasks.map((task) => [task.kind, task.replication])).toEqual([
      ['record', 0],
      ['typical', 7],
    ]);
  });

  it('sorts answers that come out of order, and reports them as they come', async () => {
    const { ports, runner } = makePool(2);
    const seen: number[] = [];
    const records = runner.run(town, 1, [0, 1, 2, 3], { onRecord: (record) => seen.push(record.replication) });
    ports[1].answer(); // 1, then given 2
    ports[1].answer(); // 2, then given 3
    ports[1].answer(); // 3
    ports[0].answer(); // 0
    expect((await records).map((record) => record.replication)).toEqual([0, 1, 2, 3]);
    expect(seen).toEqual([1, 2, 3, 0]);
  });

  it('sends a city once to each worker, however many runs of it there are', async () => {
    const { ports, runner } = makePool(1);
    for (let round = 0; round < 3; round++) {
      const records = runner.run(town, round, [0, 1]);
      ports[0].answer();
      ports[0].answer();
      await records;
    }
    expect(ports).toHaveLength(1);
    expect(ports[0].cities).toBe(1);
    expect(ports[0].tasks).toHaveLength(6);
    const other = runner.run({ ...town, city: { ...town.city, id: 'other' } }, 1, [0]);
    expect(ports[0].cities).toBe(2);
    ports[0].answer();
    await other;
  });

  it('names seed and replication in every task, each with an id of its own', () => {
    const { ports, runner } = makePool(3);
    void runner.run(town, 77, [4, 5, 6]);
    const tasks = ports.flatMap((port) => port.tasks);
    expect(tasks.map(({ seed, replication }) => [seed, replication])).toEqual([
      [77, 4],
      [77, 5],
      [77, 6],
    ]);
    expect(new Set(tasks.map((task) => task.id)).size).toBe(3);
  });
});

describe('A cancel', () => {
  it('rejects at once with its reason, hands out nothing more and ignores what comes late', async () => {
    const { ports, runner } = makePool(1);
    const stop = new AbortController();
    const seen: number[] = [];
    const records = runner.run(town, 1, [0, 1, 2], { signal: stop.signal, onRecord: (record) => seen.push(record.replication) });
    const reason = new Error('cancelled by the user');
    stop.abort(reason);
    await expect(records).rejects.toBe(reason);
    ports[0].answer();
    expect(ports[0].tasks).toHaveLength(1);
    expect(seen).toEqual([]);
  });

  it('before the start asks nobody', async () => {
    const { ports, runner } = makePool(2);
    await expect(runner.run(town, 1, [0], { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
    expect(ports).toHaveLength(0);
  });

  it('tells the workers to give up what they are at, and only those who are at work of this run', async () => {
    const { ports, runner } = makePool(3);
    const stop = new AbortController();
    const records = runner.run(town, 1, [0, 1], { signal: stop.signal });
    const others = runner.run(town, 2, [0]);
    stop.abort(new Error('no'));
    await expect(records).rejects.toThrow('no');
    expect(ports.map(({ stopped, tasks }) => stopped.map((id) => id === tasks[0].id))).toEqual([[true], [true], []]);
    ports[2].answer();
    expect(await others).toHaveLength(1);
  });

  it('leaves the workers free: the next plan need not wait for what they were at', async () => {
    const { ports, runner } = makePool(2);
    const stop = new AbortController();
    void runner.run(town, 1, [0, 1, 2, 3], { signal: stop.signal }).catch(() => undefined);
    stop.abort(new Error('the plan has changed'));
    const next = runner.run(town, 2, [0]);
    expect(ports[0].tasks.at(-1)).toMatchObject({ seed: 2, replication: 0 });
    ports[0].answer(ports[0].tasks[0]);
    expect(await settled(next)).toBe(false);
    ports[0].answer();
    expect((await next).map(({ replication }) => replication)).toEqual([0]);
  });

  it('leaves the work of others in the queue, which the same worker goes on with', async () => {
    const { ports, runner } = makePool(1);
    const stop = new AbortController();
    const first = runner.run(town, 1, [0, 1], { signal: stop.signal });
    const second = runner.run(town, 2, [8]);
    stop.abort(new Error('no'));
    await expect(first).rejects.toThrow('no');
    expect(ports[0].tasks.at(-1)).toMatchObject({ seed: 2, replication: 8 });
    ports[0].answer();
    expect(await second).toHaveLength(1);
  });
});

describe('A worker that dies', () => {
  it('fails its run with WorkerDied, naming seed, replication and reason', async () => {
    const { ports, runner } = makePool(2);
    const records = runner.run(town, 41, [6, 7]);
    ports[1].die('out of memory');
    await expect(records).rejects.toBeInstanceOf(WorkerDied);
    await expect(records).rejects.toThrow(/seed 41, replication 7.*out of memory/);
  });

  it('is replaced at the next task by a new one, which is sent the city anew', async () => {
    const { ports, runner } = makePool(1);
    const lost = runner.run(town, 1, [0]);
    ports[0].die('crash');
    await expect(lost).rejects.toBeInstanceOf(WorkerDied);
    const again = runner.run(town, 1, [0]);
    expect(ports).toHaveLength(2);
    expect(ports[1].cities).toBe(1);
    ports[1].answer();
    expect(await again).toHaveLength(1);
  });

  it('takes nothing from other runs: their task in the queue goes to the new worker', async () => {
    const { ports, runner } = makePool(1);
    const lost = runner.run(town, 1, [0]);
    const waiting = runner.run(town, 2, [3]);
    ports[0].die('crash');
    ports[0].die('crash again');
    await expect(lost).rejects.toBeInstanceOf(WorkerDied);
    expect(ports).toHaveLength(2);
    ports[1].answer();
    expect((await waiting).map((record) => record.replication)).toEqual([3]);
  });
});

describe('A worker that answers with an error', () => {
  it('rejects the run with that error, name and words, and is asked on for other runs', async () => {
    const { ports, runner } = makePool(1);
    const records = runner.run(town, 1, [0, 1]);
    ports[0].fail('site 3: too many desks', 'RangeError');
    await expect(records).rejects.toMatchObject({ name: 'RangeError', message: 'site 3: too many desks' });
    expect(await settled(records)).toBe(true);
    const next = runner.run(town, 2, [5]);
    // The rest of the failed run may have been handed out already; its answer is ignored.
    while (ports[0].tasks.at(-1)!.seed === 1) ports[0].answer();
    ports[0].answer();
    expect((await next).map((record) => record.replication)).toEqual([5]);
    expect(ports).toHaveLength(1);
  });

  it('an answer with an id that nobody waits for changes nothing', async () => {
    const { ports, runner } = makePool(1);
    const records = runner.run(town, 1, [0]);
    ports[0].answer({ ...ports[0].tasks[0], id: 999 });
    expect(await settled(records)).toBe(false);
    ports[0].answer();
    expect(await records).toHaveLength(1);
  });
});

describe('Disposing of the pool', () => {
  it('ends every worker and fails what they were at', async () => {
    const { ports, runner } = makePool(2);
    const records = runner.run(town, 1, [0, 1, 2]);
    runner.dispose();
    expect(ports.map((port) => port.terminated)).toEqual([true, true]);
    await expect(records).rejects.toBeInstanceOf(WorkerDied);
  });

  it('fails those that are still in the queue as well: nobody waits for ever', async () => {
    const { runner } = makePool(1);
    const first = runner.run(town, 1, [0]);
    const queued = runner.run(town, 2, [0, 1]);
    runner.dispose();
    await expect(first).rejects.toBeInstanceOf(WorkerDied);
    expect(await settled(queued)).toBe(true);
    await expect(queued).rejects.toBeInstanceOf(WorkerDied);
  });
});

/** A server whose thread pauses when the test says so. */
function makeServer(): { serve: (request: Request) => void; answers: Answer[]; resume: () => boolean } {
  const answers: Answer[] = [];
  const paused: (() => void)[] = [];
  const serve = createServer({ answer: (answer) => answers.push(answer), pause: (resume) => paused.push(resume) });
  const resume = (): boolean => {
    const next = paused.shift();
    next?.();
    return next !== undefined;
  };
  return { serve, answers, resume };
}

describe("A worker's own side", () => {
  const task: Task = { kind: 'record', id: 3, subjectKey: 'k', scenario: town.scenario, seed: 1, replication: 2 };

  it('answers a task of a city that it was sent, errors of one that it was not, and goes on after an error', () => {
    const { serve, answers, resume } = makeServer();
    const ask = (request: Request): Answer | undefined => {
      serve(request);
      while (resume());
      return answers.splice(0).at(-1);
    };
    expect(ask(task)).toMatchObject({ kind: 'error', id: 3, message: 'unknown city k' });
    expect(ask({ kind: 'city', key: 'k', city: town.city })).toBeUndefined();
    expect(ask(task)).toMatchObject({ kind: 'record', id: 3, record: { replication: 2 } });
    const wrong = { ...task, id: 4, scenario: { ...town.scenario, changes: [{ kind: 'siteClosed' as const, at: 1, sites: ['nowhere'] }] } };
    expect(ask(wrong)).toMatchObject({ kind: 'error', id: 4, name: 'UnknownPlaceError' });
    expect(ask({ ...task, id: 5, kind: 'typical' })).toMatchObject({ kind: 'typical', id: 5, run: { replication: 2 } });
  });

  it('listens between the pieces of a task: one that is stopped is given up without an answer, the next is the same to the byte', () => {
    // Time flies, so that every piece is followed by a pause.
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
    const { serve, answers, resume } = makeServer();
    serve({ kind: 'city', key: 'k', city: town.city });
    serve({ ...task, kind: 'typical', id: 8 });
    for (let pause = 0; pause < 40; pause++) expect(resume()).toBe(true);
    serve({ kind: 'stop', id: 7 });
    expect(resume()).toBe(true);
    serve({ kind: 'stop', id: 8 });
    serve({ ...task, id: 9 });
    let pauses = 0;
    while (resume()) pauses++;
    clock.mockRestore();
    expect(pauses).toBeGreaterThan(1);
    const alone = finish(createSimulator().record(town, 1, 2));
    expect(answers).toEqual([{ kind: 'record', id: 9, record: alone }]);
  });

  it('takes a new task for the word that the one before is not wanted', () => {
    const { serve, answers, resume } = makeServer();
    serve({ kind: 'city', key: 'k', city: town.city });
    serve({ ...task, kind: 'typical', id: 1 });
    serve({ ...task, id: 2 });
    while (resume());
    expect(answers.map(({ id }) => id).at(-1)).toBe(2);
  });

  it('moves the memory of all its arrays instead of copying it', () => {
    const record = madeUpRecord(0);
    const buffers = transferables({ kind: 'record', id: 1, record });
    expect(buffers).toContain(record.sites.finishHours.buffer);
    expect(buffers).toContain(record.labs.tubes.buffer);
  });
});
