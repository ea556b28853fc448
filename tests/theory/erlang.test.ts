import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erlangB, erlangC, markovianQueue, markovianWaitQuantile, markovianWaitTail } from '../../src/theory/index.ts';
import { ratio } from './exact.ts';

/** a = top/bottom erlangs, by direct summation of a^k/k! in whole numbers: no recursion in common with the source. */
function exactErlang(servers: number, top: number, bottom: number): { b: number; c: number } {
  // term_k = (top^k · bottom^(c−k) · c!)/k!, whole numbers all
  let term = 1n;
  for (let k = 1; k <= servers; k++) term *= BigInt(bottom) * BigInt(k);
  let sum = term;
  for (let k = 1; k <= servers; k++) {
    term = (term * BigInt(top)) / (BigInt(bottom) * BigInt(k));
    sum += term;
  }
  // C = term·c/(c − a) / (sum − term + term·c/(c − a)), c − a = (c·bottom − top)/bottom
  const spare = BigInt(servers * bottom - top);
  const lifted = term * BigInt(servers * bottom);
  return { b: ratio(term, sum), c: ratio(lifted, (sum - term) * spare + lifted) };
}

const ERLANG: readonly [number, number, number, number][] = [
  [500, 498, 0.032449710670336876, 0.8934413394040314],
  [5000, 4990, 0.009974419855024261, 0.8343673126352963],
  [10000, 9900, 0.0028581267388565865, 0.22277692886414824],
  [10000, 9990, 0.007317186887268939, 0.8805417113739897],
  [10000, 9999, 0.00787367750611536, 0.9875562524344859],
];

const call = (servers: number, load: number, handle: number) => ({ arrivalRate: load / handle, serviceRate: 1 / handle, servers });

describe('Erlang B and C against published values', () => {
  test('Erlang B equals the Erlang Library for Excel (ErlbBlockage) in every printed digit', () => {
    expect(erlangB(3, 10.4)).toShowAs('0.7411421');
  });

  test('Erlang B equals the values of a public workforce-planning test suite to 1e-12, down to 1e-238', () => {
    expect(erlangB(1, 5)).toAgreeWith(0.8333333333333334, 1e-12);
    expect(erlangB(10, 20)).toAgreeWith(0.5379631686320729, 1e-12);
    expect(erlangB(10, 5)).toAgreeWith(0.018384570336648136, 1e-12);
    expect(erlangB(190, 200)).toAgreeWith(0.08869684386923561, 1e-12);
    expect(erlangB(200, 5)).toAgreeWith(5.31667137954674e-238, 1e-12);
    expect(erlangB(1000, 500)).toAgreeWith(1.6524151277513355e-86, 1e-12);
  });

  // These pages come from a spreadsheet that is right to 1e-7; where its last digits differ, exact fractions (below) side with us.
  test('Erlang C equals ErlcFractionDelayed and ErlcNwaiting to 1e-7 and the printed digits', () => {
    expect(erlangC(11, 10.1)).toAgreeWith(0.71095477, 1e-7);
    expect(markovianQueue(call(10, 8, 1)).meanQueue).toShowAs('1.63672');
    expect(markovianQueue(call(10, 9, 1)).meanQueue).toShowAs('6.01858');
  });

  test.each([
    [100, [95, 1], 300, 30.387409],
    [13, [43, 4], 120.5, 22.270206],
    [20, [40, 3], 240, 2.243505841],
    [20, [50, 3], 300, 30.4312286],
  ] as const)(
    '%i servers: the mean wait equals ErlcWait or ErlcWait4 to 1e-7 and exact fractions to 1e-12',
    (servers, [top, bottom], handle, printed) => {
      const { meanWait } = markovianQueue(call(servers, top / bottom, handle));
      expect(meanWait).toAgreeWith(printed, 1e-7);
      expect(meanWait).toAgreeWith((exactErlang(servers, top, bottom).c * handle) / (servers - top / bottom), 1e-12);
    },
  );

  test('the wait distribution of M/M/c equals ErlcFractionOk in every printed digit', () => {
    expect(1 - markovianWaitTail(call(100, 97.5, 180), 15)).toShowAs('0.411537');
    expect(1 - markovianWaitTail(call(100, 97.5, 180), 50)).toShowAs('0.638087');
  });

  test('waits of 5 s and 60 s are met at the traffic that ErlcTrafFromWait prints', () => {
    for (const [traffic, wait] of [
      [14.089485, 5],
      [17.600246, 60],
    ]) {
      expect(markovianQueue(call(20, traffic - 5e-7, 300)).meanWait).toBeLessThanOrEqual(wait);
      expect(markovianQueue(call(20, traffic + 5e-7, 300)).meanWait).toBeGreaterThanOrEqual(wait);
    }
  });
});

