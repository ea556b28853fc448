import type { ClaimCell, Marginals, Remedy, Variant } from '../experiment/index.ts';
import type { Study, TypicalRun } from '../results/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { createLatest, createPacer } from './latest.ts';
import type { PartOptions, StudyService } from './service.ts';

/** Answers are shown at most this often, in milliseconds. */
export const UPDATE_MS = 250;
/** A worker that says nothing for this long is taken for dead, in milliseconds. */
export const SILENCE_MS = 30_000;

export type Stage = 'study' | 'typical' | 'claims' | 'marginals' | 'remedies';

export interface Job {
  readonly status: 'idle' | 'running' | 'cancelled' | 'failed';
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
  /** Only when failed. */
  readonly error: string | null;
}

/** Answers to one scenario. Parts that are still to come are null; `settled` says that all replications are in. */
export interface Answers {
  readonly scenario: Scenario;
  readonly study: Study;
  readonly settled: boolean;
  readonly typical: TypicalRun | null;
  readonly claims: readonly ClaimCell[] | null;
  readonly marginals: Marginals | null;
  readonly remedies: readonly Remedy[] | null;
}

export interface WorkerNotice {
  readonly seed: number;
  readonly scenario: string;
}

export interface StudySlice {
  readonly job: Job;
  readonly answers: Answers | null;
  /** Set when a dead worker was replaced; says which work it had. */
  readonly workerNotice: WorkerNotice | null;
}

export interface StudyControl {
  /** Starts a study of this scenario; the one before it is cancelled. Never rejects: failures land in `job`. */
  start(variant: Variant, plan: { seed: number; replications: number; precisionHours: number; name: string }): Promise<void>;
  cancel(): void;
}

const IDLE: Job = { status: 'idle', stage: 'study', done: 0, total: 0, error: null };
export const emptyStudySlice: StudySlice = { job: IDLE, answers: null, workerNotice: null };

class Silence extends Error {
  override name = 'WorkerDied';
}

/** Rejects when `work` shows no sign of life for SILENCE_MS; `alive` is the sign. */
function watched<T>(work: (alive: () => void) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let timer = setTimeout(() => reject(new Silence()), SILENCE_MS);
    const alive = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Silence()), SILENCE_MS);
    };
    work(alive)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

const isWorkerDeath = (error: unknown): boolean => error instanceof Error && error.name === 'WorkerDied';
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function createStudyControl(service: StudyService, get: () => StudySlice, set: (part: Partial<StudySlice>) => void): StudyControl {
  const latest = createLatest();
  const patch = (part: Partial<Answers>): void => {
    const { answers } = get();
    if (answers) set({ answers: { ...answers, ...part } });
  };

  async function answer(
    variant: Variant,
    plan: { seed: number; replications: number; precisionHours: number },
    signal: AbortSignal,
  ): Promise<void> {
    const enter = (stage: Stage): void => {
      signal.throwIfAborted();
      set({ job: { ...get().job, status: 'running', stage, done: 0, total: 0 } });
    };
    const progress = (stage: Stage, alive: () => void): PartOptions => {
      const pacer = createPacer<Pick<Job, 'done' | 'total'>>((part) => {
        if (!signal.aborted && get().job.status === 'running' && get().job.stage === stage) set({ job: { ...get().job, ...part } });
      }, UPDATE_MS);
      signal.addEventListener('abort', () => pacer.stop(), { once: true });
      return {
        signal,
        onProgress: (done, total) => {
          alive();
          pacer.push({ done, total });
        },
      };
    };
    const { scenario } = variant;
    let early: Promise<void> | null = null;
    const show = (study: Study): void => {
      if (signal.aborted) return;
      const { answers } = get();
      const typical = answers?.scenario === scenario ? answers.typical : null;
      set({
        answers: { scenario, study, settled: false, typical, claims: null, marginals: null, remedies: null },
        job: { status: 'running', stage: 'study', done: study.replications, total: plan.replications, error: null },
      });
      // The first replication is shown on the map at once; the typical one replaces it when all are in.
      early ??= service.typical(variant, plan.seed, study.typicalReplication, signal).then(
        (typicalRun) => {
          if (!signal.aborted && get().answers?.scenario === scenario) patch({ typical: typicalRun });
        },
        () => undefined,
      );
    };
    const pacer = createPacer(show, UPDATE_MS);
    signal.addEventListener('abort', () => pacer.stop(), { once: true });
    const study = await watched((alive) =>
      service.study(variant, {
        ...plan,
        signal,
        onUpdate: (update) => {
          alive();
          if (!signal.aborted) pacer.push(update);
        },
      }),
    ).finally(() => pacer.stop());
    signal.throwIfAborted();
    show(study);
    patch({ settled: true });
    enter('typical');
    const typical = await watched(() => service.typical(variant, plan.seed, study.typicalReplication, signal));
    signal.throwIfAborted();
    patch({ typical });
    enter('claims');
    const claims = await watched((alive) => service.claims(variant, plan.seed, progress('claims', alive)));
    signal.throwIfAborted();
    patch({ claims });
    enter('marginals');
    const marginals = await watched((alive) => service.marginals(variant, study, progress('marginals', alive)));
    signal.throwIfAborted();
    patch({ marginals });
    enter('remedies');
    const remedies = await watched((alive) => service.remedies(variant, study, progress('remedies', alive)));
    signal.throwIfAborted();
    patch({ remedies });
    set({ job: { ...get().job, status: 'idle' } });
  }

  return {
    async start(variant, plan) {
      const fail = (error: unknown): void => set({ job: { ...get().job, status: 'failed', error: messageOf(error) } });
      const begin = async (signal: AbortSignal): Promise<void> => {
        set({ job: { status: 'running', stage: 'study', done: 0, total: plan.replications, error: null } });
        // An attempt that failed must fall silent even when the machinery below goes on talking.
        const attempt = new AbortController();
        try {
          await answer(variant, plan, AbortSignal.any([signal, attempt.signal]));
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
            set({ workerNotice: { seed: plan.seed, scenario: plan.name } });
            await begin(signal);
          }
        })
        .catch(fail);
    },
    cancel() {
      latest.cancel();
      if (get().job.status === 'running') set({ job: { ...get().job, status: 'cancelled' } });
    },
  };
}
