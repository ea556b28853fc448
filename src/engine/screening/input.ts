import type { QuantileTable } from '../random/index.ts';

/**
 * Everything a run of the screening round depends on beside seed and replication, as plain numbers and typed arrays. Instants and
 * durations are whole ticks (1 ms) after the order; shares are 0–1; people, desks, tubes are counts. Built by compile/, never by hand.
 */
export interface ScreeningInput {
  /** How the sites are computed: by the next-free-server recursion (also when left out) or by events. The answers are the same. */
  readonly engine?: 'epoch' | 'heap';
  /** No event is simulated beyond this instant. */
  readonly horizon: number;
  /** Local time of day of the order, in ticks after midnight. */
  readonly orderClock: number;
  readonly deadline: { readonly ticks: number; readonly fromFirstOpening: boolean };
  readonly mobilise: { readonly min: number; readonly max: number };
  /** Daily opening hours in ticks after local midnight, open < close ≤ one day. */
  readonly hours: { readonly open: number; readonly close: number; readonly untilEmpty: boolean };
  readonly demand: {
    /** End of each round's window, from the round's start; people come until then. */
    readonly windowEnd: number;
    /** Relative arrivals by local hour of day, 24 weights. */
    readonly hourWeights: Float64Array;
    /** Where it is given, arrivals follow it instead of window and weights, whatever the hours; what would come before a site opens is spread over the rest. */
    readonly table?: ArrivalTable;
  };
  readonly rounds: { readonly count: number; readonly interval: number };
  readonly sites: SiteInputs;
  readonly registration: { readonly deviceTicks: number; readonly handTable: QuantileTable; readonly handMean: number };
  readonly sampling: { readonly table: QuantileTable; readonly mean: number; readonly visitTable: QuantileTable };
  readonly choice: ChoiceInputs;
  /** Coefficients of variation of the factors of sampling time of the whole city and of each site; 0 switches them off. */
  readonly uncertainty: { readonly cityCv: number; readonly siteCv: number };
  readonly pool: {
    readonly size: number;
    readonly keyShare: number;
    readonly fillTicks: number;
    /** One open tube a site, filled in the order in which swabs end, instead of one a desk. */
    readonly perSite?: boolean;
  };
  readonly couriers: CourierInputs;
  readonly labs: LabInputs;
  readonly positives: {
    readonly prevalence: number;
    readonly sensitivity: number;
    readonly falsePositivePools: number;
    readonly recallMin: number;
    readonly recallMax: number;
  };
  /** Arrival and start of the swab of those served need not stay readable: nothing hangs on them, and not writing them down saves time. */
  readonly forgetsServed?: boolean;
  /** Staff on duty at one desk: 2 for a pair, 1 for a lone sampler. */
  readonly staffPerDesk: number;
  /** Sorted by date. */
  readonly changes: readonly EngineChange[];
}

/** Arrivals of one round as given: share[i] of its people come evenly over [from[i], to[i]), ticks after the round's start, in order. */
export interface ArrivalTable {
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Relative; their sum need not be 1. */
  readonly share: Float64Array;
}

/**
 * Boards: what people do who see the waiting times of their own and the nearest sites. Off, everybody stays with the assigned site and the
 * lists are empty. With boards there is one round only.
 */
export interface ChoiceInputs {
  readonly boards: boolean;
  /** Boards are renewed at multiples of this. */
  readonly refresh: number;
  /** Gain in waiting and walking that makes a person go elsewhere; and the board's wait above which one leaves and comes back later. */
  readonly threshold: number;
  readonly leave: number;
  /** Near sites of site s: near[s × nearest … (s + 1) × nearest), −1 where there are fewer, with the way there in ticks. */
  readonly nearest: number;
  readonly near: Int32Array;
  readonly nearTicks: Int32Array;
}

export interface SiteInputs {
  readonly count: number;
  /** Fixed stream key of each site: its draws hang on this, not on its place in the list. */
  readonly key: Uint32Array;
  /** People of the site who take part in a round. */
  readonly people: Int32Array;
  readonly desks: Int32Array;
  /** Largest number of desks that any change may bring the site to. */
  readonly deskCapacity: Int32Array;
  /** Servers of the registration step at the start; 0 means that people need not register (door teams). */
  readonly registrars: Int32Array;
  /** Where registration is by hand: registrars that come with each desk; 0 where it is by device. */
  readonly registrarsPerDesk: Int32Array;
  /** 1 where registration is by entry device, 0 by hand. */
  readonly byDevice: Uint8Array;
  /** 1 for the door teams' pseudo-sites: everybody is waiting from the start and nobody stands in a queue. */
  readonly doorstep: Uint8Array;
}

export interface CourierInputs {
  readonly count: number;
  /** Stops of courier k: tourSites[tourStart[k] … tourStart[k + 1]). */
  readonly tourStart: Int32Array;
  readonly tourSites: Int32Array;
  /** Travel ticks to each stop from the stop before; 0 at the first. */
  readonly legTicks: Int32Array;
  readonly interval: number;
  /** Instant of each courier's first round, a timetable; left out, these are drawn over the first interval after mobilisation begins. */
  readonly firstAt?: Float64Array;
  readonly sealLimit: number;
  readonly arriveLimit: number;
  readonly kilometresPerTick: number;
}

export interface LabInputs {
  readonly count: number;
  /** Tubes a day at the start; 0 for a lab that a change brings later. */
  readonly tubesPerDay: Float64Array;
  readonly plate: number;
  readonly nominalRun: number;
  readonly plateWait: number;
  readonly report: number;
  readonly nearest: boolean;
  /** Travel ticks, row-major [site × labs + lab] and [lab × labs + lab]. */
  readonly fromSite: Int32Array;
  readonly fromLab: Int32Array;
}

/** A dated change. `sites` lists site indices. A change dated t alters nothing before t. */
export type EngineChange =
  | { readonly at: number; readonly kind: 'desks'; readonly sites: Int32Array; readonly delta: Int32Array }
  | { readonly at: number; readonly kind: 'closed'; readonly sites: Int32Array; readonly closed: boolean }
  | { readonly at: number; readonly kind: 'hours'; readonly sites: Int32Array; readonly open: number; readonly close: number }
  | { readonly at: number; readonly kind: 'pace'; readonly sites: Int32Array; readonly factor: number }
  /** People's arrivals at `factor` of the planned rate from `at` until `until`; those held back come later in the window. */
  | { readonly at: number; readonly kind: 'arrivals'; readonly sites: Int32Array; readonly factor: number; readonly until: number }
  | { readonly at: number; readonly kind: 'poolSize'; readonly size: number }
  | { readonly at: number; readonly kind: 'labCapacity'; readonly lab: number; readonly tubesPerDay: number }
  | { readonly at: number; readonly kind: 'travel'; readonly sites: Int32Array; readonly factor: number }
  | { readonly at: number; readonly kind: 'courierInterval'; readonly interval: number };
