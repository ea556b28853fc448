import type { CityPack, PlannedSite } from '../../src/city/index.ts';
import type { Band, Study, TypicalRun } from '../../src/results/index.ts';
import { fixtureCity, fixtureSites, seeded } from './fixture-city.ts';
import { fixtureRounds } from './rounds.ts';

export interface FixtureOptions {
  readonly city?: CityPack;
  readonly sites?: readonly PlannedSite[];
  readonly siteCount?: number;
  /** People a desk samples in an hour on duty. */
  readonly perHour?: number;
  readonly desks?: number;
  readonly tubesPerDay?: number;
  readonly replications?: number;
  readonly deadlineHours?: number;
  readonly horizonHours?: number;
  readonly seed?: number;
}

export interface StudyFixture {
  readonly city: CityPack;
  readonly sites: readonly PlannedSite[];
  readonly facts: { readonly desks: Int32Array; readonly byDevice: Uint8Array };
  readonly study: Study;
  readonly typical: TypicalRun;
  /** Finish hours of each made-up run. */
  readonly sampledFinishes: Float64Array;
  readonly windowEndHours: number;
}

const STEP = 0.25;
/** Share of the day's arrivals in each local hour: morning and evening peaks. */
const PULSE = [0, 0, 0, 0, 0, 0, 4, 7, 8, 7, 5, 4, 3, 4, 5, 5, 5, 6, 8, 10, 9, 6, 3, 1];
const isOpen = (hours: number, opening: number): boolean => hours >= opening && (hours + 8) % 24 >= 6;

/** Fluid queue of one site: people arrived, sampled and queueing at every step. */
function siteCurves(site: PlannedSite, desks: number, perHour: number, opening: number, windowEnd: number, steps: number) {
  const arrived = new Float64Array(steps);
  const sampled = new Float64Array(steps);
  let weight = 0;
  for (let step = 0; step < steps; step++)
    if (isOpen(step * STEP, opening) && step * STEP < windowEnd) weight += PULSE[Math.floor(step * STEP + 8) % 24];
  for (let step = 1; step < steps; step++) {
    const hours = (step - 1) * STEP;
    const open = isOpen(hours, opening);
    const comes = open && hours < windowEnd ? (site.residents * PULSE[Math.floor(hours + 8) % 24]) / weight : 0;
    arrived[step] = arrived[step - 1] + comes;
    sampled[step] = Math.min(arrived[step], sampled[step - 1] + (open ? desks * perHour * 0.88 * STEP : 0));
  }
  return { arrived, sampled };
}

function labCurve(delivered: Float64Array, tubesPerHour: number, perTube: number): Float64Array {
  const resulted = new Float64Array(delivered.length);
  for (let step = 18; step < delivered.length; step++)
    resulted[step] = Math.min(delivered[step - 18], resulted[step - 1] + tubesPerHour * STEP * perTube);
  return resulted;
}

const shifted = (values: Float64Array, by: number): Float64Array => values.map((_, index) => values[Math.max(0, index - by)]);
const reached = (values: Float64Array, people: number): number => {
  const step = values.findIndex((value) => value >= people - 0.5);
  return step < 0 ? Number.NaN : step * STEP;
};

interface Curves {
  readonly arrived: Float64Array;
  readonly sampled: Float64Array;
  readonly delivered: Float64Array;
  readonly resulted: Float64Array;
}

