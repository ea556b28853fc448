import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CityPack } from '../city/index.ts';
import { checkScenario, resolveSettings, type Scenario } from '../scenario/index.ts';
import type { Bilingual, Language } from '../units/index.ts';
import { startPlan, withInputs, withoutEdit, withReinforcement, type InputValue, type Plan, type Reinforcement } from './plan.ts';
import { createPins, type PinsSlice } from './pins.ts';
import { createPreferences, type Memory, type PreferencesSlice } from './preferences.ts';
import type { StudyService } from './service.ts';
import { createStudyControl, emptyStudySlice, type StudySlice } from './study.ts';
import { createView, type ViewSlice } from './view.ts';

export { isAnyEdited, isEdited, isReinforcementEdited, reinforcementOf, type InputValue, type Plan, type Reinforcement } from './plan.ts';
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
  /** Sets inputs and answers anew; the running job is cancelled. */
  setInputs(values: Readonly<Record<string, InputValue>>): void;
  setReinforcement(teams: Reinforcement): void;
  /** Puts inputs back to the preset's values. */
  resetInputs(paths: readonly string[]): void;
  resetReinforcement(): void;
  resetAll(): void;
  /** Opens a preset or a file as the new base. Its city must be one of `cities`; otherwise nothing happens and the answer is false. */
  openScenario(scenario: Scenario): boolean;
  /** Changes the plan to this scenario but keeps the base, so that reset leads back. */
  adopt(scenario: Scenario): void;
  /** Answers the current plan (again). */
  answer(): void;
  cancel(): void;
  dismissNotice(): void;
}

export type PlannerState = PreferencesSlice & ViewSlice & StudySlice & PlanSlice & PinsSlice;
export type PlannerStore = StoreApi<PlannerState>;

const wordOf = (words: Bilingual | string, language: Language): string => (typeof words === 'string' ? words : words[language]);
const pair = (word: (language: Language) => string): Bilingual => ({ zh: word('zh'), en: word('en') });
const cityOf = (cities: readonly CityPack[], scenario: Scenario): CityPack | undefined => cities.find((city) => city.id === scenario.city);

/** The page's state over the cities at hand, a first scenario and the machinery that runs studies. Nothing runs until `answer()`. */
export function createPlannerStore(parts: {
  cities: readonly CityPack[];
  scenario: Scenario;
  service: StudyService;
  memory: Memory;
}): PlannerStore {
  let follow = (): void => undefined;
  const store = createStore<PlannerState>()((set, get) => {
    const pins = createPins(get, set);
    follow = pins.follow;
    const control = createStudyControl(parts.service, get, set);
    const answer = (): void => {
      const { city, plan } = get();
      const { settings } = resolveSettings(plan.scenario, city);
      const { problems } = checkScenario(plan.scenario, city);
      if (problems.length > 0) {
        const [{ message, cure }] = problems;
        control.refuse(pair((language) => `${wordOf(message, language)}${language === 'zh' ? '。' : '. '}${wordOf(cure, language)}`));
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
    const change = (plan: Plan): void => {
      set({ plan });
      answer();
    };
    return {
      ...createPreferences(parts.memory, set),
      ...createView(set),
      ...emptyStudySlice,
      ...pins.slice,
      city: cityOf(parts.cities, parts.scenario)!,
      cities: parts.cities,
      plan: startPlan(parts.scenario),
      setInputs: (values) => change(withInputs(get().plan, values)),
      setReinforcement: (teams) => change(withReinforcement(get().plan, teams)),
      resetInputs: (paths) => change(paths.reduce(withoutEdit, get().plan)),
      resetReinforcement: () => change({ ...get().plan, scenario: { ...get().plan.scenario, changes: get().plan.base.changes } }),
      resetAll: () => change(startPlan(get().plan.base)),
      openScenario: (scenario) => {
        const city = cityOf(parts.cities, scenario);
        if (!city) return false;
        // Places of one city mean nothing in another.
        set({ selection: null, city, ...(city === get().city ? {} : { answers: null, picture: null }) });
        change(startPlan(scenario));
        return true;
      },
      adopt: (scenario) => change({ base: get().plan.base, scenario }),
      answer,
      cancel: control.cancel,
      dismissNotice: () => set({ workerNotice: null }),
    };
  });
  store.subscribe(() => follow());
  return store;
}
