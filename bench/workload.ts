import { exp, normalQuantile, tabulateTail, type ScreeningInput } from '../src/engine/index.ts';

/** A bench city as it stands in its file: seconds after midnight of day 1, people, servers and tubes. */
export interface Workload {
  readonly S: number;
  readonly N: number;
  readonly labs: number;
  /** Machines of each lab. */
  readonly machines: number;
  readonly plate: number;
  readonly run_s: number;
  readonly plate_wait_s: number;
  readonly pool: number;
  readonly pickup_s: number;
  /** Parameters of the lognormal service time's logarithm, in seconds. */
  readonly mu: number;
  readonly sigma: number;
  readonly bin_s: number;
  /** People, servers, lab and travel seconds of each site. */
  readonly n: readonly number[];
  readonly c: readonly number[];
  readonly lab: readonly number[];
  readonly travel: readonly number[];
  /** Start of each arrival step, and the share of people who have come by it; one share more than steps. */
  readonly edge: readonly number[];
  readonly cum: readonly number[];
}

const TICKS = 1000;
const DAY = 86_400 * TICKS;
/** Long after the last result; nothing is simulated beyond. */
const HORIZON_HOURS = 120;
/** No tube closes for want of people and no rule about old specimens counts. */
const NEVER = 1e12;

/** A workload out of its file's text. Throws RangeError with what is wrong. */
export function parseWorkload(text: string): Workload {
  const read = JSON.parse(text) as Workload;
  const scalars = ['S', 'labs', 'machines', 'plate', 'run_s', 'plate_wait_s', 'pool', 'pickup_s', 'mu', 'sigma', 'bin_s'] as const;
  for (const name of scalars) if (!Number.isFinite(read[name])) throw new RangeError(`workload: ${name} is not a number`);
  for (const name of ['n', 'c', 'lab', 'travel'] as const) {
    if (!Array.isArray(read[name]) || read[name].length !== read.S || !read[name].every((x) => Number.isFinite(x) && x >= 0))
      throw new RangeError(`workload: ${name} must hold ${read.S} numbers`);
  }
  if (!read.lab.every((lab) => Number.isInteger(lab) && lab < read.labs))
    throw new RangeError(`workload: lab must be 0 to ${read.labs - 1}`);
  if (read.cum?.length !== read.edge?.length + 1) throw new RangeError('workload: cum must hold one number more than edge');
  return read;
}

/**
 * The bench city in the model's terms: open round the clock, nobody registers, nothing uncertain, one tube a site, couriers by timetable.
 * One courier's way there and back may outlast the time between two pick-ups, so each site has as many as that takes, in turns.
 * What still differs: swab times come from a table of 4,096 cells and end at about six times the mean; instants are whole milliseconds;
 * a plate that waits for a machine goes on filling.
 */
export function benchInput(city: Workload): ScreeningInput {
  const inTurns = Math.max(1, Math.ceil((2 * Math.max(...city.travel)) / city.pickup_s));
  const couriers = city.S * inTurns;
  const mean = Math.exp(city.mu + (city.sigma * city.sigma) / 2) * TICKS;
  const table = tabulateTail((p) => TICKS * exp(city.mu + city.sigma * normalQuantile(p)), mean);
  const ticks = (seconds: readonly number[]): Float64Array => Float64Array.from(seconds, (s) => Math.round(s * TICKS));
  const fromSite = new Int32Array(city.S * city.labs).fill(DAY);
  city.lab.forEach((lab, s) => (fromSite[s * city.labs + lab] = Math.round(city.travel[s] * TICKS)));
  return {
    horizon: HORIZON_HOURS * 3600 * TICKS,
    orderClock: 0,
    deadline: { ticks: 2 * DAY, fromFirstOpening: false },
    mobilise: { min: 0, max: 0 },
    hours: { open: 0, close: DAY, untilEmpty: false },
    demand: {
      windowEnd: Math.round((city.edge.at(-1)! + city.bin_s) * TICKS),
      hourWeights: new Float64Array(24).fill(1),
      table: {
        from: ticks(city.edge),
        to: ticks(city.edge.map((edge) => edge + city.bin_s)),
        share: Float64Array.from(city.edge, (_, i) => city.cum[i + 1] - city.cum[i]),
      },
    },
    rounds: { count: 1, interval: 2 * DAY },
    sites: {
      count: city.S,
      key: Uint32Array.from({ length: city.S }, (_, s) => s),
      people: Int32Array.from(city.n),
      desks: Int32Array.from(city.c),
      deskCapacity: Int32Array.from(city.c),
      registrars: new Int32Array(city.S),
      registrarsPerDesk: new Int32Array(city.S),
      byDevice: new Uint8Array(city.S),
      doorstep: new Uint8Array(city.S),
    },
    registration: { deviceTicks: 0, handTable: table, handMean: mean },
    sampling: { table, mean, visitTable: table },
    choice: { boards: false, refresh: DAY, threshold: 0, leave: 0, nearest: 0, near: new Int32Array(0), nearTicks: new Int32Array(0) },
    uncertainty: { cityCv: 0, siteCv: 0 },
    pool: { size: city.pool, keyShare: 0, fillTicks: NEVER, perSite: true },
    couriers: {
      count: couriers,
      tourStart: Int32Array.from({ length: couriers + 1 }, (_, k) => k),
      tourSites: Int32Array.from({ length: couriers }, (_, k) => Math.floor(k / inTurns)),
      legTicks: new Int32Array(couriers),
      interval: inTurns * city.pickup_s * TICKS,
      firstAt: Float64Array.from({ length: couriers }, (_, k) => (k % inTurns) * city.pickup_s * TICKS),
      sealLimit: NEVER,
      arriveLimit: NEVER,
      kilometresPerTick: 0,
    },
    labs: {
      count: city.labs,
      tubesPerDay: new Float64Array(city.labs).fill((city.machines * city.plate * DAY) / (city.run_s * TICKS)),
      plate: city.plate,
      nominalRun: city.run_s * TICKS,
      plateWait: city.plate_wait_s * TICKS,
      report: 0,
      nearest: true,
      fromSite,
      fromLab: new Int32Array(city.labs * city.labs),
    },
    positives: { prevalence: 0, sensitivity: 1, falsePositivePools: 0, recallMin: 0, recallMax: 0 },
    staffPerDesk: 1,
    forgetsServed: true,
    changes: [],
  };
}

/** The bench city as the C yardstick reads it: blank-separated numbers, seconds. */
export function yardstickText(city: Workload): string {
  const head = [city.S, city.labs, city.machines, city.plate, city.run_s, city.plate_wait_s, city.pool, city.pickup_s, city.mu, city.sigma];
  const sites = city.n.map((people, s) => `${people} ${city.c[s]} ${city.lab[s]} ${city.travel[s]}`);
  const steps = city.edge.map((edge, i) => `${edge} ${edge + city.bin_s} ${city.cum[i]} ${city.cum[i + 1]}`);
  return `${head.join(' ')} ${city.edge.length}\n${sites.join('\n')}\n${steps.join('\n')}\n`;
}
