import type { ClaimCell, Marginals, Remedy, Variant } from '../experiment/index.ts';
import type { Study, TypicalRun } from '../results/index.ts';
import { createPacer } from './latest.ts';
import type { PartOptions, StudyService } from './service.ts';

/** Answers are shown at most this often, in milliseconds. */
export const UPDATE_MS = 250;
/** The map's first picture is asked for so long after the first figures, in milliseconds, unless another plan came before. */
export const PREVIEW_AFTER_MS = 150;
/** A worker that says nothing for this long is taken for dead, in milliseconds. */
export const SILENCE_MS = 60_000;

export type Stage = 'study' | 'typical' | 'claims' | 'marginals' | 'remedies';

export interface StudyPlan {
  readonly seed: number;
  readonly replications: number;
  readonly precisionHours: number;
}

/** Where the parts of an answer go as they come in. Nothing is called once the signal is aborted. */
export interface Audience {
  stage(stage: Stage): void;
  progress(stage: Stage, done: number, total: number): void;
  study(study: Study, settled: boolean): void;
  typical(run: TypicalRun): void;
  parts(parts: { claims?: readonly ClaimCell[]; marginals?: Marginals; remedies?: readonly Remedy[] }): void;
}

class Silence extends Error {
  override name = 'WorkerDied';
}

/** Rejects when `work` shows no sign of life for SILENCE_MS; `alive` is the sign. */
export function watched<T>(work: (alive: () => void) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const silent = (): void => reject(new Silence('a worker fell silent'));
    let timer = setTimeout(silent, SILENCE_MS);
    const alive = (): void => {
      clearTimeout(timer);
      timer = setTimeout(silent, SILENCE_MS);
    };
    work(alive)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

/** Answers one scenario part by part: study, typical run, claim check, marginal values, remedies. Rejects when aborted or failed. */
export async function answerVariant(
  service: StudyService,
  variant: Variant,
  plan: StudyPlan,
  signal: AbortSignal,
  audience: Audience,
): Promise<void> {
  const paced = <T>(show: (value: T) => void): ((value: T) => void) => {
    const pacer = createPacer<T>((value) => {
      if (!signal.aborted) show(value);
    }, UPDATE_MS);
    signal.addEventListener('abort', () => pacer.stop(), { once: true });
    return (value) => {
      if (!signal.aborted) pacer.push(value);
    };
  };
  const part = async <T>(stage: Stage, work: (options: PartOptions) => Promise<T>): Promise<T> => {
    signal.throwIfAborted();
    audience.stage(stage);
    const report = paced(({ done, total }: { done: number; total: number }) => audience.progress(stage, done, total));
    const result = await watched((alive) =>
      work({
        signal,
        onProgress: (done, total) => {
          alive();
          report({ done, total });
        },
      }),
    );
    signal.throwIfAborted();
    return result;
  };

  audience.stage('study');
  let settled = false;
  // The map shows the first replication until the typical one is known. To follow a run keeps a worker busy ten times as long as a
  // replication and cannot be broken off, so it is asked for only once the plan stands still: a drag must find a worker free.
  const showFirst = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, PREVIEW_AFTER_MS));
    if (signal.aborted || settled) return;
    const run = await service.typical(variant, plan.seed, 0, signal).catch(() => null);
    if (run !== null && !signal.aborted && !settled) audience.typical(run);
  };
  const previews: Promise<void>[] = [];
  const show = paced((study: Study) => {
    if (!settled) audience.study(study, false);
  });
  const study = await watched((alive) =>
    service.study(variant, {
      ...plan,
      signal,
      onUpdate: (update) => {
        alive();
        show(update);
        if (previews.length === 0) previews.push(showFirst());
      },
    }),
  );
  signal.throwIfAborted();
  settled = true;
  audience.study(study, true);
  await previews[0];
  audience.typical(await part('typical', ({ signal: cancel }) => service.typical(variant, plan.seed, study.typicalReplication, cancel)));
  audience.parts({ claims: await part('claims', (options) => service.claims(variant, plan.seed, options)) });
  audience.parts({ marginals: await part('marginals', (options) => service.marginals(variant, study, options)) });
  const onFound = (found: readonly Remedy[]): void => {
    if (!signal.aborted) audience.parts({ remedies: found });
  };
  audience.parts({ remedies: await part('remedies', (options) => service.remedies(variant, study, { ...options, onFound })) });
}