function bandOf(runs: readonly Curves[], name: keyof Curves): Band {
  const steps = runs[0][name].length;
  const at = (share: number) =>
    Float64Array.from(
      { length: steps },
      (_, step) => runs.map((run) => run[name][step]).sort((a, b) => a - b)[Math.round(share * (runs.length - 1))],
    );
  const mean = Float64Array.from({ length: steps }, (_, step) => runs.reduce((sum, run) => sum + run[name][step], 0) / runs.length);
  return { mean, p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

/** A study from simple fluid curves: right in shape, order of size and consistency, not in health. Seeded. */
export function studyFixture(options: FixtureOptions = {}): StudyFixture {
  const {
    siteCount = 120,
    perHour = 60,
    desks: deskTotal = 373,
    tubesPerDay = 20_000,
    replications = 100,
    deadlineHours = 48,
    horizonHours = 180,
    seed = 3,
  } = options;
  const city = options.city ?? fixtureCity();
  const sites = options.sites ?? fixtureSites(city, siteCount);
  const random = seeded(seed);
  const steps = Math.round(horizonHours / STEP) + 1;
  const count = sites.length;
  const windowEnd = 38;
  const desks = new Int32Array(count).fill(1);
  for (let spare = deskTotal - count; spare > 0; spare--) {
    let most = 0;
    for (let site = 1; site < count; site++) if (sites[site].residents / desks[site] > sites[most].residents / desks[most]) most = site;
    desks[most]++;
  }
  const byDevice = Uint8Array.from(sites, (_, index) => (index % 31 === 30 ? 0 : 1));
  const openings = Float64Array.from(sites, () => 4 + 2 * random());
  const paces = Float64Array.from(sites, (_, index) => perHour * (byDevice[index] ? 1 : 0.5) * (0.95 + 0.1 * random()));
  const people = sites.reduce((sum, site) => sum + site.residents, 0);
  const cityRun = (factor: number): Curves & { perSite: ReturnType<typeof siteCurves>[] } => {
    const perSite = sites.map((site, index) => siteCurves(site, desks[index], paces[index] * factor, openings[index], windowEnd, steps));
    const total = (name: 'arrived' | 'sampled') =>
      Float64Array.from({ length: steps }, (_, step) => perSite.reduce((sum, site) => sum + site[name][step], 0));
    const sampled = total('sampled');
    const delivered = shifted(sampled, 10);
    return { perSite, arrived: total('arrived'), sampled, delivered, resulted: labCurve(delivered, (tubesPerDay * factor) / 24, 9.3) };
  };
  const factors = [0.87, 0.92, 0.95, 0.98, 1, 1.02, 1.05, 1.08, 1.13];
  const runs = factors.map(cityRun);
  const middle = runs[4];
  const finishes = Float64Array.from({ length: replications }, () => {
    const run = runs[Math.min(8, Math.floor(random() * 9))];
    return reached(run.sampled, people) + (random() - 0.5);
  });
  return {
    city,
    sites,
    facts: { desks, byDevice },
    study: buildStudy(),
    typical: buildTypical(),
    sampledFinishes: finishes,
    windowEndHours: windowEnd,
  };

  function buildStudy(): Study {
    const bands = {
      arrived: bandOf(runs, 'arrived'),
      sampled: bandOf(runs, 'sampled'),
      delivered: bandOf(runs, 'delivered'),
      resulted: bandOf(runs, 'resulted'),
    };
    const step = Math.min(steps - 1, Math.round(deadlineHours / STEP));
    const estimate = (name: 'sampled' | 'resulted') => {
      const hours = runs
        .map((run) => reached(run[name], people))
        .filter(Number.isFinite)
        .sort((a, b) => a - b);
      const mean = hours.length > 0 ? hours.reduce((sum, hour) => sum + hour, 0) / hours.length : null;
      const pick = (share: number) => hours[Math.round(share * (hours.length - 1))] ?? null;
      return {
        mean,
        interval: mean === null ? null : ([mean - 0.6, mean + 0.6] as const),
        p10: pick(0.1),
        p50: pick(0.5),
        p90: pick(0.9),
        t99: reached(middle[name], people * 0.99),
      };
    };
    const verdict = (name: 'sampled' | 'resulted') => {
      const missing = Math.max(0, people - bands[name].mean[step]);
      return {
        probability: missing < 1 ? 1 : 0,
        interval: missing < 1 ? ([0.963, 1] as const) : ([0, 0.037] as const),
        deadlineHours,
        missing,
      };
    };
    const perSite = (read: (site: number) => number) => Float64Array.from(sites, (_, site) => read(site));
    return {
      engineVersion: '0.0.0',
      scenario: { name: '样例', fingerprint: '0123456789ab' },
      seed,
      replications,
      population: people,
      participants: people,
      sampledWithinDeadline: verdict('sampled'),
      resultedWithinDeadline: verdict('resulted'),
      firstResultWithinDeadline: verdict('resulted'),
      sampledFinish: estimate('sampled'),
      resultedFinish: estimate('resulted'),
      firstResultFinish: estimate('resulted'),
      runKpis: [],
      runFinishes: { sampled: Float64Array.of(95, 103, 111), resulted: Float64Array.of(145, 150, 155) },
      wait: { mean: 95, p90: 240, max: 410, over60Share: 0.62 },
      means: {
        tubes: 117_650,
        plates: 1300,
        swabs: people,
        staffHours: 40_000,
        vehicleKilometres: 21_000,
        sealedLateTubes: 12,
        atLabLateTubes: 3,
        oldSpecimens: 400_000,
        recalledPeople: 190,
        sitesUnfinishedAtDeadline: 80,
        labBacklogPeakTubes: 41_000,
        labUtilisation: 0.99,
      },
      hours: Float64Array.from({ length: steps }, (_, index) => index * STEP),
      bands,
      sites: {
        finishMean: perSite((site) => reached(middle.perSite[site].sampled, sites[site].residents)),
        finishP90: perSite((site) => reached(runs[1].perSite[site].sampled, sites[site].residents)),
        waitMean: perSite((site) => 30 + (90 * sites[site].residents) / desks[site] / 3000),
        unsampledAtDeadline: perSite((site) => Math.max(0, sites[site].residents - middle.perSite[site].sampled[step])),
        utilisation: perSite(() => 0.93),
        onTimeShare: perSite(
          (site) => runs.filter((run) => reached(run.perSite[site].sampled, sites[site].residents) <= deadlineHours).length / runs.length,
        ),
      },
      labs: {
        tubes: Float64Array.from(city.labs, () => people / 9.3 / city.labs.length),
        utilisation: Float64Array.from(city.labs, () => 0.97),
        backlogPeak: Float64Array.from(city.labs, () => 5200),
        lastResult: Float64Array.from(city.labs, () => reached(middle.resulted, people)),
      },
      typicalReplication: 4,
    };
  }

  function buildTypical(): TypicalRun {
    const siteGrid = () => new Int32Array(count * steps);
    const [siteQueue, siteSampled, siteTubesWaiting] = [siteGrid(), siteGrid(), siteGrid()];
    const siteWaitMinutes = new Float32Array(count * steps);
    const siteOpen = new Uint8Array(count * steps);
    const finish = Float64Array.from(sites, (site, index) => reached(middle.perSite[index].sampled, site.residents));
    sites.forEach((_, site) => {
      const { arrived, sampled } = middle.perSite[site];
      for (let step = 0; step < steps; step++) {
        const cell = site * steps + step;
        const open = isOpen(step * STEP, openings[site]) && !(step * STEP > finish[site]);
        siteQueue[cell] = Math.round(arrived[step] - sampled[step]);
        siteSampled[cell] = Math.round(sampled[step]);
        siteOpen[cell] = open ? 1 : 0;
        siteWaitMinutes[cell] = open ? (60 * siteQueue[cell]) / (desks[site] * paces[site] * 0.88) : 0;
        siteTubesWaiting[cell] = Math.round((sampled[step] - sampled[Math.max(0, step - 6)]) / 10);
      }
    });
    const labs = city.labs.length;
    const labGrid = (read: (step: number) => number) =>
      Int32Array.from({ length: labs * steps }, (_, cell) => Math.max(0, Math.round(read(cell % steps))));
    const backlog = (step: number) => (middle.delivered[step] - middle.resulted[step]) / 9.3 / labs;
    const lines = Math.max(1, Math.round((tubesPerDay / labs) * (4 / (24 * 94))));
    return {
      replication: 4,
      steps,
      stepMinutes: 15,
      siteQueue,
      siteSampled,
      siteWaitMinutes,
      siteOpen,
      siteOpeningHours: openings,
      siteFinishHours: finish,
      siteWaitP90Minutes: Float64Array.from(sites, (_, site) => 60 + (120 * sites[site].residents) / desks[site] / 3000),
      siteWaitOver60Share: Float64Array.from(sites, () => 0.4),
      sitePeakQueue: Int32Array.from(sites, (_, site) =>
        siteQueue.subarray(site * steps, (site + 1) * steps).reduce((most, value) => Math.max(most, value), 0),
      ),
      siteTubesWaiting,
      labBacklog: labGrid(backlog),
      labLinesBusy: labGrid((step) => (backlog(step) > 20 ? lines : 0)),
      labLines: labGrid(() => lines),
      carriedTubes: Int32Array.from({ length: steps }, (_, step) => Math.round((middle.sampled[step] - middle.delivered[step]) / 9.3)),
      rounds: fixtureRounds(count, labs),
      recalled: new Int32Array(steps),
      reswabbed: new Int32Array(steps),
      lastPercent: new Int32Array(count),
    };
  }
}
