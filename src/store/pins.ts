import type { Marginals, Remedy, Variant } from '../experiment/index.ts';
import type { CityPack } from '../city/index.ts';
import { proposedName } from '../report/index.ts';
import type { Study, TypicalRun } from '../results/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Bilingual } from '../units/index.ts';
import type { Plan } from './plan.ts';
import type { Answers, StudySlice } from './study.ts';

/** A settled answer that was put aside for comparing. Plain values throughout, so that it can be cloned and kept. */
export interface PinnedRun {
  readonly id: string;
  /** Proposed in both languages from what differs from the preset; one text once the user has named it. */
  readonly name: Bilingual | string;
  readonly scenario: Scenario;
  readonly cityId: string;
  readonly study: Study;
  readonly typical: TypicalRun;
  readonly marginals: Marginals | null;
  readonly remedies: readonly Remedy[] | null;
}

/** As many runs as one table can hold side by side. */
export const MOST_PINS = 12;

/** What came of asking for a pin; "waiting": it follows once the answer is settled. */
export type PinOutcome = 'pinned' | 'waiting' | 'already' | 'full' | 'nothing';

export interface PinsSlice {
  readonly pins: readonly PinnedRun[];
  /** The plan whose answer is to be pinned once it is settled. */
  readonly awaitedPin: Scenario | null;
  /** Puts the current answer aside. */
  pin(): PinOutcome;
  unpin(id: string): void;
  /** An empty name leaves the old one. */
  renamePin(id: string, name: string): void;
  /** Replaces all pins by kept ones, the first MOST_PINS of them. */
  restorePins(pins: readonly PinnedRun[]): void;
}

/** What pins are made of. */
export type PinnableState = StudySlice & PinsSlice & { readonly city: CityPack; readonly plan: Plan };

export interface PinsControl {
  readonly slice: PinsSlice;
  /** Puts a run aside that is not the plan's own. A run that is there already, or one too many, changes nothing. */
  add(run: Omit<PinnedRun, 'id'>): void;
  /** To be called after every change of the state: does what was waited for, and completes pins with what came in later. */
  follow(): void;
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The current answer as a pin; null while it is not settled or not in the picture yet. */
function settledRun({ answers, picture, plan, city }: PinnableState): Omit<PinnedRun, 'id' | 'name'> | null {
  if (!answers?.settled || answers.scenario !== plan.scenario) return null;
  const { scenario, study, marginals, remedies } = answers;
  if (picture?.study !== study || picture.typical.replication !== study.typicalReplication) return null;
  return { scenario, cityId: city.id, study, typical: picture.typical, marginals, remedies };
}

const isSameRun = (a: Study, b: Study): boolean =>
  a.scenario.fingerprint === b.scenario.fingerprint &&
  a.seed === b.seed &&
  a.replications === b.replications &&
  a.engineVersion === b.engineVersion;

/** `typical` makes one run of a plan in detail; asked where an answer is pinned before its own is there. */
export function createPins(
  get: () => PinnableState,
  set: (part: Partial<PinsSlice>) => void,
  typical: (variant: Variant, seed: number, replication: number) => Promise<TypicalRun>,
): PinsControl {
  const add = (run: Omit<PinnedRun, 'id'>): void => {
    const { pins } = get();
    if (pins.length < MOST_PINS && !pins.some(({ study }) => isSameRun(study, run.study)))
      set({ pins: [...pins, { ...run, id: newId() }] });
  };
  /** A settled answer is pinned even if the plan has changed by the time its run in detail is there. */
  const addWithDetail = ({ scenario, study, marginals, remedies }: Answers, { city, plan }: PinnableState): void => {
    const name = proposedName(city, plan.base, scenario);
    typical({ city, scenario }, study.seed, study.typicalReplication).then(
      (run) => add({ name, scenario, cityId: city.id, study, typical: run, marginals, remedies }),
      () => undefined,
    );
  };
  const pin = (): PinOutcome => {
    const state = get();
    const { answers, plan, pins, job } = state;
    if (pins.length >= MOST_PINS) return 'full';
    const run = settledRun(state);
    if (run === null) {
      if (job.status !== 'running' && answers?.scenario !== plan.scenario) return 'nothing';
      if (job.status === 'failed' || job.status === 'cancelled') return 'nothing';
      if (answers?.settled && answers.scenario === plan.scenario) addWithDetail(answers, state);
      set({ awaitedPin: plan.scenario });
      return 'waiting';
    }
    if (pins.some(({ study }) => isSameRun(study, run.study))) return 'already';
    set({ pins: [...pins, { ...run, id: newId(), name: proposedName(state.city, plan.base, run.scenario) }], awaitedPin: null });
    return 'pinned';
  };
  return {
    add,
    slice: {
      pins: [],
      awaitedPin: null,
      pin,
      unpin: (id) => set({ pins: get().pins.filter((pinned) => pinned.id !== id) }),
      renamePin: (id, name) => {
        const given = name.trim();
        if (given !== '') set({ pins: get().pins.map((pinned) => (pinned.id === id ? { ...pinned, name: given } : pinned)) });
      },
      restorePins: (pins) => set({ pins: pins.slice(0, MOST_PINS) }),
    },
    follow() {
      const state = get();
      const { answers, awaitedPin, pins, plan, job } = state;
      if (awaitedPin !== null) {
        if (awaitedPin !== plan.scenario || job.status === 'failed' || job.status === 'cancelled') set({ awaitedPin: null });
        else if (settledRun(state) !== null && pin() !== 'pinned') set({ awaitedPin: null });
      }
      const late = answers && pins.find(({ study }) => study === answers.study);
      if (answers && late && (late.marginals !== answers.marginals || late.remedies !== answers.remedies)) {
        const { marginals, remedies } = answers;
        set({ pins: get().pins.map((pinned) => (pinned === late ? { ...pinned, marginals, remedies } : pinned)) });
      }
    },
  };
}
