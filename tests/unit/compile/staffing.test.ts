import { describe, expect, it } from 'vitest';
import { desksOnDuty } from '../../../src/scenario/index.ts';
import { allocateByLoad, allocateDevices, spreadDesks } from '../../../src/compile/staffing.ts';
import { compileTown } from '../../builders/variant.ts';
import { HOUR } from '../../builders/tiny-input.ts';

describe('Staff', () => {
  it('go one to every site, then each next one to the most residents per staff', () => {
    expect(Array.from(allocateByLoad([900, 400, 100], 6))).toEqual([3, 2, 1]);
    expect(Array.from(allocateByLoad([900, 400, 100], 3))).toEqual([1, 1, 1]);
    // The seventh: 900/3 = 300 against 400/2 = 200 and 100.
    expect(Array.from(allocateByLoad([900, 400, 100], 7))).toEqual([4, 2, 1]);
  });

  it('too few for all go to the largest sites; of equals the earlier one is served first', () => {
    expect(Array.from(allocateByLoad([10, 40, 30, 20], 2))).toEqual([0, 1, 1, 0]);
    expect(Array.from(allocateByLoad([50, 50, 50], 4))).toEqual([2, 1, 1]);
    expect(Array.from(allocateByLoad([5, 5], 0))).toEqual([0, 0]);
  });

  it('are never spread worse than they could be: no move of one makes the worst site better', () => {
    const people = [3482, 5100, 2200, 4010, 1999, 6100, 2750];
    const given = allocateByLoad(people, 23);
    expect(given.reduce((a, b) => a + b, 0)).toBe(23);
    const worst = Math.max(...people.map((n, i) => n / given[i]));
    const without = people.map((n, i) => (given[i] > 1 ? n / (given[i] - 1) : Infinity));
    expect(Math.min(...without)).toBeGreaterThanOrEqual(worst);
  });

  it('count as desks by their reading and shift: 746 are 746, 373, 373 or 186', () => {
    const desks = (reading: string, shifts: number): number =>
      desksOnDuty(compileTown({ 'staff.total': 746, 'staff.reading': reading, 'staff.shifts': shifts }).settings);
    expect([desks('A', 1), desks('B', 1), desks('A', 2), desks('B', 2)]).toEqual([746, 373, 373, 186]);
  });

  it('are all placed, whole, at the sites; a pair is two members on duty', () => {
    const a = compileTown({ 'staff.total': 17, 'staff.reading': 'A' }).input;
    const b = compileTown({ 'staff.total': 17, 'staff.reading': 'B' }).input;
    expect(a.sites.desks.reduce((x, y) => x + y, 0)).toBe(17);
    expect(b.sites.desks.reduce((x, y) => x + y, 0)).toBe(8);
    expect([a.staffPerDesk, b.staffPerDesk]).toEqual([1, 2]);
  });

  it('too few for the plan: only as many sites open as have a desk', () => {
    const { input, sites } = compileTown({ 'city.sites': 4, 'staff.total': 3, 'staff.reading': 'A' });
    expect(sites).toHaveLength(3);
    expect(Array.from(input.sites.desks)).toEqual([1, 1, 1]);
    expect(input.sites.people.reduce((x, y) => x + y, 0)).toBe(6000);
  });
});

describe('Entry devices', () => {
  it('300 for 310 sites: the ten smallest have none', () => {
    const people = Array.from({ length: 310 }, (_, i) => 3000 + ((i * 97) % 310));
    const devices = allocateDevices(people, new Array(310).fill(1), 300);
    const without = people.filter((_, i) => devices[i] === 0).sort((a, b) => a - b);
    expect(without).toEqual(
      people
        .slice()
        .sort((a, b) => a - b)
        .slice(0, 10),
    );
  });

  it('more than sites go where most desks share one', () => {
    expect(Array.from(allocateDevices([100, 200, 300], [1, 6, 2], 5))).toEqual([1, 3, 1]);
  });

  it('in a compiled plan the smallest site registers by hand, its helpers by the reading; the others by device', () => {
    for (const [reading, helpers] of [
      ['A', 2],
      ['B', 1],
    ] as const) {
      const { input } = compileTown({ 'staff.reading': reading, 'devices.total': 3 });
      const smallest = input.sites.people.indexOf(Math.min(...input.sites.people));
      input.sites.people.forEach((_, s) => {
        expect(input.sites.byDevice[s]).toBe(s === smallest ? 0 : 1);
        expect(input.sites.registrars[s]).toBe(s === smallest ? helpers * input.sites.desks[s] : 1);
        expect(input.sites.registrarsPerDesk[s]).toBe(s === smallest ? helpers : 0);
      });
    }
  });
});

describe('Desks that arrive or leave', () => {
  it('arrive where people per desk are most, leave where fewest would remain to each', () => {
    expect(Array.from(spreadDesks([900, 400, 100], [1, 1, 1], [0, 1, 2], 3, false))).toEqual([2, 1, 0]);
    expect(Array.from(spreadDesks([900, 400, 100], [3, 2, 1], [0, 1, 2], -2, false))).toEqual([-1, -1, 0]);
  });

  it('in turns they go down the list and begin again', () => {
    expect(Array.from(spreadDesks([1, 1, 1, 1], [1, 1, 1, 1], [3, 1], 3, true))).toEqual([2, 1]);
    expect(Array.from(spreadDesks([1, 1], [1, 0], [0, 1], -3, true))).toEqual([-1, 0]);
  });

  it('nobody is taken from a site without desks, and all may go', () => {
    expect(Array.from(spreadDesks([9, 9], [2, 1], [0, 1], -10, false))).toEqual([-2, -1]);
    expect(Array.from(spreadDesks([9, 9], [2, 1], [], 4, false))).toEqual([]);
  });
});

describe('Service times', () => {
  const meanOf = (table: Float64Array): number =>
    table.reduce((sum, x, i) => sum + (i === 0 || i === table.length - 1 ? x / 2 : x), 0) / (table.length - 1);
  it('the swab has its stated mean at full attendance and 1/0.88 of it with 12 % breaks: 52.8 an hour', () => {
    expect(meanOf(compileTown({ 'staff.breakShare': 0 }).input.sampling.table)).toBeCloseTo(60_000, 3);
    const table = compileTown({ 'staff.breakShare': 0.12 }).input.sampling.table;
    expect(HOUR / meanOf(table)).toBeCloseTo(52.8, 6);
    expect(table[0] * 0.88).toBeCloseTo(40_000, -2);
    expect(table[4096] * 0.88).toBeCloseTo(85_000, -2);
  });

  it('registration takes 12 s by device and 60 to 180 s by hand, breaks or not', () => {
    for (const share of [0, 0.12]) {
      const { registration } = compileTown({ 'staff.breakShare': share }).input;
      expect(registration.deviceTicks).toBe(12_000);
      expect([registration.handTable[0], registration.handTable[4096]]).toEqual([60_000, 180_000]);
    }
  });

  it('a door visit has its own mean', () => {
    expect(meanOf(compileTown({ 'doorstep.minutesPerVisit': 12, 'staff.breakShare': 0 }).input.sampling.visitTable)).toBeCloseTo(
      720_000,
      2,
    );
  });
});
