import { describe, expect, test } from 'vitest';
import { createAbstractCity } from '../../src/city/index.ts';
import type { Variant } from '../../src/experiment/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { createMemory, createPlannerStore, keepHistory, readHistory, type Memory, type StudyService } from '../../src/store/index.ts';
import { MOST_KEPT } from '../../src/store/kept-history.ts';
import { MOST_REMEMBERED, rememberingService } from '../../src/store/remembering.ts';
import { buildStudy, buildTypicalRun } from '../builders/answers.ts';

const city = createAbstractCity({ population: 10_000 });
const preset: Scenario = { schema: 'pingzhan.scenario/1', name: 'preset', city: 'abstract', inputs: { 'pool.size': 20 }, changes: [] };
const signal = new AbortController().signal;

/** A service that says what it was asked. */
function createBench() {
  const asked: string[] = [];
  const ask = <T>(part: string, answer: T): Promise<T> => {
    asked.push(part);
    return Promise.resolve(answer);
  };
  let fails = false;
  const service: StudyService = {
    study: (_variant, { seed, replications }) =>
      fails ? Promise.reject(new Error('gave up')) : ask('study', buildStudy({ seed, replications })),
    typical: (_variant, _seed, replication) => ask('typical', buildTypicalRun({ replication })),
    claims: () => ask('claims', []),
    marginals: () => ask('marginals', { marginal: [], binding: { sampling: 'samplers', results: 'labs' } }),
    remedies: () => ask('remedies', []),
    compare: () => Promise.reject(new Error('not asked for')),
    replaceWorkers: () => undefined,
  };
  return { asked, service, fail: (value: boolean) => (fails = value) };
}

const variantOf = (poolSize: number): Variant => ({ city, scenario: { ...preset, inputs: { 'pool.size': poolSize } } });
const options = { seed: 1, replications: 20, precisionHours: 0, signal, onUpdate: () => undefined };

describe('answers that were given', () => {
  test('come back without a run, for another scenario object of the same content too', async () => {
    const { asked, service } = createBench();
    const remembering = rememberingService(service);
    const first = await remembering.study(variantOf(10), options);
    expect(await remembering.study(variantOf(10), options)).toBe(first);
    expect(asked).toEqual(['study']);
    await remembering.study(variantOf(5), options);
    await remembering.study(variantOf(10), { ...options, seed: 2 });
    expect(asked).toHaveLength(3);
  });

  test('are of a few plans only, those used last', async () => {
    const { asked, service } = createBench();
    const remembering = rememberingService(service);
    for (let size = 1; size <= MOST_REMEMBERED; size++) await remembering.study(variantOf(size), options);
    await remembering.study(variantOf(1), options);
    await remembering.study(variantOf(MOST_REMEMBERED + 1), options);
    asked.length = 0;
    await remembering.study(variantOf(1), options);
    expect(asked).toEqual([]);
    await remembering.study(variantOf(2), options);
    expect(asked).toEqual(['study']);
  });

  test('that failed are asked for again', async () => {
    const bench = createBench();
    const remembering = rememberingService(bench.service);
    bench.fail(true);
    await expect(remembering.study(variantOf(10), options)).rejects.toThrow('gave up');
    bench.fail(false);
    expect((await remembering.study(variantOf(10), options)).replications).toBe(20);
  });

  test('stand at once after undo and redo', async () => {
    const { asked, service } = createBench();
    const memory = createMemory(() => {
      throw new Error('no storage');
    });
    const store = createPlannerStore({ cities: [city], scenario: preset, service, memory });
    const idle = async (): Promise<void> => {
      await expect.poll(() => store.getState().answers?.remedies).not.toBeFalsy();
    };
    store.getState().answer();
    await idle();
    store.getState().setInputs({ 'pool.size': 10 });
    await idle();
    asked.length = 0;
    store.getState().undo();
    await idle();
    expect(store.getState().answers?.scenario).toBe(store.getState().plan.scenario);
    store.getState().redo();
    await idle();
    expect(asked).toEqual([]);
  });
});

describe('undo after a reload', () => {
  const createSlots = (): Memory => {
    const kept = new Map<string, string>();
    return { read: (key) => kept.get(key) ?? null, write: (key, value) => void kept.set(key, value) };
  };
  const edited = (steps: number) => {
    const { service } = createBench();
    const store = createPlannerStore({ cities: [city], scenario: preset, service, memory: createSlots() });
    for (let step = 0; step < steps; step++) {
      store.getState().beginGesture();
      store.getState().setInputs({ 'pool.size': step % 2 === 0 ? 10 : 5 });
    }
    return store.getState();
  };

  test('leads through the same plans', () => {
    const slots = createSlots();
    const state = edited(4);
    keepHistory(slots, state);
    const history = readHistory(slots, state.plan, [city]);
    expect(history.past.map(({ scenario }) => scenario)).toEqual(state.history.past.map(({ scenario }) => scenario));
  });

  test('keeps a limited number of steps', () => {
    const slots = createSlots();
    const state = edited(MOST_KEPT + 5);
    keepHistory(slots, state);
    expect(readHistory(slots, state.plan, [city]).past).toHaveLength(MOST_KEPT);
  });

  test('has no steps of another plan, of a city that is gone, or out of what is no history', () => {
    const slots = createSlots();
    const state = edited(2);
    keepHistory(slots, state);
    const none = { past: [], future: [], mark: null };
    expect(readHistory(slots, { ...state.plan, scenario: { ...preset, name: 'other' } }, [city])).toEqual(none);
    expect(readHistory(slots, state.plan, [])).toEqual(none);
    for (const text of ['', '{}', 'null', '[1]', '{"texts":["{}"],"now":[0,0],"past":[],"future":[]}']) {
      slots.write('pingzhan.history', text);
      expect(readHistory(slots, state.plan, [city])).toEqual(none);
    }
  });
});
