import { createRun, serveDesks, type ScreeningInput } from '../engine/index.ts';

export type QueueEngine = 'epoch' | 'heap';

/**
 * Customers of one first-come-first-served queue go in, waits come out, in ticks. Instants are whole ticks after the queue's start, in order.
 * `offer` may be called again and again with later customers.
 */
export interface QueueKernel {
  /** Serves count customers and fills their waits. Arrivals count from an instant `shift` ticks after the last offer's, the first from the start. */
  offer(arrivals: Float64Array, services: Int32Array, count: number, shift: number, waits: Float64Array): void;
}

/** The sites' next-free-server recursion. The clock starts again at every offer, so it never grows. */
export function createEpochKernel(servers: number, block: number): QueueKernel {
  const free = new Float64Array(servers);
  const ready = new Float64Array(block);
  return {
    offer(arrivals, services, count, shift, waits) {
      for (let k = 0; k < servers; k++) free[k] = Math.max(0, free[k] - shift);
      ready.set(arrivals.subarray(0, count));
      serveDesks(free, servers, ready, services, 0, count, Infinity);
      for (let i = 0; i < count; i++) waits[i] = ready[i] - arrivals[i];
    },
  };
}

/** What the event heap can hold: one site's customers are all in memory. */
export const MOST_HEAP_CUSTOMERS = 5_000_000;

const DAY = 86_400_000;

/**
 * A whole site of the engine, open round the clock, nobody registers, with given arrivals and swabs: the door that `run` goes through.
 * Serves one offer only.
 */
export function createSiteKernel(servers: number, engine: QueueEngine): QueueKernel {
  return {
    offer(arrivals, services, count, shift, waits) {
      if (shift !== 0) throw new RangeError('a site serves one offer only');
      const input = siteInput(servers, count, arrivals[count - 1] + 1, engine);
      const run = createRun(input, 1, 0);
      const { site, home } = run.state;
      for (let i = 0; i < count; i++) home.demand[i] = (arrivals[i] + 0.5) / input.demand.windowEnd;
      home.share[0] = 1;
      home.ticks.set(services.subarray(0, count));
      site.prepared[0] = 1;
      for (const next of [site.nextKey, site.nextInfected, site.nextFalsePositive]) next[0] = Infinity;
      run.advanceTo(input.horizon);
      const { arrival, ready } = run.state.person;
      for (let i = 0; i < count; i++) waits[i] = ready[i] - arrival[i];
    },
  };
}

function siteInput(servers: number, people: number, end: number, engine: QueueEngine): ScreeningInput {
  const one = Int32Array.of(1);
  const none = Int32Array.of(0);
  const table = new Float64Array(4097);
  const horizon = 4 * end;
  return {
    engine,
    horizon,
    orderClock: 0,
    deadline: { ticks: horizon, fromFirstOpening: false },
    mobilise: { min: 0, max: 0 },
    hours: { open: 0, close: DAY, untilEmpty: false },
    demand: {
      windowEnd: end,
      hourWeights: new Float64Array(24).fill(1),
      table: { from: Float64Array.of(0), to: Float64Array.of(end), share: Float64Array.of(1) },
    },
    rounds: { count: 1, interval: horizon },
    sites: {
      count: 1,
      key: Uint32Array.of(0),
      people: Int32Array.of(people),
      desks: Int32Array.of(servers),
      deskCapacity: Int32Array.of(servers),
      registrars: none,
      registrarsPerDesk: none,
      byDevice: new Uint8Array(1),
      doorstep: new Uint8Array(1),
    },
    registration: { deviceTicks: 0, handTable: table, handMean: 0 },
    sampling: { table, mean: 0, visitTable: table },
    choice: { boards: false, refresh: DAY, threshold: 0, leave: 0, nearest: 0, near: none, nearTicks: none },
    uncertainty: { cityCv: 0, siteCv: 0 },
    pool: { size: people, keyShare: 0, fillTicks: 2 * horizon },
    couriers: {
      count: 1,
      tourStart: Int32Array.of(0, 1),
      tourSites: none,
      legTicks: none,
      interval: horizon,
      sealLimit: horizon,
      arriveLimit: horizon,
      kilometresPerTick: 0,
    },
    labs: {
      count: 1,
      tubesPerDay: Float64Array.of(96),
      plate: 1,
      nominalRun: 1,
      plateWait: 0,
      report: 0,
      nearest: true,
      fromSite: one,
      fromLab: none,
    },
    positives: { prevalence: 0, sensitivity: 1, falsePositivePools: 0, recallMin: 0, recallMax: 0 },
    staffPerDesk: 1,
    changes: [],
  };
}
