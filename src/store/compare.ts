import type { CityPack } from '../city/index.ts';
import type { Comparison } from '../experiment/index.ts';
import type { Study, TypicalRun } from '../results/index.ts';
import { PRESETS, resolveSettings, scenarioFingerprint, type Scenario } from '../scenario/index.ts';
import { UPDATE_MS, watched } from './answering.ts';
import { createLatest, createPacer } from './latest.ts';
import { MOST_PINS, type PinsSlice } from './pins.ts';
import type { Plan } from './plan.ts';
import type { StudyService } from './service.ts';
import { isWorkerDeath, reasonOf, refusalOf, type Job, type StudySlice } from './study.ts';

/** What may stand on one side of a comparison. */
export type Contender =
  { readonly kind: 'plan' } | { readonly kind: 'pin'; readonly id: string } | { readonly kind: 'preset'; readonly id: string };
export type Side = 'a' | 'b';
export type Contenders = Readonly<Record<Side, Contender>>;

/** Two plans with the same luck. */
export interface Pair {
  readonly a: Scenario;
  readonly b: Scenario;
  readonly comparison: Comparison;
  /** The same replication of both in detail, the one that is typical of A; null until it is there. */
  readonly runs: Readonly<Record<Side, TypicalRun>> | null;
}

export interface PairJob extends Pick<Job, 'error'> {
  readonly status: 'idle' | 'running' | 'cancelled' | 'failed';
  readonly done: number;
  /** 0 where nothing has to be run. */
  readonly total: number;
}

export interface CompareSlice {
  readonly comparing: boolean;
  readonly contenders: Contenders;
  /** Two plans beside each other, or all of them in a table. */
  readonly compareView: 'pair' | 'table';
  /** The last pair that was answered; what it compares is in it, so that it can be told from what is asked for. */
  readonly pair: Pair | null;
  readonly pairJob: PairJob;
  /** Opens the comparison on what most likely is meant, or on what stood there and still exists. */
  openComparison(): void;
  closeComparison(): void;
  /** What stands on the other side changes places. */
  choose(side: Side, contender: Contender): void;
  swapContenders(): void;
  setCompareView(view: 'pair' | 'table'): void;
  cancelPairing(): void;
  pairAgain(): void;
}

export type ComparableState = StudySlice & PinsSlice & CompareSlice & { readonly city: CityPack; readonly plan: Plan };

const PLAN: Contender = { kind: 'plan' };
const IDLE: PairJob = { status: 'idle', done: 0, total: 0, error: null };
export const sameContender = (a: Contender, b: Contender): boolean =>
  a.kind === b.kind && (a.kind === 'plan' || a.id === (b as { id: string }).id);

type Choice = Pick<ComparableState, 'plan' | 'pins' | 'city'>;

/** Everything of a city that can be compared: pins, the plan as it stands, presets. */
export function contendersOf({ pins, city }: Choice): Contender[] {
  return [
    ...pins.filter(({ cityId }) => cityId === city.id).map(({ id }): Contender => ({ kind: 'pin', id })),
    PLAN,
    ...PRESETS.filter((preset) => preset.city === city.id).map(({ id }): Contender => ({ kind: 'preset', id })),
  ];
}

/** The scenario behind a contender; null where it is gone or of another city. */
export function scenarioOf(contender: Contender, { plan, pins, city }: Choice): Scenario | null {
  if (contender.kind === 'plan') return plan.scenario;
  if (contender.kind === 'pin') return pins.find(({ id, cityId }) => id === contender.id && cityId === city.id)?.scenario ?? null;
  return PRESETS.find((preset) => preset.id === contender.id && preset.city === city.id) ?? null;
}

/**
 * The first pin, or what the plan began as, against the plan; where the plan is pinned already, against that last pin. Where the plan is
 * the first pin itself, that one against the last.
 */
export function proposedContenders(state: Choice): Contenders {
  const { city, plan } = state;
  const fingerprint = (contender: Contender): string => scenarioFingerprint({ city, scenario: scenarioOf(contender, state)! });
  const offered = contendersOf(state);
  const pins = offered.filter(({ kind }) => kind === 'pin');
  const presets = offered.filter(({ kind }) => kind === 'preset');
  const now = fingerprint(PLAN);
  const b = pins.findLast((pin) => fingerprint(pin) === now) ?? PLAN;
  const last = pins.at(-1);
  if (last && b === pins[0] && last !== b) return { a: b, b: last };
  const base = presets.find((preset) => preset.kind === 'preset' && preset.id === plan.base.id);
  const a = [...pins, ...(base ? [base] : []), ...presets].find((contender) => fingerprint(contender) !== now);
  return { a: a ?? PLAN, b };
}

export interface CompareControl {
  readonly slice: CompareSlice;
  /** To be called after every change of the state: a pair whose plans have changed is answered anew. */
  follow(): void;
}

/** Studies of re-run sides are kept for so many changes of mind. */
const KEPT_STUDIES = MOST_PINS;

