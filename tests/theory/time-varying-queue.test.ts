import { describe, expect, test } from 'vitest';
import { finiteQueue, fluidQueue, timeVaryingQueue } from '../../src/theory/index.ts';
import { mean } from './exact.ts';

/** Transient M/M/c/K with constant rates by uniformisation: a sum of positive terms, no differential equation. */
function uniformised(arrivalRate: number, servers: number, capacity: number, initial: number, t: number): number[] {
  const rate = arrivalRate + servers;
  let now = new Array<number>(capacity + 1).fill(0);
  now[initial] = 1;
  const result = new Array<number>(capacity + 1).fill(0);
  let weight = Math.exp(-rate * t);
  for (let k = 0; k < 2000 && (k < rate * t || weight > 1e-20); k++) {
    for (let n = 0; n <= capacity; n++) result[n] += weight * now[n];
    const next = new Array<number>(capacity + 1).fill(0);
    for (let n = 0; n <= capacity; n++) {
      const up = n < capacity ? arrivalRate / rate : 0;
      const down = Math.min(n, servers) / rate;
      next[n] += now[n] * (1 - up - down);
      if (n < capacity) next[n + 1] += now[n] * up;
      if (n > 0) next[n - 1] += now[n] * down;
    }
    now = next;
    weight *= (rate * t) / (k + 1);
  }
  return result;
}

describe('M(t)/M/c(t)', () => {
  test('constant rates: the transient equals uniformisation to 1e-9, from empty and from a crowd', () => {
    for (const initial of [0, 25]) {
      const points = timeVaryingQueue(
        { arrivalRate: () => 2.7, serviceRate: 1, servers: () => 3, start: 0, initial, times: [0.5, 2, 10] },
        60,
      );
      for (const point of points) {
        const p = uniformised(2.7, 3, 60, initial, point.t);
        expect(point.meanInSystem).toAgreeWith(mean(p));
        expect(point.meanQueue).toAgreeWith(mean(p, (n) => Math.max(0, n - 3)));
        expect(point.waitProbability).toAgreeWith(mean(p, (n) => (n >= 3 ? 1 : 0)));
        expect(point.emptyProbability).toBeCloseTo(p[0], 11);
      }
    }
  });

  test('after long it is the steady state of M/M/c/K to 1e-9', () => {
    const [end] = timeVaryingQueue({ arrivalRate: () => 4, serviceRate: 1, servers: () => 5, start: 0, times: [600] }, 40);
    const steady = finiteQueue({ arrivalRate: 4, serviceRate: 1, servers: 5, capacity: 40 });
    expect(end.meanInSystem).toAgreeWith(steady.meanInSystem);
    expect(end.meanQueue).toAgreeWith(steady.meanQueue);
  });

  test('with servers for all, the mean under λ(t) = 10 + 6 sin(2t) follows the infinite-server formula to 1e-9', () => {
    const times = [0.3, 1, 2.5, 7];
    const points = timeVaryingQueue(
      { arrivalRate: (t) => 10 + 6 * Math.sin(2 * t), serviceRate: 1, servers: () => 80, start: 0, times },
      80,
    );
    for (const { t, meanInSystem, waitProbability } of points) {
      // m' = λ(t) − m, m(0) = 0
      const exact = 10 * (1 - Math.exp(-t)) + (6 / 5) * (Math.sin(2 * t) - 2 * Math.cos(2 * t) + 2 * Math.exp(-t));
      expect(meanInSystem).toAgreeWith(exact);
      expect(waitProbability).toBeLessThan(1e-9);
    }
  });

  test('a jump named beforehand equals two runs joined by uniformisation, to 1e-9', () => {
    const [point] = timeVaryingQueue(
      { arrivalRate: (t) => (t < 1 ? 6 : 0), serviceRate: 1, servers: (t) => (t < 1 ? 2 : 5), jumps: [1], start: 0, times: [1.5] },
      40,
    );
    const before = uniformised(6, 2, 40, 0, 1);
    let expected = 0;
    before.forEach((p, n) => {
      expected += p * mean(uniformised(0, 5, 40, n, 0.5));
    });
    expect(point.meanInSystem).toAgreeWith(expected);
  });

  test('a pulse shorter than any step is not missed when its jumps are named', () => {
    const [point] = timeVaryingQueue(
      { arrivalRate: (t) => (t >= 5 && t < 5.001 ? 2000 : 0), serviceRate: 1, servers: () => 30, jumps: [5, 5.001], start: 0, times: [6] },
      30,
    );
    // m' = 2000 − m during the pulse, then m' = −m
    expect(point.meanInSystem).toAgreeWith(-2000 * Math.expm1(-0.001) * Math.exp(-0.999));
  });

  test('probability neither appears nor vanishes, and the truncation is reported', () => {
    const [point] = timeVaryingQueue({ arrivalRate: () => 9, serviceRate: 1, servers: () => 2, start: 0, times: [20] }, 12);
    const steady = finiteQueue({ arrivalRate: 9, serviceRate: 1, servers: 2, capacity: 12 });
    expect(point.fullProbability).toAgreeWith(steady.lossProbability);
    expect(() => timeVaryingQueue({ arrivalRate: () => 1, serviceRate: 1, servers: () => 1, start: 0, initial: 5, times: [1] }, 4)).toThrow(
      /initial = 5/,
    );
    expect(() => timeVaryingQueue({ arrivalRate: () => 1, serviceRate: 1, servers: () => 1, start: 2, times: [1] }, 4)).toThrow(
      /times\[0\] = 1/,
    );
  });
});

describe('Fluid queue (approximate)', () => {
  test('it says so; an overloaded window builds up and drains in the time that arithmetic gives', () => {
    // 120 an hour come for 2 h to 10 servers of 10 an hour; nobody loses time on service below capacity.
    const points = fluidQueue({
      arrivalRate: (t) => (t < 2 ? 120 : 0),
      serviceRate: 10,
      servers: () => 10,
      initial: 10,
      jumps: [2],
      start: 0,
      times: [1, 2, 2.3, 2.4],
    });
    expect(points.every((point) => point.approximate)).toBe(true);
    expect(points[0].queue).toAgreeWith(20, 1e-9);
    expect(points[1].queue).toAgreeWith(40, 1e-9);
    expect(points[2].queue).toAgreeWith(10, 1e-7);
    expect(points[3].queue).toBeLessThan(1e-6);
  });

  test('it is below the exact mean queue, and close to it in deep overload', () => {
    const queue = { arrivalRate: () => 30, serviceRate: 1, servers: () => 10, start: 0, times: [4] };
    const exact = timeVaryingQueue(queue, 200)[0].meanQueue;
    const fluid = fluidQueue(queue)[0].queue;
    expect(fluid).toBeLessThanOrEqual(exact);
    expect(fluid).toAgreeWith(exact, 0.02);
  });
});
