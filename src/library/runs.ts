import type { CityPack } from '../city/index.ts';
import type { Marginals, Remedy } from '../experiment/index.ts';
import { ENGINE_VERSION, type Study, type TypicalRun } from '../results/index.ts';
import {
  checkScenario,
  formatScenario,
  parseScenario,
  plannedLabs,
  plannedSites,
  resolveSettings,
  scenarioFingerprint,
  type Scenario,
} from '../scenario/index.ts';
import type { Bilingual } from '../units/index.ts';
import type { Connection } from './database.ts';
import { MARGINALS_SHAPE, REMEDY_SHAPE, STUDY_SHAPE, TYPICAL_SHAPE } from './run-shapes.ts';
import { hasShape } from './shape.ts';

/** A settled answer with its plan, as it was put aside for comparing. */
export interface KeptRun {
  readonly id: string;
  readonly name: Bilingual | string;
  readonly scenario: Scenario;
  readonly cityId: string;
  readonly study: Study;
  readonly typical: TypicalRun;
  readonly marginals: Marginals | null;
  readonly remedies: readonly Remedy[] | null;
}

/** As it lies on the disk: scenarios are the texts of scenario files, all else plain values. */
interface RunFile {
  readonly id: string;
  readonly keptAt: number;
  readonly name: Bilingual | string;
  readonly scenario: string;
  readonly cityId: string;
  readonly study: Study;
  readonly typical: TypicalRun;
  readonly marginals: Marginals | null;
  readonly remedies: readonly (Omit<Remedy, 'scenario'> & { readonly scenario: string })[] | null;
}

const MOST_NAME = 200;
const isName = (value: unknown): value is string => typeof value === 'string' && value.length <= MOST_NAME;
const isWording = (value: unknown): value is Bilingual | string =>
  isName(value) || (typeof value === 'object' && value !== null && isName((value as Bilingual).zh) && isName((value as Bilingual).en));

function scenarioOf(text: unknown): Scenario | null {
  if (typeof text !== 'string') return null;
  const reading = parseScenario(text);
  return 'scenario' in reading ? reading.scenario : null;
}

/** One answer for every site and lab that the plan has, and one step's for every step. */
function coversPlan(study: Study, typical: TypicalRun, scenario: Scenario, city: CityPack): boolean {
  const { settings } = resolveSettings(scenario, city);
  const sites = plannedSites(settings, city).length;
  const { steps } = typical;
  const perSite = [...Object.values(study.sites), typical.siteOpeningHours, typical.siteFinishHours, typical.siteWaitP90Minutes];
  const perSiteStep = [typical.siteQueue, typical.siteSampled, typical.siteWaitMinutes, typical.siteOpen, typical.siteTubesWaiting];
  const bands = Object.values(study.bands).flatMap((band) => Object.values(band));
  const labs = typical.labBacklog.length / steps;
  return (
    Number.isSafeInteger(steps) &&
    steps > 0 &&
    labs >= plannedLabs(settings, city).length &&
    perSite.every(({ length }) => length === sites) &&
    perSiteStep.every(({ length }) => length === sites * steps) &&
    [typical.carriedTubes, typical.recalled, typical.reswabbed].every(({ length }) => length === steps) &&
    bands.every(({ length }) => length === study.hours.length)
  );
}

/**
 * A record as a run that can be shown beside fresh ones; null where it is damaged, or was simulated by another version of the engine or over
 * other data of the city.
 */
export function readRunRecord(record: { readonly id: string }, cities: readonly CityPack[]): KeptRun | null {
  const { id, name, cityId, study, typical, marginals, remedies, scenario: text } = record as Partial<RunFile> & { readonly id: string };
  const scenario = scenarioOf(text);
  const city = cities.find((known) => known.id === cityId);
  if (scenario === null || city === undefined || !isWording(name) || scenario.city !== city.id) return null;
  if (checkScenario(scenario, city).problems.length > 0) return null;
  if (!hasShape<Study>(study, STUDY_SHAPE) || !hasShape<TypicalRun>(typical, TYPICAL_SHAPE)) return null;
  if (study.engineVersion !== ENGINE_VERSION || study.scenario.fingerprint !== scenarioFingerprint({ city, scenario })) return null;
  if (!coversPlan(study, typical, scenario, city)) return null;
  const run = { id, name, scenario, cityId: city.id, study, typical };
  return { ...run, marginals: hasShape<Marginals>(marginals, MARGINALS_SHAPE) ? marginals : null, remedies: readRemedies(remedies) };
}

function readRemedies(value: unknown): readonly Remedy[] | null {
  if (!hasShape<readonly Omit<Remedy, 'scenario'>[]>(value, { each: REMEDY_SHAPE })) return null;
  const remedies = value.map((remedy) => ({ ...remedy, scenario: scenarioOf((remedy as { scenario?: unknown }).scenario) }));
  return remedies.every((remedy): remedy is Remedy => remedy.scenario !== null) ? remedies : null;
}

export interface Runs {
  /** All runs that can be shown, in the order in which they were first kept, and the ids of those that cannot. */
  readAll(cities: readonly CityPack[]): Promise<{ readonly runs: readonly KeptRun[]; readonly unreadable: readonly string[] }>;
  /** Keeps a run, or what has become of it; `keptAt` orders it among the others and stays as it was first. */
  write(run: KeptRun, keptAt: number): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

export const createRuns = ({ visit }: Connection): Runs => ({
  readAll: (cities) =>
    visit(async (database) => {
      const readings: { readonly id: string; readonly at: number; readonly run: KeptRun | null }[] = [];
      // One by one: each is about 4 MB, and the page goes on working meanwhile.
      for (const id of await database.getAllKeys('runs')) {
        const record = await database.get('runs', id);
        if (record) readings.push({ id, at: Number((record as Partial<RunFile>).keptAt) || 0, run: readRunRecord(record, cities) });
      }
      readings.sort((a, b) => a.at - b.at);
      return {
        runs: readings.flatMap(({ run }) => run ?? []),
        unreadable: readings.flatMap(({ id, run }) => (run === null ? [id] : [])),
      };
    }),
  write: (run, keptAt) =>
    visit(async (database) => {
      const transaction = database.transaction('runs', 'readwrite');
      const before = (await transaction.store.get(run.id)) as Partial<RunFile> | undefined;
      const remedies = run.remedies?.map((remedy) => ({ ...remedy, scenario: formatScenario(remedy.scenario) })) ?? null;
      const record: RunFile = { ...run, remedies, scenario: formatScenario(run.scenario), keptAt: before?.keptAt ?? keptAt };
      await Promise.all([transaction.store.put(record), transaction.done]);
    }),
  remove: (ids) =>
    visit(async (database) => {
      const transaction = database.transaction('runs', 'readwrite');
      await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
    }),
});
