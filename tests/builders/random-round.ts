import fc from 'fast-check';
import type { EngineChange, ScreeningInput } from '../../src/engine/index.ts';
import { constantTable, DAY, HOUR, MINUTE, SECOND, tinyInput } from './tiny-input.ts';

const minutes = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max }).map((n) => n * MINUTE);
const share = (max: number): fc.Arbitrary<number> => fc.constantFrom(0, 0, 0.1, 0.4).map((x) => Math.min(x, max));

const OPEN_HOURS = fc.constantFrom<readonly [number, number]>(
  [0, DAY],
  [6 * HOUR, DAY],
  [8 * HOUR, 16 * HOUR],
  [10 * HOUR, 10 * HOUR + 40 * MINUTE],
);

/** Service times in whole minutes make many things happen at one instant; spread ones do not. */
const SERVICE = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map((n) => constantTable(n * MINUTE)),
  fc.integer({ min: 5, max: 200 }).map((n) => Float64Array.from({ length: 4097 }, (_, i) => n * SECOND * (0.4 + (1.2 * i) / 4096))),
);

const SITE = fc.record({
  people: fc.integer({ min: 1, max: 150 }),
  desks: fc.integer({ min: 1, max: 5 }),
  entry: fc.constantFrom('none', 'device', 'devices', 'hand', 'doorstep'),
  near: fc.integer({ min: 0, max: 3 }),
});

function changesAt(sites: number): fc.Arbitrary<EngineChange> {
  const at = fc.oneof(minutes(0, 60 * 40), fc.integer({ min: 0, max: 40 * HOUR }));
  const which = fc
    .uniqueArray(fc.integer({ min: 0, max: sites - 1 }), { minLength: 1, maxLength: sites })
    .map((list) => Int32Array.from(list));
  return fc.oneof(
    fc.record({ at, which, delta: fc.integer({ min: -3, max: 2 }) }).map(({ at, which, delta }) => ({
      at,
      kind: 'desks' as const,
      sites: which,
      delta: Int32Array.from(which, () => delta),
    })),
    fc.record({ at, kind: fc.constant('closed' as const), sites: which, closed: fc.boolean() }),
    fc.record({ at, sites: which, hours: OPEN_HOURS }).map(({ at, sites: list, hours: [open, close] }) => ({
      at,
      kind: 'hours' as const,
      sites: list,
      open,
      close,
    })),
    fc.record({ at, kind: fc.constant('pace' as const), sites: which, factor: fc.constantFrom(0.5, 1.3, 3) }),
    fc
      .record({ at, sites: which, factor: fc.constantFrom(0, 0.5), length: minutes(10, 600) })
      .map(({ length, ...rest }) => ({ ...rest, kind: 'arrivals' as const, until: rest.at + length })),
    fc.record({ at, kind: fc.constant('poolSize' as const), size: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ at, kind: fc.constant('courierInterval' as const), interval: minutes(10, 120) }),
    fc.record({ at, kind: fc.constant('labCapacity' as const), lab: fc.constant(0), tubesPerDay: fc.constantFrom(0, 300, 2350) }),
  );
}

/** Any small round that the engine takes, without regard to what a city would do: one to four sites and everything that a site may have. */
export const randomRound: fc.Arbitrary<ScreeningInput> = fc
  .record({
    sites: fc.array(SITE, { minLength: 1, maxLength: 4 }),
    swab: SERVICE,
    hand: SERVICE,
    deviceTicks: fc.constantFrom(0, 12 * SECOND, MINUTE),
    hours: OPEN_HOURS,
    untilEmpty: fc.boolean(),
    opening: minutes(0, 300),
    windowEnd: fc.oneof(fc.constant(0), minutes(30, 60 * 40)),
    table: fc.boolean(),
    boards: fc.boolean(),
    rounds: fc.constantFrom(1, 1, 2, 3),
    interval: minutes(60, 60 * 48),
    pool: fc.record({ size: fc.integer({ min: 1, max: 10 }), keyShare: share(0.4), fillTicks: minutes(1, 60), perSite: fc.boolean() }),
    prevalence: share(0.1),
    falsePositivePools: share(0.4),
    courierMinutes: fc.integer({ min: 5, max: 120 }),
    cv: fc.constantFrom(0, 0.1),
  })
  .chain((draw) => fc.array(changesAt(draw.sites.length), { maxLength: 6 }).map((changes) => build(draw, changes)));

