import { describe, expect, it } from 'vitest';
import { createAbstractCity } from '../../../src/city/index.ts';
import { compileVariant, UnknownPlaceError } from '../../../src/compile/index.ts';
import type { EngineChange } from '../../../src/engine/index.ts';
import type { Change, InputValue } from '../../../src/scenario/index.ts';
import { compileTown } from '../../builders/variant.ts';
import { DAY, HOUR, MINUTE } from '../../builders/tiny-input.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

describe('People', () => {
  it('take part by the share that is set, to the person', () => {
    expect(sum(compileTown().input.sites.people)).toBe(6000);
    expect(sum(compileTown({ 'demand.participation': 0.333 }).input.sites.people)).toBe(1998);
    expect(compileTown({ 'demand.participation': 0.333 }).participants).toBe(1998);
  });

  it('at home are served by door teams behind the sites, everybody once', () => {
    const { input, sites, participants } = compileTown({ 'doorstep.share': 0.1, 'doorstep.teams': 3 });
    expect(input.sites.count).toBe(sites.length + 1);
    expect(input.sites.doorstep[sites.length]).toBe(1);
    expect(input.sites.people[sites.length]).toBe(600);
    expect(input.sites.desks[sites.length]).toBe(3);
    expect(input.sites.registrars[sites.length]).toBe(0);
    expect(sum(input.sites.people)).toBe(6000);
    expect(participants).toBe(6000);
    expect(new Set(input.sites.key).size).toBe(input.sites.count);
  });
});

describe('Couriers', () => {
  it.each([
    [1, 4],
    [2.5, 2],
    [3, 2],
    [4, 1],
    [100, 1],
  ])('one for %d sites: every site is on exactly one tour', (per, tours) => {
    const { couriers } = compileTown({ 'courier.sitesPerCourier': per }).input;
    expect(couriers.count).toBe(tours);
    expect(Array.from(couriers.tourSites).sort((a, b) => a - b)).toEqual([0, 1, 2, 3]);
    expect(couriers.tourStart[0]).toBe(0);
    expect(couriers.tourStart[tours]).toBe(4);
    for (let k = 0; k < tours; k++) {
      expect(couriers.tourStart[k + 1]).toBeGreaterThan(couriers.tourStart[k]);
      expect(couriers.legTicks[couriers.tourStart[k]]).toBe(0);
    }
    expect(sum(couriers.legTicks)).toBe((4 - tours) * 8 * MINUTE);
  });

  it('door teams have a courier of their own', () => {
    const { couriers } = compileTown({ 'doorstep.share': 0.1, 'courier.sitesPerCourier': 4 }).input;
    expect(couriers.count).toBe(2);
    expect(Array.from(couriers.tourSites)).toEqual([0, 1, 2, 3, 4]);
    expect(Array.from(couriers.tourStart)).toEqual([0, 4, 5]);
  });

  it('their interval and limits are the settings, in ticks', () => {
    const { couriers } = compileTown({ 'courier.roundMinutes': 90, 'courier.sealHours': 3, 'courier.arriveHours': 5 }).input;
    expect([couriers.interval, couriers.sealLimit, couriers.arriveLimit]).toEqual([90 * MINUTE, 3 * HOUR, 5 * HOUR]);
  });
});

describe('Labs', () => {
  it('share the city total exactly, less the reserve for routine work', () => {
    expect(sum(compileTown({ 'lab.tubesPerDay': 1001, 'lab.count': 3 }).input.labs.tubesPerDay)).toBe(1001);
    expect(sum(compileTown({ 'lab.tubesPerDay': 1000, 'lab.count': 4, 'lab.reserveShare': 0.2 }).input.labs.tubesPerDay)).toBeCloseTo(
      800,
      9,
    );
  });

  it('borrowed from the start or later stand behind the own ones, with their way', () => {
    const now = compileTown({ 'lab.borrowedTubesPerDay': 700, 'lab.borrowedTravelMinutes': 75 });
    expect(Array.from(now.input.labs.tubesPerDay).slice(2)).toEqual([700]);
    expect(now.input.changes).toEqual([]);
    expect(now.input.labs.fromSite[2]).toBe(75 * MINUTE);
    expect(now.input.labs.fromLab[2]).toBe(75 * MINUTE);
    const later = compileTown({ 'lab.borrowedTubesPerDay': 700, 'lab.borrowedFromHours': 10 }, [
      { kind: 'borrowedLab', at: 5, readyAfterHours: 12, tubesPerDay: 30_000, travelMinutes: 40 },
    ]);
    expect(Array.from(later.input.labs.tubesPerDay).slice(2)).toEqual([0, 0]);
    expect(later.input.changes).toEqual([
      { at: 10 * HOUR, kind: 'labCapacity', lab: 2, tubesPerDay: 700 },
      { at: 17 * HOUR, kind: 'labCapacity', lab: 3, tubesPerDay: 30_000 },
    ]);
  });

  it('run, plate, waiting and reporting are the settings, in ticks', () => {
    const { labs } = compileTown({
      'lab.runHours': 5,
      'lab.plate': 46,
      'lab.waitMinutes': 20,
      'lab.reportMinutes': 10,
      'lab.routing': 'nearest',
    }).input;
    expect([labs.nominalRun, labs.plate, labs.plateWait, labs.report, labs.nearest]).toEqual([
      5 * HOUR,
      46,
      20 * MINUTE,
      10 * MINUTE,
      true,
    ]);
  });
});

