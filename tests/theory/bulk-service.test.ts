import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  batchFill,
  bulkRoot,
  deterministicBulkService,
  deterministicQueue,
  joiningBulkService,
  markovianBulkService,
  markovianQueue,
  plateStation,
  pollaczekKhinchine,
  timetableService,
} from '../../src/theory/index.ts';
import { mean, poissonRow, stationary, zeros } from './exact.ts';

/** M/M^[a,b]/1 as a Markov chain: idle with j waiting (0..a−1), busy with n waiting (0..size−1). */
function bulkChain(arrivalRate: number, minimum: number, maximum: number, size: number): { busyShare: number; meanQueue: number } {
  const rows = zeros(minimum + size);
  for (let j = 0; j < minimum; j++) rows[j][j + 1 < minimum ? j + 1 : minimum] += arrivalRate;
  for (let n = 0; n < size; n++) {
    if (n + 1 < size) rows[minimum + n][minimum + n + 1] += arrivalRate;
    rows[minimum + n][n < minimum ? n : minimum + Math.max(0, n - maximum)] += 1;
  }
  const p = stationary(rows);
  return { busyShare: mean(p, (k) => (k >= minimum ? 1 : 0)), meanQueue: mean(p, (k) => (k >= minimum ? k - minimum : k)) };
}

describe('Exponential bulk service', () => {
  test('batches of one are M/M/1; up to two joining late have the closed root (√(1 + 4λ/μ) − 1)/2', () => {
    const one = markovianBulkService({ arrivalRate: 0.8, serviceRate: 1, minimum: 1, maximum: 1 });
    const mm = markovianQueue({ arrivalRate: 0.8, serviceRate: 1, servers: 1 });
    expect(one.meanWait).toAgreeWith(mm.meanWait, 1e-12);
    expect(one.busyShare).toAgreeWith(0.8, 1e-12);
    for (const load of [0.01, 0.7, 5 / 3, 1.999]) {
      const r = (Math.sqrt(1 + 4 * load) - 1) / 2;
      expect(bulkRoot(load, 2)).toAgreeWith(r, 1e-12);
      expect(joiningBulkService(load, 1, 2).meanInSystem).toAgreeWith(r / (1 - r), 1e-9);
      expect(joiningBulkService(load, 1, 2).meanSojourn).toAgreeWith(r / (1 - r) / load, 1e-9);
    }
  });

  test.each([
    [3, 1, 4],
    [3, 4, 4],
    [7, 3, 10],
    [8, 10, 10],
    [0.4, 5, 8],
  ])('λ/μ = %f, rule [%i, %i]: queue and busy share equal the Markov chain solved by elimination, to 1e-10', (load, minimum, maximum) => {
    const exact = bulkChain(load, minimum, maximum, 700);
    const bulk = markovianBulkService({ arrivalRate: load, serviceRate: 1, minimum, maximum });
    expect(bulk.meanQueue).toAgreeWith(exact.meanQueue, 1e-10);
    expect(bulk.busyShare).toAgreeWith(exact.busyShare, 1e-10);
    expect(bulk.meanBatch).toAgreeWith(load / exact.busyShare, 1e-10);
    expect(bulk.meanWait).toAgreeWith(exact.meanQueue / load, 1e-10);
  });
});

