import { faultOf, isUnreadable, type FaultReason, type KeptPlan, type Library, type PlanReading } from '../library/index.ts';
import { canonicalJson, type Scenario } from '../scenario/index.ts';
import { ASIDE, createKeeping, newId, TAB, WORKING, type Beginning, type Keeping } from './keeping.ts';
import type { KeptPage, LibraryEntry, LibraryState, Name, TabChannel } from './library-state.ts';
import type { Plan } from './plan.ts';
import type { Memory } from './preferences.ts';
import type { StoreApi } from 'zustand/vanilla';

export interface LibraryParts {
  readonly library: Library;
  readonly planner: StoreApi<KeptPage>;
  readonly beginning: Beginning;
  /** Lives as long as the tab. */
  readonly slots: Memory;
  readonly channel: TabChannel;
  readonly now: () => number;
}

/** What makes two plans the same for a reader: all but their names. */
const contentOf = ({ city, inputs, changes, note }: Scenario): string => canonicalJson({ city, inputs, changes, note: note ?? null });

export function entryOf(reading: PlanReading): LibraryEntry {
  const { id, savedAt } = reading;
  const kind = id === WORKING || id.startsWith(TAB) ? 'autosave' : id.startsWith(ASIDE) ? 'aside' : 'named';
  if (isUnreadable(reading)) return { id, kind, savedAt, content: { problems: reading.problems, text: reading.text } };
  return { id, kind, savedAt, content: { scenario: reading.scenario } };
}

export const nameOf = (reading: PlanReading | null): Name | null =>
  reading === null || isUnreadable(reading) ? null : reading.scenario.name;

/** The named scenario behind the plan, with the revision that this tab knows and what lay there. */
export interface CurrentScenario {
  readonly id: string;
  readonly name: Name;
  readonly revision: number;
  readonly content: string;
}

/** What all actions of the library are made of. */
export interface LibraryCore {
  readonly keeping: Keeping;
  plan(): Plan;
  current(): CurrentScenario | null;
  /** True where the plan differs from its named scenario. */
  isChanged(): boolean;
  /** Compares the plan with its named scenario anew. */
  showCurrent(): void;
  /** From here on the plan belongs to this named scenario, or to none. */
  belongTo(kept: KeptPlan | null): void;
  fail(reason: FaultReason): void;
  /** Does something with the library; a fault is told, and the answer is null. */
  attempt<T>(work: () => Promise<T>): Promise<T | null>;
  list(): Promise<void>;
  /** Something of the list has changed: other tabs hear of it. */
  changed(id: string, revision: number): Promise<void>;
  writeNew(scenario: Scenario, base: Scenario, name: Name): Promise<KeptPlan | null>;
  saveNew(name: Name, kind: 'saved' | 'copied'): Promise<void>;
  /** A plan of the list that can be read; otherwise it is told why not. */
  readPlan(id: string): Promise<KeptPlan | null>;
}

/** A name that no other scenario of the list has. */
function freeName(wanted: Name, readings: readonly PlanReading[]): Name {
  if (typeof wanted !== 'string') return wanted;
  const taken = new Set(readings.map(nameOf));
  for (let n = 1; ; n++) if (!taken.has(n === 1 ? wanted : `${wanted} ${n}`)) return n === 1 ? wanted : `${wanted} ${n}`;
}

export function createLibraryCore(
  { library, planner, beginning, slots, channel, now }: LibraryParts,
  set: (part: Partial<LibraryState>) => void,
  get: () => LibraryState,
): LibraryCore {
  let current: CurrentScenario | null = null;
  const plan = () => planner.getState().plan;
  const isChanged = (): boolean => current !== null && contentOf(plan().scenario) !== current.content;
  const showCurrent = (): void => {
    const changed = isChanged();
    const shown = get().current;
    if (current === null ? shown === null : shown?.id === current.id && shown.name === current.name && shown.changed === changed) return;
    set({ current: current && { id: current.id, name: current.name, changed } });
  };
  const belongTo = (kept: KeptPlan | null): void => {
    current = kept && { id: kept.id, name: kept.scenario.name, revision: kept.revision, content: contentOf(kept.scenario) };
    showCurrent();
  };
  const fail = (reason: FaultReason): void => set({ trouble: reason, notice: { kind: 'failed', reason } });
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
  return {
    keeping,
    plan,
    current: () => current,
    isChanged,
    showCurrent,
    belongTo,
    fail,
    attempt,
    list,
    changed,
    writeNew,
    saveNew,
    readPlan,
  };
}
