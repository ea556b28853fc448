import { describe, expect, it } from 'vitest';
import {
  createEmergencyRun,
  ln,
  tabulateMean,
  triangularQuantile,
  type EmergencyInput,
  type QuantileTable,
} from '../../src/engine/index.ts';
import { erlangB, erlangC, hypercube, hypercubeApproximation, leastFleet, type Hypercube } from '../../src/theory/index.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../../src/units/index.ts';
import { tinyEmergency } from '../builders/emergency-input.ts';
import './exact.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('the hypercube model', () => {
  it('two vehicles, two atoms: the balance equations solved by hand', () => {
    // Rates 1 and 2, service 4; atom 0 wants vehicle 0 first, atom 1 vehicle 1. States 00, 10, 01, 11 (vehicle 0 first):
    // 3 p00 = 4 p10 + 4 p01;  7 p10 = 1 p00 + 4 p11;  7 p01 = 2 p00 + 4 p11;  8 p11 = 3 p10 + 3 p01.
    // With p00 = 1: p10 + p01 = 3/4 and p11 = 9/32, so p10 = 17/56 and p01 = 25/56.
    const total = 1 + 3 / 4 + 9 / 32;
    const { busy, served, noneFree, approximate } = hypercube({
      rates: [1, 2],
      serviceRate: 4,
      vehicles: 2,
      preferences: [
        [0, 1],
        [1, 0],
      ],
      waiting: 'lost',
    });
    expect(approximate).toBe(false);
    expect(noneFree).toAgreeWith(9 / 32 / total);
    expect(busy[0]).toAgreeWith((17 / 56 + 9 / 32) / total);
    expect(busy[1]).toAgreeWith((25 / 56 + 9 / 32) / total);
    expect(served[0][0]).toAgreeWith((1 + 25 / 56) / total);
    expect(served[1][0]).toAgreeWith(25 / 56 / total);
  });

  const sixVehicles = (waiting: Hypercube['waiting']): Hypercube => ({
    rates: [0.3, 0.9, 0.2, 0.6],
    serviceRate: 0.5,
    vehicles: 6,
    preferences: [
      [0, 1, 2, 3, 4, 5],
      [1, 0, 3, 2, 5, 4],
      [5, 4, 3, 2, 1, 0],
      [2, 4, 0, 1, 3, 5],
    ],
    waiting,
  });

  it('whoever is wanted first, loss is Erlang B and waiting Erlang C', () => {
    expect(hypercube(sixVehicles('lost')).noneFree).toAgreeWith(erlangB(6, 4));
    expect(hypercube(sixVehicles('queue')).noneFree).toAgreeWith(erlangC(6, 4));
  });

  it('all that is served keeps the vehicles busy: their shares add up to the load that is carried', () => {
    const lost = hypercube(sixVehicles('lost'));
    expect(sum([...lost.busy])).toAgreeWith(4 * (1 - lost.noneFree));
    expect(sum([...hypercube(sixVehicles('queue')).busy])).toAgreeWith(4);
    lost.served.forEach((row) => expect(sum([...row])).toAgreeWith(1 - lost.noneFree));
  });

  it('Larson’s approximation, labelled so, stays within 0.02 of the exact busy shares', () => {
    const exact = hypercube(sixVehicles('lost'));
    const near = hypercubeApproximation(sixVehicles('lost'));
    expect(near.approximate).toBe(true);
    near.busy.forEach((share, v) => expect(Math.abs(share - exact.busy[v])).toBeLessThan(0.02));
    near.served.forEach((row, atom) => row.forEach((share, v) => expect(Math.abs(share - exact.served[atom][v])).toBeLessThan(0.03)));
  });

  it('refuses what is no model, with place and value', () => {
    expect(() => hypercube({ ...sixVehicles('queue'), serviceRate: 0.3 })).toThrow(/load/);
    expect(() => hypercube({ ...sixVehicles('lost'), preferences: [[0, 0, 1, 2, 3, 4]] })).toThrow(/preferences/);
    const thirteen = Array.from({ length: 13 }, (_, v) => v);
    expect(() => hypercube({ rates: [1], serviceRate: 1, vehicles: 13, preferences: [thirteen], waiting: 'lost' })).toThrow(/vehicles/);
  });

  it('the least fleet is the first at which Erlang’s loss is small enough', () => {
    expect(leastFleet(2, 0.01)).toBe(7);
    expect(erlangB(7, 2)).toBeLessThanOrEqual(0.01);
    expect(erlangB(6, 2)).toBeGreaterThan(0.01);
  });
});

/** 99.5 % quantile of Student's t at 19 degrees of freedom. */
const STUDENT_995 = 2.860935;
const RUNS = 20;
const HOUR = TICKS_PER_HOUR;

