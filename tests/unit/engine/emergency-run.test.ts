import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmergencyRun, type DispatchPolicy, type EmergencyInput, type EmergencyRun } from '../../../src/engine/index.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE } from '../../../src/units/index.ts';
import { always, tinyEmergency } from '../../builders/emergency-input.ts';

const POLICIES: readonly DispatchPolicy[] = ['closest', 'district', 'redispatch', 'moveUp'];
const finish = (input: EmergencyInput, seed = 1, replication = 0): EmergencyRun => {
  const run = createEmergencyRun(input, seed, replication);
  run.advanceTo(Infinity);
  return run;
};
const minutes = (ticks: number): number => ticks / TICKS_PER_MINUTE;
const responses = ({ calls, missions }: EmergencyRun): number[] =>
  Array.from(missions.arriveAt, (arriveAt, i) => minutes(arriveAt - calls.at[i]));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('an emergency run', () => {
  it('goes through a mission step by step as worked out by hand', () => {
    // One transfer at 08:00 from the place at minute 14: order 08:01, turn-out 2, way from the station at 20 6, on scene 15,
    // hospital at 10: 4, hand-over 12, cleaning after an infectious patient 30, home to 20: 10.
    const input = tinyEmergency(
      { vehicles: [1], callsPerDay: 0, days: 1 },
      {
        transfers: {
          ...tinyEmergency().transfers,
          listedAt: Float64Array.of(8 * TICKS_PER_HOUR),
          listedPlace: Int32Array.of(2),
        },
      },
    );
    const { calls, missions } = finish(input);
    const since = (at: Float64Array): number => minutes(at[0] - calls.at[0]);
    expect(calls.count).toBe(1);
    expect(since(missions.dispatchAt)).toBe(1);
    expect(since(missions.leaveAt)).toBe(3);
    expect(since(missions.arriveAt)).toBe(9);
    expect(since(missions.leaveSceneAt)).toBe(24);
    expect(since(missions.hospitalAt)).toBe(28);
    expect(since(missions.freeAt)).toBe(70);
    expect(since(missions.backAt)).toBe(80);
    expect([missions.from[0], missions.station[0], missions.hospital[0], missions.vehicle[0]]).toEqual([1, 1, 0, 0]);
  });

  it('sends a crew on its way home from where it is, without turn-out', () => {
    // As above; a second patient at minute 8 is reported 4 minutes into the way home from 10 to 20, of which 5 are gone at the order.
    const at = 8 * TICKS_PER_HOUR;
    const input = tinyEmergency(
      { vehicles: [1], callsPerDay: 0, days: 1 },
      {
        transfers: {
          ...tinyEmergency().transfers,
          listedAt: Float64Array.of(at, at + 74 * TICKS_PER_MINUTE),
          listedPlace: Int32Array.of(2, 1),
        },
      },
    );
    const { calls, missions } = finish(input);
    expect(minutes(missions.arriveAt[1] - calls.at[1])).toBe(1 + 0.5 * 2 + 0.5 * 12);
    expect(missions.backAt[0]).toBe(missions.dispatchAt[1]);
  });

  it.each(POLICIES)('under %s serves every call exactly once, no vehicle doing two things at a time', (policy) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 5, max: 150 }),
        fc.integer({ min: 0, max: 60 }),
        (seed, callsPerDay, transfers) => {
          const base = tinyEmergency({ callsPerDay, days: 6 });
          const run = finish(
            {
              ...base,
              transfers: { ...base.transfers, perDay: transfers },
              rules: { ...base.rules, policy, compliance: Int32Array.of(0, 1, 0, 1) },
              escalation: [{ when: 'queued', level: 2, action: 'lend', vehicles: 0, delay: 0, hold: TICKS_PER_HOUR }],
            },
            seed,
          );
          const { calls, missions } = run;
          expect(run.counts()).toEqual({ free: 4, waiting: 0, transfersWaiting: 0 });
          const byVehicle: [from: number, until: number][][] = [[], [], [], []];
          for (let i = 0; i < calls.count; i++) {
            expect(missions.dispatchAt[i]).toBeGreaterThanOrEqual(calls.at[i] + TICKS_PER_MINUTE);
            expect(missions.arriveAt[i]).toBeGreaterThanOrEqual(missions.leaveAt[i]);
            expect(missions.freeAt[i]).toBeGreaterThan(missions.arriveAt[i]);
            byVehicle[missions.vehicle[i]].push([missions.dispatchAt[i], missions.freeAt[i]]);
          }
          for (const spans of byVehicle) {
            spans.sort(([a], [b]) => a - b);
            for (let k = 1; k < spans.length; k++) expect(spans[k][0]).toBeGreaterThanOrEqual(spans[k - 1][1]);
          }
        },
      ),
      { numRuns: 20, seed: 5 },
    );
  });

  it('is the same to the byte for one seed and another for the next', () => {
    const input = tinyEmergency({ callsPerDay: 60 });
    expect(finish(input, 7, 3).missions).toEqual(finish(input, 7, 3).missions);
    expect(finish(input, 7, 3).calls.at).not.toEqual(finish(input, 8, 3).calls.at);
    expect(finish(input, 7, 3).calls.at).not.toEqual(finish(input, 7, 4).calls.at);
  });

  it('gives the same calls with the same luck when a station is added', () => {
    const before = finish(tinyEmergency());
    const after = finish(tinyEmergency({ stations: [0, 20, 12], vehicles: [0, 0, 1, 1, 2] }));
    expect(after.calls).toEqual(before.calls);
  });

  it('stops and goes on at any instant without a difference', () => {
    const input = tinyEmergency({ callsPerDay: 80 });
    const whole = finish(input);
    const parts = createEmergencyRun(input, 1, 0);
    for (let at = 0; at < input.horizon; at += 7 * TICKS_PER_HOUR) parts.advanceTo(at);
    parts.advanceTo(Infinity);
    expect(parts.missions).toEqual(whole.missions);
  });

  it('alters nothing before the date of a change', () => {
    const at = 10 * TICKS_PER_DAY;
    const base = tinyEmergency({ callsPerDay: 60 });
    const plain = finish(base);
    const changed = finish({
      ...base,
      changes: [
        { at, kind: 'calls', factor: 2.5, until: Infinity },
        { at, kind: 'calls', factor: 0.5, until: at + TICKS_PER_DAY },
        { at, kind: 'travel', area: 0, factor: 1.7 },
        { at, kind: 'station', station: 1, closed: true },
        { at, kind: 'vehicle', vehicle: 0, inService: false },
      ],
    });
    const until = plain.missions.freeAt.findIndex((freeAt) => freeAt >= at);
    expect(until).toBeGreaterThan(100);
    expect(changed.calls.at.slice(0, until)).toEqual(plain.calls.at.slice(0, until));
    expect(changed.missions.freeAt.slice(0, until)).toEqual(plain.missions.freeAt.slice(0, until));
    const after = Array.from(changed.missions.vehicle.slice(until + 20));
    expect(after.filter((v) => v !== 1 && v !== -1)).toEqual([]);
  });
});

