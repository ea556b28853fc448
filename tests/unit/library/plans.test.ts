import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createLibrary, DATABASE_VERSION, isUnreadable, LibraryFault, type KeptPlan, type Library } from '../../../src/library/index.ts';
import { formatScenario, PRESETS, type Scenario } from '../../../src/scenario/index.ts';

let names = 0;
const freshName = (): string => `plans ${names++}`;
const scenario: Scenario = PRESETS[0];
const draft = (part: Partial<KeptPlan> = {}): Omit<KeptPlan, 'revision'> => ({
  id: 'working',
  savedAt: 1_000,
  base: scenario,
  scenario,
  savedAs: null,
  ...part,
});
const edited: Scenario = { ...scenario, inputs: { ...scenario.inputs, 'pool.size': 5 } };

/** A database as another version of the program, or somebody else, left it. */
function openRaw(name: string, version: number, upgrade: (database: IDBDatabase) => void = () => undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
}
async function putRaw(name: string, record: object): Promise<void> {
  const database = await openRaw(name, DATABASE_VERSION);
  await new Promise<void>((resolve) => {
    const transaction = database.transaction('plans', 'readwrite');
    transaction.objectStore('plans').put(record);
    transaction.oncomplete = () => resolve();
  });
  database.close();
}
const reasonOf = async (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof LibraryFault ? error.reason : error),
  );
async function kept(library: Library, id = 'working'): Promise<KeptPlan> {
  const reading = await library.plans.read(id);
  if (reading === null || isUnreadable(reading)) throw new Error('not kept');
  return reading;
}

afterEach(() => vi.restoreAllMocks());

