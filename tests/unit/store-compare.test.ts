import { describe, expect, test } from 'vitest';
import { createAbstractCity } from '../../src/city/index.ts';
import { comparePaired, createLocalRunner, runStudy } from '../../src/experiment/index.ts';
import { compareJsonText, comparisonHeadline, comparisonRows } from '../../src/report/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { createMemory, createPlannerStore, type StudyService } from '../../src/store/index.ts';
import { createText } from '../../src/text/index.ts';
import { createFolder, runWordsOf } from '../builders/command-line.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const city = createAbstractCity({ population: 1_000_000 });
const scenario: Scenario = {
  schema: 'pingzhan.scenario/1',
  name: { zh: '试验', en: 'Trial' },
  city: 'abstract',
  inputs: { 'city.population': 1500, 'city.sites': 2, 'staff.total': 8, 'experiment.replications': 4 },
  changes: [],
};

/** A store over the real experiments in this thread; counts the runs that are asked for. */
function createBench() {
  const runner = createLocalRunner();
  let runs = 0;
  const counting: typeof runner = {
    ...runner,
    run: (variant, seed, replications, options) => {
      runs += replications.length;
      return runner.run(variant, seed, replications, options);
    },
  };
  const service: StudyService = {
    study: (variant, options) => runStudy(counting, variant, options),
    typical: (variant, seed, replication, signal) => runner.typical(variant, seed, replication, signal),
    claims: () => Promise.resolve([]),
    marginals: () => Promise.resolve({ marginal: [], binding: { sampling: 'samplers', results: 'labs' } }),
    remedies: async (variant, study) =>
      [6, 10].map((staff) => ({
        kind: 'desks',
        deadline: 'sampled',
        amount: staff,
        desks: staff,
        devices: 0,
        probability: 1,
        interval: null,
        goalHours: 40,
        study,
        scenario: { ...variant.scenario, inputs: { ...variant.scenario.inputs, 'staff.total': staff } },
      })),
    compare: (a, b, options) => comparePaired(counting, a, b, options),
    replaceWorkers: () => undefined,
  };
  const memory = createMemory(() => {
    throw new Error('no storage');
  });
  const store = createPlannerStore({ cities: [city], scenario, service, memory });
  const until = async (isSo: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 2000 && !isSo(); turn++) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(isSo()).toBe(true);
  };
  const state = store.getState;
  const answered = async (): Promise<void> => {
    state().answer();
    await until(() => state().job.status === 'idle' && state().answers?.settled === true);
  };
  const paired = (): Promise<void> =>
    until(() => state().pairJob.status === 'idle' && state().pair?.runs !== null && state().pair !== null);
  return { state, answered, paired, until, runs: () => runs };
}