describe('calls', () => {
  const count = (input: EmergencyInput, seed: number): number => finish(input, seed).calls.count;

  it('come at the rate and in the hours that are asked for', () => {
    const hourWeights = Float64Array.from({ length: 24 }, (_, h) => (h < 6 ? 0 : h < 12 ? 3 : 1));
    const base = tinyEmergency({ callsPerDay: 40, days: 400 }, { hourWeights });
    const { calls } = finish(base);
    // Poisson: 16,000 ± 4 standard deviations of 126.
    expect(Math.abs(calls.count - 16_000)).toBeLessThan(506);
    const hours = Array.from(calls.at, (at) => Math.floor((at % TICKS_PER_DAY) / TICKS_PER_HOUR));
    expect(hours.filter((hour) => hour < 6)).toEqual([]);
    const morning = hours.filter((hour) => hour < 12).length / calls.count;
    // 18 of 30 weights: 0.6 ± 4 standard deviations of 0.0039.
    expect(Math.abs(morning - 0.6)).toBeLessThan(0.0155);
  });

  it('stand in the order of their instants', () => {
    const { at } = finish(tinyEmergency({ callsPerDay: 200 })).calls;
    expect(at.every((instant, i) => i === 0 || instant >= at[i - 1])).toBe(true);
  });

  it('grow by the factor of a change while it lasts', () => {
    const span = { at: 10 * TICKS_PER_DAY, until: 20 * TICKS_PER_DAY };
    const base = tinyEmergency({ callsPerDay: 100 });
    const inSpan = (input: EmergencyInput): number => finish(input).calls.at.filter((at) => at >= span.at && at < span.until).length;
    const doubled = inSpan({ ...base, changes: [{ kind: 'calls', factor: 2, ...span }] });
    const halved = inSpan({ ...base, changes: [{ kind: 'calls', factor: 0.5, ...span }] });
    expect(Math.abs(doubled - 2000)).toBeLessThan(180);
    expect(Math.abs(halved - 500)).toBeLessThan(90);
  });

  it('vary from replication to replication as Poisson counts do', () => {
    const counts = Array.from({ length: 100 }, (_, seed) => count(tinyEmergency({ callsPerDay: 50, days: 2 }), seed));
    const centre = mean(counts);
    const variance = mean(counts.map((n) => (n - centre) ** 2)) * (100 / 99);
    // Mean 100 ± 4; variance over mean within 4 standard errors of sqrt(2 / 99).
    expect(Math.abs(centre - 100)).toBeLessThan(4);
    expect(Math.abs(variance / centre - 1)).toBeLessThan(0.57);
  });
});

