import highs from 'highs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createHighsSolver,
  expectedCovered,
  InfeasibleSiting,
  solveSiting,
  uncoveredPoints,
  type SitingCase,
  type SitingModel,
  type SitingOptions,
} from '../../../src/solver/index.ts';

const wasm = createRequire(import.meta.url).resolve('highs/runtime');
const solve = await createHighsSolver(highs, wasm);

const caseOf = (demand: readonly number[], rows: readonly (readonly number[])[]): SitingCase => ({
  demandIds: demand.map((_, i) => `d${i}`),
  siteIds: rows[0].map((_, s) => `s${s}`),
  demand: Float64Array.from(demand),
  minutes: Float64Array.from(rows.flat()),
});

const randomCase = fc.record({ points: fc.integer({ min: 1, max: 7 }), sites: fc.integer({ min: 1, max: 6 }) }).chain(({ points, sites }) =>
  fc.record({
    demand: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: points, maxLength: points }),
    rows: fc.array(
      fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 30 }) }, { weight: 1, arbitrary: fc.constant(Infinity) }), {
        minLength: sites,
        maxLength: sites,
      }),
      { minLength: points, maxLength: points },
    ),
    count: fc.integer({ min: 1, max: sites }),
    within: fc.integer({ min: 0, max: 30 }),
  }),
);

/** All choices of `count` out of `sites`, with repetition for vehicles. */
function choices(sites: number, count: number, repeated: boolean, from = 0): number[][] {
  if (count === 0) return [[]];
  return Array.from({ length: sites - from }, (_, k) => from + k).flatMap((first) =>
    choices(sites, count - 1, repeated, repeated ? first : first + 1).map((rest) => [first, ...rest]),
  );
}

const minutesAt = (siting: SitingCase, i: number, chosen: readonly number[]) =>
  Math.min(...chosen.map((s) => siting.minutes[i * siting.siteIds.length + s]));

function objectiveOf(model: SitingModel, siting: SitingCase, chosen: readonly number[], within: number, busy: number): number {
  const points = Array.from(siting.demand.keys());
  switch (model) {
    case 'lscp':
      return points.every((i) => minutesAt(siting, i, chosen) <= within) ? chosen.length : Infinity;
    case 'mclp':
      return points.reduce((sum, i) => sum + (minutesAt(siting, i, chosen) <= within ? siting.demand[i] : 0), 0);
    case 'pmedian': {
      const total = siting.demand.reduce((a, b) => a + b, 0);
      return points.reduce((sum, i) => sum + (siting.demand[i] > 0 ? (siting.demand[i] * minutesAt(siting, i, chosen)) / total : 0), 0);
    }
    case 'pcenter':
      return Math.max(...points.map((i) => minutesAt(siting, i, chosen)));
    case 'mexclp':
      return points.reduce((sum, i) => {
        const near = chosen.filter((s) => siting.minutes[i * siting.siteIds.length + s] <= within).length;
        return sum + siting.demand[i] * (1 - busy ** near);
      }, 0);
  }
}

function bruteForce(model: SitingModel, siting: SitingCase, count: number, within: number, busy: number): number {
  const sites = siting.siteIds.length;
  const sizes = model === 'lscp' ? Array.from({ length: sites }, (_, k) => k + 1) : [count];
  const values = sizes.flatMap((size) =>
    choices(sites, size, model === 'mexclp').map((chosen) => objectiveOf(model, siting, chosen, within, busy)),
  );
  return model === 'mclp' || model === 'mexclp' ? Math.max(...values) : Math.min(...values);
}

/** The objective, or Infinity where the model says that it cannot be done. */
function solved(model: SitingModel, siting: SitingCase, options: SitingOptions) {
  try {
    return solveSiting(solve, model, siting, options);
  } catch (error) {
    if (error instanceof InfeasibleSiting) return null;
    throw error;
  }
}

