import { wilsonInterval } from '../engine/index.ts';
import { estimate, summariseStudy, type Interval, type RunKpis, type RunRecord, type Study } from '../results/index.ts';
import { desksOnDuty, resolveSettings, type Scenario } from '../scenario/index.ts';
import type { Runner, Variant } from './runner.ts';
import { findLeast, type LeastAmount, type LeastSearch } from './search.ts';
import { studySubject } from './study.ts';
import { withChange, withInputs } from './variations.ts';

/**
 * Something that makes a deadline hold, with amounts that were simulated.
 * desks: desks that arrive with the order and go where people per desk are most. pace: people an hour and sampler. Both with an entry device
 * at every site (`devices` more than there are). tubes: the city's tubes a day that bring 99 % of the people their result in time, together
 * with the desks that let sampling end early enough. The last per cent is not asked for: it hangs on one courier's round and one plate, and
 * people recalled late are re-tested after the deadline whatever the labs can do.
 */
export interface Remedy {
  readonly kind: 'desks' | 'pace' | 'tubes';
  readonly deadline: 'sampled' | 'resulted';
  readonly amount: number;
  /** Desks that the remedy adds. */
  readonly desks: number;
  /** Entry devices that the remedy adds. */
  readonly devices: number;
  /** Share of the search's runs in which the goal was met: everybody sampled in time, or 99 % with their result. */
  readonly probability: number;
  readonly interval: Interval | null;
  /** Mean hour at which the goal was met; null when some run never met it. */
  readonly goalHours: number | null;
  /** The search's runs in full. */
  readonly study: Study;
  /** The scenario with the remedy in it, ready to be adopted. */
  readonly scenario: Scenario;
}

export interface RemedyOptions {
  readonly signal?: AbortSignal;
  readonly replications?: number;
  /** Share of runs that must meet the deadline. */
  readonly level?: number;
  readonly onProgress?: (runs: number) => void;
  /** Called with all remedies so far whenever one more is found. */
  readonly onFound?: (found: readonly Remedy[]) => void;
}

const TRIED_RUNS = 20;
const LEVEL = 0.95;
/** Nobody has kept up more than this, in people an hour and sampler (observed peak 120). */
const FASTEST_PACE = 150;
/** From the last swab to its result: a courier's round, the way, a plate's wait and run, and the report. */
const RESULT_TAIL_HOURS = 8;
const MOST_TUBES = 2_000_000;

/** Up to three remedies: more desks, a faster pace, more tubes. Deadlines that hold already have none; what cannot help is left out. */
export async function runRemedies(runner: Runner, variant: Variant, study: Study, options: RemedyOptions = {}): Promise<Remedy[]> {
  let runs = 0;
  const common = {
    seed: study.seed,
    replications: options.replications ?? TRIED_RUNS,
    level: options.level ?? LEVEL,
    signal: options.signal,
    onRecord: () => options.onProgress?.(++runs),
  };
  const found: Remedy[] = [];
  const add = (remedy: Remedy | null): void => {
    if (!remedy) return;
    found.push(remedy);
    options.onFound?.([...found]);
  };
  if (study.sampledWithinDeadline.probability < common.level) {
    add(await moreDesks(runner, variant, study, common));
    add(await fasterPace(runner, variant, study, common));
  }
  if (study.resultedFinish.t99 === null || study.resultedFinish.t99 > study.resultedWithinDeadline.deadlineHours)
    add(await moreTubes(runner, variant, study, common));
  return found;
}

type Common = Pick<LeastSearch, 'seed' | 'replications' | 'level' | 'signal' | 'onRecord'>;

/** What a remedy is to bring about, as the hour at which a run has it. */
type Goal = (kpis: RunKpis) => number | null;
const allSampled: Goal = (kpis) => kpis.sampledFinishHours;
const nearlyAllResulted: Goal = (kpis) => kpis.resultedT99Hours;

function met(goal: Goal, hoursBefore = 0): (record: RunRecord) => boolean {
  return ({ kpis }) => {
    const at = goal(kpis);
    return at !== null && at <= kpis.deadlineHours - hoursBefore;
  };
}

