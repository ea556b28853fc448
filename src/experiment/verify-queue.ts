import { createStream, PURPOSE } from '../engine/index.ts';
import { allenCunneen, findKnownQueue, timeMoments, type TimeDistribution } from '../theory/index.ts';
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
    /** The interval's parts: independent replications where each begins near the steady state, batches of one run from an empty queue. */
    readonly parts: 'replications' | 'batches';
    /** Customers before those who count, in all. */
    readonly warmUp: number;
    /** The queue remembers its start so long that parts of this length say little of the long run; never where the start has its exact law. */
    readonly isShort: boolean;
  };
  readonly theory: { readonly meanWait: number; readonly utilisation: number; readonly formula: string } | null;
  /** Allen–Cunneen where no exact formula is at hand. */
  readonly approximation: { readonly meanWait: number; readonly formula: 'Allen–Cunneen'; readonly approximate: true } | null;
}

export const LEAST_CUSTOMERS = 10 * PARTS;
export const MOST_CUSTOMERS = 1_000_000_000;
/** Customers that go before, beside those who count, where the start is only near the steady state. */
export const WARM_UP_SHARE = 0.25;
/** Events this rare escape a whole run with a chance of half a percent: minus the logarithm of it. */
const UNSEEN = 5.298317;
/** Memories of the queue in each part of the interval, below which a run counts as short. */
const MEMORIES_PER_PART = 4;

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
  const isReplicated = start !== null;
  const isExact = start?.isExact === true;
  const sums: PartSums[] = Array.from({ length: PARTS }, () => ({ waits: 0, customers: 0 }));
  const load: Load = { busy: 0, time: 0 };
  let warmUp = 0;
  for (let replication = 0; replication < (isReplicated ? PARTS : 1); replication++) {
    const counted = isReplicated ? shareOf(plan.customers, replication) : plan.customers;
    const before = isReplicated && !isExact ? Math.ceil(counted * WARM_UP_SHARE) : 0;
    const parts = isReplicated ? [sums[replication]] : sums;
    const present = start?.customers(replication) ?? 0;
    warmUp += before;
    await simulate(plan, { replication, present, isFresh: isExact, warmUp: before, counted, parts, load }, signal);
  }
  const { meanWait, interval99 } = summarise(sums, plan);
  const isShort = !isExact && utilisation < 1 && plan.customers < fewestCustomers(plan);
  const parts = isReplicated ? 'replications' : 'batches';
  return {
    simulated: { meanWait, interval99, utilisation: load.busy / (plan.servers * load.time), parts, warmUp, isShort },
    ...findTheory(plan, utilisation),
  };
}

/**
 * Customers from which on a run is not short: parts of four memories. The memory of M/M/1 is 1/(1 − √ρ)² customers (Cohen 1982, relaxation
 * time), near 4/(1 − ρ)²; spread of arrivals and service stretches it in heavy traffic, and a desk remembers at least one service.
 */
export function fewestCustomers(plan: Pick<QueuePlan, 'arrival' | 'service' | 'servers'>): number {
  const spread = timeMoments(plan.arrival).squaredCv + timeMoments(plan.service).squaredCv;
  const memory = plan.servers + (2 * spread) / (1 - queueUtilisation(plan)) ** 2;
  return Math.ceil(PARTS * MEMORIES_PER_PART * memory);
}

const shareOf = (customers: number, part: number): number =>
  Math.floor(((part + 1) * customers) / PARTS) - Math.floor((part * customers) / PARTS);

function findTheory({ arrival, service, servers }: QueuePlan, utilisation: number): Pick<QueueCheck, 'theory' | 'approximation'> {
  if (utilisation >= 1) return { theory: null, approximation: null };
  const known = findKnownQueue(arrival, service, servers);
  if (known) {
    const { meanWait } = known.measures;
    return { theory: { meanWait, utilisation: known.measures.utilisation, formula: known.formula }, approximation: null };
  }
  const { meanWait } = allenCunneen(arrival, service, servers);
  return { theory: null, approximation: { meanWait, formula: 'Allen–Cunneen', approximate: true } };
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
  /** Whoever is in service at the start has all of it still before him, as is right without memory; else a share drawn evenly. */
  readonly isFresh: boolean;
  readonly warmUp: number;
  readonly counted: number;
  readonly parts: PartSums[];
  readonly load: Load;
}

/** Mean and interval; where hardly anybody waited, the interval reaches up to a wait of one service too rare to be seen. */
function summarise(sums: readonly PartSums[], { service, customers }: QueuePlan): Pick<QueueCheck['simulated'], 'meanWait' | 'interval99'> {
  const means = sums.map((part) => part.waits / part.customers);
  const meanWait = sums.reduce((sum, { waits }) => sum + waits, 0) / sums.reduce((sum, part) => sum + part.customers, 0);
  const [low, high] = partInterval(meanWait, means);
  const unseen = (UNSEEN / customers) * timeMoments(service).mean;
  return { meanWait, interval99: [Math.max(0, low), Math.max(high, meanWait + unseen)] };
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
  const { replication, present, isFresh, warmUp, counted, parts, load } = stretch;
  const first = present + warmUp;
  const total = first + counted;
  const { kernel, block, ticksPerUnit } = openKernel(plan, total);
  const nextGap = createDraw(plan.arrival, createStream(plan.seed, replication, 0, PURPOSE.arrival));
  const nextService = createDraw(plan.service, createStream(plan.seed, replication, 0, PURPOSE.sampling));
  const begun = isFresh ? 0 : Math.min(present, plan.servers);
  const ages = createStream(plan.seed, replication, 1, PURPOSE.opening);
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
      const service = Math.round(nextService() * (customer < begun ? ages.nextUnit() : 1) * ticksPerUnit);
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
