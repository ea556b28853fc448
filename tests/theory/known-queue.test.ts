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
  expect(formula(triangular, { kind: 'exponential', rate: 1 }, 2)).toBeUndefined();
  expect(formula({ kind: 'deterministic', value: 4 }, { kind: 'deterministic', value: 1 }, 1)).toBeUndefined();
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
