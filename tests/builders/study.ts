import { Delaunay } from 'd3';
import type { CityPack, PlannedSite } from '../../src/city/index.ts';
import type { Band, Study, TypicalRun } from '../../src/results/index.ts';
import type { LngLat } from '../../src/units/index.ts';

/** Small seeded generator for builders only (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const both = (zh: string, en: string) => ({ zh, en });
const WEST = 114.55;
const SOUTH = 30.05;

/** A made-up city of two districts and twelve townships around a lake; positions are schematic like everywhere. */
export function fixtureCity(residents = 1_000_000): CityPack {
  const random = seeded(7);
  const points = Array.from({ length: 12 }, (_, index): [number, number] => [
    WEST + 0.06 + (index % 4) * 0.11 + random() * 0.04,
    SOUTH + 0.05 + Math.floor(index / 4) * 0.11 + random() * 0.04,
  ]);
  const cells = Delaunay.from(points).voronoi([WEST, SOUTH, WEST + 0.46, SOUTH + 0.34]);
  const outline = (ring: number[][]) => ({ type: 'Polygon' as const, coordinates: [ring] });
  const box = (west: number, east: number) =>
    outline([[west, SOUTH], [east, SOUTH], [east, SOUTH + 0.34], [west, SOUTH + 0.34], [west, SOUTH]]);
  const weights = points.map((_, index) => (index === 5 ? 6 : index === 6 ? 4 : 0.6 + random()));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const townships = points.map((point, index) => ({
    id: `t${index + 1}`,
    name: both(`${'东南西北中上下前后左右新'[index]}山镇`, `Hill Town ${index + 1}`),
    source: 'made',
    districtId: point[0] < WEST + 0.23 ? 'd1' : 'd2',
    setting: index === 5 || index === 6 ? ('urban-core' as const) : ('town' as const),
    at: point as LngLat,
    residents: Math.round((residents * weights[index]) / whole),
    outline: outline(cells.cellPolygon(index)),
  }));
  const villages = townships.flatMap((township) =>
    Array.from({ length: 8 }, (_, index) => ({
      id: `${township.id}v${index + 1}`,
      name: both(`${township.name.zh}${index + 1}村`, `${township.name.en} village ${index + 1}`),
      source: 'made',
      townshipId: township.id,
      at: [township.at[0] + (random() - 0.5) * 0.05, township.at[1] + (random() - 0.5) * 0.05] as LngLat,
      residents: Math.round(township.residents / 8),
      initials: 'c',
    })),
  );
  const labs = [5, 6, 0, 11].map((town, index) => ({
    id: `l${index + 1}`,
    name: both(`第${index + 1}检测实验室`, `Laboratory ${index + 1}`),
    source: 'made',
    at: [townships[town].at[0] + 0.01, townships[town].at[1] + 0.012] as LngLat,
    villageId: `${townships[town].id}v1`,
    tubesPerDay: 5000,
  }));
  return {
    schema: 'pingzhan.city/1',
    id: 'fixture',
    name: both('样例市', 'Sample City'),
    country: both('中国', 'China'),
    order: { clock: '08:00' },
    sources: [{ id: 'made', tag: 'assumed', title: both('样例', 'Sample'), origin: both('测试用样例', 'made for tests'), licence: 'MIT', date: '2026' }],
    defaults: {},
    places: { townships: 'schematic', villages: 'schematic', sites: 'schematic', labs: 'schematic', stations: 'schematic', hospitals: 'schematic', clinics: 'schematic', water: 'schematic', roads: 'schematic' },
    districts: [
      { id: 'd1', name: both('西区', 'West District'), source: 'made', residents: 0, outline: box(WEST, WEST + 0.23) },
      { id: 'd2', name: both('东区', 'East District'), source: 'made', residents: 0, outline: box(WEST + 0.23, WEST + 0.46) },
    ],
    townships,
    villages,
    labs,
    stations: [],
    hospitals: [],
    clinics: [],
    water: [{ kind: 'lake', name: both('中湖', 'Mid Lake'), source: 'made', outline: outline([[WEST + 0.1, SOUTH + 0.1], [WEST + 0.2, SOUTH + 0.12], [WEST + 0.22, SOUTH + 0.2], [WEST + 0.12, SOUTH + 0.22], [WEST + 0.1, SOUTH + 0.1]]) }],
    roads: [],
    travel: { villageMinutes: '', villageToLab: '', source: 'made' },
  };
}