describe('siting models', () => {
  it.each(['lscp', 'mclp', 'pmedian', 'pcenter', 'mexclp'] as const)('%s finds what trying all choices finds, and proves it', (model) => {
    fc.assert(
      fc.property(randomCase, fc.integer({ min: 0, max: 9 }), ({ demand, rows, count, within }, tenths) => {
        const siting = caseOf(demand, rows);
        const busy = tenths / 10;
        const best = bruteForce(model, siting, count, within, busy);
        const options = {
          within: model === 'pmedian' || model === 'pcenter' ? undefined : within,
          busy,
          sites: model === 'lscp' ? undefined : count,
        };
        const answer = solved(model, siting, options);
        expect(answer?.objective ?? Infinity).toBeCloseTo(best, 9);
        const own = answer ?? { objective: Infinity, bound: Infinity, gap: 0, chosen: [] as readonly number[] };
        expect([own.bound, own.gap]).toEqual([own.objective, 0]);
        expect(answer === null ? Infinity : objectiveOf(model, siting, own.chosen, within, busy)).toBeCloseTo(best, 9);
        expect(answer === null || model === 'lscp' || own.chosen.length === count).toBe(true);
      }),
      { seed: 20266, numRuns: 60 },
    );
  });

  it('a hand-worked line of five villages: 10, 20, 30, 40, 50 people, ten minutes apart', () => {
    const line = caseOf(
      [10, 20, 30, 40, 50],
      [0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4].map((s) => Math.abs(i - s) * 10)),
    );
    const answers = {
      lscp: solveSiting(solve, 'lscp', line, { within: 10 }),
      mclp: solveSiting(solve, 'mclp', line, { sites: 1, within: 10 }),
      pmedian: solveSiting(solve, 'pmedian', line, { sites: 2 }),
      pcenter: solveSiting(solve, 'pcenter', line, { sites: 2 }),
      mexclp: solveSiting(solve, 'mexclp', line, { sites: 3, within: 10, busy: 0.5 }),
    };
    expect(Object.fromEntries(Object.entries(answers).map(([model, { objective }]) => [model, objective]))).toEqual({
      lscp: 2,
      mclp: 120,
      // Sites at the second and the last but one, or the last: 10·10 + 30·10 + 50·10 or 10·10 + 30·10 + 40·10 over 150.
      pmedian: 800 / 150,
      pcenter: 10,
      // Two vehicles in the middle of the last three: 120 · (1 − ¼); one for the first two and the middle: 30 at ½, the middle third.
      mexclp: 10 * 0.5 + 20 * 0.5 + 30 * 0.875 + 40 * 0.75 + 50 * 0.75,
    });
    expect(answers.mexclp.chosen).toEqual([1, 3, 3]);
    expect(expectedCovered(line, answers.mexclp.chosen, 10, 0.5)).toBe(answers.mexclp.objective);
  });

  it('kept sites stay, and the others are chosen around them', () => {
    const line = caseOf(
      [1, 1, 1, 1, 1],
      [0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4].map((s) => Math.abs(i - s) * 10)),
    );
    for (const model of ['mclp', 'pmedian', 'pcenter'] as const) {
      const { chosen } = solveSiting(solve, model, line, { sites: 2, within: model === 'mclp' ? 10 : undefined, kept: [0] });
      expect(chosen).toContain(0);
    }
    expect(solveSiting(solve, 'lscp', line, { within: 10, kept: [2] }).objective).toBe(3);
  });

  it('what cannot be done names who stays uncovered', () => {
    const siting = caseOf(
      [5, 6, 7],
      [
        [3, 50],
        [50, 4],
        [50, 50],
      ],
    );
    const uncovered = (model: SitingModel, options: SitingOptions) => {
      try {
        return [solveSiting(solve, model, siting, options).objective];
      } catch (error) {
        return error instanceof InfeasibleSiting ? [error.reason, ...error.uncovered.map((i) => siting.demandIds[i])] : [error];
      }
    };
    expect(uncovered('lscp', { within: 10 })).toEqual(['reach', 'd2']);
    expect(uncovered('pmedian', { sites: 1, within: 10 })).toEqual(['reach', 'd2']);
    expect(uncovered('lscp', { within: 50, sites: 1 })).toEqual([1]);
    const both = caseOf(
      [5, 6],
      [
        [3, Infinity],
        [Infinity, 4],
      ],
    );
    for (const model of ['pmedian', 'pcenter'] as const)
      expect(() => solveSiting(solve, model, both, { sites: 1 })).toThrow(
        expect.objectContaining({ reason: 'count', uncovered: [expect.any(Number)] }),
      );
    expect(() => solveSiting(solve, 'lscp', both, { within: 10, sites: 1 })).toThrow(InfeasibleSiting);
    expect(uncoveredPoints(both, [0], 10)).toEqual([1]);
  });

  it('never claims better than the bound, even when it is out of time', () => {
    let state = 7;
    const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const at = Array.from({ length: 60 }, () => [next(), next()] as const);
    const rows = at.map(([x, y]) => at.map(([u, v]) => Math.hypot(x - u, y - v) * 100));
    const siting = caseOf(
      at.map(() => 1 + Math.floor(next() * 9)),
      rows,
    );
    for (const seconds of [0.05, 0.2]) {
      let answer = null;
      try {
        answer = solveSiting(solve, 'pmedian', siting, { sites: 6, seconds });
      } catch {
        continue;
      }
      expect(answer.bound).toBeLessThanOrEqual(answer.objective);
    }
    expect.hasAssertions();
    const best = solveSiting(solve, 'pmedian', siting, { sites: 6 });
    expect([best.bound, best.gap]).toEqual([best.objective, 0]);
  });

  it('refuses what a model cannot use', () => {
    const siting = caseOf([1], [[1]]);
    const bad: [SitingModel, SitingOptions][] = [
      ['mclp', { sites: 1 }],
      ['mclp', { within: 5 }],
      ['pmedian', { sites: 2 }],
      ['pmedian', { sites: 0 }],
      ['mexclp', { sites: 1, within: 1 }],
      ['mexclp', { sites: 1, within: 1, busy: 1 }],
      ['lscp', { within: -1 }],
    ];
    for (const [model, options] of bad) expect(() => solveSiting(solve, model, siting, options)).toThrow(RangeError);
  });
});
