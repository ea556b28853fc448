import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CityPack } from '../city/index.ts';
import { resolveSettings, type Change, type Scenario } from '../scenario/index.ts';
import type { Bilingual, Language } from '../units/index.ts';
import { createCompare, type CompareSlice } from './compare.ts';
import { abandoned, EMPTY_HISTORY, recordEdit, redone, undone, type History, type Moved } from './history.ts';
import {
  startPlan,
  withChange,
  withChangeAt,
  withInputs,
  withoutChange,
  withoutEdit,
  withoutReinforcementEdit,
  withReinforcement,
  type InputValue,
  type Plan,
  type Reinforcement,
} from './plan.ts';
import { createRemedyPins, type RemedyPinsSlice } from './pin-remedies.ts';
import { createPins, type PinsSlice } from './pins.ts';
import { rememberingService } from './remembering.ts';
import { createPreferences, type Memory, type PreferencesSlice } from './preferences.ts';
import type { StudyService } from './service.ts';
import { createStudyControl, emptyStudySlice, refusalOf, type StudySlice } from './study.ts';
import { createView, type ViewSlice } from './view.ts';

export {
  createEmergencyStore,
  type EmergencyDay,
  type EmergencyJob,
  type EmergencyPartOptions,
  type EmergencyService,
  type EmergencyStage,
  type EmergencyState,
  type EmergencyStore,
} from './emergency.ts';
export { createCoverageStore, QUIET_MS, type CoverageFacts, type CoverageState, type CoverageStore, type Later } from './coverage.ts';
export { MOST_UNDONE, type History } from './history.ts';
export { keepHistory, readHistory } from './kept-history.ts';
export { readBeginning, type Beginning } from './keeping.ts';
export { createLibraryStore } from './library.ts';
export type { LibraryEntry, LibraryNotice, LibraryState, LibraryStore, TabChannel, TabMessage } from './library-state.ts';
export {
  areChangesEdited,
  isAnyEdited,
  isEdited,
  isReinforcementEdited,
  reinforcementOf,
  type InputValue,
  type Plan,
  type Reinforcement,
} from './plan.ts';
export {
  contendersOf,
  sameContender,
  scenarioOf,
  type CompareSlice,
  type Contender,
  type Contenders,
  type Pair,
  type PairJob,
  type Side,
} from './compare.ts';
export { MOST_PINS, type PinnedRun, type PinOutcome, type PinsSlice } from './pins.ts';
export { createMemory, type Memory, type Theme } from './preferences.ts';
export type { StudyOptions, StudyService } from './service.ts';
export { SILENCE_MS, UPDATE_MS, type Stage } from './answering.ts';
export type { Answers, Job, Picture, WorkerNotice } from './study.ts';
export { PLAYBACK_SPEEDS, type Pane, type Selection, type ViewSlice } from './view.ts';

export interface PlanSlice {
  /** The city of the plan. */
  readonly city: CityPack;
  readonly cities: readonly CityPack[];
  readonly plan: Plan;
  /** The plans that undo and redo lead to. */
  readonly history: History;
  /** Sets inputs and answers anew; the running job is cancelled. */
  setInputs(values: Readonly<Record<string, InputValue>>): void;
  setReinforcement(teams: Reinforcement): void;
  /** Puts inputs back to the preset's values. */
  resetInputs(paths: readonly string[]): void;
  resetReinforcement(): void;
  /** Adds a dated change behind the others; the answer is its place. */
  addChange(change: Change): number;
  editChange(index: number, change: Change): void;
  removeChange(index: number): void;
  resetAll(): void;
  /** Opens a preset or a file as the new base. Its city must be one of `cities`; otherwise nothing happens and the answer is false. */
  openScenario(scenario: Scenario): boolean;
  /** Opens an edited plan together with what it began as; false as with openScenario. */
  openPlan(plan: Plan): boolean;
  /** Changes the plan to this scenario but keeps the base, so that reset leads back. */
  adopt(scenario: Scenario): void;
  /** A press of a key or button begins: edits of one thing from here to the next one are a single step of the history. */
  beginGesture(): void;
  /** Takes back what the gesture that goes on has edited, without a trace in the history. */
  abandonGesture(): void;
  undo(): void;
  redo(): void;
  /** Answers the current plan (again). */
  answer(): void;
  cancel(): void;
  dismissNotice(): void;
}

export type PlannerState = PreferencesSlice & ViewSlice & StudySlice & PlanSlice & PinsSlice & CompareSlice & RemedyPinsSlice;
export type PlannerStore = StoreApi<PlannerState>;

