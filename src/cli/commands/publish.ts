import { compileVariant } from '../../compile/index.ts';
import { collectSiteWaits, runStudy } from '../../experiment/index.ts';
import type { WaitThresholds } from '../../published/index.ts';
import { publishedText } from '../../report/index.ts';
import { allowedValues, createProblem, getInput, problemWords, readInput, type Problem } from '../../scenario/index.ts';
import { createText, type Text, type TextKey } from '../../text/index.ts';
import { findGrid } from '../cities.ts';
import type { CommandEnvironment } from '../environment.ts';
import { CommandRefused, EXIT } from '../exit.ts';
import { badFlag, readOptions, type RawOptions } from '../options.ts';
import { openPlan } from '../plan.ts';
import { createProgress } from '../progress.ts';
import { deliver } from './deliver.ts';

/** What commander hands over: every value as typed. */
export interface RawPublishOptions extends RawOptions {
  readonly date?: string;
  readonly address?: string;
  readonly thresholds?: string;
}

const DEFAULT_RUNS = 50;
/** A byte a site, quarter hour and run is kept until all are in. */
const MOST_RUNS = 200;
const DEFAULT_THRESHOLDS: WaitThresholds = { busy: 25, jammed: 50 };
const MOST_THRESHOLD = 600;

const expected = (key: TextKey): Problem['message'] => ({ zh: createText('zh').t(key), en: createText('en').t(key) });

/** `publish [scenario]`: many runs of a plan, as the one file that the residents' page reads. */
export async function publishCommand(
  environment: CommandEnvironment,
  text: Text,
  scenario: string | undefined,
  raw: RawPublishOptions,
): Promise<void> {
  const options = readOptions({ ...raw, replications: undefined }, environment.processors);
  const settings = readSettings(raw, environment.today());
  const plan = openPlan(environment, scenario, options);
  const { variant } = plan;
  const grid = await findGrid(environment, variant.city);
  if (grid === null || variant.city.travel === null)
    throw new CommandRefused(EXIT.input, [createProblem('city-without-places', { value: variant.city.id })]);
  const seed = options.seed ?? plan.settings['experiment.seed'];
  const { sites } = compileVariant(variant.city, variant.scenario);
  const { signal } = environment;
  const progress = createProgress(environment, text, options.progress);
  const runner = environment.createRunner(options.workers);
  try {
    const study = await runStudy(runner, variant, {
      seed,
      replications: settings.runs,
      signal,
      onRecord: (done) => progress.update('study', done, settings.runs),
    });
    const waits = await collectSiteWaits(runner, variant, {
      seed,
      replications: settings.runs,
      sites: sites.length,
      signal,
      onRun: (done) => progress.update('publish', done, settings.runs),
    });
    signal.throwIfAborted();
    progress.clear();
    const content = publishedText({
      city: variant.city,
      grid,
      scenario: variant.scenario,
      settings: plan.settings,
      sites,
      study,
      waits,
      date: settings.date,
      address: settings.address,
      thresholds: settings.thresholds,
    });
    deliver(environment, text, content, { out: options.out, isCsv: false });
  } finally {
    progress.clear();
    runner.dispose();
  }
}

interface PublishSettings {
  readonly runs: number;
  readonly date: string;
  readonly address: string | null;
  readonly thresholds: WaitThresholds;
}

/** The flags that publishing alone has; throws CommandRefused with everything wrong with them. */
function readSettings(raw: RawPublishOptions, today: string): PublishSettings {
  const problems: Problem[] = [];
  const settings = {
    runs: readRuns(raw.replications, problems),
    date: raw.date ?? today,
    address: raw.address ?? null,
    thresholds: DEFAULT_THRESHOLDS,
  };
  if (raw.date !== undefined && !isDay(raw.date)) problems.push(badFlag('--date', raw.date, expected('publish:expected.date')));
  if (raw.address !== undefined && !isWebAddress(raw.address)) {
    problems.push(badFlag('--address', raw.address, expected('publish:expected.address')));
  }
  if (raw.thresholds !== undefined) {
    const [busy, jammed] = /^(\d{1,3}),(\d{1,3})$/.exec(raw.thresholds)?.slice(1).map(Number) ?? [0, 0];
    if (busy >= 1 && busy < jammed && jammed <= MOST_THRESHOLD) settings.thresholds = { busy, jammed };
    else problems.push(badFlag('--thresholds', raw.thresholds, expected('publish:expected.thresholds')));
  }
  if (problems.length > 0) throw new CommandRefused(EXIT.usage, problems, 'publish');
  return settings;
}

function readRuns(value: string | undefined, problems: Problem[]): number {
  if (value === undefined) return DEFAULT_RUNS;
  const definition = getInput('experiment.replications');
  const reading = readInput(definition, value);
  if (!('value' in reading)) problems.push(badFlag('--replications', value, allowedValues(definition)));
  else if (Number(reading.value) <= MOST_RUNS) return Number(reading.value);
  else problems.push(badFlag('--replications', value, problemWords('expected.integer', { min: 1, max: MOST_RUNS, unit: '' })));
  return DEFAULT_RUNS;
}

/** A day that the calendar has, "2026-11-26". */
function isDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

function isWebAddress(address: string): boolean {
  if (address.length > 300 || /[#\s]/.test(address)) return false;
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}
