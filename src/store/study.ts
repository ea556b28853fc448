import type { ClaimCell, Marginals, Remedy, Variant } from '../experiment/index.ts';
import type { Study, TypicalRun } from '../results/index.ts';
import { checkScenario, type Scenario } from '../scenario/index.ts';
import type { Bilingual, Language } from '../units/index.ts';
import { answerVariant, type Audience, type Stage, type StudyPlan } from './answering.ts';
import { createLatest } from './latest.ts';
import type { StudyService } from './service.ts';

export interface Job {
  readonly status: 'idle' | 'running' | 'cancelled' | 'failed';
  readonly stage: Stage;
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
  /** Only when failed: a dead worker, what is wrong with the plan, or the message of an error nobody foresaw. */
  readonly error: 'workerDied' | Bilingual | { readonly message: string } | null;
}

/** Answers to one scenario. Parts that are still to come are null; `settled` says that all replications are in. */
export interface Answers {
  readonly scenario: Scenario;
  readonly study: Study;
  readonly settled: boolean;
  readonly claims: readonly ClaimCell[] | null;
  readonly marginals: Marginals | null;
  readonly remedies: readonly Remedy[] | null;
}

/** One run in detail with the study it belongs to: what map, table and stories show. Stays until the next one is there. */
export interface Picture {
  readonly scenario: Scenario;
  readonly study: Study;
  readonly typical: TypicalRun;
}

export interface WorkerNotice {
  readonly seed: number;
  readonly scenario: string;
}

export interface StudySlice {
  readonly job: Job;
  readonly answers: Answers | null;
  readonly picture: Picture | null;
  /** Set when a dead worker was replaced; says which work it had. */
  readonly workerNotice: WorkerNotice | null;
}

export interface StudyControl {
  /** Starts a study of this scenario; the one before it is cancelled. Never rejects: failures land in `job`. */
  start(variant: Variant, plan: StudyPlan, name: string): Promise<void>;
  /** Stops what is running and says why nothing new was started. */
  refuse(reason: Bilingual): void;
  cancel(): void;
}

const IDLE: Job = { status: 'idle', stage: 'study', done: 0, total: 0, error: null };
export const emptyStudySlice: StudySlice = { job: IDLE, answers: null, picture: null, workerNotice: null };

export const isWorkerDeath = (error: unknown): boolean => error instanceof Error && error.name === 'WorkerDied';
export const reasonOf = (error: unknown): Job['error'] =>
  isWorkerDeath(error) ? 'workerDied' : { message: error instanceof Error ? error.message : String(error) };

/** What keeps a plan from being simulated and how to mend it; null where nothing does. */
export function refusalOf({ city, scenario }: Variant): Bilingual | null {
  const problem = checkScenario(scenario, city).problems.at(0);
  if (problem === undefined) return null;
  const word = (words: Bilingual | string, language: Language): string => (typeof words === 'string' ? words : words[language]);
  const both = (language: Language, stop: string): string => `${word(problem.message, language)}${stop}${word(problem.cure, language)}`;
  return { zh: both('zh', '。'), en: both('en', '. ') };
}

export function createStudyControl(service: StudyService, get: () => StudySlice, set: (part: Partial<StudySlice>) => void): StudyControl {
  const latest = createLatest();

  const audienceOf = (scenario: Scenario, replications: number): Audience => {
    let run: TypicalRun | null = null;
    const picture = (study: Study): Partial<StudySlice> => (run ? { picture: { scenario, study, typical: run } } : {});
    const job = (part: Partial<Job>): Partial<StudySlice> => ({ job: { ...get().job, ...part } });
    return {
      stage: (stage) => set(job({ status: 'running', stage, done: 0, total: stage === 'study' ? replications : 0, error: null })),
      progress: (stage, done, total) => {
        if (get().job.stage === stage && get().job.status === 'running') set(job({ done, total }));
      },
      study: (study, settled) =>
        set({
          answers: { scenario, study, settled, claims: null, marginals: null, remedies: null },
          ...picture(study),
          ...job({ done: study.replications }),
        }),
      typical: (next) => {
        run = next;
        const { answers } = get();
        if (answers?.scenario === scenario) set(picture(answers.study));
      },
      parts: (parts) => {
        const { answers } = get();
        if (answers?.scenario === scenario) set({ answers: { ...answers, ...parts } });
      },
    };
  };

  return {
    async start(variant, plan, name) {
      const begin = async (signal: AbortSignal): Promise<void> => {
        // An attempt that failed must fall silent even when the machinery below goes on talking.
        const attempt = new AbortController();
        try {
          const both = AbortSignal.any([signal, attempt.signal]);
          await answerVariant(service, variant, plan, both, audienceOf(variant.scenario, plan.replications));
        } catch (error) {
          attempt.abort();
          throw error;
        }
      };
      await latest
        .start(async (signal) => {
          try {
            await begin(signal);
          } catch (error) {
            if (signal.aborted || !isWorkerDeath(error)) throw error;
            service.replaceWorkers();
            set({ workerNotice: { seed: plan.seed, scenario: name } });
            await begin(signal);
          }
          set({ job: { ...get().job, status: 'idle' } });
        })
        .catch((error: unknown) => set({ job: { ...get().job, status: 'failed', error: reasonOf(error) } }));
    },
    refuse(reason) {
      latest.cancel();
      set({ job: { ...IDLE, status: 'failed', error: reason } });
    },
    cancel() {
      latest.cancel();
      if (get().job.status === 'running') set({ job: { ...get().job, status: 'cancelled' } });
    },
  };
}
