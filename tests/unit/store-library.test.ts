import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createAbstractCity } from '../../src/city/index.ts';
import { createLibrary, isUnreadable } from '../../src/library/index.ts';
import { PRESETS, type Scenario } from '../../src/scenario/index.ts';
import {
  createLibraryStore,
  createMemory,
  createPlannerStore,
  readBeginning,
  type Memory,
  type StudyService,
  type TabChannel,
  type TabMessage,
} from '../../src/store/index.ts';

const city = createAbstractCity({ population: 10_000 });
const cities = [city];
const scenario: Scenario = { schema: 'pingzhan.scenario/1', name: { zh: '试验', en: 'Trial' }, city: 'abstract', inputs: {}, changes: [] };
const never = <T>(): Promise<T> => new Promise(() => undefined);
const service: StudyService = {
  study: never,
  typical: never,
  claims: never,
  marginals: never,
  remedies: never,
  compare: never,
  replaceWorkers: () => undefined,
};

/** What is kept as long as a tab lives. */
function createSlots(): Memory {
  const kept = new Map<string, string>();
  return createMemory(
    () =>
      ({
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
      }) as unknown as Storage,
  );
}

/** One browser: a database, and a channel between its tabs. */
function createBrowser(name: string) {
  const ears: ((message: TabMessage) => void)[] = [];
  let clock = 1_000;
  const openTab = async (slots = createSlots()) => {
    const library = createLibrary(name);
    const beginning = await readBeginning(library, slots, cities);
    const planner = createPlannerStore({ cities, scenario, plan: beginning.plan, service, memory: createSlots() });
    const own: { hear: (message: TabMessage) => void } = { hear: () => undefined };
    const channel: TabChannel = {
      post: (message) => ears.filter((ear) => ear !== own.hear).forEach((ear) => ear(message)),
      listen: (hear) => {
        own.hear = hear;
        ears.push(hear);
      },
    };
    const store = createLibraryStore({ library, planner, beginning, slots, channel, now: () => clock++ });
    await store.getState().refresh();
    return { library, planner, slots, store, plan: () => planner.getState().plan, state: store.getState };
  };
  return { openTab };
}
let names = 0;
const newBrowser = () => createBrowser(`browser ${names++}`);
type Tab = Awaited<ReturnType<ReturnType<typeof createBrowser>['openTab']>>;
const edit = async (tab: Tab, staff: number): Promise<void> => {
  tab.planner.getState().setInputs({ 'staff.total': staff });
  await tab.state().flush();
};
const staffOf = (tab: Tab): unknown => tab.plan().scenario.inputs['staff.total'];
const listed = (tab: Tab): string[] =>
  (tab.state().entries ?? []).map(({ kind, content }) => {
    const name = 'scenario' in content ? content.scenario.name : '?';
    return `${kind} ${typeof name === 'string' ? name : name.zh}`;
  });

afterEach(() => vi.restoreAllMocks());

