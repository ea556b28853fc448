import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measure, timesOf } from '../../../bench/measure.ts';
import { benchInput, parseWorkload } from '../../../bench/workload.ts';

const text = readFileSync(new URL('../../../bench/city.json', import.meta.url), 'utf8');
const RUNS = 8;
/** Answers over 1,000 replications of other programs, with the standard deviation of one. */
const KNOWN = {
  meanWaitSeconds: [957.7, 7.5],
  p95WaitSeconds: [4383, 51],
  samplingEndsHours: [47.29, 0.22],
  resultsEndHours: [52.6, 0.19],
} as const;

describe('the bench city', () => {
  const city = parseWorkload(text);
  const { answers } = measure(benchInput(city), 1, RUNS);

  it.each(Object.entries(KNOWN))('%s is that of other programs', (name, [known, deviation]) => {
    expect(Math.abs(answers[name as keyof typeof KNOWN] - known)).toBeLessThan((4 * deviation) / Math.sqrt(RUNS));
  });

  it('fills one tube after the other at each site', () => {
    expect(answers.tubes).toBe(city.n.reduce((sum, people) => sum + Math.ceil(people / city.pool), 0));
  });

  it('is refused when its lists do not fit together', () => {
    expect(() => parseWorkload(JSON.stringify({ ...city, n: city.n.slice(1) }))).toThrow('n must hold 310 numbers');
    expect(() => parseWorkload(JSON.stringify({ ...city, cum: city.edge }))).toThrow('cum must hold one number more than edge');
    expect(() => parseWorkload(JSON.stringify({ ...city, mu: null }))).toThrow('mu is not a number');
  });
});

it('the middle of an even number of times is the mean of the two in the middle', () => {
  expect(timesOf([4, 1, 3, 2])).toEqual({ median: 2.5, min: 1 });
  expect(timesOf([3, 1, 2])).toEqual({ median: 2, min: 1 });
});
