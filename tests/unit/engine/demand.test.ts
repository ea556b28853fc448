import { describe, expect, it } from 'vitest';
import { createRun, type ScreeningRun } from '../../../src/engine/index.ts';
import { compileTown } from '../../builders/variant.ts';
import { DAY, HOUR, MINUTE, tinyInput, type Tiny } from '../../builders/tiny-input.ts';

const BIN = 5 * MINUTE;

/** Arrivals per hour after the order, all rounds. */
function arrivalsByHour(run: ScreeningRun, hours: number): number[] {
  const { arrived, bins } = run.state.count;
  const perHour = new Array<number>(hours).fill(0);
  for (let i = 0; i < arrived.length; i++) {
    const hour = Math.floor(((i % bins) * BIN) / HOUR);
    if (hour < hours) perHour[hour] += arrived[i];
  }
  return perHour;
}

function run(tiny: Tiny, seed = 1, until?: number): ScreeningRun {
  const input = tinyInput({ desks: tiny.people.map(() => 200), swab: 1000, ...tiny });
  const made = createRun(input, seed, 0);
  made.advanceTo(until ?? input.horizon);
  return made;
}

const close = (got: number, expected: number): void => expect(Math.abs(got - expected)).toBeLessThan(4.5 * Math.sqrt(expected) + 1);

describe('Arrivals', () => {
  it('are spread over the window as its hours weigh, everybody once', () => {
    const weights = Float64Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 1 : hour < 18 ? 2 : 4));
    const made = run({ people: [40_000], windowEnd: 16 * HOUR, rest: { demand: { windowEnd: 16 * HOUR, hourWeights: weights } } });
    const got = arrivalsByHour(made, 40);
    expect(got.reduce((a, b) => a + b, 0)).toBe(40_000);
    // 08:00 to 24:00: four hours at 1, six at 2, six at 4 = 40 parts.
    [1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4].forEach((weight, hour) => close(got[hour], 1000 * weight));
    expect(got.slice(16).every((n) => n === 0)).toBe(true);
  });

  it('door teams have theirs at once, also behind a site that opens at the same instant', () => {
    const made = run({ people: [300, 300], windowEnd: 20 * HOUR, sites: { doorstep: Uint8Array.of(0, 1) } }, 1, HOUR);
    expect(made.state.site.arrived[1]).toBe(300);
    expect(made.state.site.arrived[0]).toBeLessThan(60);
  });

  it("a day's share follows its open hours: sixteen hours of day 1, eighteen of day 2", () => {
    const made = run({ people: [34_000], hours: { open: 6 * HOUR, close: DAY }, windowEnd: 40 * HOUR });
    const got = arrivalsByHour(made, 48);
    close(
      got.slice(0, 16).reduce((a, b) => a + b, 0),
      16_000,
    );
    close(
      got.slice(22, 40).reduce((a, b) => a + b, 0),
      18_000,
    );
    expect(got.slice(16, 22)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('begin with the opening of the site', () => {
    const made = run({ people: [10_000], opening: 5 * HOUR, windowEnd: 15 * HOUR });
    const got = arrivalsByHour(made, 20);
    expect(got.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    got.slice(5, 15).forEach((n) => close(n, 1000));
  });

  it('of one site are sorted and differ from site to site and from run to run', () => {
    const made = run({ people: [500, 500], windowEnd: 20 * HOUR });
    const of = (r: ScreeningRun, s: number): number[] => Array.from(r.state.person.arrival.subarray(500 * s, 500 * s + 500));
    for (const s of [0, 1]) for (let i = 1; i < 500; i++) expect(of(made, s)[i]).toBeGreaterThanOrEqual(of(made, s)[i - 1]);
    expect(of(made, 0)).not.toEqual(of(made, 1));
    expect(of(run({ people: [500, 500], windowEnd: 20 * HOUR }, 2), 0)).not.toEqual(of(made, 0));
  });

  it('held back by half for four hours come later in the window: none is lost, the rest is thicker by as much', () => {
    const made = run({
      people: [24_000],
      windowEnd: 12 * HOUR,
      changes: [{ at: 2 * HOUR, kind: 'arrivals', sites: Int32Array.of(0), factor: 0.5, until: 6 * HOUR }],
    });
    const got = arrivalsByHour(made, 24);
    expect(got.reduce((a, b) => a + b, 0)).toBe(24_000);
    got.slice(0, 2).forEach((n) => close(n, 2000));
    // 20,000 are left; four hours at a half and six at one are eight parts.
    got.slice(2, 6).forEach((n) => close(n, 1250));
    got.slice(6, 12).forEach((n) => close(n, 2500));
  });

  it('of a zone that must wait do not come at all until it may', () => {
    const made = run({
      people: [9000],
      windowEnd: 12 * HOUR,
      changes: [{ at: 0, kind: 'arrivals', sites: Int32Array.of(0), factor: 0, until: 3 * HOUR }],
    });
    const got = arrivalsByHour(made, 24);
    expect(got.slice(0, 3)).toEqual([0, 0, 0]);
    got.slice(3, 12).forEach((n) => close(n, 1000));
  });

  it('follow new hours from their date on: those who would have come in the closed hours come in the open ones', () => {
    const made = run({
      people: [10_000],
      windowEnd: 34 * HOUR,
      changes: [{ at: 6 * HOUR, kind: 'hours', sites: Int32Array.of(0), open: 8 * HOUR, close: 18 * HOUR }],
    });
    const got = arrivalsByHour(made, 48);
    expect(got.reduce((a, b) => a + b, 0)).toBe(10_000);
    expect(got.slice(10, 24).every((n) => n === 0)).toBe(true);
    const rest = 10_000 * (28 / 34);
    got.slice(6, 10).forEach((n) => close(n, rest / 14));
    got.slice(24, 34).forEach((n) => close(n, rest / 14));
  });
});

describe('The end of the demand window', () => {
  const hours = (inputs: Record<string, number | string>): number => compileTown(inputs).input.demand.windowEnd / HOUR;
  it('is 22:00 of the last day that ends by the deadline', () => {
    expect(hours({ 'deadline.hours': 48 })).toBe(38); // order at 08:00, T+48 h is 08:00 of day 3: 22:00 of day 2
    expect(hours({ 'deadline.hours': 64 })).toBe(62); // exactly midnight after day 3
    expect(hours({ 'deadline.hours': 63 })).toBe(38);
    expect(hours({ 'deadline.hours': 48, 'order.clock': '00:00' })).toBe(46);
    expect(hours({ 'deadline.hours': 24 })).toBe(14);
  });

  it('where no day ends before the deadline, is two hours before it, but an hour after the last opening at the least', () => {
    expect(hours({ 'deadline.hours': 12 })).toBe(10);
    expect(hours({ 'deadline.hours': 8 })).toBe(7);
  });

  it('is what is set where it is set, and moves with a deadline that counts from the first opening', () => {
    expect(hours({ 'demand.windowEndHours': 30 })).toBe(30);
    expect(hours({ 'deadline.hours': 60, 'deadline.from': 'firstOpening' })).toBe(62);
    expect(hours({ 'deadline.hours': 60 })).toBe(38);
  });
});