/** Exponential times by table; the last of 4,096 cells has the right mean and nearly the right second moment. */
const exponential = (mean: number): QuantileTable => tabulateMean((p) => mean * (p < 1 ? -ln(1 - p) : ln(4096) + 2), mean);

/** Calls of RUNS runs by vehicle, shares that wait or are lost, mean wait in hours; each with the half-width of its 99 % interval. */
function simulate(input: EmergencyInput) {
  const rows = Array.from({ length: RUNS }, (_, replication) => {
    const run = createEmergencyRun(input, 11, replication);
    run.advanceTo(Infinity);
    const { calls, missions } = run;
    const busy = new Array<number>(input.vehicles.count).fill(0);
    let [counted, none, wait] = [0, 0, 0];
    for (let i = 0; i < calls.count; i++) {
      const v = missions.vehicle[i];
      if (v >= 0) {
        const span = Math.min(input.horizon, missions.freeAt[i]) - Math.max(input.warmUp, missions.dispatchAt[i]);
        busy[v] += Math.max(0, span) / (input.horizon - input.warmUp);
      }
      if (calls.at[i] < input.warmUp) continue;
      counted++;
      if (missions.waited[i] > 0) none++;
      if (v >= 0) wait += (missions.dispatchAt[i] - calls.at[i] - input.times.handling) / HOUR;
    }
    return [none / counted, wait / counted, ...busy];
  });
  return rows[0].map((_, k) => {
    const values = rows.map((row) => row[k]);
    const mean = sum(values) / RUNS;
    const variance = sum(values.map((value) => (value - mean) ** 2)) / (RUNS - 1);
    return { mean, half: STUDENT_995 * Math.sqrt(variance / RUNS) };
  });
}

function expectCovered(estimate: { mean: number; half: number }, known: number, widest: number): void {
  expect(Math.abs(estimate.mean - known)).toBeLessThanOrEqual(estimate.half);
  expect(estimate.half).toBeLessThanOrEqual(widest * known);
}

describe('the simulated fleet, its missions one drawn time, is the queue that theory knows', () => {
  const times = (whole: QuantileTable) => ({ ...tinyEmergency().times, whole });
  const rules = (waitingRoom: number) => ({ ...tinyEmergency().rules, waitingRoom, priority: false });
  const length = { days: 400 };
  const warm = { warmUp: 10 * TICKS_PER_DAY };

  it('hypercube: the 99-percent interval of every vehicle’s busy share covers the exact one and reaches at most 3 percent to either side', () => {
    // Four stations on a line with a vehicle each; missions of two hours, 60 calls a day from six places: load 5 on 4 vehicles.
    const stations = [0, 10, 24, 40];
    const places = [1, 7, 12, 20, 31, 39];
    const callsPerDay = 60;
    const input = tinyEmergency(
      { stations, places, vehicles: [0, 1, 2, 3], callsPerDay, ...length },
      { times: times(exponential(2 * HOUR)), rules: rules(0), ...warm },
    );
    const known = hypercube({
      rates: places.map(() => callsPerDay / 24 / places.length),
      serviceRate: 0.5,
      vehicles: 4,
      preferences: places.map((at) => [0, 1, 2, 3].sort((a, b) => Math.abs(stations[a] - at) - Math.abs(stations[b] - at))),
      waiting: 'lost',
    });
    const [none, , ...busy] = simulate(input);
    expectCovered(none, known.noneFree, 0.03);
    busy.forEach((share, v) => expectCovered(share, known.busy[v], 0.03));
  });

  it('Erlang B: the share lost, whatever the distribution of missions', () => {
    const whole = tabulateMean((p) => triangularQuantile(p, 0.5 * HOUR, HOUR, 3.5 * HOUR), 1.5 * HOUR);
    const input = tinyEmergency(
      { vehicles: [0, 0, 0, 1, 1, 1], callsPerDay: 48, ...length },
      { times: times(whole), rules: rules(0), ...warm },
    );
    expectCovered(simulate(input)[0], erlangB(6, 3), 0.03);
  });

  it('Erlang C: the share that waits and the mean wait', () => {
    const input = tinyEmergency(
      { vehicles: [0, 0, 0, 1, 1], callsPerDay: 42, days: 600 },
      { times: times(exponential(2 * HOUR)), rules: rules(Infinity), ...warm },
    );
    const load = 3.5;
    const [none, wait] = simulate(input);
    expectCovered(none, erlangC(5, load), 0.05);
    expectCovered(wait, (erlangC(5, load) * 2) / (5 - load), 0.08);
  });
});