describe('the working plan', () => {
  test('an edited plan is back after a reload, marks of what was edited included; the page says so once', async () => {
    const browser = newBrowser();
    const tab = await browser.openTab();
    expect(tab.state()).toMatchObject({ keeping: 'idle', notice: null });
    await edit(tab, 90);
    expect(tab.state().keeping).toBe('kept');
    const again = await browser.openTab(tab.slots);
    expect(again.plan()).toEqual({ base: scenario, scenario: { ...scenario, inputs: { 'staff.total': 90 } } });
    expect(again.state().notice?.kind).toBe('restored');
    again.planner.getState().setInputs({ 'staff.total': 91 });
    expect(again.state().notice).toBeNull();
  });

  test('an edit is on the disk after half a second of rest, and after two at the latest while it goes on', async () => {
    const browser = newBrowser();
    const tab = await browser.openTab();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const writes = vi.spyOn(IDBObjectStore.prototype, 'put');
    tab.planner.getState().setInputs({ 'staff.total': 90 });
    await vi.advanceTimersByTimeAsync(400);
    expect(writes).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    await tab.state().flush();
    expect(writes).toHaveBeenCalledTimes(1);
  });

  test('two tabs lose nothing: the later one is told, keeps its own apart, and finds it again after a reload', async () => {
    const browser = newBrowser();
    const [first, second] = [await browser.openTab(), await browser.openTab()];
    await edit(first, 90);
    expect(second.state().notice?.kind).toBe('elsewhere');
    await edit(second, 70);
    expect(second.state().notice?.kind).toBe('apart');
    await edit(first, 95);
    await edit(second, 75);
    expect(first.state().notice).toBeNull();
    const [a, b] = [await browser.openTab(first.slots), await browser.openTab(second.slots)];
    expect([staffOf(a), staffOf(b)]).toEqual([95, 75]);
    expect(listed(a)).toEqual(['autosave 试验']);
    await a.state().open(a.state().entries![0].id);
    expect(staffOf(a)).toBe(75);
    a.planner.getState().undo();
    expect(staffOf(a)).toBe(95);
  });

  test('a tab that has nothing of its own can go on from what the other kept', async () => {
    const browser = newBrowser();
    const [first, second] = [await browser.openTab(), await browser.openTab()];
    await edit(first, 90);
    await second.state().takeOver();
    expect(staffOf(second)).toBe(90);
    await edit(second, 91);
    expect(second.state().notice).toBeNull();
    expect(first.state().notice?.kind).toBe('elsewhere');
  });

  test('starting afresh can be undone', async () => {
    const browser = newBrowser();
    vi.spyOn(PRESETS, 'find').mockReturnValue({ ...scenario, id: 'trial' });
    const tab = await browser.openTab();
    await edit(tab, 90);
    tab.state().startAfresh();
    expect(staffOf(tab)).toBeUndefined();
    tab.planner.getState().undo();
    expect(staffOf(tab)).toBe(90);
  });

  test('what cannot be opened is moved aside, never written over', async () => {
    const browser = newBrowser();
    const tab = await browser.openTab();
    await edit(tab, 90);
    await tab.library.plans.putBack({ id: 'working', revision: 9, savedAt: 5, scenario: '{"schema":"pingzhan.scenario/99"}' } as {
      id: string;
    });
    const again = await browser.openTab();
    expect(again.state().notice?.kind).toBe('movedAside');
    expect(again.plan().scenario).toBe(scenario);
    await edit(again, 80);
    expect(listed(again)).toEqual(['aside ?']);
    const [aside] = again.state().entries!;
    expect(aside.content).toMatchObject({ text: '{"schema":"pingzhan.scenario/99"}' });
    await again.state().open(aside.id);
    expect(again.state().notice?.kind).toBe('refused');
    expect(staffOf(again)).toBe(80);
  });
});

describe('named scenarios', () => {
  test('save as, edit, save, open: the list holds what was saved', async () => {
    const tab = await newBrowser().openTab();
    expect(await tab.state().save()).toBe(false);
    await edit(tab, 90);
    await tab.state().saveAs('  夜班方案 ');
    expect(tab.state().current).toMatchObject({ name: '夜班方案', changed: false });
    await edit(tab, 95);
    expect(tab.state().current?.changed).toBe(true);
    expect(await tab.state().save()).toBe(true);
    expect(tab.state().current?.changed).toBe(false);
    await tab.state().saveAs('夜班方案');
    await edit(tab, 100);
    expect(listed(tab)).toEqual(['named 夜班方案 2', 'named 夜班方案']);
    await tab.state().open(tab.state().entries![1].id);
    expect(staffOf(tab)).toBe(95);
    expect(tab.plan().base.name).toBe('夜班方案');
    tab.planner.getState().undo();
    expect(staffOf(tab)).toBe(100);
  });

  test('which scenario the plan belongs to is known after a reload', async () => {
    const browser = newBrowser();
    const tab = await browser.openTab();
    await edit(tab, 90);
    await tab.state().saveAs('甲');
    await edit(tab, 91);
    const again = await browser.openTab(tab.slots);
    await vi.waitFor(() => expect(again.state().current).toMatchObject({ name: '甲', changed: true }));
    expect(await again.state().save()).toBe(true);
    expect(listed(again)).toEqual(['named 甲']);
  });

  test('two tabs that save the same scenario: the later one is told and its plan is a copy', async () => {
    const browser = newBrowser();
    const first = await browser.openTab();
    await edit(first, 90);
    await first.state().saveAs('甲');
    const second = await browser.openTab();
    await vi.waitFor(() => expect(second.state().current).not.toBeNull());
    await edit(first, 91);
    await first.state().save();
    await edit(second, 70);
    await second.state().save();
    expect(second.state().notice).toEqual({ kind: 'copied', name: '甲（副本）' });
    const kept = (await second.library.plans.list()).filter((reading) => !isUnreadable(reading) && reading.savedAs === null);
    expect(
      kept.map((reading) => (isUnreadable(reading) ? null : [reading.scenario.name, reading.scenario.inputs['staff.total']])),
    ).toContainEqual(['甲', 91]);
    expect(listed(second)).toContain('named 甲（副本）');
  });

  test('rename, duplicate, delete and its undo', async () => {
    const tab = await newBrowser().openTab();
    await edit(tab, 90);
    await tab.state().saveAs('甲');
    const { id } = tab.state().current!;
    await tab.state().rename(id, '乙');
    expect(tab.state().current?.name).toBe('乙');
    await tab.state().duplicate(id);
    expect(listed(tab)).toEqual(['named 乙（副本）', 'named 乙']);
    await tab.state().remove(id);
    expect(tab.state()).toMatchObject({ current: null, notice: { kind: 'removed', name: '乙' } });
    expect(listed(tab)).toEqual(['named 乙（副本）']);
    await tab.state().undoRemove();
    expect(listed(tab)).toEqual(['named 乙（副本）', 'named 乙']);
  });

  test('a scenario of a city that is not here is refused and changes nothing', async () => {
    const tab = await newBrowser().openTab();
    await tab.library.plans.write({ id: 'x', savedAt: 1, base: PRESETS[0], scenario: PRESETS[0], savedAs: null }, null);
    await tab.state().open('x');
    expect(tab.state().notice).toEqual({ kind: 'refused', problems: { city: PRESETS[0].city } });
    expect(tab.plan().scenario).toBe(scenario);
  });
});

