import { createStore, type StoreApi } from 'zustand/vanilla';
import { faultOf, isUnreadable, type FaultReason, type KeptPlan, type Library, type PlanReading } from '../library/index.ts';
import { canonicalJson, checkScenario, PRESETS, type Problem, type Scenario } from '../scenario/index.ts';
import { createText } from '../text/index.ts';
import { keepPins } from './kept-pins.ts';
import { ASIDE, createKeeping, newId, TAB, WORKING, type Beginning } from './keeping.ts';
import type { KeptPage, LibraryEntry, LibraryNotice, LibraryState, LibraryStore, Name, TabChannel } from './library-state.ts';
import { isAnyEdited } from './plan.ts';
import type { Memory } from './preferences.ts';

interface LibraryParts {
  readonly library: Library;
  readonly planner: StoreApi<KeptPage>;
  readonly beginning: Beginning;
  /** Lives as long as the tab. */
  readonly slots: Memory;
  readonly channel: TabChannel;
  readonly now: () => number;
}

const copyWords = { zh: createText('zh'), en: createText('en') };
/** The name of a copy, in the language of its plan's name. */
function copyName(name: Name): Name {
  const word = (language: 'zh' | 'en', text: string): string => copyWords[language].t('library:copyName', { name: text });
  return typeof name === 'string'
    ? word(/\p{Script=Han}/u.test(name) ? 'zh' : 'en', name)
    : { zh: word('zh', name.zh), en: word('en', name.en) };
}

/** What makes two plans the same for a reader: all but their names. */
const contentOf = ({ city, inputs, changes, note }: Scenario): string => canonicalJson({ city, inputs, changes, note: note ?? null });

function entryOf(reading: PlanReading): LibraryEntry {
  const { id, savedAt } = reading;
  const kind = id === WORKING || id.startsWith(TAB) ? 'autosave' : id.startsWith(ASIDE) ? 'aside' : 'named';
  if (isUnreadable(reading)) return { id, kind, savedAt, content: { problems: reading.problems, text: reading.text } };
  return { id, kind, savedAt, content: { scenario: reading.scenario } };
}

const nameOf = (reading: PlanReading | null): Name | null => (reading === null || isUnreadable(reading) ? null : reading.scenario.name);

