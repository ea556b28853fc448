import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAbstractCity } from '../../src/city/index.ts';
import type { Change, Scenario } from '../../src/scenario/index.ts';
import {
  createMemory,
  createPlannerStore,
  MOST_UNDONE,
  reinforcementOf,
  type PlannerStore,
  type StudyService,
} from '../../src/store/index.ts';

fc.configureGlobal({ seed: 20_250 });

const cities = [createAbstractCity({ population: 10_000 }), { ...createAbstractCity({ population: 5_000 }), id: 'other' }];
const preset: Scenario = { schema: 'pingzhan.scenario/1', name: 'preset', city: 'abstract', inputs: { 'pool.size': 20 }, changes: [] };
const failure: Change = { kind: 'labCapacity', at: 20, until: 32, lab: 'all', factor: 0, comment: 'power' };

/** A store whose studies never end. */
function createBench(scenario = preset): PlannerStore {
  const never = <T>(): Promise<T> => new Promise(() => undefined);
  const service: StudyService = {
    study: never,
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
  return createPlannerStore({ cities, scenario, service, memory });
}

const hours = fc.integer({ min: 0, max: 192 }).map((quarters) => quarters / 4);
const EDITS = fc.oneof(
  fc.integer({ min: 2, max: 9_000 }).map((staff) => (store: PlannerStore) => store.getState().setInputs({ 'staff.total': staff })),
  fc.constantFrom(1, 5, 10).map((size) => (store: PlannerStore) => store.getState().setInputs({ 'pool.size': size })),
  fc
    .record({ desks: fc.integer({ min: 0, max: 3 }), at: hours })
    .map((teams) => (store: PlannerStore) => store.getState().setReinforcement(teams)),
  hours.map((at) => (store: PlannerStore) => void store.getState().addChange({ ...failure, at, until: at + 5 })),
  fc.record({ index: fc.nat(5), at: hours }).map(
    ({ index, at }) =>
      (store: PlannerStore) =>
        store.getState().editChange(index, { kind: 'poolSize', at, size: 10 }),
  ),
  fc.nat(5).map((index) => (store: PlannerStore) => store.getState().removeChange(index)),
  fc.constant((store: PlannerStore) => store.getState().beginGesture()),
  fc.constant((store: PlannerStore) => store.getState().resetAll()),
  fc.constant((store: PlannerStore) => store.getState().resetInputs(['staff.total', 'pool.size'])),
  fc.constant((store: PlannerStore) => store.getState().resetReinforcement()),
  fc.constant((store: PlannerStore) => void store.getState().openScenario({ ...preset, name: 'elsewhere', city: 'other' })),
  fc.constant((store: PlannerStore) => store.getState().adopt({ ...store.getState().plan.scenario, changes: [failure] })),
);

const inForce = (store: PlannerStore) => ({ plan: store.getState().plan, city: store.getState().city.id });

describe('undo and redo', () => {
  test('after any edits, undoing all leads to the start and redoing all to the end, plan for plan', () => {
    fc.assert(
      fc.property(fc.array(EDITS, { maxLength: 40 }), (edits) => {
        const store = createBench();
        const start = inForce(store);
        for (const edit of edits) edit(store);
        const end = inForce(store);
        const seen = [end];
        while (store.getState().history.past.length > 0) {
          store.getState().undo();
          seen.push(inForce(store));
        }
        expect(inForce(store)).toEqual(start);
        for (const step of seen.slice(0, -1).reverse()) {
          store.getState().redo();
          expect(inForce(store)).toEqual(step);
        }
        expect(inForce(store)).toEqual(end);
        expect(store.getState().history.future).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('one movement of a slider is one step, the next movement another', () => {
    const store = createBench();
    for (const movement of [
      [700, 710, 720],
      [730, 740],
    ]) {
      store.getState().beginGesture();
      for (const staff of movement) store.getState().setInputs({ 'staff.total': staff });
    }
    expect(store.getState().history.past).toHaveLength(2);
    store.getState().undo();
    expect(store.getState().plan.scenario.inputs['staff.total']).toBe(720);
    store.getState().undo();
    expect(store.getState().plan.scenario).toEqual(preset);
  });

  test('a drag that ends where it began leaves no step, and one that is given up leaves none either', () => {
    const store = createBench({ ...preset, changes: [failure] });
    store.getState().beginGesture();
    store.getState().editChange(0, { ...failure, at: 21, until: 33 });
    store.getState().editChange(0, failure);
    expect(store.getState().history.past).toEqual([]);
    store.getState().beginGesture();
    store.getState().editChange(0, { ...failure, at: 25, until: 37 });
    store.getState().abandonGesture();
    expect(store.getState().plan.scenario.changes).toEqual([failure]);
    expect(store.getState().history).toMatchObject({ past: [], future: [] });
    store.getState().abandonGesture();
    expect(store.getState().plan.scenario.changes).toEqual([failure]);
  });

  test('an edit after an undo begins a new future', () => {
    const store = createBench();
    store.getState().setInputs({ 'staff.total': 100 });
    store.getState().beginGesture();
    store.getState().undo();
    store.getState().setInputs({ 'staff.total': 200 });
    store.getState().redo();
    expect(store.getState().plan.scenario.inputs['staff.total']).toBe(200);
  });

  test(`the last ${MOST_UNDONE} steps are kept`, () => {
    const store = createBench();
    for (let step = 0; step < MOST_UNDONE + 20; step++) {
      store.getState().beginGesture();
      store.getState().setInputs({ 'staff.total': 100 + step });
    }
    for (let step = 0; step < MOST_UNDONE + 20; step++) store.getState().undo();
    expect(store.getState().plan.scenario.inputs['staff.total']).toBe(119);
  });

  test('a preset of another city comes back with its city', () => {
    const store = createBench();
    store.getState().select({ kind: 'site', index: 3 });
    store.getState().openScenario({ ...preset, city: 'other' });
    store.getState().undo();
    expect(store.getState().city.id).toBe('abstract');
    store.getState().redo();
    expect(store.getState().city.id).toBe('other');
  });
});

describe('the first screen’s support teams and the timeline are one change', () => {
  const first: Change = { kind: 'desks', at: 12, desks: 100, comment: 'by train' };
  const second: Change = { kind: 'desks', at: 24, desks: 50, where: 'all' };

  test('the field edits the first such change in place; its comment, its place and every other change stay', () => {
    const store = createBench({ ...preset, changes: [first, failure, second] });
    store.getState().setReinforcement({ desks: 120, at: 10 });
    expect(store.getState().plan.scenario.changes).toEqual([{ ...first, desks: 120, at: 10 }, failure, second]);
  });

  test('at 0 teams the field does not turn to the second change', () => {
    const store = createBench({ ...preset, changes: [first, second] });
    store.getState().setReinforcement({ desks: 0, at: 12 });
    expect(reinforcementOf(store.getState().plan.scenario)).toEqual({ desks: 0, at: 12 });
    expect(store.getState().plan.scenario.changes).toContainEqual(second);
  });

  test('its reset leaves other changes alone', () => {
    const store = createBench({ ...preset, changes: [first] });
    store.getState().setReinforcement({ desks: 300, at: 3 });
    store.getState().addChange(failure);
    store.getState().resetReinforcement();
    expect(store.getState().plan.scenario.changes).toEqual([first, failure]);
  });
});
