import { describe, expect, test } from 'vitest';
import { createAbstractCity } from '../../src/city/index.ts';
import type { Study } from '../../src/results/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { createMemory, createPlannerStore, type StudyOptions, type StudyService } from '../../src/store/index.ts';

const city = createAbstractCity({ population: 10_000 });
const plan = (inputs: Scenario['inputs'] = {}): Scenario => ({
  schema: 'pingzhan.scenario/1',
  name: { zh: '试验', en: 'Trial' },
  city: 'abstract',
  inputs,
  changes: [],
});

/** A store whose studies never end; the test sees what was asked for. */
function createBench(scenario = plan()) {
  const asked: { scenario: Scenario; options: StudyOptions }[] = [];
  const never = <T>(): Promise<T> => new Promise(() => undefined);
  const service: StudyService = {
    study: (variant, options) => {
      asked.push({ scenario: variant.scenario, options });
      return never<Study>();
    },
    typical: never,
    claims: never,
    marginals: never,
    remedies: never,
    compare: () => Promise.reject(new Error('not asked for')),
    replaceWorkers: () => undefined,
  };
  const memory = createMemory(() => {
    throw new Error('no storage');
  });
  return { asked, store: createPlannerStore({ cities: [city], scenario, service, memory }) };
}

describe('the planner without a page', () => {
  test('nothing runs until it is asked; an answer takes seed, runs and precision from the plan', () => {
    const { asked, store } = createBench(plan({ 'experiment.seed': 42, 'experiment.replications': 30, 'experiment.precisionHours': 0.5 }));
    expect(asked).toHaveLength(0);
    store.getState().answer();
    expect(asked[0].options).toMatchObject({ seed: 42, replications: 30, precisionHours: 0.5 });
  });

  test('every edit asks for exactly one new study and cancels the one before', () => {
    const { asked, store } = createBench();
    const state = store.getState();
    state.answer();
    state.setInputs({ 'staff.reading': 'A', 'sampling.meanSeconds': 36 });
    state.setReinforcement({ desks: 40, at: 6 });
    expect(asked).toHaveLength(3);
    expect(asked.map(({ options }) => options.signal.aborted)).toEqual([true, true, false]);
    expect(asked[2].scenario).toMatchObject({
      inputs: { 'staff.reading': 'A', 'sampling.meanSeconds': 36 },
      changes: [{ kind: 'desks', desks: 40 }],
    });
  });

  test('a plan that contradicts itself is not run: the job says why, in both languages, and the study before is stopped', () => {
    const { asked, store } = createBench();
    store.getState().answer();
    store.getState().setInputs({ 'mobilise.minHours': 9, 'mobilise.maxHours': 3 });
    expect(asked).toHaveLength(1);
    expect(asked[0].options.signal.aborted).toBe(true);
    const { job } = store.getState();
    expect(job.status).toBe('failed');
    expect(job.error).toMatchObject({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[^\p{Script=Han}]+$/u) });
  });

  test('a scenario of a city that is not at hand changes nothing', () => {
    const { asked, store } = createBench();
    const before = store.getState().plan;
    expect(store.getState().openScenario({ ...plan(), city: 'elsewhere' })).toBe(false);
    expect(store.getState().plan).toBe(before);
    expect(asked).toHaveLength(0);
  });

  test('an adopted remedy is an edit, so reset leads back to the preset', () => {
    const { store } = createBench(plan({ 'pool.size': 20 }));
    store.getState().adopt(plan({ 'pool.size': 20, 'staff.total': 2_000 }));
    expect(store.getState().plan.scenario.inputs['staff.total']).toBe(2_000);
    store.getState().resetAll();
    expect(store.getState().plan.scenario.inputs).toEqual({ 'pool.size': 20 });
  });
});
