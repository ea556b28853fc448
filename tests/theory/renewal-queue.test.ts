import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allenCunneen,
  markovianQueue,
  pollaczekKhinchine,
  renewalQueue,
  renewalWaitTail,
  timeMoments,
  type RenewalQueue,
  type TimeDistribution,
} from '../../src/theory/index.ts';
import { mean, stationary, zeros } from './exact.ts';

/** What an arrival meets in D/M/c: pure death for one interval by uniformisation, then one more; cut at `size`, solved by elimination. */
function seenByArrivals(interval: number, servers: number, size: number): number[] {
  const rate = servers;
  const rows = zeros(size);
  for (let n = 0; n < size; n++) {
    let now = new Array<number>(size + 1).fill(0);
    now[n + 1] = 1;
    let weight = Math.exp(-rate * interval);
    for (let k = 0; k < 400; k++) {
      for (let j = 0; j < size; j++) rows[n][j] += weight * now[j];
      rows[n][size - 1] += weight * now[size];
      const next = new Array<number>(size + 1).fill(0);
      for (let j = 0; j <= size; j++) {
        const down = Math.min(j, servers) / rate;
        if (j > 0) next[j - 1] += now[j] * down;
        next[j] += now[j] * (1 - down);
      }
      now = next;
      weight *= (rate * interval) / (k + 1);
    }
  }
  return stationary(rows);
}

/** E_k/M/c as a Markov chain over (phase, customers), cut at `size`. */
function erlangArrivals(shape: number, rate: number, servers: number, size: number): number[] {
  const rows = zeros(shape * size);
  for (let n = 0; n < size; n++) {
    for (let phase = 0; phase < shape; phase++) {
      const here = n * shape + phase;
      const there = phase + 1 < shape ? here + 1 : n + 1 < size ? (n + 1) * shape : n * shape;
      if (there !== here) rows[here][there] += rate;
      if (n > 0) rows[here][here - shape] += Math.min(n, servers);
    }
  }
  const p = stationary(rows);
  return Array.from({ length: size }, (_, n) => p.slice(n * shape, (n + 1) * shape).reduce((s, x) => s + x, 0));
}