/** Sites spread over a city's villages by residents. */
export function fixtureSites(city: CityPack, count: number, seed = 11): PlannedSite[] {
  const random = seeded(seed);
  const villages = city.villages;
  const whole = villages.reduce((sum, village) => sum + village.residents, 0);
  const cumulative: number[] = [];
  villages.reduce((sum, village) => (cumulative.push(sum + village.residents), sum + village.residents), 0);
  const weights = Array.from({ length: count }, () => 0.75 + 0.5 * random());
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, index) => {
    const target = ((index + 0.5) / count) * whole;
    const village = villages[Math.max(0, cumulative.findIndex((sum) => sum >= target))];
    const residents = Math.round((whole * weight) / weightSum);
    return {
      id: `s${index + 1}`,
      key: index + 1,
      name: both(`${village.name.zh} ${index + 1} 号点`, `${village.name.en} site ${index + 1}`),
      townshipId: village.townshipId,
      villageId: village.id,
      at: [village.at[0] + (random() - 0.5) * 0.012, village.at[1] + (random() - 0.5) * 0.012],
      residents,
      serves: [{ villageId: village.id, residents }],
    };
  });
}

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
  for (let step = 0; step < steps; step++) if (isOpen(step * STEP, opening) && step * STEP < windowEnd) weight += PULSE[Math.floor(step * STEP + 8) % 24];
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
  for (let step = 18; step < delivered.length; step++) resulted[step] = Math.min(delivered[step - 18], resulted[step - 1] + tubesPerHour * STEP * perTube);
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
  const at = (share: number) => Float64Array.from({ length: steps }, (_, step) => runs.map((run) => run[name][step]).sort((a, b) => a - b)[Math.round(share * (runs.length - 1))]);
  const mean = Float64Array.from({ length: steps }, (_, step) => runs.reduce((sum, run) => sum + run[name][step], 0) / runs.length);
  return { mean, p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

/** A study from simple fluid curves: right in shape, order of size and consistency, not in health. Seeded. */
export function studyFixture(options: FixtureOptions = {}): StudyFixture {
  const { siteCount = 120, perHour = 60, desks: deskTotal = 373, tubesPerDay = 20_000, replications = 100, deadlineHours = 48, horizonHours = 180, seed = 3 } = options;
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
    const total = (name: 'arrived' | 'sampled') => Float64Array.from({ length: steps }, (_, step) => perSite.reduce((sum, site) => sum + site[name][step], 0));
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
  return { city, sites, facts: { desks, byDevice }, study: buildStudy(), typical: buildTypical(), sampledFinishes: finishes, windowEndHours: windowEnd };

  function buildStudy(): Study {
    const bands = { arrived: bandOf(runs, 'arrived'), sampled: bandOf(runs, 'sampled'), delivered: bandOf(runs, 'delivered'), resulted: bandOf(runs, 'resulted') };
    const step = Math.min(steps - 1, Math.round(deadlineHours / STEP));
    const estimate = (name: 'sampled' | 'resulted') => {
      const hours = runs.map((run) => reached(run[name], people)).filter(Number.isFinite).sort((a, b) => a - b);
      const mean = hours.length > 0 ? hours.reduce((sum, hour) => sum + hour, 0) / hours.length : null;
      const pick = (share: number) => hours[Math.round(share * (hours.length - 1))] ?? null;
      return { mean, interval: mean === null ? null : ([mean - 0.6, mean + 0.6] as const), p10: pick(0.1), p50: pick(0.5), p90: pick(0.9), t99: reached(middle[name], people * 0.99) };
    };
    const verdict = (name: 'sampled' | 'resulted') => {
      const missing = Math.max(0, people - bands[name].mean[step]);
      return { probability: missing < 1 ? 1 : 0, interval: missing < 1 ? ([0.963, 1] as const) : ([0, 0.037] as const), deadlineHours, missing };
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
      sampledFinish: estimate('sampled'),
      resultedFinish: estimate('resulted'),
      wait: { mean: 95, p90: 240, max: 410, over60Share: 0.62 },
      means: { tubes: 117_650, plates: 1300, swabs: people, staffHours: 40_000, vehicleKilometres: 21_000, sealedLateTubes: 12, atLabLateTubes: 3, oldSpecimens: 400_000, recalledPeople: 190, sitesUnfinishedAtDeadline: 80, labBacklogPeakTubes: 41_000, labUtilisation: 0.99 },
      hours: Float64Array.from({ length: steps }, (_, index) => index * STEP),
      bands,
      sites: {
        finishMean: perSite((site) => reached(middle.perSite[site].sampled, sites[site].residents)),
        finishP90: perSite((site) => reached(runs[1].perSite[site].sampled, sites[site].residents)),
        waitMean: perSite((site) => 30 + (90 * sites[site].residents) / desks[site] / 3000),
        unsampledAtDeadline: perSite((site) => Math.max(0, sites[site].residents - middle.perSite[site].sampled[step])),
        utilisation: perSite(() => 0.93),
        onTimeShare: perSite((site) => runs.filter((run) => reached(run.perSite[site].sampled, sites[site].residents) <= deadlineHours).length / runs.length),
      },
      labs: { tubes: Float64Array.from(city.labs, () => people / 9.3 / city.labs.length), utilisation: Float64Array.from(city.labs, () => 0.97), backlogPeak: Float64Array.from(city.labs, () => 5200), lastResult: Float64Array.from(city.labs, () => reached(middle.resulted, people)) },
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
    const labGrid = (read: (step: number) => number) => Int32Array.from({ length: labs * steps }, (_, cell) => Math.max(0, Math.round(read(cell % steps))));
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
      sitePeakQueue: Int32Array.from(sites, (_, site) => siteQueue.subarray(site * steps, (site + 1) * steps).reduce((most, value) => Math.max(most, value), 0)),
      siteTubesWaiting,
      labBacklog: labGrid(backlog),
      labLinesBusy: labGrid((step) => (backlog(step) > 20 ? lines : 0)),
      labLines: labGrid(() => lines),
      carriedTubes: Int32Array.from({ length: steps }, (_, step) => Math.round((middle.sampled[step] - middle.delivered[step]) / 9.3)),
      rounds: { startHours: new Float64Array(0), atLabHours: new Float64Array(0), courier: new Int32Array(0), lab: new Int32Array(0), tubes: new Int32Array(0) },
      recalled: new Int32Array(steps),
      reswabbed: new Int32Array(steps),
      lastPercent: new Int32Array(count),
    };
  }
}