describe('a plan that came in a link', () => {
  const shared = { base: scenario, scenario: { ...scenario, name: '来客', inputs: { 'staff.total': 33 } } };

  test('what was edited and not saved goes into the library before the other plan opens', async () => {
    const tab = await newBrowser().openTab();
    await edit(tab, 90);
    await tab.state().openShared(shared);
    expect(staffOf(tab)).toBe(33);
    expect(tab.state().notice).toEqual({ kind: 'keptBefore' });
    expect(tab.state().entries?.map(({ content }) => 'scenario' in content && content.scenario.inputs['staff.total'])).toEqual([90]);
    tab.planner.getState().undo();
    expect(staffOf(tab)).toBe(90);
  });

  test('a plan that is untouched, or saved as it stands, leaves no copy', async () => {
    const tab = await newBrowser().openTab();
    await tab.state().openShared(shared);
    expect(tab.state()).toMatchObject({ entries: [], notice: { kind: 'opened', name: '来客' } });
    await tab.state().saveAs('甲');
    await tab.state().openShared({ ...shared, scenario });
    expect(listed(tab)).toEqual(['named 甲']);
  });

  test('with nothing to keep plans in, the other plan opens all the same and undo leads back', async () => {
    const tab = await newBrowser().openTab();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await edit(tab, 90);
    await tab.state().openShared(shared);
    expect(staffOf(tab)).toBe(33);
    tab.planner.getState().undo();
    expect(staffOf(tab)).toBe(90);
  });
});

describe('a storage that refuses', () => {
  test('nothing can be kept: said at once, the page works, and once it works again the plan is kept', async () => {
    const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const tab = await newBrowser().openTab();
    expect(tab.state()).toMatchObject({ trouble: 'denied', notice: { kind: 'failed', reason: 'denied' } });
    await edit(tab, 90);
    expect(tab.state().keeping).toBe('unkept');
    expect(staffOf(tab)).toBe(90);
    opening.mockRestore();
    await edit(tab, 91);
    expect(tab.state()).toMatchObject({ keeping: 'kept', trouble: null });
  });

  test('a full disk is told once, not with every edit', async () => {
    const tab = await newBrowser().openTab();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await edit(tab, 90);
    expect(tab.state()).toMatchObject({ keeping: 'unkept', trouble: 'full', notice: { kind: 'failed', reason: 'full' } });
    tab.state().dismiss();
    await edit(tab, 91);
    expect(tab.state()).toMatchObject({ keeping: 'unkept', trouble: 'full', notice: null });
  });
});