export function createCompare(
  service: StudyService,
  get: () => ComparableState,
  set: (part: Partial<CompareSlice>) => void,
): CompareControl {
  const latest = createLatest();
  let asked: Readonly<Record<Side, Scenario>> | null = null;
  let kept: readonly Study[] = [];

  const known = (): Study[] => {
    const { pins, answers } = get();
    return [...(answers?.settled ? [answers.study] : []), ...pins.map(({ study }) => study), ...kept];
  };
  const typicals = (): { study: Study; typical: TypicalRun }[] => {
    const { pins, picture } = get();
    return [...(picture ? [picture] : []), ...pins];
  };

  /** Seed and number of runs of whichever side is known with most runs; else those that A asks for. */
  const planOf = (city: CityPack, a: Scenario, b: Scenario): { seed: number; replications: number } => {
    const prints = [a, b].map((scenario) => scenarioFingerprint({ city, scenario }));
    const studies = known().filter(({ scenario }) => prints.includes(scenario.fingerprint));
    const most = studies.toSorted((x, y) => y.replications - x.replications).at(0);
    const { settings } = resolveSettings(a, city);
    return most ?? { seed: settings['experiment.seed'], replications: settings['experiment.replications'] };
  };

  const detailOf = async (
    city: CityPack,
    scenario: Scenario,
    study: Study,
    replication: number,
    signal: AbortSignal,
  ): Promise<TypicalRun> => {
    const same = (other: Study): boolean => other.scenario.fingerprint === study.scenario.fingerprint && other.seed === study.seed;
    const found = typicals().find(({ study: other, typical }) => same(other) && typical.replication === replication);
    return found?.typical ?? service.typical({ city, scenario }, study.seed, replication, signal);
  };

  const answer = async (city: CityPack, a: Scenario, b: Scenario, signal: AbortSignal): Promise<void> => {
    const { seed, replications } = planOf(city, a, b);
    const progress = createPacer<{ done: number; total: number }>((part) => {
      if (!signal.aborted && get().pairJob.status === 'running') set({ pairJob: { ...get().pairJob, ...part } });
    }, UPDATE_MS);
    const comparison = await watched((alive) =>
      service.compare(
        { city, scenario: a },
        { city, scenario: b },
        {
          seed,
          replications,
          signal,
          known: known(),
          onProgress: (done, total) => {
            alive();
            progress.push({ done, total });
          },
        },
      ),
    ).finally(progress.stop);
    signal.throwIfAborted();
    kept = [comparison.a, comparison.b, ...kept].slice(0, KEPT_STUDIES);
    set({ pair: { a, b, comparison, runs: null } });
    const replication = comparison.a.typicalReplication;
    const [first, second] = await Promise.all([
      detailOf(city, a, comparison.a, replication, signal),
      detailOf(city, b, comparison.b, replication, signal),
    ]);
    signal.throwIfAborted();
    set({ pair: { a, b, comparison, runs: { a: first, b: second } } });
  };

  const start = (city: CityPack, a: Scenario, b: Scenario): void => {
    asked = { a, b };
    const refusal = refusalOf({ city, scenario: a }) ?? refusalOf({ city, scenario: b });
    if (refusal !== null) {
      latest.cancel();
      set({ pairJob: { ...IDLE, status: 'failed', error: refusal } });
      return;
    }
    set({ pairJob: { ...IDLE, status: 'running' } });
    void latest
      .start(async (signal) => {
        try {
          await answer(city, a, b, signal);
        } catch (error) {
          if (signal.aborted || !isWorkerDeath(error)) throw error;
          service.replaceWorkers();
          await answer(city, a, b, signal);
        }
        set({ pairJob: IDLE });
      })
      .catch((error: unknown) => set({ pairJob: { ...IDLE, status: 'failed', error: reasonOf(error) } }));
  };

  const follow = (): void => {
    const state = get();
    if (!state.comparing || state.compareView !== 'pair') return;
    const { contenders, city } = state;
    const [a, b] = [scenarioOf(contenders.a, state), scenarioOf(contenders.b, state)];
    if (a === null || b === null) {
      set({ contenders: proposedContenders(state) });
      return;
    }
    const isThere = state.pair?.a === a && state.pair.b === b && state.pair.runs !== null;
    if (!isThere && (asked?.a !== a || asked.b !== b)) start(city, a, b);
  };

  /** What was chosen, as long as it makes sense. */
  const standing = (): Contenders => {
    const state = get();
    const { a, b } = state.contenders;
    const isTwo = !sameContender(a, b) && scenarioOf(a, state) !== null && scenarioOf(b, state) !== null;
    return isTwo ? state.contenders : proposedContenders(state);
  };

  return {
    follow,
    slice: {
      comparing: false,
      contenders: { a: PLAN, b: PLAN },
      compareView: 'pair',
      pair: null,
      pairJob: IDLE,
      openComparison: () => set({ comparing: true, compareView: 'pair', contenders: standing() }),
      closeComparison: () => {
        latest.cancel();
        asked = null;
        set({ comparing: false, pairJob: IDLE });
      },
      choose: (side, contender) => {
        const { a, b } = get().contenders;
        const isOther = sameContender(contender, side === 'a' ? b : a);
        set({ contenders: isOther ? { a: b, b: a } : { ...get().contenders, [side]: contender } });
      },
      swapContenders: () => {
        const { a, b } = get().contenders;
        set({ contenders: { a: b, b: a } });
      },
      setCompareView: (compareView) => set({ compareView, contenders: standing() }),
      cancelPairing: () => {
        latest.cancel();
        set({ pairJob: { ...get().pairJob, status: 'cancelled' } });
      },
      pairAgain: () => {
        asked = null;
        follow();
      },
    },
  };
}