const wordOf = (words: Bilingual | string, language: Language): string => (typeof words === 'string' ? words : words[language]);
const cityOf = (cities: readonly CityPack[], scenario: Scenario): CityPack | undefined => cities.find((city) => city.id === scenario.city);

/** The page's state over the cities at hand, a first scenario and the machinery that runs studies. Nothing runs until `answer()`. */
export function createPlannerStore(parts: {
  cities: readonly CityPack[];
  scenario: Scenario;
  /** A plan that was kept, in place of the scenario untouched. Its city must be one of `cities`. */
  plan?: Plan | null;
  /** The steps around that plan. */
  history?: History;
  service: StudyService;
  memory: Memory;
}): PlannerStore {
  let follow = (): void => undefined;
  const store = createStore<PlannerState>()((set, get) => {
    const pins = createPins(get, set, (variant, seed, replication) =>
      parts.service.typical(variant, seed, replication, new AbortController().signal),
    );
    const compare = createCompare(parts.service, get, set);
    const remedyPins = createRemedyPins(parts.service, pins, get, set);
    follow = () => {
      pins.follow();
      compare.follow();
      remedyPins.follow();
    };
    const control = createStudyControl(rememberingService(parts.service), get, set);
    const answer = (): void => {
      const { city, plan } = get();
      const { settings } = resolveSettings(plan.scenario, city);
      const refusal = refusalOf({ city, scenario: plan.scenario });
      if (refusal !== null) {
        control.refuse(refusal);
        return;
      }
      const { name } = plan.scenario;
      void control.start(
        { city, scenario: plan.scenario },
        {
          seed: settings['experiment.seed'],
          replications: settings['experiment.replications'],
          precisionHours: settings['experiment.precisionHours'],
        },
        wordOf(name, get().language),
      );
    };
    let gesture = 0;
    /** Without a subject the edit is a step of its own. */
    const change = (plan: Plan, subject: string | null = null): void => {
      const before = get();
      set({ plan, history: recordEdit(before.history, before.plan, plan, subject === null ? null : { gesture, subject }) });
      answer();
    };
    /** Places of one city mean nothing in another. */
    const cityPart = (city: CityPack): Partial<PlannerState> =>
      city === get().city ? {} : { city, selection: null, answers: null, picture: null };
    const openPlan = (plan: Plan): boolean => {
      const city = cityOf(parts.cities, plan.scenario);
      if (!city) return false;
      set({ selection: null, ...cityPart(city) });
      change(plan);
      return true;
    };
    const move = (moved: Moved | null): void => {
      if (!moved) return;
      set({ ...cityPart(cityOf(parts.cities, moved.plan.scenario) ?? get().city), ...moved });
      answer();
    };
    return {
      ...createPreferences(parts.memory, set),
      ...createView(set),
      ...emptyStudySlice,
      ...pins.slice,
      ...compare.slice,
      ...remedyPins.slice,
      city: cityOf(parts.cities, parts.plan?.scenario ?? parts.scenario)!,
      cities: parts.cities,
      plan: parts.plan ?? startPlan(parts.scenario),
      history: parts.history ?? EMPTY_HISTORY,
      setInputs: (values) => change(withInputs(get().plan, values), `inputs ${Object.keys(values).sort().join(' ')}`),
      setReinforcement: (teams) => change(withReinforcement(get().plan, teams), 'reinforcement'),
      resetInputs: (paths) => change(paths.reduce(withoutEdit, get().plan)),
      resetReinforcement: () => change(withoutReinforcementEdit(get().plan)),
      addChange: (added) => {
        change(withChange(get().plan, added));
        return get().plan.scenario.changes.length - 1;
      },
      editChange: (index, edited) => change(withChangeAt(get().plan, index, edited), `change ${index}`),
      removeChange: (index) => change(withoutChange(get().plan, index)),
      resetAll: () => change(startPlan(get().plan.base)),
      openScenario: (scenario) => openPlan(startPlan(scenario)),
      openPlan,
      adopt: (scenario) => change({ base: get().plan.base, scenario }),
      beginGesture: () => {
        gesture++;
      },
      abandonGesture: () => move(abandoned(get().history, gesture)),
      undo: () => move(undone(get().history, get().plan)),
      redo: () => move(redone(get().history, get().plan)),
      answer,
      cancel: control.cancel,
      dismissNotice: () => set({ workerNotice: null }),
    };
  });
  store.subscribe(() => follow());
  return store;
}
