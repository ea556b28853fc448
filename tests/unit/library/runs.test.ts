import 'fake-indexeddb/auto';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createAbstractCity } from '../../../src/city/index.ts';
import type { Remedy } from '../../../src/experiment/index.ts';
import { createLibrary, DATABASE_VERSION, type KeptRun } from '../../../src/library/index.ts';
import { scenarioFingerprint, type Scenario } from '../../../src/scenario/index.ts';
import { buildStudy, buildTypicalRun } from '../../builders/answers.ts';

let names = 0;
const city = createAbstractCity({ population: 1_000_000 });
const scenario: Scenario = {
  schema: 'pingzhan.scenario/1',
  name: { zh: '试验', en: 'Trial' },
  city: 'abstract',
  inputs: { 'city.sites': 310 },
  changes: [{ kind: 'desks', at: 12, desks: 40 }],
};
const study = buildStudy({ scenario: { name: 'Trial', fingerprint: scenarioFingerprint({ city, scenario }) } });
const remedy: Remedy = {
  kind: 'desks',
  deadline: 'sampled',
  amount: 40,
  desks: 40,
  devices: 0,
  probability: 0.95,
  interval: [0.8, 1],
  goalHours: 47,
  study,
  scenario,
};
const run: KeptRun = {
  id: 'a',
  name: { zh: '甲', en: 'A' },
  scenario,
  cityId: 'abstract',
  study,
  typical: buildTypicalRun(),
  marginals: { marginal: [], binding: { sampling: 'samplers', results: 'labs' } },
  remedies: [remedy],
};

/** Changes the record of run "a" on the disk. */
async function damage(name: string, change: (record: Record<string, unknown>) => void): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name, DATABASE_VERSION);
    request.onsuccess = () => resolve(request.result);
  });
  const store = database.transaction('runs', 'readwrite').objectStore('runs');
  await new Promise<void>((resolve) => {
    const reading = store.get('a');
    reading.onsuccess = () => {
      const record = reading.result as Record<string, unknown>;
      change(record);
      store.put(record).onsuccess = () => resolve();
    };
  });
  database.close();
}

describe('runs in the library', () => {
  test('a pinned run comes back whole, curves and remedies included', async () => {
    const library = createLibrary(`runs ${names++}`);
    await library.runs.write(run, 1);
    expect(isDeepStrictEqual(await library.runs.readAll([city]), { runs: [run], unreadable: [] })).toBe(true);
  });

  test('runs keep the order in which they were pinned, whatever is written later', async () => {
    const library = createLibrary(`runs ${names++}`);
    await library.runs.write(run, 1);
    await library.runs.write({ ...run, id: 'b' }, 2);
    await library.runs.write({ ...run, name: '改名' }, 3);
    expect((await library.runs.readAll([city])).runs.map(({ id, name }) => [id, name])).toEqual([
      ['a', '改名'],
      ['b', run.name],
    ]);
    await library.runs.remove(['a']);
    expect((await library.runs.readAll([city])).runs.map(({ id }) => id)).toEqual(['b']);
  });

  const DAMAGE: [string, (record: Record<string, unknown>) => void][] = [
    ['another engine', (record) => (record.study = { ...study, engineVersion: '0.0.1' })],
    ['another fingerprint', (record) => (record.study = { ...study, scenario: { name: 'x', fingerprint: 'ffffffffffff' } })],
    ['a lost field', (record) => (record.study = { ...study, wait: {} })],
    ['text in place of a figure', (record) => (record.study = { ...study, wait: { ...study.wait, mean: '<b>' } })],
    ['curves of another length', (record) => (record.typical = { ...run.typical, siteQueue: new Int32Array(3) })],
    ['a list in place of a curve', (record) => (record.study = { ...study, hours: Array.from(study.hours) })],
    ['a scenario that is refused', (record) => (record.scenario = '{"schema":"pingzhan.scenario/1","__proto__":{}}')],
    ['a city that is not here', (record) => (record.cityId = 'elsewhere')],
    ['a name that is an object', (record) => (record.name = { toString: 'x' })],
    ['nothing but an id', (record) => Object.keys(record).forEach((key) => key !== 'id' && delete record[key])],
  ];
  test.each(DAMAGE)('a run with %s is not shown, and stays on the disk', async (_name, change) => {
    const name = `runs ${names++}`;
    await createLibrary(name).runs.write(run, 1);
    await damage(name, change);
    const library = createLibrary(name);
    for (let again = 0; again < 2; again++) expect(await library.runs.readAll([city])).toEqual({ runs: [], unreadable: ['a'] });
  });

  test('damaged remedies or marginal values cost only themselves', async () => {
    const name = `runs ${names++}`;
    await createLibrary(name).runs.write(run, 1);
    await damage(name, (record) => {
      record.remedies = [{ ...remedy, scenario: '{' }];
      record.marginals = { marginal: [], binding: { sampling: '<img>', results: 'labs' } };
    });
    const { runs } = await createLibrary(name).runs.readAll([city]);
    expect(isDeepStrictEqual(runs, [{ ...run, marginals: null, remedies: null }])).toBe(true);
  });
});
