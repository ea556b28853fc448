import { createStream, PURPOSE } from '../engine/index.ts';
import { findKnownQueue, timeMoments, type TimeDistribution } from '../theory/index.ts';
import { PARTS, partInterval } from './part-interval.ts';
import { createEpochKernel, createSiteKernel, MOST_HEAP_CUSTOMERS, type QueueEngine, type QueueKernel } from './queue-kernels.ts';
import { stationaryStart } from './queue-start.ts';
import { createDraw } from './queue-times.ts';

export interface QueuePlan {
  readonly servers: number;
  readonly arrival: TimeDistribution;
  readonly service: TimeDistribution;
  /** Customers whose waits count. */
  readonly customers: number;
  readonly seed: number;
  /** Empty: from an empty queue on, everybody counts. Stationary: the queue begins as it is in the long run, as far as that is known. */
  readonly initial: 'empty' | 'stationary';
  readonly engine: QueueEngine;
}

/** Times in the user's own unit. */
export interface QueueCheck {
  readonly simulated: {
    readonly meanWait: number;
    readonly interval99: readonly [low: number, high: number];
    readonly utilisation: number;
    /** The interval's parts: independent replications where the start has exactly the law of the steady state, else batches of one run. */
    readonly parts: 'replications' | 'batches';
    /** Customers before those who count, in all. */
    readonly warmUp: number;
  };
  readonly theory: { readonly meanWait: number; readonly utilisation: number; readonly formula: string } | null;
}

export const LEAST_CUSTOMERS = 10 * PARTS;
export const MOST_CUSTOMERS = 1_000_000_000;
/** The share of the customers that goes before, where the start is only near the steady state. */
const WARM_UP_SHARE = 0.1;

const BLOCK = 4096;
/** Ticks in a mean service: rounding to whole ticks moves a time by at most four millionths of it. */
const TICKS_PER_SERVICE = 131_072;
const LARGEST_TICKS = 2_147_483_647;
/** Bound on a site's clock, so that its counts by time of day stay small. */
const LONGEST_SITE_TICKS = 2e11;
/** Other tasks, Ctrl+C among them, get their turn after so many blocks. */
const BLOCKS_PER_TURN = 64;

/** Offered work per server. */
export function queueUtilisation({ arrival, service, servers }: Pick<QueuePlan, 'arrival' | 'service' | 'servers'>): number {
  return timeMoments(service).mean / timeMoments(arrival).mean / servers;
}

/**
 * Simulates a queue by the sites' own kernel and puts it beside the closed form, if one is known. Throws RangeError on a stationary start
 * of an overloaded queue, on too many customers for the event heap and on a service beyond about 16,000 means.
 */
export async function verifyQueue(plan: QueuePlan, signal?: AbortSignal): Promise<QueueCheck> {
  const utilisation = queueUtilisation(plan);
  if (plan.initial === 'stationary' && utilisation >= 1) throw new RangeError(`utilisation ${utilisation}: no steady state to begin in`);
  const start = plan.initial === 'stationary' ? stationaryStart(plan.arrival, plan.service, plan.servers, plan.seed) : null;
  const isReplicated = start?.isExact === true;
  const warmUp = start !== null && !isReplicated ? Math.ceil(plan.customers * WARM_UP_SHARE) : 0;
  const sums: PartSums[] = Array.from({ length: PARTS }, () => ({ waits: 0, customers: 0 }));
  const load: Load = { busy: 0, time: 0 };
  for (let replication = 0; replication < (isReplicated ? PARTS : 1); replication++) {
    const share = isReplicated ? shareOf(plan.customers, replication) : plan.customers;
    const parts = isReplicated ? [sums[replication]] : sums;
    await simulate(plan, { replication, present: start?.customers(replication) ?? 0, warmUp, counted: share, parts, load }, signal);
  }
  return { simulated: summarise(sums, load, plan.servers, isReplicated, warmUp), theory: findTheory(plan, utilisation) };
}

const shareOf = (customers: number, part: number): number =>
  Math.floor(((part + 1) * customers) / PARTS) - Math.floor((part * customers) / PARTS);

