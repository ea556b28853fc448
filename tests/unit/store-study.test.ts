import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Variant } from '../../src/experiment/index.ts';
import type { Study } from '../../src/results/index.ts';
import type { StudyOptions, StudyService } from '../../src/store/index.ts';
import { PREVIEW_AFTER_MS, SILENCE_MS, UPDATE_MS } from '../../src/store/answering.ts';
import { createStudyControl, emptyStudySlice, type StudySlice } from '../../src/store/study.ts';
import { buildStudy, buildTypicalRun } from '../builders/answers.ts';

type Call = StudyOptions & { variant: Variant; finish: (study: Study) => void; fail: (error: Error) => void };

/** A store slice over a service whose answers the test gives by hand. */
function createBench() {
  const calls: Call[] = [];
  const seen: StudySlice[] = [];
  let slice = emptyStudySlice;
  let replaced = 0;
  const service: StudyService = {
    study: (variant, options) => new Promise((finish, fail) => calls.push({ ...options, variant, finish, fail })),
    typical: (_variant, _seed, replication) => Promise.resolve(buildTypicalRun({ replication })),
    claims: () => Promise.resolve([]),
    marginals: () => Promise.resolve({ marginal: [], binding: { sampling: 'samplers', results: 'labs' } }),
    remedies: () => Promise.resolve([]),
    compare: () => Promise.reject(new Error('not asked for')),
    replaceWorkers: () => {
      replaced += 1;
    },
  };
  const control = createStudyControl(
    service,
    () => slice,
    (part) => {
      slice = { ...slice, ...part };
      seen.push(slice);
    },
  );
  return { calls, seen, control, service, slice: () => slice, replaced: () => replaced };
}

const variantOf = (name: string): Variant => ({ city: {}, scenario: { name, inputs: {}, changes: [] } }) as unknown as Variant;
const PLAN = { seed: 7, replications: 100, precisionHours: 0 };
const upTo = (replications: number): Study => buildStudy({ replications });
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const workerDeath = (): Error => Object.assign(new Error('a worker died'), { name: 'WorkerDied' });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a study on the page', () => {
  test('shows the first replication at once and then at most four updates a second', async () => {
    const bench = createBench();
    void bench.control.start(variantOf('a'), PLAN, 'as stated');
    await settle();
    bench.calls[0].onUpdate(upTo(1));
    expect(bench.slice().answers?.study.replications).toBe(1);
    const shown = new Set<number>();
    for (let replication = 2; replication <= 60; replication += 1) {
      bench.calls[0].onUpdate(upTo(replication));
      await vi.advanceTimersByTimeAsync(20);
      shown.add(bench.slice().answers!.study.replications);
    }
    const seconds = (59 * 20) / 1000;
    expect(shown.size).toBeGreaterThan(2);
    expect(shown.size).toBeLessThanOrEqual(Math.ceil((seconds * 1000) / UPDATE_MS) + 1);
  });

  test('asks for the map’s first picture once the plan stands still, so that a drag finds a worker free', async () => {
    const bench = createBench();
    const typical = vi.spyOn(bench.service, 'typical');
    for (const name of ['a', 'b', 'c']) {
      void bench.control.start(variantOf(name), PLAN, name);
      await settle();
      bench.calls.at(-1)!.onUpdate(upTo(1));
      await vi.advanceTimersByTimeAsync(PREVIEW_AFTER_MS - 10);
    }
    expect(typical).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10);
    expect(typical.mock.calls.map(([variant, , replication]) => [variant.scenario.name, replication])).toEqual([['c', 0]]);
    expect(bench.slice().picture?.typical.replication).toBe(0);
  });

  test('ends with every part of the answer and an idle job', async () => {
    const bench = createBench();
    const ended = bench.control.start(variantOf('a'), PLAN, 'as stated');
    await settle();
    bench.calls[0].finish(upTo(100));
    await ended;
    const { answers, job } = bench.slice();
    expect(job.status).toBe('idle');
    expect(answers).toMatchObject({ settled: true, claims: [], remedies: [], marginals: { binding: { results: 'labs' } } });
    expect(bench.slice().picture).toMatchObject({ study: answers?.study, typical: { replication: 17 } });
  });

  test('the latest scenario wins: the older job is cancelled and says nothing more', async () => {
    const bench = createBench();
    const older = bench.control.start(variantOf('older'), PLAN, 'as stated');
    await settle();
    bench.calls[0].onUpdate(upTo(1));
    const newer = bench.control.start(variantOf('newer'), PLAN, 'as stated');
    await settle();
    expect(bench.calls[0].signal.aborted).toBe(true);
    bench.calls[0].onUpdate(upTo(55));
    bench.calls[0].finish(upTo(100));
    bench.calls[1].onUpdate(upTo(2));
    await vi.advanceTimersByTimeAsync(UPDATE_MS * 2);
    expect(bench.slice().answers?.scenario.name).toBe('newer');
    expect(bench.slice().answers?.study.replications).toBe(2);
    bench.calls[1].finish(upTo(100));
    await Promise.all([older, newer]);
    expect(bench.slice().answers).toMatchObject({ settled: true, scenario: { name: 'newer' } });
  });

  test('cancelling keeps the part that is there and starts nothing', async () => {
    const bench = createBench();
    const ended = bench.control.start(variantOf('a'), PLAN, 'as stated');
    await settle();
    bench.calls[0].onUpdate(upTo(37));
    bench.control.cancel();
    bench.calls[0].fail(Object.assign(new Error('aborted'), { name: 'AbortError' }));
    await ended;
    expect(bench.slice().job.status).toBe('cancelled');
    expect(bench.slice().answers).toMatchObject({ settled: false, study: { replications: 37 } });
    expect(bench.calls).toHaveLength(1);
  });

  test('a dead worker is replaced, the notice carries seed and scenario, and the study starts again', async () => {
    const bench = createBench();
    const ended = bench.control.start(variantOf('a'), PLAN, 'as stated');
    await settle();
    bench.calls[0].fail(workerDeath());
    await settle();
    expect(bench.replaced()).toBe(1);
    expect(bench.slice().workerNotice).toEqual({ seed: 7, scenario: 'as stated' });
    bench.calls[1].finish(upTo(100));
    await ended;
    expect(bench.slice().job.status).toBe('idle');
  });

  test('a worker that falls silent is taken for dead', async () => {
    const bench = createBench();
    void bench.control.start(variantOf('a'), PLAN, 'as stated');
    await settle();
    bench.calls[0].onUpdate(upTo(1));
    await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
    expect(bench.replaced()).toBe(0);
    await vi.advanceTimersByTimeAsync(2);
    expect(bench.replaced()).toBe(1);
    expect(bench.calls).toHaveLength(2);
  });

  test('a second death, or any other failure, ends in an error state that can be started again', async () => {
    const bench = createBench();
    const ended = bench.control.start(variantOf('a'), PLAN, 'as stated');
    await settle();
    bench.calls[0].fail(workerDeath());
    await settle();
    bench.calls[1].fail(workerDeath());
    await ended;
    expect(bench.slice().job).toMatchObject({ status: 'failed', error: 'workerDied' });
    void bench.control.start(variantOf('a'), PLAN, 'as stated');
    await settle();
    expect(bench.slice().job).toMatchObject({ status: 'running', error: null });
  });
});
