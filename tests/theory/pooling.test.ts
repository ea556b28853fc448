import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestDorfman, bestThreeStage, dorfman, hierarchicalPooling, oneStagePooling, type Assay } from '../../src/theory/index.ts';
import { ratio } from './exact.ts';

const perfect: Assay = { sensitivity: 1, specificity: 1 };

/** Expected tests and calls by going through every infection pattern of one outer pool; test results are averaged exactly, level by level. */
function enumerated(
  prevalence: number,
  sizes: readonly number[],
  assay: Assay,
): { tests: number; sensitivity: number; falsePositive: number } {
  const people = sizes[0];
  let tests = 0;
  let found = 0;
  let alarmed = 0;
  const visit = (pattern: number, from: number, level: number, reach: number): void => {
    tests += reach;
    const inside = (pattern >> from) & ((1 << sizes[level]) - 1);
    const passed = reach * (inside !== 0 ? assay.sensitivity : 1 - assay.specificity);
    if (level === sizes.length - 1) {
      if (inside !== 0) found += passed;
      else alarmed += passed;
      return;
    }
    for (let start = from; start < from + sizes[level]; start += sizes[level + 1]) visit(pattern, start, level + 1, passed);
  };
  for (let pattern = 0; pattern < 1 << people; pattern++) {
    let chance = 1;
    for (let person = 0; person < people; person++) chance *= (pattern >> person) & 1 ? prevalence : 1 - prevalence;
    visit(pattern, 0, 0, chance);
  }
  return { tests: tests / people, sensitivity: found / (people * prevalence), falsePositive: alarmed / (people * (1 - prevalence)) };
}

