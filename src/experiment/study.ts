import { compileVariant } from '../compile/index.ts';
import { meanHalfWidth } from '../engine/index.ts';
import { summariseStudy, type RunRecord, type Study, type StudySubject } from '../results/index.ts';
import { scenarioFingerprint } from '../scenario/index.ts';
import { firstReplications, type Runner, type Variant } from './runner.ts';

export interface StudyOptions {
  readonly seed: number;
  /** Number of runs; with a precision the most there may be. */
  readonly replications: number;
  /** Stop when the 95 % half-width of the mean sampled finish is at most this many hours; 0 or absent stops by count. */
  readonly precisionHours?: number;
  readonly signal?: AbortSignal;
  /** Called once a replication with the number of those done. */
  readonly onRecord?: (done: number) => void;
  /** Called with the study of the runs there so far: at the first run, then at most every UPDATE_MS. */
  readonly onUpdate?: (study: Study) => void;
}

/** Summing up takes a while, so it is not done for every run that comes in. */
const UPDATE_MS = 200;

/** The first figures are drawn before the next runs begin, in milliseconds. */
const FIRST_LOOK_MS = 25;

/** Precision is decided after these many runs and after every batch more, in the order of replications, so workers change nothing. */
export const PRECISION_BATCH = 20;

/** Name of a scenario in one line, Chinese first where it has two. */
export function scenarioName(name: Variant['scenario']['name']): string {
  return typeof name === 'string' ? name : name.zh;
}

/** What a study of this variant is about. Throws what compiling throws. */
export function studySubject(variant: Variant, seed: number): StudySubject {
  const { population, participants } = compileVariant(variant.city, variant.scenario);
  return {
    scenario: { name: scenarioName(variant.scenario.name), fingerprint: scenarioFingerprint(variant) },
    seed,
    population,
    participants,
  };
}

/** Runs replications 0, 1, 2 … of a variant and sums them up. Rejects with the signal's reason when cancelled. */
export async function runStudy(runner: Runner, variant: Variant, options: StudyOptions): Promise<Study> {
  const { records } = await runRecords(runner, variant, options);
  return summariseStudy(studySubject(variant, options.seed), records);
}

/** As runStudy, and the records themselves. */
export async function runRecords(runner: Runner, variant: Variant, options: StudyOptions): Promise<{ records: RunRecord[] }> {
  const precision = options.precisionHours ?? 0;
  const batch = precision > 0 ? PRECISION_BATCH : options.replications;
  const records: RunRecord[] = [];
  const notice = createNotice(variant, options);
  const run = async (count: number): Promise<void> => {
    const wanted = firstReplications(Math.min(count, options.replications - records.length), records.length);
    const made = runner.run(variant, options.seed, wanted, { signal: options.signal, onRecord: notice.take });
    notice.prepare();
    records.push(...(await made));
  };
  // Somebody waits for the first figures: nothing else takes time from their making, nor from their drawing.
  if (options.onUpdate) {
    await run(1);
    await new Promise((resolve) => setTimeout(resolve, FIRST_LOOK_MS));
    options.signal?.throwIfAborted();
  }
  while (records.length < options.replications) {
    await run(batch - (records.length % batch));
    if (precision > 0 && isPrecise(records, precision)) break;
  }
  return { records };
}

interface Notice {
  /** What can be done while the workers are at the first replication. */
  prepare(): void;
  take(record: RunRecord): void;
}

function createNotice(variant: Variant, { seed, onRecord, onUpdate }: StudyOptions): Notice {
  let subject: StudySubject | null = null;
  const seen: RunRecord[] = [];
  let next = 0;
  return {
    prepare() {
      if (onUpdate) subject ??= studySubject(variant, seed);
    },
    take(record) {
      seen.push(record);
      onRecord?.(seen.length);
      if (!onUpdate || performance.now() < next) return;
      subject ??= studySubject(variant, seed);
      onUpdate(summariseStudy(subject, seen));
      next = performance.now() + UPDATE_MS;
    },
  };
}

function isPrecise(records: readonly RunRecord[], hours: number): boolean {
  const finishes = records.map(({ kpis }) => kpis.sampledFinishHours);
  return finishes.every((at) => at !== null) && meanHalfWidth(finishes as number[]) <= hours;
}
