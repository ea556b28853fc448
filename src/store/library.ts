import { createStore } from 'zustand/vanilla';
import { isUnreadable } from '../library/index.ts';
import { checkScenario, PRESETS, type Problem } from '../scenario/index.ts';
import { createText } from '../text/index.ts';
import { keepPins } from './kept-pins.ts';
import { createLibraryCore, entryOf, nameOf, type LibraryCore, type LibraryParts } from './library-core.ts';
import type { LibraryNotice, LibraryState, LibraryStore, Name } from './library-state.ts';
import type { Beginning } from './keeping.ts';
import { isAnyEdited } from './plan.ts';

const copyWords = { zh: createText('zh'), en: createText('en') };
/** The name of a copy, in the language of its plan's name. */
function copyName(name: Name): Name {
  const word = (language: 'zh' | 'en', text: string): string => copyWords[language].t('library:copyName', { name: text });
  return typeof name === 'string'
    ? word(/\p{Script=Han}/u.test(name) ? 'zh' : 'en', name)
    : { zh: word('zh', name.zh), en: word('en', name.en) };
}

type Setter = (part: Partial<LibraryState>) => void;

/** What is told first: why nothing can be kept, or what was brought back. */
function firstNotice({ fault, movedAside, plan, keptAt }: Beginning, now: () => number): LibraryNotice | null {
  if (fault) return { kind: 'failed', reason: fault };
  if (movedAside) return { kind: 'movedAside' };
  const restored = plan !== null && (isAnyEdited(plan) || plan.base.id !== PRESETS[0].id);
  return restored ? { kind: 'restored', at: keptAt ?? now() } : null;
}

/** Follows the page, the other tabs and what was kept before. */
function follow(
  { library, planner, beginning, channel, now }: LibraryParts,
  core: LibraryCore,
  set: Setter,
  get: () => LibraryState,
): void {
  const { attempt, belongTo, current, fail, keeping, list, showCurrent } = core;
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
      if (current() === null && reading !== null && !isUnreadable(reading)) belongTo(reading);
    });
  }
}

type PlanActions = Pick<LibraryState, 'save' | 'saveAs' | 'open' | 'openShared' | 'rename' | 'duplicate' | 'remove' | 'undoRemove'>;

/** What can be done with the plans of the list. */
function createPlanActions({ library, planner, now }: LibraryParts, core: LibraryCore, set: Setter): PlanActions {
  const { attempt, belongTo, changed, current, plan, readPlan, saveNew, writeNew } = core;
  let removed: { readonly id: string } | null = null;
  return {
    async save() {
      if (current() === null) return false;
      await attempt(async () => {
        const { id, name, revision } = current()!;
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
        else if (current()?.id === id) belongTo(outcome.plan);
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
          if (current()?.id === id) belongTo(null);
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
      const unsaved = current() === null ? isAnyEdited(plan()) : core.isChanged();
      const kept = unsaved ? await attempt(() => writeNew(plan().scenario, plan().base, current()?.name ?? plan().scenario.name)) : null;
      belongTo(null);
      if (!planner.getState().openPlan(shared)) return;
      set({ notice: kept ? { kind: 'keptBefore' } : { kind: 'opened', name: shared.scenario.name } });
    },
  };
}

/** The library behind the page: keeps the plan while it is edited, and the list of what its user has saved. */
export function createLibraryStore(parts: LibraryParts): LibraryStore {
  const { library, planner, beginning, now } = parts;
  return createStore<LibraryState>()((set, get) => {
    const core = createLibraryCore(parts, set, get);
    const { attempt, belongTo, keeping, list, readPlan } = core;
    follow(parts, core, set, get);
    return {
      keeping: beginning.plan === null ? 'idle' : 'kept',
      keptAt: beginning.keptAt,
      trouble: beginning.fault,
      entries: null,
      current: null,
      notice: firstNotice(beginning, now),
      stalePins: [],
      ...createPlanActions(parts, core, set),
      refresh: async () => {
        await attempt(list);
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