describe('Pooling', () => {
  test('Dorfman with errors equals the vignette of the R package binGroup2 in every printed digit', () => {
    const plan = dorfman(0.01, 10, { sensitivity: 0.99, specificity: 0.99 });
    expect(plan.testsPerPerson * 10).toShowAs('2.04');
    expect(plan.testsPerPerson).toShowAs('0.2037');
    expect(plan.sensitivity).toShowAs('0.9801');
    expect(plan.specificity).toShowAs('0.9991');
    expect(plan.positivePredictiveValue).toShowAs('0.9127');
    expect(plan.negativePredictiveValue).toShowAs('0.9998');
  });

  // Best pool size and cost in per cent of one test a person, Dorfman 1943, Annals of Mathematical Statistics 14:436, Table I, rows without a tie.
  test.each([
    [1, 11, 20],
    [2, 8, 27],
    [3, 6, 33],
    [4, 6, 38],
    [5, 5, 43],
    [6, 5, 47],
    [8, 4, 53],
    [9, 4, 56],
    [10, 4, 59],
    [12, 4, 65],
    [13, 3, 67],
    [15, 3, 72],
    [20, 3, 82],
    [25, 3, 91],
    [30, 3, 99],
  ])(
    'at a prevalence of %i %% the best pool holds %i and costs %i %% of single tests, as in Dorfman’s own table',
    (percent, size, cost) => {
      const best = bestDorfman(percent / 100, perfect);
      expect(best.size).toBe(size);
      expect(Math.round(100 * best.testsPerPerson)).toBe(cost);
    },
  );

  test('nested pools of 27, 9, 3 at 2 % cost 0.20 tests a person, as Armendáriz and others print', () => {
    expect(hierarchicalPooling(0.02, [27, 9, 3, 1], perfect).testsPerPerson).toShowAs('0.20');
  });

  test('the pool size with the least greatest regret over all prevalences is 8, as Malinovsky and Albert (2014) prove', () => {
    const prevalences = Array.from({ length: 400 }, (_, i) => Math.exp(-9 + (9 * (i + 1)) / 401));
    const best = prevalences.map((p) => bestDorfman(p, perfect, 120).testsPerPerson);
    const regret = Array.from({ length: 20 }, (_, i) =>
      Math.max(...prevalences.map((p, j) => dorfman(p, i + 1, perfect).testsPerPerson - best[j])),
    );
    expect(1 + regret.indexOf(Math.min(...regret))).toBe(8);
  });

  test('a perfect assay costs 1/k + 1 − (1 − p)^k: whole-number arithmetic for p = 1/n agrees to 1e-13', () => {
    for (const [n, k] of [
      [100, 10],
      [100, 11],
      [100000, 20],
      [3, 4],
    ]) {
      // 1/k + 1 − ((n−1)/n)^k over the common denominator k·n^k
      const power = BigInt(n) ** BigInt(k);
      const exact = ratio(power + BigInt(k) * (power - BigInt(n - 1) ** BigInt(k)), BigInt(k) * power);
      expect(dorfman(1 / n, k, perfect).testsPerPerson).toAgreeWith(exact, 1e-13);
    }
  });

  test.each([
    { sizes: [10, 1], prevalence: 0.03 },
    { sizes: [12, 4, 1], prevalence: 0.05 },
    { sizes: [12, 6, 2, 1], prevalence: 0.2 },
    { sizes: [1], prevalence: 0.3 },
  ])(
    'stages $sizes at $prevalence: every infection pattern gone through gives the same tests, sensitivity and specificity to 1e-12',
    ({ sizes, prevalence }) => {
      const assay = { sensitivity: 0.8, specificity: 0.995 };
      const exact = enumerated(prevalence, sizes, assay);
      const plan = hierarchicalPooling(prevalence, sizes, assay);
      expect(plan.testsPerPerson).toAgreeWith(exact.tests, 1e-12);
      expect(plan.sensitivity).toAgreeWith(exact.sensitivity, 1e-12);
      expect(1 - plan.specificity).toAgreeWith(exact.falsePositive, 1e-11);
      const positives = prevalence * exact.sensitivity + (1 - prevalence) * exact.falsePositive;
      expect(plan.positivePredictiveValue).toAgreeWith((prevalence * exact.sensitivity) / positives, 1e-12);
      expect(plan.negativePredictiveValue).toAgreeWith(((1 - prevalence) * (1 - exact.falsePositive)) / (1 - positives), 1e-12);
    },
  );

  test('one stage gives the pool’s answer to all: false alarms equal those of every pattern of the others', () => {
    const [prevalence, size] = [0.04, 8];
    const assay = { sensitivity: 0.9, specificity: 0.99 };
    let falsePositive = 0;
    for (let infected = 0, choose = 1; infected < size; infected++) {
      const chance = choose * prevalence ** infected * (1 - prevalence) ** (size - 1 - infected);
      falsePositive += chance * (infected > 0 ? assay.sensitivity : 1 - assay.specificity);
      choose = (choose * (size - 1 - infected)) / (infected + 1);
    }
    const plan = oneStagePooling(prevalence, size, assay);
    expect(1 - plan.specificity).toAgreeWith(falsePositive, 1e-12);
    expect(plan.testsPerPerson).toBe(1 / 8);
    expect(plan.sensitivity).toBe(0.9);
  });

  test('a pool of one is individual testing; a perfect assay has both predictive values 1', () => {
    const assay = { sensitivity: 0.8, specificity: 0.97 };
    expect(dorfman(0.02, 1, assay)).toMatchObject({ testsPerPerson: 1, sensitivity: 0.8 });
    expect(dorfman(0.02, 1, assay).specificity).toAgreeWith(0.97, 1e-12);
    const plan = dorfman(0.02, 10, perfect);
    expect(plan.positivePredictiveValue).toBe(1);
    expect(plan.negativePredictiveValue).toBe(1);
  });

  test('the best plan is no worse than any other, keeps its digits at one in 100,000, and three stages save more when infection is rare', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-5, max: 0.4, noNaN: true }),
        fc.double({ min: 0.6, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 100 }),
        (prevalence, sensitivity, size) => {
          const assay = { sensitivity, specificity: 0.999 };
          expect(bestDorfman(prevalence, assay).testsPerPerson).toBeLessThanOrEqual(dorfman(prevalence, size, assay).testsPerPerson);
          expect(dorfman(prevalence, size, assay).sensitivity).toBeLessThanOrEqual(sensitivity);
        },
      ),
      { seed: 20220410, numRuns: 50 },
    );
    expect(bestDorfman(0.01, perfect).size).toBe(11);
    expect(bestDorfman(0.4, perfect).size).toBe(1);
    expect(bestThreeStage(0.001, perfect).testsPerPerson).toBeLessThan(bestDorfman(0.001, perfect).testsPerPerson);
    expect(dorfman(1e-5, 10, perfect).testsPerPerson - 0.1).toAgreeWith(9.99955001199979e-5, 1e-9);
  });

  test('sizes that do not divide, and shares outside 0 to 1, are refused by name', () => {
    expect(() => hierarchicalPooling(0.1, [10, 3, 1], perfect)).toThrow(/sizes\[1\] = 3: allowed is a smaller divisor of 10/);
    expect(() => hierarchicalPooling(0.1, [10, 5], perfect)).toThrow(/sizes = 10,5/);
    expect(() => dorfman(1.2, 10, perfect)).toThrow(/prevalence = 1.2/);
  });
});