describe('GI/M/c', () => {
  test('D/M/1 at ρ = 1/2: σ is half the published value 0.4063757399599599 of −W(−2e⁻²), to 1e-14', () => {
    const { sigma } = renewalQueue({ interarrival: { kind: 'deterministic', value: 2 }, serviceRate: 1, servers: 1 });
    expect(sigma).toAgreeWith(0.4063757399599599 / 2, 1e-14);
  });

  // σ and E(W) from the transform in 40 digits by another library's adaptive quadrature and root finder.
  test.each<[TimeDistribution, number, number, number, number]>([
    [{ kind: 'triangular', min: 0.5, mode: 1, max: 1.5 }, 1, 1.25, 0.6415090710687996, 1.4315766883840222],
    [{ kind: 'triangular', min: 0, mode: 0, max: 2 }, 3, 0.6, 0.7855301341107356, 1.6592858732548106],
    [{ kind: 'triangular', min: 0.1, mode: 0.1, max: 0.5 }, 10, 0.5, 0.7635310435520648, 0.35035927996992267],
    [{ kind: 'triangular', min: 0, mode: 0.4, max: 1.4 }, 2, 1, 0.742477812735459, 1.271389597915634],
    [{ kind: 'lognormal', mean: 1, cv: 0.5 }, 1, 1.25, 0.6920310914044876, 1.7976648215834121],
    [{ kind: 'lognormal', mean: 1, cv: 2 }, 3, 0.4, 0.9152242904878589, 8.164512316906816],
    [{ kind: 'lognormal', mean: 1, cv: 5 }, 2, 0.625, 0.9671406117286888, 22.98839138323618],
  ])(
    '%o arrivals, %i desks: σ and the mean wait agree with 40 digits of another computation to 1e-11',
    (interarrival, servers, rate, sigma, wait) => {
      const queue = renewalQueue({ interarrival, serviceRate: rate, servers });
      expect(queue.sigma).toAgreeWith(sigma, 1e-11);
      expect(queue.meanWait).toAgreeWith(wait, 1e-11);
    },
  );

  test('E₂/M/1: σ equals the closed root of its quadratic, and P(W > 0) = σ for every single server', () => {
    for (const rho of [0.2, 0.5, 0.8, 0.99]) {
      // σ = (2ρ/(2ρ + 1 − σ))², without the root σ = 1: σ² − (4ρ + 1)σ + 4ρ² = 0
      const closed = (4 * rho + 1 - Math.sqrt(8 * rho + 1)) / 2;
      const queue = renewalQueue({ interarrival: { kind: 'erlang', shape: 2, rate: 2 * rho }, serviceRate: 1, servers: 1 });
      expect(queue.sigma).toAgreeWith(closed, 1e-12);
      expect(queue.waitProbability).toAgreeWith(queue.sigma, 1e-12);
      expect(queue.meanWait).toAgreeWith(closed / (1 - closed), 1e-10);
    }
  });

  test('exponential interarrivals give Erlang C up to 3,000 servers at ρ = 0.9999, to 1e-10', () => {
    for (const [servers, rho] of [
      [1, 0.5],
      [7, 0.9],
      [373, 0.997],
      [500, 0.2],
      [3000, 0.9999],
    ]) {
      const general = renewalQueue({ interarrival: { kind: 'exponential', rate: rho * servers }, serviceRate: 1, servers });
      const markov = markovianQueue({ arrivalRate: rho * servers, serviceRate: 1, servers });
      expect(general.waitProbability).toAgreeWith(markov.waitProbability, 1e-10);
      expect(general.meanWait).toAgreeWith(markov.meanWait, 1e-10);
      expect(general.waitVariance).toAgreeWith(markov.waitVariance, 1e-10);
    }
  });

  test.each([
    [2, 0.6, 30],
    [3, 0.85, 90],
    [8, 0.8, 70],
  ])(
    'D/M/%i at ρ = %f: delay probability and mean queue equal the embedded chain solved by elimination, to 1e-10',
    (servers, rho, size) => {
      const interval = 1 / (rho * servers);
      const seen = seenByArrivals(interval, servers, size);
      const queue = renewalQueue({ interarrival: { kind: 'deterministic', value: interval }, serviceRate: 1, servers });
      expect(queue.waitProbability).toAgreeWith(
        mean(seen, (n) => (n >= servers ? 1 : 0)),
        1e-10,
      );
      expect(queue.meanWait).toAgreeWith(
        mean(seen, (n) => Math.max(0, n - servers + 1) / servers),
        1e-10,
      );
    },
  );

  test.each([
    [2, 4, 0.7, 60],
    [5, 3, 0.9, 200],
  ])('E_%i/M/%i at ρ = %f: mean queue equals the chain over phases and customers, to 1e-9', (shape, servers, rho, size) => {
    const rate = shape * rho * servers;
    const inside = erlangArrivals(shape, rate, servers, size);
    const queue = renewalQueue({ interarrival: { kind: 'erlang', shape, rate }, serviceRate: 1, servers });
    expect(queue.meanQueue).toAgreeWith(
      mean(inside, (n) => Math.max(0, n - servers)),
      1e-9,
    );
    expect(queue.meanInSystem).toAgreeWith(mean(inside), 1e-9);
  });

  test('gamma between Erlang shapes: waits fall as the shape grows and tend to constant arrivals', () => {
    const at = (interarrival: RenewalQueue['interarrival']): number => renewalQueue({ interarrival, serviceRate: 1, servers: 4 }).meanWait;
    const gamma = (shape: number): number => at({ kind: 'gamma', shape, rate: shape * 3.4 });
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 60, noNaN: true }), (shape) => {
        expect(gamma(shape * 1.05)).toBeLessThan(gamma(shape));
      }),
      { seed: 20220408 },
    );
    expect(gamma(2)).toAgreeWith(at({ kind: 'erlang', shape: 2, rate: 6.8 }), 1e-13);
    expect(gamma(1e7)).toAgreeWith(at({ kind: 'deterministic', value: 1 / 3.4 }), 1e-5);
  });

  test('the tail starts at the delay probability and integrates to the mean; Little holds; overload is Infinity', () => {
    const queue: RenewalQueue = { interarrival: { kind: 'gamma', shape: 0.5, rate: 1.9 }, serviceRate: 1, servers: 6 };
    const m = renewalQueue(queue);
    expect(renewalWaitTail(queue, 0)).toAgreeWith(m.waitProbability, 1e-12);
    expect(m.waitProbability / (6 * (1 - m.sigma))).toAgreeWith(m.meanWait, 1e-12);
    expect(m.meanQueue).toAgreeWith(3.8 * m.meanWait, 1e-12);
    expect(renewalQueue({ interarrival: { kind: 'deterministic', value: 1 }, serviceRate: 0.5, servers: 2 })).toMatchObject({
      meanWait: Infinity,
      sigma: 1,
    });
  });
});