describe("Settings in the engine's ticks", () => {
  it('clock, hours, mobilisation, deadline, pools, positives, horizon', () => {
    const { input } = compileTown({
      'order.clock': '20:30',
      openHours: '07:00-21:30',
      'closing.rule': 'untilEmpty',
      'mobilise.minHours': 3,
      'mobilise.maxHours': 7.5,
      'deadline.hours': 36,
      'deadline.from': 'firstOpening',
      'pool.size': 5,
      'pool.keyShare': 0.02,
      'pool.fillMinutes': 45,
      'positives.recallMinHours': 1,
      'positives.recallMaxHours': 3,
      'horizon.days': 12,
      'rounds.count': 2,
      'rounds.intervalHours': 30,
    });
    expect(input.orderClock).toBe(20.5 * HOUR);
    expect(input.hours).toEqual({ open: 7 * HOUR, close: 21.5 * HOUR, untilEmpty: true });
    expect(input.mobilise).toEqual({ min: 3 * HOUR, max: 7.5 * HOUR });
    expect(input.deadline).toEqual({ ticks: 36 * HOUR, fromFirstOpening: true });
    expect(input.pool).toMatchObject({ size: 5, keyShare: 0.02, fillTicks: 45 * MINUTE });
    expect([input.positives.recallMin, input.positives.recallMax]).toEqual([HOUR, 3 * HOUR]);
    expect(input.horizon).toBe(12 * DAY);
    expect(input.rounds).toEqual({ count: 2, interval: 30 * HOUR });
  });

  it('24 hours, 24h and 00:00-24:00 are the same hours', () => {
    for (const hours of ['24', '24h', '00:00-24:00'])
      expect(compileTown({ openHours: hours }).input.hours).toMatchObject({ open: 0, close: DAY });
  });

  it('slots are even over the day, walk-in has its largest hour in the evening', () => {
    expect(new Set(compileTown({ 'demand.mode': 'slots' }).input.demand.hourWeights).size).toBe(1);
    const weights = Array.from(compileTown().input.demand.hourWeights);
    expect(weights).toHaveLength(24);
    expect(weights.indexOf(Math.max(...weights))).toBeGreaterThanOrEqual(17);
    expect(weights.every((weight) => weight > 0)).toBe(true);
  });

  it('luck alone switches both factors off', () => {
    expect(compileTown().input.uncertainty).toEqual({ cityCv: 0.1, siteCv: 0.05 });
    expect(compileTown({ 'uncertainty.luckOnly': true }).input.uncertainty).toEqual({ cityCv: 0, siteCv: 0 });
  });
});

const compiled = (change: Change, inputs: Record<string, InputValue> = {}): readonly EngineChange[] =>
  compileTown(inputs, [change]).input.changes;