function findTheory({ arrival, service, servers }: QueuePlan, utilisation: number): QueueCheck['theory'] {
  const known = utilisation < 1 ? findKnownQueue(arrival, service, servers) : null;
  return known && { meanWait: known.measures.meanWait, utilisation: known.measures.utilisation, formula: known.formula };
}

interface PartSums {
  waits: number;
  customers: number;
}

/** Work that the counted customers brought and the time in which they came. */
interface Load {
  busy: number;
  time: number;
}

interface Stretch {
  readonly replication: number;
  /** Customers there at the start; they do not count. */
  readonly present: number;
  readonly warmUp: number;
  readonly counted: number;
  readonly parts: PartSums[];
  readonly load: Load;
}

function summarise(sums: readonly PartSums[], load: Load, servers: number, isReplicated: boolean, warmUp: number): QueueCheck['simulated'] {
  const means = sums.map(({ waits, customers }) => waits / customers);
  const meanWait = sums.reduce((sum, { waits }) => sum + waits, 0) / sums.reduce((sum, { customers }) => sum + customers, 0);
  const [low, high] = partInterval(meanWait, means);
  return {
    meanWait,
    interval99: [Math.max(0, low), high],
    utilisation: load.busy / (servers * load.time),
    parts: isReplicated ? 'replications' : 'batches',
    warmUp,
  };
}

/** How many ticks one unit of the user's time has, and how many customers the kernel takes at a time. */
function openKernel(plan: QueuePlan, total: number): { kernel: QueueKernel; block: number; ticksPerUnit: number } {
  const service = timeMoments(plan.service);
  const ticks = TICKS_PER_SERVICE / Math.max(1, Math.sqrt(service.squaredCv));
  if (plan.engine === 'epoch') return { kernel: createEpochKernel(plan.servers, BLOCK), block: BLOCK, ticksPerUnit: ticks / service.mean };
  if (total > MOST_HEAP_CUSTOMERS) throw new RangeError(`${total} customers: the event heap holds ${MOST_HEAP_CUSTOMERS}`);
  const longest = 1.5 * total * timeMoments(plan.arrival).mean;
  return {
    kernel: createSiteKernel(plan.servers, plan.engine),
    block: total,
    ticksPerUnit: Math.min(ticks / service.mean, LONGEST_SITE_TICKS / longest),
  };
}

async function simulate(plan: QueuePlan, stretch: Stretch, signal: AbortSignal | undefined): Promise<void> {
  const { replication, present, warmUp, counted, parts, load } = stretch;
  const first = present + warmUp;
  const total = first + counted;
  const { kernel, block, ticksPerUnit } = openKernel(plan, total);
  const nextGap = createDraw(plan.arrival, createStream(plan.seed, replication, 0, PURPOSE.arrival));
  const nextService = createDraw(plan.service, createStream(plan.seed, replication, 0, PURPOSE.sampling));
  const arrivals = new Float64Array(block);
  const services = new Int32Array(block);
  const waits = new Float64Array(block);
  let clock = 0;
  let shift = 0;
  for (let from = 0; from < total; from += block) {
    const count = Math.min(block, total - from);
    for (let i = 0; i < count; i++) {
      const customer = from + i;
      const gap = customer < present ? 0 : nextGap() * ticksPerUnit;
      const service = Math.round(nextService() * ticksPerUnit);
      if (service > LARGEST_TICKS) throw new RangeError('a service time beyond what the clock holds');
      clock += gap;
      arrivals[i] = Math.floor(clock);
      services[i] = service;
      if (customer >= first) {
        load.busy += service;
        load.time += gap;
      }
    }
    kernel.offer(arrivals, services, count, shift, waits);
    for (let i = Math.max(0, first - from); i < count; i++) {
      const part = parts[Math.floor(((from + i - first) * parts.length) / counted)];
      part.waits += waits[i] / ticksPerUnit;
      part.customers++;
    }
    shift = arrivals[count - 1];
    clock -= shift;
    if ((from / block) % BLOCKS_PER_TURN === BLOCKS_PER_TURN - 1) await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
  }
}