function build(
  draw: {
    sites: { people: number; desks: number; entry: string; near: number }[];
    swab: Float64Array;
    hand: Float64Array;
    deviceTicks: number;
    hours: readonly [number, number];
    untilEmpty: boolean;
    opening: number;
    windowEnd: number;
    table: boolean;
    boards: boolean;
    rounds: number;
    interval: number;
    pool: { size: number; keyShare: number; fillTicks: number; perSite: boolean };
    prevalence: number;
    falsePositivePools: number;
    courierMinutes: number;
    cv: number;
  },
  changes: EngineChange[],
): ScreeningInput {
  const { sites } = draw;
  const registrars: Record<string, (desks: number) => number> = {
    none: () => 0,
    device: () => 1,
    devices: () => 2,
    hand: (n) => 2 * n,
    doorstep: () => 0,
  };
  const input = tinyInput({
    people: sites.map((site) => site.people),
    desks: sites.map((site) => site.desks),
    swab: draw.swab,
    opening: draw.opening,
    hours: { open: draw.hours[0], close: draw.hours[1], untilEmpty: draw.untilEmpty },
    windowEnd: draw.windowEnd,
    registrars: sites.map((site) => registrars[site.entry](site.desks)),
    byDevice: sites.map((site) => (site.entry.startsWith('device') ? 1 : 0)),
    pool: draw.pool,
    positives: { prevalence: draw.prevalence, falsePositivePools: draw.falsePositivePools },
    couriers: { interval: draw.courierMinutes * MINUTE },
    sites: {
      registrarsPerDesk: Int32Array.from(sites, (site) => (site.entry === 'hand' ? 2 : 0)),
      doorstep: Uint8Array.from(sites, (site) => (site.entry === 'doorstep' ? 1 : 0)),
      deskCapacity: Int32Array.from(sites, (site) => site.desks + 12),
    },
    changes: changes.toSorted((a, b) => a.at - b.at),
  });
  const others = sites.length;
  return {
    ...input,
    horizon: 8 * DAY,
    mobilise: { min: draw.opening, max: draw.opening + (draw.cv > 0 ? HOUR : 0) },
    demand: { ...input.demand, ...(draw.table && draw.windowEnd > 0 ? { table: nightTable(draw.windowEnd) } : {}) },
    rounds: { count: draw.boards ? 1 : draw.rounds, interval: draw.interval },
    registration: { deviceTicks: draw.deviceTicks, handTable: draw.hand, handMean: 90 * SECOND },
    uncertainty: { cityCv: draw.cv, siteCv: draw.cv },
    choice: {
      boards: draw.boards,
      refresh: 15 * MINUTE,
      threshold: 5 * MINUTE,
      leave: 10 * MINUTE,
      nearest: draw.boards ? 1 : 0,
      near: draw.boards ? Int32Array.from(sites, (site, s) => (site.near < others && site.near !== s ? site.near : -1)) : new Int32Array(0),
      nearTicks: new Int32Array(draw.boards ? others : 0).fill(7 * MINUTE),
    },
  };
}

/** People who come whatever the hours, most of them in two short waves. */
function nightTable(windowEnd: number): NonNullable<ScreeningInput['demand']['table']> {
  const at = (x: number): number => Math.floor((windowEnd * x) / MINUTE) * MINUTE;
  return { from: Float64Array.of(0, at(0.5), at(0.6)), to: Float64Array.of(at(0.1), at(0.6), windowEnd), share: Float64Array.of(3, 2, 1) };
}