describe('what must hold between two runs with the same luck', () => {
  // Crews that are away an hour and then stand at their stations: nobody is met on the road.
  const atStations = { times: { ...tinyEmergency().times, whole: always(TICKS_PER_HOUR) } };
  it('a station nearer to a place never lengthens its response while vehicles are plenty', () => {
    const many = Array.from({ length: 24 }, (_, v) => v % 2);
    const before = finish(tinyEmergency({ vehicles: many, callsPerDay: 10 }, atStations));
    const nearer = { stations: [0, 20, 12], vehicles: [...many, 2, 2, 2, 2, 2, 2, 2, 2], callsPerDay: 10 };
    const after = finish(tinyEmergency(nearer, atStations));
    const [was, is] = [responses(before), responses(after)];
    expect(is.every((minute, i) => minute <= was[i] + 1e-9)).toBe(true);
    expect(mean(is)).toBeLessThan(mean(was));
  });

  it('slower roads lengthen every response while vehicles are plenty', () => {
    const many = Array.from({ length: 24 }, (_, v) => v % 2);
    const base = tinyEmergency({ vehicles: many, callsPerDay: 10 }, atStations);
    const slow = { ...base, travel: { ...base.travel, slowness: new Float64Array(48).fill(1.5) } };
    const [fast, slower] = [responses(finish(base)), responses(finish(slow))];
    expect(fast.every((minute, i) => slower[i] >= minute)).toBe(true);
  });

  it('more vehicles never make more calls wait', () => {
    const waiting = (vehicles: readonly number[]): number =>
      finish(tinyEmergency({ vehicles, callsPerDay: 90 })).missions.waited.reduce((sum, waited) => sum + waited, 0);
    const [four, six, ten] = [
      [0, 0, 1, 1],
      [0, 0, 0, 1, 1, 1],
      [0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
    ].map(waiting);
    expect(four).toBeGreaterThan(six);
    expect(six).toBeGreaterThan(ten);
  });

  it('urgent calls wait less with priority classes, the least urgent more', () => {
    const byClass = (priority: boolean): number[] => {
      const base = tinyEmergency({ vehicles: [0, 1, 1], callsPerDay: 70, days: 60 });
      const run = finish({ ...base, rules: { ...base.rules, priority } });
      const all = responses(run);
      return [0, 1, 2].map((severity) => mean(all.filter((_, i) => run.calls.severity[i] === severity)));
    };
    const [with_, without] = [byClass(true), byClass(false)];
    expect(with_[0]).toBeLessThan(without[0]);
    expect(with_[2]).toBeGreaterThan(without[2]);
  });

  it('the waiting room of a loss system turns away who finds nobody free', () => {
    const base = tinyEmergency({ vehicles: [0], callsPerDay: 60 });
    const { missions } = finish({ ...base, rules: { ...base.rules, waitingRoom: 0 } });
    const lost = missions.waited.filter((waited) => waited === 2).length;
    expect(lost).toBeGreaterThan(100);
    expect(missions.waited.includes(1)).toBe(false);
    expect(missions.vehicle.filter((v) => v === -1).length).toBe(lost);
  });
});