describe('the comparison on the page', () => {
  test('opens on the first pin against the plan, with no run that is already there and the same replication of both in detail', async () => {
    const { state, answered, paired, runs } = createBench();
    await answered();
    state().pin();
    state().setInputs({ 'staff.total': 4 });
    await answered();
    const before = runs();
    state().openComparison();
    await paired();
    expect(state().contenders).toEqual({ a: { kind: 'pin', id: state().pins[0].id }, b: { kind: 'plan' } });
    expect(runs()).toBe(before);
    const { comparison, runs: detail } = state().pair!;
    expect(comparison.b.scenario.fingerprint).toBe(state().answers!.study.scenario.fingerprint);
    expect(comparison.differences.waitMeanMinutes.mean).toBeGreaterThan(0);
    expect(detail!.a.replication).toBe(detail!.b.replication);
  });

  test('is made anew when a side or the plan changes, and with a number of runs that both have', async () => {
    const { state, answered, paired, until } = createBench();
    await answered();
    state().pin();
    state().setInputs({ 'staff.total': 4, 'experiment.replications': 2 });
    await answered();
    state().openComparison();
    await paired();
    expect([state().pair!.comparison.a.replications, state().pair!.comparison.b.replications]).toEqual([4, 4]);
    state().swapContenders();
    await until(() => state().pair?.a === state().plan.scenario && state().pairJob.status === 'idle');
    expect(state().pair!.comparison.differences.waitMeanMinutes.mean).toBeLessThan(0);
    state().undo();
    await until(() => state().pair?.a === state().plan.scenario && state().pairJob.status === 'idle');
    expect(state().pair!.comparison.differences.waitMeanMinutes.mean).toBe(0);
  });

  test('a pin that is deleted makes room for what most likely is meant; closing stops what runs', async () => {
    const { state, answered, paired } = createBench();
    await answered();
    state().pin();
    state().setInputs({ 'staff.total': 4 });
    await answered();
    state().pin();
    state().openComparison();
    await paired();
    expect(state().contenders.b).toEqual({ kind: 'pin', id: state().pins[1].id });
    state().unpin(state().pins[0].id);
    expect(state().contenders).toEqual({ a: { kind: 'plan' }, b: { kind: 'pin', id: state().pins[0].id } });
    state().closeComparison();
    expect(state()).toMatchObject({ comparing: false, pairJob: { status: 'idle' } });
  });

  test('cancelled it says so and starts again when asked', async () => {
    const { state, answered, paired } = createBench();
    await answered();
    state().openComparison();
    const { a, b } = state().contenders;
    state().choose('a', b);
    expect(state().contenders).toEqual({ a: b, b: a });
    state().choose('a', { kind: 'plan' });
    state().setInputs({ 'staff.total': 5 });
    state().cancelPairing();
    expect(state().pairJob.status).toBe('cancelled');
    state().pairAgain();
    await paired();
    expect(state().pair!.a).toBe(state().plan.scenario);
  });

  test('puts the plan and every remedy in one table, with as many runs each and the same luck', async () => {
    const { state, answered, paired, until } = createBench();
    await answered();
    await until(() => state().answers?.remedies !== null);
    state().compareRemedies();
    await until(() => state().pinJob.status === 'idle' && state().pins.length === 3);
    expect(state()).toMatchObject({ comparing: true, compareView: 'table', pair: null });
    expect(state().pins.map(({ study }) => [study.seed, study.replications])).toEqual(Array.from({ length: 3 }, () => [1, 4]));
    expect(state().pins.every(({ study, typical }) => typical.replication === study.typicalReplication)).toBe(true);
    state().compareRemedies();
    await until(() => state().pinJob.status === 'idle');
    expect(state().pins).toHaveLength(3);
    state().setCompareView('pair');
    await paired();
    expect(state().contenders).toEqual({ a: { kind: 'pin', id: state().pins[0].id }, b: { kind: 'pin', id: state().pins[2].id } });
  });

  test('says and hands out what `pingzhan compare` prints, word for word and byte for byte', async () => {
    const { state, answered, paired } = createBench();
    await answered();
    state().pin();
    state().setInputs({ 'staff.total': 4 });
    await answered();
    state().openComparison();
    await paired();
    const { a, b, comparison } = state().pair!;
    const folder = createFolder();
    writeFileSync(join(folder, 'a.json'), JSON.stringify(a));
    writeFileSync(join(folder, 'b.json'), JSON.stringify(b));
    expect((await runWordsOf(['compare', 'a.json', 'b.json', '--json'], { folder })).out).toBe(compareJsonText(comparison));
    const { out } = await runWordsOf(['compare', 'a.json', 'b.json', '--lang', 'zh'], { folder });
    const text = createText('zh');
    const { verdict, cost, standing } = comparisonHeadline(text, comparison);
    for (const sentence of [verdict, cost ?? '', standing]) expect(out).toContain(sentence);
    const lines = out.split('\n');
    const figures = comparisonRows(text, { city, a, b, comparison });
    for (const { label, difference } of figures)
      expect(lines.some((line) => line.trim().startsWith(label) && line.endsWith(difference))).toBe(true);
  });
});