function describe(
  kind: Remedy['kind'],
  goal: Goal,
  found: LeastAmount,
  variant: Variant,
  seed: number,
  added: { desks: number; devices: number },
): Remedy {
  const { records } = found;
  const hits = records.filter(met(goal)).length;
  return {
    kind,
    deadline: goal === allSampled ? 'sampled' : 'resulted',
    amount: found.amount,
    ...added,
    probability: hits / records.length,
    interval: records.length > 1 ? wilsonInterval(hits, records.length) : null,
    goalHours: estimate(records.map(({ kpis }) => goal(kpis))).mean,
    study: summariseStudy(studySubject(variant, seed), records),
    scenario: variant.scenario,
  };
}

/** Entry devices that are missing for every site to have one. */
function missingDevices({ city, scenario }: Variant): number {
  const { settings } = resolveSettings(scenario, city);
  return Math.max(0, settings['city.sites'] - settings['devices.total']);
}

/** The variant with a device at every site: a few devices cost little, and without them the sites that register by hand decide everything. */
function equipped(variant: Variant): Variant {
  const { settings } = resolveSettings(variant.scenario, variant.city);
  return missingDevices(variant) > 0 ? withInputs(variant, { 'devices.total': settings['city.sites'] }) : variant;
}

function withDesks(variant: Variant, desks: number): Variant {
  return desks > 0 ? withChange(equipped(variant), { kind: 'desks', at: 0, desks, where: 'all' }) : variant;
}

/** Least added desks that let sampling end `hoursBefore` the deadline. */
async function leastDesks(runner: Runner, variant: Variant, common: Common, hoursBefore: number): Promise<LeastAmount | null> {
  const present = desksOnDuty(resolveSettings(variant.scenario, variant.city).settings);
  const step = Math.max(1, Math.round(present / 100));
  return findLeast(runner, {
    ...common,
    variantOf: (amount) => withDesks(variant, amount),
    meets: met(allSampled, hoursBefore),
    low: 0,
    first: Math.max(step, Math.round(present / 2)),
    most: 20 * Math.max(1, present),
    step,
  });
}

async function moreDesks(runner: Runner, variant: Variant, study: Study, common: Common): Promise<Remedy | null> {
  const found = await leastDesks(runner, variant, common, 0);
  return (
    found &&
    describe('desks', allSampled, found, withDesks(variant, found.amount), study.seed, {
      desks: found.amount,
      devices: missingDevices(variant),
    })
  );
}

/** The least pace that lets sampling end in time, with a device at every site. */
async function fasterPace(runner: Runner, variant: Variant, study: Study, common: Common): Promise<Remedy | null> {
  const { settings } = resolveSettings(variant.scenario, variant.city);
  const present = Math.floor(3600 / settings['sampling.meanSeconds']);
  if (present >= FASTEST_PACE) return null;
  const variantOf = (perHour: number): Variant => withInputs(equipped(variant), { 'sampling.meanSeconds': 3600 / perHour });
  const found = await findLeast(runner, {
    ...common,
    variantOf,
    meets: met(allSampled),
    low: present - 1,
    first: present + 16,
    most: FASTEST_PACE,
    step: 1,
  });
  return found && describe('pace', allSampled, found, variantOf(found.amount), study.seed, { desks: 0, devices: missingDevices(variant) });
}

/** The least tubes a day that bring nearly all results in time, once sampling ends early enough for the last results to follow. */
async function moreTubes(runner: Runner, variant: Variant, study: Study, common: Common): Promise<Remedy | null> {
  const { settings } = resolveSettings(variant.scenario, variant.city);
  const early =
    study.sampledFinish.p90 !== null && study.sampledFinish.p90 <= study.sampledWithinDeadline.deadlineHours - RESULT_TAIL_HOURS;
  const desks = early ? { amount: 0 } : await leastDesks(runner, variant, common, RESULT_TAIL_HOURS);
  if (!desks) return null;
  const staffed = withDesks(variant, desks.amount);
  const present = settings['lab.tubesPerDay'];
  const step = Math.max(500, Math.round(present / 20 / 500) * 500);
  const variantOf = (tubes: number): Variant => withInputs(staffed, { 'lab.tubesPerDay': tubes });
  const found = await findLeast(runner, {
    ...common,
    variantOf,
    meets: met(nearlyAllResulted),
    low: present,
    first: 4 * present,
    most: MOST_TUBES,
    step,
  });
  const devices = desks.amount > 0 ? missingDevices(variant) : 0;
  return found && describe('tubes', nearlyAllResulted, found, variantOf(found.amount), study.seed, { desks: desks.amount, devices });
}
