import { describe, expect, test } from 'vitest';
import { createAbstractCity } from '../../src/city/index.ts';
import type { Study } from '../../src/results/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { createMemory, createPlannerStore, MOST_PINS, type PinnedRun, type StudyService } from '../../src/store/index.ts';
import { buildStudy, buildTypicalRun } from '../builders/answers.ts';

const city = createAbstractCity({ population: 10_000 });
const scenario: Scenario = { schema: 'pingzhan.scenario/1', name: { zh: '试验', en: 'Trial' }, city: 'abstract', inputs: {}, changes: [] };
const TYPICAL = buildTypicalRun();
const STUDY = buildStudy();
const study = (fingerprint: string): Study => ({ ...STUDY, scenario: { name: fingerprint, fingerprint } });
const MARGINALS = { marginal: [], binding: { sampling: 'samplers', results: 'labs' } } as const;

/** A store whose studies end when the test says so; everything else is answered at once, marginal values by the test. */
function createBench() {
  const asked: ((study: Study) => void)[] = [];
  let showMarginals = (): void => undefined;
  const service: StudyService = {
    study: () => new Promise((finish) => asked.push(finish)),
    typical: (_variant, _seed, replication) => Promise.resolve({ ...TYPICAL, replication }),
    claims: () => Promise.resolve([]),
    marginals: () => new Promise((finish) => (showMarginals = () => finish(MARGINALS))),
    remedies: () => Promise.resolve([]),
    compare: () => Promise.reject(new Error('not asked for')),
    replaceWorkers: () => undefined,
  };
  const memory = createMemory(() => {
    throw new Error('no storage');
  });
  const store = createPlannerStore({ cities: [city], scenario, service, memory });
  const settle = async (fingerprint: string): Promise<void> => {
    asked[asked.length - 1](study(fingerprint));
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return { store, state: store.getState, settle, showMarginals: () => showMarginals() };
}

const pinned = (id: string): PinnedRun => ({
  id,
  name: id,
  scenario,
  cityId: city.id,
  study: study(id),
  typical: TYPICAL,
  marginals: null,
  remedies: null,
});

describe('pinned runs', () => {
  test('a settled answer is pinned once, with its scenario, study and typical run, under a name in both languages', async () => {
    const { state, settle } = createBench();
    state().setReinforcement({ desks: 100, at: 12 });
    await settle('aaa');
    expect(state().pin()).toBe('pinned');
    const [pin] = state().pins;
    expect(pin).toMatchObject({ cityId: 'abstract', scenario: { changes: [{ desks: 100 }] }, study: { scenario: { fingerprint: 'aaa' } } });
    expect(pin.typical.replication).toBe(pin.study.typicalReplication);
    expect(pin.name).toEqual({ zh: '试验 · +100 队 T+12 h', en: 'Trial · +100 desks T+12 h' });
    expect(state().pin()).toBe('already');
    expect(state().pins).toHaveLength(1);
    expect(structuredClone(state().pins)[0].study.runFinishes).toEqual(pin.study.runFinishes);
  });

  test('an answer that is not settled is pinned as soon as it is', async () => {
    const { state, settle } = createBench();
    expect(state().pin()).toBe('nothing');
    state().answer();
    expect(state().pin()).toBe('waiting');
    expect(state().pins).toHaveLength(0);
    await settle('aaa');
    expect(state().pins).toHaveLength(1);
    expect(state().awaitedPin).toBeNull();
  });

  test('waiting ends without a pin when the plan changes or the run is cancelled', async () => {
    const { state, settle } = createBench();
    state().answer();
    state().pin();
    state().setInputs({ 'staff.reading': 'A' });
    expect(state().awaitedPin).toBeNull();
    state().pin();
    state().cancel();
    expect(state().awaitedPin).toBeNull();
    await settle('bbb');
    expect(state().pins).toHaveLength(0);
  });

  test('a settled answer is pinned although the plan changes before its run in detail is there', async () => {
    const { state, settle } = createBench();
    state().answer();
    const settled = settle('aaa');
    while (!state().answers?.settled) await Promise.resolve();
    expect(state().pin()).toBe('waiting');
    state().setInputs({ 'staff.reading': 'A' });
    await settled;
    expect(state().pins.map(({ study }) => study.scenario.fingerprint)).toEqual(['aaa']);
    expect(state().pins[0].scenario.inputs).toEqual({});
  });

  test('what is worked out later reaches the pin of the same answer', async () => {
    const { state, settle, showMarginals } = createBench();
    state().answer();
    await settle('aaa');
    state().pin();
    expect(state().pins[0].marginals).toBeNull();
    showMarginals();
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    expect(state().pins[0]).toMatchObject({ marginals: MARGINALS, remedies: [] });
  });

  test('twelve are kept and no more; kept pins come back in their order', async () => {
    const { state, settle } = createBench();
    state().restorePins(Array.from({ length: MOST_PINS + 3 }, (_, i) => pinned(`pin ${i}`)));
    expect(state().pins.map(({ id }) => id)).toEqual(Array.from({ length: MOST_PINS }, (_, i) => `pin ${i}`));
    state().answer();
    await settle('aaa');
    expect(state().pin()).toBe('full');
    state().unpin('pin 0');
    expect(state().pin()).toBe('pinned');
    expect(state().pins).toHaveLength(MOST_PINS);
  });

  test('a pin takes the name it is given; a blank one leaves the old', () => {
    const { state } = createBench();
    state().restorePins([pinned('a'), pinned('b')]);
    state().renamePin('b', '  夜班方案 ');
    state().renamePin('a', '   ');
    expect(state().pins.map(({ name }) => name)).toEqual(['a', '夜班方案']);
  });
});