describe('plans in the library', () => {
  test('a plan comes back as it was kept, with what it began as', async () => {
    const library = createLibrary(freshName());
    expect(await library.plans.read('working')).toBeNull();
    expect(await library.plans.write(draft({ scenario: edited, savedAs: 'a' }), null)).toMatchObject({
      kind: 'kept',
      plan: { revision: 1 },
    });
    expect(await kept(library)).toEqual({ id: 'working', revision: 1, savedAt: 1_000, base: scenario, scenario: edited, savedAs: 'a' });
  });

  test('of two tabs that write over the same revision the later one is told, and what the first wrote stands', async () => {
    const name = freshName();
    const [first, second] = [createLibrary(name), createLibrary(name)];
    await first.plans.write(draft(), null);
    const [{ revision }] = await Promise.all([kept(second), kept(first)]);
    const outcomes = await Promise.all([
      first.plans.write(draft({ scenario: edited }), revision),
      second.plans.write(draft({ savedAt: 2_000 }), revision),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'kept']);
    expect((await kept(first)).revision).toBe(revision + 1);
    expect(await second.plans.write(draft(), null)).toEqual({ kind: 'conflict' });
  });

  test('what was removed can be put back as it was', async () => {
    const library = createLibrary(freshName());
    await library.plans.write(draft({ id: 'a' }), null);
    const record = await library.plans.record('a');
    await library.plans.remove('a');
    expect(await library.plans.list()).toEqual([]);
    await library.plans.putBack(record!);
    expect(await kept(library, 'a')).toMatchObject({ id: 'a', revision: 1 });
  });

  test('the list has the newest first', async () => {
    const library = createLibrary(freshName());
    for (const [id, savedAt] of [
      ['a', 1],
      ['b', 3],
      ['c', 2],
    ] as const)
      await library.plans.write(draft({ id, savedAt }), null);
    expect((await library.plans.list()).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });
});

describe('what came from elsewhere', () => {
  const HOSTILE: [string, object][] = [
    ['no fields', {}],
    ['a scenario that is no text', { revision: 1, savedAt: 1, scenario: { schema: 'pingzhan.scenario/1' } }],
    [
      'a prototype',
      { revision: 1, savedAt: 1, scenario: '{"schema":"pingzhan.scenario/1","name":"x","city":"ezhou","inputs":{"__proto__":{}}}' },
    ],
    ['100,000 levels', { revision: 1, savedAt: 1, scenario: '['.repeat(100_000) }],
    ['a revision that is no number', { revision: 'x', savedAt: 1, scenario: formatScenario(scenario) }],
    ['a newer file', { revision: 1, savedAt: 1, scenario: '{"schema":"pingzhan.scenario/99"}' }],
  ];
  test.each(HOSTILE)('%s is refused with its text, and neither read nor written over', async (_name, record) => {
    const name = freshName();
    await createLibrary(name).plans.list();
    await putRaw(name, { id: 'working', ...record });
    const library = createLibrary(name);
    const reading = await library.plans.read('working');
    expect(reading !== null && isUnreadable(reading)).toBe(true);
    const { scenario: text } = record as { scenario?: unknown };
    expect(reading).toMatchObject({ text: typeof text === 'string' ? text : '' });
    expect(await library.plans.write(draft(), null)).toEqual({ kind: 'conflict' });
    await library.plans.move('working', 'aside');
    expect(await library.plans.write(draft(), null)).toMatchObject({ kind: 'kept' });
    expect((await library.plans.list()).map(({ id }) => id).sort()).toEqual(['aside', 'working']);
  });

  test('a base that cannot be read costs only the marks of what was edited', async () => {
    const name = freshName();
    await createLibrary(name).plans.list();
    await putRaw(name, { id: 'working', revision: 4, savedAt: 1, base: '{', scenario: formatScenario(edited), savedAs: 7 });
    expect(await kept(createLibrary(name))).toEqual({
      id: 'working',
      revision: 4,
      savedAt: 1,
      base: edited,
      scenario: edited,
      savedAs: null,
    });
  });

  test('a database of every earlier version opens with all that is in it', async () => {
    const name = freshName();
    const first = await openRaw(name, 1, (database) => database.createObjectStore('plans', { keyPath: 'id' }));
    first.close();
    const raw = await openRaw(name, 1);
    raw
      .transaction('plans', 'readwrite')
      .objectStore('plans')
      .put({ id: 'a', revision: 2, savedAt: 5, scenario: formatScenario(edited) });
    raw.close();
    const library = createLibrary(name);
    expect(await kept(library, 'a')).toMatchObject({ revision: 2, scenario: edited });
    expect(await library.runs.readAll([])).toEqual({ runs: [], unreadable: [] });
  });

  test('a database of a newer version is left alone and named as such', async () => {
    const name = freshName();
    const newer = await openRaw(name, 99, (database) => database.createObjectStore('elsewhere'));
    newer.close();
    expect(await reasonOf(createLibrary(name).plans.list())).toBe('newer');
    const again = await openRaw(name, 99);
    expect([...again.objectStoreNames]).toEqual(['elsewhere']);
    again.close();
  });

  test('a tab with a newer version is not kept waiting; the old one is told when it next asks', async () => {
    const name = freshName();
    const old = createLibrary(name);
    await old.plans.write(draft(), null);
    const newer = await openRaw(name, DATABASE_VERSION + 1);
    expect(await reasonOf(old.plans.list())).toBe('newer');
    newer.close();
  });
});

describe('a storage that refuses', () => {
  test.each([
    ['SecurityError', 'denied'],
    ['InvalidStateError', 'denied'],
    ['QuotaExceededError', 'full'],
  ])('%s at opening is "%s"', async (name, reason) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', name);
    });
    expect(await reasonOf(createLibrary(freshName()).plans.list())).toBe(reason);
  });

  test('a full disk is named as such; what was there stays, and writing works again once there is room', async () => {
    const library = createLibrary(freshName());
    await library.plans.write(draft(), null);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await reasonOf(library.plans.write(draft({ scenario: edited }), 1))).toBe('full');
    full.mockRestore();
    expect(await kept(library)).toMatchObject({ revision: 1, scenario });
    expect(await library.plans.write(draft({ scenario: edited }), 1)).toMatchObject({ kind: 'kept', plan: { revision: 2 } });
  });

  test('a database that another tab holds shut is given up after some seconds', async () => {
    const name = freshName();
    const holding = await openRaw(name, 1, (database) => database.createObjectStore('plans', { keyPath: 'id' }));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = reasonOf(createLibrary(name).plans.list());
    await vi.advanceTimersByTimeAsync(3_100);
    vi.useRealTimers();
    expect(await asked).toBe('blocked');
    holding.close();
  });
});