describe('Dated changes', () => {
  const all = Int32Array.of(0, 1, 2, 3);

  it('with an end become two, the second undoing the first', () => {
    expect(compiled({ kind: 'pace', at: 10, until: 20, factor: 1.3 })).toEqual([
      { at: 10 * HOUR, kind: 'pace', sites: all, factor: 1.3 },
      { at: 20 * HOUR, kind: 'pace', sites: all, factor: 1 },
    ]);
    expect(compiled({ kind: 'openHours', at: 10, until: 20, openHours: '00:00-24:00' })).toEqual([
      { at: 10 * HOUR, kind: 'hours', sites: all, open: 0, close: DAY },
      { at: 20 * HOUR, kind: 'hours', sites: all, open: 6 * HOUR, close: DAY },
    ]);
    expect(
      compiled({ kind: 'travel', at: 3, until: 4.5, factor: 2 }).map((change) => [change.at, 'factor' in change && change.factor]),
    ).toEqual([
      [3 * HOUR, 2],
      [4.5 * HOUR, 1],
    ]);
    expect(compiled({ kind: 'couriers', at: 3, until: 4, factor: 2 })).toEqual([
      { at: 3 * HOUR, kind: 'courierInterval', interval: HOUR },
      { at: 4 * HOUR, kind: 'courierInterval', interval: 2 * HOUR },
    ]);
  });

  it('desks that come until a date leave again, the same number from the same sites', () => {
    const [came, left] = compiled({ kind: 'desks', at: 5, until: 30, desks: 3 }) as Extract<EngineChange, { kind: 'desks' }>[];
    expect(sum(came.delta)).toBe(3);
    expect(Array.from(left.delta, (n, i) => n + came.delta[i])).toEqual([0, 0, 0, 0]);
    expect(left.at).toBe(30 * HOUR);
  });

  it('desks for listed sites go down the list; there is room for them', () => {
    const { input, sites } = compileTown({}, [{ kind: 'desks', at: 0, desks: 30, where: { sites: [compileTown().sites[2].id] } }]);
    const [change] = input.changes as Extract<EngineChange, { kind: 'desks' }>[];
    expect([Array.from(change.sites), Array.from(change.delta)]).toEqual([[2], [30]]);
    expect(input.sites.deskCapacity[2]).toBeGreaterThanOrEqual(input.sites.desks[2] + 30);
    expect(sites).toHaveLength(4);
  });

  it('arrivals carry their end with them; labs lose and regain what is left after the reserve', () => {
    expect(compiled({ kind: 'arrivals', at: 1, until: 3, factor: 0.5 })).toEqual([
      { at: HOUR, kind: 'arrivals', sites: all, factor: 0.5, until: 3 * HOUR },
    ]);
    expect(compiled({ kind: 'arrivals', at: 1, factor: 0 })).toEqual([
      { at: HOUR, kind: 'arrivals', sites: all, factor: 0, until: Infinity },
    ]);
    const labs = compiled(
      { kind: 'labCapacity', at: 6, until: 12, lab: 'all', factor: 0.25 },
      { 'lab.tubesPerDay': 400, 'lab.count': 2, 'lab.reserveShare': 0.5 },
    );
    expect(labs.map((change) => change.kind === 'labCapacity' && [change.at / HOUR, change.lab, change.tubesPerDay])).toEqual([
      [6, 0, 25],
      [6, 1, 25],
      [12, 0, 100],
      [12, 1, 100],
    ]);
  });

  it('are sorted by date, of one date in the order in which they are written', () => {
    const { input } = compileTown({}, [
      { kind: 'poolSize', at: 9, size: 5 },
      { kind: 'poolSize', at: 4, size: 20 },
      { kind: 'pace', at: 4, factor: 2 },
    ]);
    expect(input.changes.map((change) => [change.at / HOUR, change.kind])).toEqual([
      [4, 'poolSize'],
      [4, 'pace'],
      [9, 'poolSize'],
    ]);
  });

  it.each<[string, Change]>([
    ['changes[0].sites', { kind: 'siteClosed', at: 1, sites: ['nowhere'] }],
    ['changes[0].sites', { kind: 'pace', at: 1, factor: 2, where: { sites: ['nowhere'] } }],
    ['changes[0].where.townships', { kind: 'pace', at: 1, factor: 2, where: { townships: ['nowhere'] } }],
    ['changes[0].where.districts', { kind: 'pace', at: 1, factor: 2, where: { districts: ['nowhere'] } }],
    ['changes[0].lab', { kind: 'labCapacity', at: 1, lab: 'nowhere', factor: 0 }],
  ])('a place that the city does not have is refused by name: %s', (path, change) => {
    expect(() => compiled(change)).toThrow(UnknownPlaceError);
    expect(() => compiled(change)).toThrow(`${path}: the city has no place with the id "nowhere"`);
  });

  it('for a township or district touch its sites and no others', () => {
    const city = createAbstractCity({ population: 6000 });
    const [township] = city.townships;
    expect(compiled({ kind: 'pace', at: 1, factor: 2, where: { townships: [township.id] } })[0]).toMatchObject({ sites: all });
    expect(compiled({ kind: 'pace', at: 1, factor: 2, where: { districts: [township.districtId] } })[0]).toMatchObject({ sites: all });
  });

  it('compiling is a plain function: twice gives the same', () => {
    const { city, scenario } = {
      city: createAbstractCity({ population: 6000 }),
      scenario: {
        schema: 'pingzhan.scenario/1' as const,
        name: 'x',
        city: 'abstract',
        inputs: { 'city.population': 6000, 'city.sites': 5 },
        changes: [],
      },
    };
    expect(compileVariant(city, scenario).input).toEqual(compileVariant(city, scenario).input);
  });
});
