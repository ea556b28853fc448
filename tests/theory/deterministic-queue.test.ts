import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createDeterministicWaitTail,
  deterministicQueue,
  deterministicWaitQuantile,
  markovianQueue,
  pollaczekKhinchine,
} from '../../src/theory/index.ts';
import { crommelinRoots } from '../../src/theory/crommelin-roots.ts';
import { byRoots, bySpitzer, leftBehindDistribution } from '../../src/theory/left-behind.ts';
import { mean, poissonRow, stationary, zeros } from './exact.ts';

/** Customers inside M/D/c seen every service time: N' = max(N − c, 0) + Poisson(load), cut at `size`, solved by elimination. */
function chain(servers: number, load: number, size: number): number[] {
  const arrivals = poissonRow(load, size);
  const rows = zeros(size);
  for (let n = 0; n < size; n++) {
    const left = Math.max(0, n - servers);
    for (let k = 0; left + k < size; k++) rows[n][left + k] += arrivals[k];
  }
  return stationary(rows);
}

describe('M/D/c', () => {
  test('one server is Pollaczek and Khinchine: mean ρ/(2(1 − ρ)), variance and delay probability, to 1e-11 up to ρ = 0.9999', () => {
    for (const rho of [0.001, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999]) {
      const d = deterministicQueue({ arrivalRate: rho, serviceTime: 1, servers: 1 });
      const pk = pollaczekKhinchine(rho, { kind: 'deterministic', value: 1 });
      expect(d.meanWait).toAgreeWith(rho / (2 * (1 - rho)), 1e-11);
      expect(d.waitVariance).toAgreeWith(pk.waitVariance, 1e-10);
      expect(d.waitProbability).toAgreeWith(rho, 1e-11);
    }
  });

  test.each([
    [2, 0.3, 60],
    [2, 0.9, 420],
    [5, 0.8, 260],
    [20, 0.7, 160],
    [60, 0.9, 320],
  ])(
    '%i servers at ρ = %f: mean queue and delay probability equal Crommelin’s equations solved by elimination, to 1e-10',
    (servers, rho, size) => {
      const p = chain(servers, rho * servers, size);
      const queue = deterministicQueue({ arrivalRate: rho * servers, serviceTime: 1, servers });
      expect(queue.meanQueue).toAgreeWith(
        mean(p, (n) => Math.max(0, n - servers)),
        1e-10,
      );
      expect(queue.waitProbability).toAgreeWith(
        mean(p, (n) => (n >= servers ? 1 : 0)),
        1e-10,
      );
      expect(queue.meanInSystem).toAgreeWith(mean(p), 1e-10);
    },
  );

  test.each([
    [3, 0.9],
    [10, 0.95],
    [100, 0.95],
    [373, 0.98],
    [1000, 0.99],
  ])('%i servers at ρ = %f: Spitzer’s sum and Crommelin’s roots, two methods with nothing in common, agree to 1e-11', (servers, rho) => {
    const sum = bySpitzer(servers, rho * servers);
    const roots = byRoots(servers, rho * servers);
    expect(roots.mean).toAgreeWith(sum.mean, 1e-11);
    expect(roots.factorialVariance).toAgreeWith(sum.factorialVariance, 1e-11);
    expect(roots.delayProbability).toAgreeWith(sum.delayProbability, 1e-11);
    expect(roots.emptyProbability).toAgreeWith(sum.emptyProbability, 1e-11);
  });

  test('every root solves z^c = exp(m(z − 1)) inside the unit circle, and all c − 1 are there', () => {
    for (const [c, m] of [
      [2, 1],
      [94, 60],
      [1000, 999.9],
    ]) {
      const roots = crommelinRoots(c, m);
      expect(roots.reduce((n, root) => n + root.weight, 0)).toBe(c - 1);
      for (const { re, im } of roots) {
        const size = Math.hypot(re, im);
        expect(size).toBeLessThan(1);
        expect(c * Math.log(size)).toAgreeWith(m * (re - 1), 1e-10);
        const turns = (c * Math.atan2(im, re) - m * im) / (2 * Math.PI);
        expect(Math.abs(turns - Math.round(turns))).toBeLessThan(1e-10);
      }
    }
  });

  test('the wait of M/D/1 follows Erlang’s series of 1909 to 1e-10', () => {
    const rho = 0.6;
    const tail = createDeterministicWaitTail({ arrivalRate: rho, serviceTime: 1, servers: 1 });
    for (const wait of [0, 0.3, 1, 1.7, 3.5]) {
      let below = 0;
      for (let k = 0, factorial = 1; k <= wait; k++, factorial *= k)
        below += ((1 - rho) * (-rho * (wait - k)) ** k * Math.exp(rho * (wait - k))) / factorial;
      expect(1 - tail(wait)).toAgreeWith(below, 1e-10);
    }
  });

  test('the wait of M/D/c solves Erlang’s integral equation F(y) = ∫ F(x + y − D) λ^c x^(c−1) e^(−λx)/(c−1)! dx to 1e-10', () => {
    const [servers, load] = [3, 2.4];
    const tail = createDeterministicWaitTail({ arrivalRate: load, serviceTime: 1, servers });
    const below = (w: number): number => (w < 0 ? 0 : 1 - tail(w));
    for (const y of [0, 0.4, 1.5]) {
      // F is smooth between whole multiples of D only, so Gauss-Legendre piece by piece; F(x + y − 1) needs x ≥ 1 − y.
      let integral = 0;
      for (let from = Math.max(0, 1 - y) - 0; from < 40;) {
        const to = Math.floor(from + y - 1 + 1e-9) + 1 - (y - 1);
        integral += gauss(from, to, (x) => (below(x + y - 1) * load ** servers * x ** (servers - 1) * Math.exp(-load * x)) / 2);
        from = to;
      }
      expect(integral).toAgreeWith(below(y), 1e-10);
    }
  });

  test('the tail integrates to the mean wait and starts at the delay probability, by both ways to the distribution', () => {
    for (const [servers, rho] of [
      [2, 0.6],
      [40, 0.9],
      [4, 0.97],
    ]) {
      const queue = { arrivalRate: rho * servers, serviceTime: 1, servers };
      const exact = deterministicQueue(queue);
      const tail = createDeterministicWaitTail(queue);
      expect(tail(0)).toAgreeWith(exact.waitProbability, 1e-11);
      let integral = 0;
      for (let k = 0; k < 300 && tail(k) > 1e-14; k++) integral += gauss(k, k + 1, tail);
      expect(integral).toAgreeWith(exact.meanWait, 1e-9);
      const distribution = leftBehindDistribution(servers, rho * servers);
      expect(mean([...distribution])).toAgreeWith(exact.meanQueue, 1e-10);
    }
  });

  test('hundreds of servers near saturation neither overflow nor lose digits', () => {
    for (const [servers, rho] of [
      [373, 0.997],
      [746, 0.9999],
      [5000, 0.9999],
    ]) {
      const queue = deterministicQueue({ arrivalRate: rho * servers, serviceTime: 1, servers });
      const markov = markovianQueue({ arrivalRate: rho * servers, serviceRate: 1, servers });
      expect(queue.waitProbability).toBeGreaterThan(0);
      expect(queue.waitProbability).toBeLessThan(1);
      expect(queue.meanWait / markov.meanWait).toBeGreaterThan(0.5);
      expect(queue.meanWait / markov.meanWait).toBeLessThan(0.56);
    }
    expect(createDeterministicWaitTail({ arrivalRate: 997, serviceTime: 1, servers: 1000 })(0)).toBeCloseTo(
      deterministicQueue({ arrivalRate: 997, serviceTime: 1, servers: 1000 }).waitProbability,
      11,
    );
  });

  test('constant service waits less than exponential but at least half as long; load and servers act in their direction; Little holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), fc.double({ min: 0.3, max: 0.999, noNaN: true }), (servers, rho) => {
        const d = deterministicQueue({ arrivalRate: rho * servers, serviceTime: 1, servers });
        const m = markovianQueue({ arrivalRate: rho * servers, serviceRate: 1, servers });
        expect(d.meanWait).toBeLessThan(m.meanWait);
        expect(d.meanWait).toBeGreaterThan(m.meanWait / 2 - 1e-12 * m.meanWait);
        expect(d.meanQueue).toAgreeWith(rho * servers * d.meanWait, 1e-12);
        const busier = deterministicQueue({ arrivalRate: rho * servers, serviceTime: 1.0005, servers });
        expect(busier.meanWait).toBeGreaterThan(d.meanWait);
        expect(deterministicQueue({ arrivalRate: rho * servers, serviceTime: 1, servers: servers + 1 }).meanWait).toBeLessThan(d.meanWait);
      }),
      { seed: 20220407, numRuns: 60 },
    );
  });

  test('the quantile undoes the tail; time scales', () => {
    const queue = { arrivalRate: 0.045, serviceTime: 60, servers: 3 };
    const tail = createDeterministicWaitTail(queue);
    for (const probability of [0.5, 0.9, 0.99])
      expect(tail(deterministicWaitQuantile(queue, probability))).toAgreeWith(1 - probability, 1e-9);
    const scaled = deterministicQueue({ arrivalRate: 2.7, serviceTime: 1, servers: 3 });
    expect(deterministicQueue(queue).meanWait).toAgreeWith(60 * scaled.meanWait, 1e-12);
    expect(deterministicWaitQuantile({ arrivalRate: 0.01, serviceTime: 1, servers: 3 }, 0.9)).toBe(0);
    expect(deterministicQueue({ arrivalRate: 0.05, serviceTime: 60, servers: 3 }).meanWait).toBe(Infinity);
    expect(() => deterministicQueue({ arrivalRate: 1, serviceTime: -1, servers: 3 })).toThrow(/serviceTime = -1/);
  });
});

/** Gauss-Legendre with 10 points on each of 4 equal pieces. */
function gauss(from: number, to: number, f: (x: number) => number): number {
  const nodes = [0.14887433898163122, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717];
  const weights = [0.29552422471475287, 0.26926671930999635, 0.21908636251598204, 0.1494513491505806, 0.06667134430868814];
  let sum = 0;
  for (let piece = 0; piece < 4; piece++) {
    const half = (to - from) / 8;
    const centre = from + half * (2 * piece + 1);
    nodes.forEach((x, i) => {
      sum += weights[i] * half * (f(centre - half * x) + f(centre + half * x));
    });
  }
  return sum;
}
