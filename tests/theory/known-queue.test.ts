import { expect, test } from 'vitest';
import { findKnownQueue, type TimeDistribution } from '../../src/theory/index.ts';
import './exact.ts';

const exponential: TimeDistribution = { kind: 'exponential', rate: 0.25 };

test('each pair of times finds its own exact formula, and none is claimed where there is none', () => {
  const triangular: TimeDistribution = { kind: 'triangular', min: 2, mode: 3, max: 4 };
  const formula = (a: TimeDistribution, s: TimeDistribution, c: number): string | undefined => findKnownQueue(a, s, c)?.formula;
  expect(formula(exponential, { kind: 'exponential', rate: 0.1 }, 3)).toBe('M/M/c');
  expect(formula(exponential, { kind: 'deterministic', value: 10 }, 3)).toBe('M/D/c');
  expect(formula(exponential, triangular, 1)).toBe('M/G/1 Pollaczek–Khinchine');
  expect(formula({ kind: 'gamma', shape: 2, rate: 0.5 }, { kind: 'exponential', rate: 0.1 }, 3)).toBe('GI/M/c');
  expect(formula(exponential, triangular, 2)).toBeUndefined();
  expect(formula(triangular, { kind: 'exponential', rate: 1 }, 2)).toBe('GI/M/c');
  expect(formula({ kind: 'lognormal', mean: 4, cv: 1 }, { kind: 'exponential', rate: 1 }, 2)).toBe('GI/M/c');
  expect(formula({ kind: 'lognormal', mean: 4, cv: 1 }, triangular, 1)).toBeUndefined();
  expect(formula({ kind: 'erlang', shape: 2, rate: 1 }, { kind: 'deterministic', value: 1 }, 1)).toBeUndefined();
});

test('times without spread are constant under any name, and clockwork makes nobody wait', () => {
  const still: TimeDistribution[] = [
    { kind: 'lognormal', mean: 10, cv: 0 },
    { kind: 'triangular', min: 10, mode: 10, max: 10 },
  ];
  const exact = findKnownQueue(exponential, { kind: 'deterministic', value: 10 }, 3);
  for (const service of still) expect(findKnownQueue(exponential, service, 3)).toEqual(exact);
  for (const service of still) {
    const clockwork = findKnownQueue({ kind: 'deterministic', value: 4 }, service, 3);
    expect(clockwork).toMatchObject({ formula: 'D/D/c', measures: { meanWait: 0, utilisation: 10 / 12 } });
    expect(findKnownQueue({ kind: 'deterministic', value: 3 }, service, 3)?.measures.meanWait).toBe(Infinity);
  }
});

test('one queue under several names has one mean wait', () => {
  const service: TimeDistribution = { kind: 'exponential', rate: 0.3 };
  const waits = (['exponential', 'erlang', 'gamma'] as const).map((kind) => findKnownQueue({ kind, shape: 1, rate: 0.25 }, service, 1));
  for (const found of waits) expect(found?.measures.meanWait).toAgreeWith(0.25 / (0.3 * 0.05), 1e-12);
});

test('impossible times are refused before any formula is chosen', () => {
  expect(() => findKnownQueue({ kind: 'lognormal', mean: -1, cv: 1 }, exponential, 2)).toThrow(/lognormal mean = -1/);
  expect(() => findKnownQueue(exponential, exponential, 0)).toThrow(/servers = 0/);
});
