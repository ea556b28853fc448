import type { EngineChange, QuantileTable, ScreeningInput } from '../../src/engine/index.ts';
import { compileTown } from './variant.ts';

export const SECOND = 1000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A service time that is always the same. */
export function constantTable(ticks: number): QuantileTable {
  return new Float64Array(4097).fill(ticks);
}

/** What a test by hand arithmetic sets; everything left out is switched off or has one plain value. */
export interface Tiny {
  /** People and desks of each site. */
  readonly people: readonly number[];
  readonly desks?: readonly number[];
  readonly swab?: number | QuantileTable;
  /** Every site opens at this tick. */
  readonly opening?: number;
  readonly orderClock?: number;
  readonly hours?: { readonly open: number; readonly close: number; readonly untilEmpty?: boolean };
  /** End of the demand window; 0 lets everybody come at the opening. */
  readonly windowEnd?: number;
  /** Registrars of each site and whether they are entry devices; none lets people go straight to the desks. */
  readonly registrars?: readonly number[];
  readonly byDevice?: readonly number[];
  readonly handTable?: QuantileTable;
  readonly labs?: Partial<ScreeningInput['labs']>;
  readonly couriers?: Partial<ScreeningInput['couriers']>;
  readonly pool?: Partial<ScreeningInput['pool']>;
  readonly positives?: Partial<ScreeningInput['positives']>;
  readonly sites?: Partial<ScreeningInput['sites']>;
  readonly changes?: readonly EngineChange[];
  readonly rest?: Partial<ScreeningInput>;
}

/**
 * An engine input for arithmetic by hand: the order at 08:00, sites open round the clock from the order on, everybody there at the
 * opening, one desk, 60-second swabs, no registration, no positives, one courier a site every two hours with no way to go, one lab of
 * 2,350 tubes a day (a plate of 94 in four hours needs 4.17 lines).
 */
export function tinyInput(tiny: Tiny): ScreeningInput {
  const n = tiny.people.length;
  const base = compileTown({ 'city.sites': n, 'lab.count': 1, 'staff.total': 2 * n }).input;
  const desks = tiny.desks ?? tiny.people.map(() => 1);
  const swab = tiny.swab ?? MINUTE;
  const table = typeof swab === 'number' ? constantTable(swab) : swab;
  const opening = tiny.opening ?? 0;
  return {
    ...base,
    horizon: 30 * DAY,
    orderClock: tiny.orderClock ?? 8 * HOUR,
    deadline: { ticks: 48 * HOUR, fromFirstOpening: false },
    mobilise: { min: opening, max: opening },
    hours: { open: 0, close: DAY, untilEmpty: false, ...tiny.hours },
    demand: { ...base.demand, windowEnd: tiny.windowEnd ?? 0, hourWeights: new Float64Array(24).fill(1) },
    rounds: { count: 1, interval: 48 * HOUR },
    sites: {
      ...base.sites,
      count: n,
      key: Uint32Array.from(tiny.people, (_, s) => 1000 + s),
      people: Int32Array.from(tiny.people),
      desks: Int32Array.from(desks),
      deskCapacity: Int32Array.from(desks, (d) => d + 8),
      registrars: Int32Array.from(tiny.registrars ?? tiny.people.map(() => 0)),
      registrarsPerDesk: new Int32Array(n),
      byDevice: Uint8Array.from(tiny.byDevice ?? tiny.people.map(() => 0)),
      doorstep: new Uint8Array(n),
      ...tiny.sites,
    },
    registration: { ...base.registration, deviceTicks: 12 * SECOND, handTable: tiny.handTable ?? constantTable(90 * SECOND) },
    sampling: { ...base.sampling, table, visitTable: table },
    uncertainty: { cityCv: 0, siteCv: 0 },
    pool: { size: 10, keyShare: 0, fillTicks: HOUR, ...tiny.pool },
    couriers: {
      ...base.couriers,
      count: n,
      tourStart: Int32Array.from({ length: n + 1 }, (_, k) => k),
      tourSites: Int32Array.from({ length: n }, (_, s) => s),
      legTicks: new Int32Array(n),
      interval: 2 * HOUR,
      ...tiny.couriers,
    },
    labs: {
      ...base.labs,
      count: 1,
      tubesPerDay: Float64Array.of(2350),
      plate: 94,
      nominalRun: 4 * HOUR,
      plateWait: 30 * MINUTE,
      report: 30 * MINUTE,
      nearest: false,
      fromSite: new Int32Array(n * (tiny.labs?.count ?? 1)),
      fromLab: new Int32Array((tiny.labs?.count ?? 1) ** 2),
      ...tiny.labs,
    },
    positives: { prevalence: 0, sensitivity: 1, falsePositivePools: 0, recallMin: 2 * HOUR, recallMax: 8 * HOUR, ...tiny.positives },
    changes: tiny.changes ?? [],
    ...tiny.rest,
  };
}