describe('Erlang B and C against direct summation in whole numbers', () => {
  test.each([
    [1, 1, 2],
    [7, 13, 2],
    [11, 101, 10],
    [50, 45, 1],
    [373, 372, 1],
    [746, 7455, 10],
    [2000, 1999, 1],
    [6000, 59994, 10],
  ])('%i servers, %i/%i erlangs: both agree to 1e-12', (servers, top, bottom) => {
    const exact = exactErlang(servers, top, bottom);
    expect(erlangB(servers, top / bottom)).toAgreeWith(exact.b, 1e-12);
    expect(erlangC(servers, top / bottom)).toAgreeWith(exact.c, 1e-11);
  });
});

// B = a^c e^(−a)/Γ(c + 1, a) by the incomplete gamma function of another library, 30 digits.
test.each(ERLANG)('%i servers, %d erlangs: Erlang B and C agree with the incomplete gamma function to 1e-12', (servers, load, b, c) => {
  expect(erlangB(servers, load)).toAgreeWith(b, 1e-12);
  expect(erlangC(servers, load)).toAgreeWith(c, 1e-12);
});

describe('Laws of M/M/c', () => {
  const queues = fc.record({
    arrivalRate: fc.double({ min: 0.01, max: 50, noNaN: true }),
    serviceRate: fc.double({ min: 0.05, max: 5, noNaN: true }),
    servers: fc.integer({ min: 1, max: 400 }),
  });

  test('Little: queue = arrival rate × wait, and inside = queue + busy servers', () => {
    fc.assert(
      fc.property(queues, (queue) => {
        const m = markovianQueue(queue);
        fc.pre(m.utilisation < 1);
        expect(m.meanQueue).toAgreeWith(queue.arrivalRate * m.meanWait, 1e-12);
        expect(m.meanInSystem).toAgreeWith(m.meanQueue + m.utilisation * queue.servers, 1e-12);
      }),
      { seed: 20220401 },
    );
  });

  test('more load never shortens and one more server never lengthens the mean wait', () => {
    fc.assert(
      fc.property(queues, (queue) => {
        const wait = markovianQueue(queue).meanWait;
        expect(markovianQueue({ ...queue, arrivalRate: queue.arrivalRate * 1.01 }).meanWait).toBeGreaterThanOrEqual(wait);
        expect(markovianQueue({ ...queue, servers: queue.servers + 1 }).meanWait).toBeLessThanOrEqual(wait);
      }),
      { seed: 20220402 },
    );
  });

  test('one server is M/M/1, and blocking stays below waiting', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.9999, noNaN: true }), (rho) => {
        expect(erlangC(1, rho)).toAgreeWith(rho, 1e-12);
        expect(markovianQueue({ arrivalRate: rho, serviceRate: 1, servers: 1 }).meanWait).toAgreeWith(rho / (1 - rho), 1e-9);
        expect(erlangB(1, rho)).toBeLessThanOrEqual(erlangC(1, rho));
      }),
      { seed: 20220403 },
    );
  });

  test('many servers at fixed utilisation: the wait vanishes; at fixed (1 − ρ)√c the delay probability tends to Halfin and Whitt', () => {
    expect(markovianQueue({ arrivalRate: 0.9 * 5000, serviceRate: 1, servers: 5000 }).meanWait).toBeLessThan(1e-6);
    const beta = 1;
    const density = Math.exp(-(beta ** 2) / 2) / Math.sqrt(2 * Math.PI);
    const limit = 1 / (1 + (beta * 0.8413447460685429) / density);
    const c = 1_000_000;
    expect(Math.abs(erlangC(c, c - beta * Math.sqrt(c)) - limit)).toBeLessThan(1e-3);
  });

  test('the quantile undoes the tail', () => {
    fc.assert(
      fc.property(queues, fc.double({ min: 0, max: 0.999, noNaN: true }), (queue, probability) => {
        fc.pre(markovianQueue(queue).utilisation < 0.999);
        const wait = markovianWaitQuantile(queue, probability);
        expect(markovianWaitTail(queue, wait)).toAgreeWith(Math.min(1 - probability, markovianWaitTail(queue, 0)), 1e-9);
      }),
      { seed: 20220404 },
    );
  });

  test('overload answers Infinity, impossible arguments throw with place, value and what is allowed', () => {
    expect(markovianQueue({ arrivalRate: 3, serviceRate: 1, servers: 3 })).toMatchObject({
      meanWait: Infinity,
      meanQueue: Infinity,
      waitProbability: 1,
    });
    expect(markovianWaitTail({ arrivalRate: 4, serviceRate: 1, servers: 3 }, 1e9)).toBe(1);
    expect(markovianWaitQuantile({ arrivalRate: 4, serviceRate: 1, servers: 3 }, 0.5)).toBe(Infinity);
    expect(() => erlangB(2.5, 1)).toThrow(/servers = 2.5: allowed is a whole number/);
    expect(() => erlangC(2, -1)).toThrow(/offeredLoad = -1: allowed is/);
    expect(() => markovianQueue({ arrivalRate: 1, serviceRate: 0, servers: 1 })).toThrow(/serviceRate = 0/);
    expect(() => markovianQueue({ arrivalRate: NaN, serviceRate: 1, servers: 1 })).toThrow(RangeError);
  });
});