describe('M/G/1 and moments', () => {
  const times: TimeDistribution[] = [
    { kind: 'exponential', rate: 0.7 },
    { kind: 'lognormal', mean: 1.3, cv: 0.6 },
    { kind: 'erlang', shape: 3, rate: 2 },
    { kind: 'gamma', shape: 2.5, rate: 1.5 },
    { kind: 'triangular', min: 0.667, mode: 0.917, max: 1.417 },
  ];

  test.each(times)('the moments of %o equal the numerical integral of its density to 1e-9', (time) => {
    const density = (x: number): number => {
      switch (time.kind) {
        case 'exponential':
          return time.rate * Math.exp(-time.rate * x);
        case 'lognormal': {
          const s2 = Math.log1p(time.cv ** 2);
          return Math.exp(-((Math.log(x / time.mean) + s2 / 2) ** 2) / (2 * s2)) / (x * Math.sqrt(2 * Math.PI * s2));
        }
        case 'erlang':
          return (time.rate ** 3 * x ** 2 * Math.exp(-time.rate * x)) / 2;
        case 'gamma':
          return (1.5 ** 2.5 * x ** 1.5 * Math.exp(-1.5 * x)) / 1.329340388179137;
        case 'triangular': {
          const { min, mode, max } = time;
          if (x <= min || x >= max) return 0;
          return x < mode ? (2 * (x - min)) / ((max - min) * (mode - min)) : (2 * (max - x)) / ((max - min) * (max - mode));
        }
        default:
          return 0;
      }
    };
    const integral = (power: number): number =>
      time.kind === 'triangular'
        ? simpson(time.min, time.mode, (x) => x ** power * density(x)) + simpson(time.mode, time.max, (x) => x ** power * density(x))
        : simpson(-30, 8, (u) => Math.exp(u) ** (power + 1) * density(Math.exp(u)));
    const m = timeMoments(time);
    expect(m.mean).toAgreeWith(integral(1), 1e-9);
    expect(m.second).toAgreeWith(integral(2), 1e-9);
    expect(m.third).toAgreeWith(integral(3), 1e-9);
    expect(m.squaredCv).toAgreeWith(m.second / m.mean ** 2 - 1, 1e-9);
  });

  test('M/M/1 comes out of Pollaczek and Khinchine, mean and variance, to 1e-12', () => {
    for (const rho of [0.1, 0.5, 0.95, 0.9999]) {
      const pk = pollaczekKhinchine(rho, { kind: 'exponential', rate: 1 });
      const mm = markovianQueue({ arrivalRate: rho, serviceRate: 1, servers: 1 });
      expect(pk.meanWait).toAgreeWith(mm.meanWait, 1e-12);
      expect(pk.waitVariance).toAgreeWith(mm.waitVariance, 1e-12);
      expect(pk.meanInSystem).toAgreeWith(mm.meanInSystem, 1e-12);
    }
  });

  test('M/E₂/1: the mean queue equals the chain over service phases, to 1e-10', () => {
    const [rho, size] = [0.75, 220];
    const rows = zeros(size);
    // State = phases of work left; an arrival brings two.
    for (let n = 0; n < size; n++) {
      if (n + 2 < size) rows[n][n + 2] += rho;
      if (n > 0) rows[n][n - 1] += 2;
    }
    const customers = mean(stationary(rows), (n) => Math.ceil(n / 2));
    expect(pollaczekKhinchine(rho, { kind: 'erlang', shape: 2, rate: 2 }).meanInSystem).toAgreeWith(customers, 1e-10);
  });

  test('overload is Infinity and impossible times are refused', () => {
    expect(pollaczekKhinchine(1, { kind: 'deterministic', value: 1 }).meanWait).toBe(Infinity);
    expect(() => timeMoments({ kind: 'erlang', shape: 1.5, rate: 1 })).toThrow(/erlang shape = 1.5/);
    expect(() => timeMoments({ kind: 'triangular', min: 2, mode: 1, max: 3 })).toThrow(RangeError);
  });
});

describe('Allen–Cunneen (approximate)', () => {
  test('it says so, is exact for M/M/c and M/G/1, and stays within 10 % of exact M/D/c and D/M/c in heavy traffic', () => {
    const mm = allenCunneen({ kind: 'exponential', rate: 4.5 }, { kind: 'exponential', rate: 1 }, 5);
    expect(mm.approximate).toBe(true);
    expect(mm.meanWait).toAgreeWith(markovianQueue({ arrivalRate: 4.5, serviceRate: 1, servers: 5 }).meanWait, 1e-12);
    const service: TimeDistribution = { kind: 'lognormal', mean: 0.9, cv: 0.5 };
    expect(allenCunneen({ kind: 'exponential', rate: 1 }, service, 1).meanWait).toAgreeWith(pollaczekKhinchine(1, service).meanWait, 1e-12);
    const dm = allenCunneen({ kind: 'deterministic', value: 1 / 4.9 }, { kind: 'exponential', rate: 1 }, 5);
    expect(dm.meanWait).toAgreeWith(
      renewalQueue({ interarrival: { kind: 'deterministic', value: 1 / 4.9 }, serviceRate: 1, servers: 5 }).meanWait,
      0.1,
    );
    expect(allenCunneen({ kind: 'deterministic', value: 1 }, { kind: 'deterministic', value: 3 }, 2).meanWait).toBe(Infinity);
  });
});

function simpson(from: number, to: number, f: (x: number) => number): number {
  const n = 4000;
  const h = (to - from) / n;
  let sum = f(from) + f(to);
  for (let i = 1; i < n; i++) sum += f(from + i * h) * (i % 2 === 0 ? 2 : 4);
  return (sum * h) / 3;
}