describe('Constant bulk service', () => {
  test('rule [1, 1] is Pollaczek and Khinchine to 1e-11', () => {
    for (const rho of [0.05, 0.6, 0.97]) {
      const bulk = deterministicBulkService({ arrivalRate: rho, serviceTime: 1, minimum: 1, maximum: 1 });
      expect(bulk.meanWait).toAgreeWith(pollaczekKhinchine(rho, { kind: 'deterministic', value: 1 }).meanWait, 1e-11);
      expect(bulk.busyShare).toAgreeWith(rho, 1e-11);
    }
  });

  test.each([
    [6, 1, 10],
    [6, 10, 10],
    [9.5, 5, 10],
    [80, 94, 94],
    [20, 30, 94],
  ])(
    'load %f, rule [%i, %i]: the cycle average over the embedded chain, solved by elimination, agrees to 1e-10',
    (load, minimum, maximum) => {
      const size = maximum * 4 + 400;
      const arrivals = poissonRow(load, size);
      const rows = zeros(size);
      for (let n = 0; n < size; n++) {
        const left = n < minimum ? 0 : Math.max(0, n - maximum);
        for (let k = 0; left + k < size; k++) rows[n][left + k] += arrivals[k];
      }
      const found = stationary(rows);
      // One cycle from a departure that leaves n: fill up to the minimum at rate λ = load, then serve for one unit of time.
      const cycle = 1 + mean(found, (n) => Math.max(0, minimum - n) / load);
      const waiting = mean(found, (n) => {
        let area = 0;
        for (let j = n; j < minimum; j++) area += j / load;
        return area + Math.max(0, n - maximum) + load / 2;
      });
      const bulk = deterministicBulkService({ arrivalRate: load, serviceTime: 1, minimum, maximum });
      expect(bulk.meanQueue).toAgreeWith(waiting / cycle, 1e-10);
      expect(bulk.busyShare).toAgreeWith(1 / cycle, 1e-10);
      expect(bulk.meanBatch).toAgreeWith(
        mean(found, (n) => Math.min(Math.max(n, minimum), maximum)),
        1e-10,
      );
    },
  );

  test('a timetable leaves behind exactly the queue of M/D/c, and without crowding people wait half a cycle', () => {
    for (const [load, capacity] of [
      [2.4, 3],
      [88, 94],
    ]) {
      expect(timetableService(load, 1, capacity).meanLeft).toAgreeWith(
        deterministicQueue({ arrivalRate: load, serviceTime: 1, servers: capacity }).meanQueue,
        1e-13,
      );
    }
    expect(timetableService(3, 2, 1000).meanWait).toAgreeWith(1, 1e-12);
    expect(timetableService(50, 2, 94).meanWait).toBe(Infinity);
  });

  test('a higher minimum never raises the busy share; overload is Infinity; a minimum above the maximum is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (maximum, rho) => {
        const at = (minimum: number): number =>
          deterministicBulkService({ arrivalRate: rho * maximum, serviceTime: 1, minimum, maximum }).busyShare;
        expect(at(maximum)).toBeLessThanOrEqual(at(1) + 1e-12);
        expect(at(maximum)).toBeGreaterThanOrEqual(rho - 1e-12);
      }),
      { seed: 20220409, numRuns: 40 },
    );
    expect(deterministicBulkService({ arrivalRate: 94, serviceTime: 1, minimum: 1, maximum: 94 }).meanWait).toBe(Infinity);
    expect(markovianBulkService({ arrivalRate: 5, serviceRate: 1, minimum: 1, maximum: 4 }).meanQueue).toBe(Infinity);
    expect(() => markovianBulkService({ arrivalRate: 1, serviceRate: 1, minimum: 5, maximum: 4 })).toThrow(
      /minimum = 5: allowed is at most maximum \(4\)/,
    );
  });
});

describe('Filling tubes and plates', () => {
  test('the fill of a tube equals a sum over what the clock finds, to 1e-10, and the two ends are right', () => {
    for (const [rate, size, maxWait] of [
      [12, 10, 1],
      [300, 94, 0.5],
      [60, 94, 0.5],
    ]) {
      const fill = batchFill(rate, size, maxWait);
      // Given k arrivals by the time limit, k below size − 1, they are spread evenly: mean wait maxWait/2 each, the opener maxWait.
      const p = poissonRow(rate * maxWait, 900);
      let people = 0;
      let waiting = 0;
      for (let k = 0; k <= 900; k++) {
        if (k < size - 1) {
          people += p[k] * (k + 1);
          waiting += p[k] * maxWait * (1 + k / 2);
        } else {
          // The (size − 1)th of k even arrivals is at maxWait·(size − 1)/(k + 1); the others before it are even again.
          const end = (maxWait * (size - 1)) / (k + 1);
          people += p[k] * size;
          waiting += p[k] * end * (1 + (size - 2) / 2);
        }
      }
      expect(fill.meanSize).toAgreeWith(people, 1e-10);
      expect(fill.meanWait).toAgreeWith(waiting / people, 1e-10);
      expect(fill.meanSize).toAgreeWith(1 + rate * fill.meanDuration, 1e-12);
    }
    expect(batchFill(5, 1, 0.5)).toEqual({ meanDuration: 0, meanSize: 1, meanWait: 0, fullShare: 1 });
    expect(batchFill(5, 10, Infinity).meanWait).toAgreeWith(9 / 2 / 5, 1e-12);
    expect(batchFill(5, 10, 0).meanSize).toBe(1);
  });

  test('a plate station says that it is approximate, grows with load, and never catches up at full load', () => {
    const station = { plate: 94, lines: 4, runHours: 4, maxWaitHours: 0.5 };
    const calm = plateStation({ ...station, rate: 30 });
    const busy = plateStation({ ...station, rate: 90 });
    expect(calm.approximate).toBe(true);
    expect(busy.meanLineWaitHours).toBeGreaterThan(calm.meanLineWaitHours);
    expect(calm.meanTurnaroundHours).toBeGreaterThan(4);
    expect(plateStation({ ...station, rate: 94 }).meanTurnaroundHours).toBe(Infinity);
  });
});