/** The library behind the page: keeps the plan while it is edited, and the list of what its user has saved. */
export function createLibraryStore({ library, planner, beginning, slots, channel, now }: LibraryParts): LibraryStore {
  /** The named scenario behind the plan, with the revision that this tab knows and what lay there. */
  let current: { readonly id: string; readonly name: Name; readonly revision: number; readonly content: string } | null = null;
  let removed: { readonly id: string } | null = null;

  return createStore<LibraryState>()((set, get) => {
    const plan = () => planner.getState().plan;
    const showCurrent = (): void => {
      const changed = current !== null && contentOf(plan().scenario) !== current.content;
      const shown = get().current;
      if (current === null ? shown === null : shown?.id === current.id && shown.name === current.name && shown.changed === changed) return;
      set({ current: current && { id: current.id, name: current.name, changed } });
    };
    const belongTo = (kept: KeptPlan | null): void => {
      current = kept && { id: kept.id, name: kept.scenario.name, revision: kept.revision, content: contentOf(kept.scenario) };
      showCurrent();
    };
    const fail = (reason: FaultReason): void => set({ trouble: reason, notice: { kind: 'failed', reason } });
    /** Does something with the library; a fault is told, and the answer is null. */
    const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
      try {
        const result = await work();
        if (get().trouble !== null && get().keeping !== 'unkept') set({ trouble: null });
        return result;
      } catch (error) {
        fail(faultOf(error).reason);
        return null;
      }
    };
    const keeping = createKeeping({
      library,
      slots,
      beginning,
      now,
      plan: () => ({ plan: plan(), savedAs: current?.id ?? null }),
      events: {
        onPending: () => set({ keeping: 'pending' }),
        onKept: (keptAt, id, revision) => {
          set({ keeping: 'kept', keptAt, trouble: null });
          channel.post({ id, revision });
        },
        onApart: () => set({ notice: { kind: 'apart' } }),
        onFault: (reason) => {
          // Told once, not with every edit; the page goes on saying so until it works again.
          if (get().trouble !== reason) fail(reason);
          set({ keeping: 'unkept' });
        },
      },
    });
    const list = async (): Promise<void> => {
      const readings = await library.plans.list();
      set({ entries: readings.filter(({ id }) => id !== keeping.slot()).map(entryOf) });
    };
    const changed = async (id: string, revision: number): Promise<void> => {
      channel.post({ id, revision });
      await list();
    };
    /** A name that no other scenario of the list has. */
    const freeName = (wanted: Name, readings: readonly PlanReading[]): Name => {
      if (typeof wanted !== 'string') return wanted;
      const taken = new Set(readings.map(nameOf));
      for (let n = 1; ; n++) if (!taken.has(n === 1 ? wanted : `${wanted} ${n}`)) return n === 1 ? wanted : `${wanted} ${n}`;
    };
    const writeNew = async (scenario: Scenario, base: Scenario, name: Name): Promise<KeptPlan | null> => {
      const { id: _preset, ...own } = scenario;
      const named = { ...own, name: freeName(name, await library.plans.list()) };
      const outcome = await library.plans.write({ id: newId(), savedAt: now(), base, scenario: named, savedAs: null }, null);
      if (outcome.kind === 'conflict') return null;
      await changed(outcome.plan.id, outcome.plan.revision);
      return outcome.plan;
    };
    const saveNew = async (name: Name, kind: 'saved' | 'copied'): Promise<void> => {
      const kept = await writeNew(plan().scenario, plan().base, name);
      if (kept === null) return;
      belongTo(kept);
      keeping.touch();
      await keeping.flush();
      set({ notice: { kind, name: kept.scenario.name } });
    };
    const readPlan = async (id: string): Promise<KeptPlan | null> => {
      const reading = await library.plans.read(id);
      if (reading !== null && !isUnreadable(reading)) return reading;
      set({ notice: reading === null ? { kind: 'changedElsewhere' } : { kind: 'refused', problems: reading.problems } });
      await list();
      return null;
    };

    const pins = keepPins(library, planner, now, fail);
    void attempt(() => pins.restore(planner.getState().cities)).then((stalePins) => stalePins && set({ stalePins }));
    planner.subscribe((state, before) => {
      if (state.plan === before.plan) return;
      keeping.touch();
      showCurrent();
      const { kind } = get().notice ?? {};
      if (kind === 'restored' || kind === 'elsewhere') set({ notice: null });
    });
    channel.listen(({ id, revision }) => {
      if (id === keeping.slot() && revision > (keeping.revision() ?? 0)) set({ notice: { kind: 'elsewhere' } });
      if (get().entries !== null) void attempt(list);
    });
    if (beginning.savedAs !== null) {
      void attempt(async () => {
        const reading = await library.plans.read(beginning.savedAs!);
        if (current === null && reading !== null && !isUnreadable(reading)) belongTo(reading);
      });
    }
    const restored = beginning.plan !== null && (isAnyEdited(beginning.plan) || beginning.plan.base.id !== PRESETS[0].id);
    const first: LibraryNotice | null = beginning.fault
      ? { kind: 'failed', reason: beginning.fault }
      : beginning.movedAside
        ? { kind: 'movedAside' }
        : restored
          ? { kind: 'restored', at: beginning.keptAt ?? now() }
          : null;

    return {
      keeping: beginning.plan === null ? 'idle' : 'kept',
      keptAt: beginning.keptAt,
      trouble: beginning.fault,
      entries: null,
      current: null,
      notice: first,
      stalePins: [],
      refresh: async () => {
        await attempt(list);
      },
      async save() {
        if (current === null) return false;
        await attempt(async () => {
          const { id, name, revision } = current!;
          const { scenario, base } = plan();
          const { id: _preset, ...own } = scenario;
          const outcome = await library.plans.write({ id, savedAt: now(), base, scenario: { ...own, name }, savedAs: null }, revision);
          if (outcome.kind === 'conflict') return saveNew(copyName(name), 'copied');
          belongTo(outcome.plan);
          set({ notice: { kind: 'saved', name } });
          await changed(id, outcome.plan.revision);
        });
        return true;
      },
      async saveAs(name) {
        const given = name.trim();
        if (given !== '') await attempt(() => saveNew(given, 'saved'));
      },
      async open(id) {
        await attempt(async () => {
          const kept = await readPlan(id);
          if (kept === null) return;
          const { scenario, base } = kept;
          const city = planner.getState().cities.find((known) => known.id === scenario.city);
          const problems = city ? checkScenario(scenario, city).problems : { city: scenario.city };
          if (!city || (problems as readonly Problem[]).length > 0) return set({ notice: { kind: 'refused', problems } });
          const { kind } = entryOf(kept);
          belongTo(kind === 'named' ? kept : null);
          if (kind === 'named') planner.getState().openScenario(scenario);
          else planner.getState().openPlan({ base, scenario });
          set({ notice: { kind: 'opened', name: scenario.name } });
        });
      },
      async rename(id, name) {
        const given = name.trim();
        if (given === '') return;
        await attempt(async () => {
          const kept = await readPlan(id);
          if (kept === null) return;
          const { revision, ...rest } = kept;
          const outcome = await library.plans.write({ ...rest, scenario: { ...kept.scenario, name: given } }, revision);
          if (outcome.kind === 'conflict') set({ notice: { kind: 'changedElsewhere' } });
          else if (current?.id === id) belongTo(outcome.plan);
          await changed(id, revision + 1);
        });
      },
      async duplicate(id) {
        await attempt(async () => {
          const kept = await readPlan(id);
          if (kept) await writeNew(kept.scenario, kept.base, copyName(kept.scenario.name));
        });
      },
      async remove(id) {
        await attempt(async () => {
          const record = await library.plans.record(id);
          if (record !== null) {
            const name = nameOf(await library.plans.read(id));
            await library.plans.remove(id);
            removed = record;
            if (current?.id === id) belongTo(null);
            set({ notice: { kind: 'removed', name } });
          }
          await changed(id, 0);
        });
      },
      async undoRemove() {
        if (removed === null) return;
        const record = removed;
        await attempt(async () => {
          await library.plans.putBack(record);
          removed = null;
          set({ notice: null });
          await changed(record.id, 0);
        });
      },
      async openShared(shared) {
        const unsaved = current === null ? isAnyEdited(plan()) : get().current?.changed;
        const kept = unsaved ? await attempt(() => writeNew(plan().scenario, plan().base, current?.name ?? plan().scenario.name)) : null;
        belongTo(null);
        if (!planner.getState().openPlan(shared)) return;
        set({ notice: kept ? { kind: 'keptBefore' } : { kind: 'opened', name: shared.scenario.name } });
      },
      startAfresh() {
        belongTo(null);
        planner.getState().openScenario(PRESETS.find(({ city }) => city === planner.getState().cities[0].id)!);
        set({ notice: null });
      },
      async takeOver() {
        await attempt(async () => {
          const kept = await readPlan(keeping.slot());
          if (kept === null) return;
          keeping.takeOver(kept.revision);
          if (planner.getState().openPlan({ base: kept.base, scenario: kept.scenario })) set({ notice: null });
        });
      },
      async dropStalePins() {
        await attempt(async () => {
          await library.runs.remove(get().stalePins);
          set({ stalePins: [] });
        });
      },
      tell: (notice) => set({ notice }),
      dismiss: () => set({ notice: null }),
      flush: keeping.flush,
    };
  });
}
