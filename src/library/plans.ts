import { formatScenario, parseScenario, type Problem, type Scenario } from '../scenario/index.ts';
import type { Connection } from './database.ts';

/** A scenario with what it began as, under an id. `revision` counts its writings. */
export interface KeptPlan {
  readonly id: string;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly base: Scenario;
  readonly scenario: Scenario;
  /** Of a working plan: the named scenario that it was last saved as. */
  readonly savedAs: string | null;
}

/** Something under an id that is no plan this program can read; its text is handed back as it is. */
export interface UnreadablePlan {
  readonly id: string;
  readonly savedAt: number;
  readonly problems: readonly Problem[];
  readonly text: string;
}

export type PlanReading = KeptPlan | UnreadablePlan;

/** What came of writing: "conflict" where another tab has written since, and nothing was done. */
export type WriteOutcome = { readonly kind: 'kept'; readonly plan: KeptPlan } | { readonly kind: 'conflict' };

/** As it lies on the disk: scenarios are the texts of scenario files. */
interface PlanRecord {
  readonly id: string;
  readonly revision: number;
  readonly savedAt: number;
  readonly base: string | null;
  readonly scenario: string;
  readonly savedAs: string | null;
}

export const isUnreadable = (reading: PlanReading): reading is UnreadablePlan => 'problems' in reading;

const isText = (value: unknown): value is string => typeof value === 'string';
const revisionOf = (record: object | undefined): number | null => {
  if (record === undefined) return null;
  const { revision } = record as Partial<PlanRecord>;
  return typeof revision === 'number' ? revision : Number.NaN;
};

/** A record by the same distrustful reader as a file: all of it is good, or its text and what is wrong with it comes back. */
export function readPlanRecord(record: { readonly id: string }): PlanReading {
  const { id, revision, savedAt, base, scenario, savedAs } = record as Partial<PlanRecord> & { readonly id: string };
  const at = typeof savedAt === 'number' && Number.isFinite(savedAt) ? savedAt : 0;
  const text = isText(scenario) ? scenario : '';
  const reading = parseScenario(text);
  if ('problems' in reading) return { id, savedAt: at, problems: reading.problems, text };
  if (!Number.isSafeInteger(revision)) return { id, savedAt: at, problems: [], text };
  const begun = isText(base) ? parseScenario(base) : reading;
  return {
    id,
    revision: revision!,
    savedAt: at,
    scenario: reading.scenario,
    base: 'problems' in begun ? reading.scenario : begun.scenario,
    savedAs: isText(savedAs) ? savedAs : null,
  };
}

export interface Plans {
  read(id: string): Promise<PlanReading | null>;
  /** All that is kept, the working plan included, the newest first. */
  list(): Promise<PlanReading[]>;
  /** Writes a plan over the revision that was read; null where nothing may be there yet. */
  write(plan: Omit<KeptPlan, 'revision'>, over: number | null): Promise<WriteOutcome>;
  /** Takes a plan away, whatever it is; `putBack` undoes it. */
  remove(id: string): Promise<void>;
  /** Moves what lies under one id, whatever it is, to another. */
  move(from: string, to: string): Promise<void>;
  /** The record as it lies there, for putting it back after it was removed. */
  record(id: string): Promise<{ readonly id: string } | null>;
  putBack(record: { readonly id: string }): Promise<void>;
}

export const createPlans = ({ visit }: Connection): Plans => ({
  read: (id) =>
    visit(async (database) => {
      const record = await database.get('plans', id);
      return record === undefined ? null : readPlanRecord(record);
    }),
  list: () =>
    visit(async (database) =>
      (await database.getAll('plans')).map(readPlanRecord).sort((a, b) => b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1)),
    ),
  write: (plan, over) =>
    visit(async (database) => {
      const transaction = database.transaction('plans', 'readwrite');
      if (revisionOf(await transaction.store.get(plan.id)) !== over) {
        await transaction.done;
        return { kind: 'conflict' };
      }
      const kept: KeptPlan = { ...plan, revision: (over ?? 0) + 1 };
      const { scenario, base } = kept;
      const record: PlanRecord = { ...kept, scenario: formatScenario(scenario), base: base === scenario ? null : formatScenario(base) };
      await Promise.all([transaction.store.put(record), transaction.done]);
      return { kind: 'kept', plan: kept };
    }),
  remove: (id) => visit((database) => database.delete('plans', id)),
  move: (from, to) =>
    visit(async (database) => {
      const transaction = database.transaction('plans', 'readwrite');
      const record = await transaction.store.get(from);
      const moved = record === undefined ? [] : [transaction.store.put({ ...record, id: to }), transaction.store.delete(from)];
      await Promise.all([...moved, transaction.done]);
    }),
  record: (id) => visit(async (database) => (await database.get('plans', id)) ?? null),
  putBack: (record) =>
    visit(async (database) => {
      await database.put('plans', record);
    }),
});
