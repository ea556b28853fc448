import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareCoverage,
  createRoadGrid,
  ENHANCED_STEPS,
  floatingCatchment,
  isochroneCells,
  limitedCatchments,
  nearestOf,
  summariseCoverage,
} from '../../../src/geo/index.ts';

const gridOf = (residents: readonly number[], urban: readonly number[], townships: readonly number[]) =>
  createRoadGrid(
    {
      resolution: 8,
      lng: Float64Array.from(residents, (_, c) => 114 + c / 100),
      lat: new Float64Array(residents.length).fill(30),
      residents: Int32Array.from(residents),
      townships: Int16Array.from(townships),
      urban: Uint8Array.from(urban),
      wet: new Uint8Array(residents.length),
      metric: { latitude: 30, north: 111_195.08, east: 96_297.7, eastSlope: -970.356 },
      corners: [],
      insideMetres: 400,
    },
    [],
  );

const STANDARD = { urban: 15, rural: 30 };
const total = (values: Iterable<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);

describe('coverage', () => {
  it('counts residents by hand: mean, quantiles, within, beyond', () => {
    const grid = gridOf([100, 300, 0, 600], [1, 1, 0, 0], [0, 0, 1, 1]);
    const { all, urban, rural, townships } = summariseCoverage(grid, Float64Array.of(10, 20, 99, 25), {
      limits: [15, 22],
      standard: STANDARD,
      townships: 3,
    });
    expect(all).toEqual({ residents: 1000, mean: 22, median: 25, p90: 25, longest: 25, within: [100, 400], beyond: 300 });
    expect(urban).toEqual({ residents: 400, mean: 17.5, median: 20, p90: 20, longest: 20, within: [100, 400], beyond: 300 });
    expect([rural.beyond, townships[0].beyond, townships[1].residents, townships[2].residents]).toEqual([0, 300, 600, 0]);
    expect(townships[2].mean).toBeNaN();
  });

  it('the Gini coefficient is 0 when all are reached alike, and that of two halves at 0 and 2 minutes is a half', () => {
    const grid = gridOf([50, 50], [0, 0], [0, 0]);
    const gini = (minutes: Float64Array) => summariseCoverage(grid, minutes, { limits: [], standard: STANDARD, townships: 1 }).gini;
    expect(gini(Float64Array.of(7, 7))).toBeCloseTo(0, 12);
    expect(gini(Float64Array.of(0, 2))).toBeCloseTo(0.5, 12);
  });

  it('the nearest place is the one with the fewest minutes, and lead time is added for all', () => {
    const nearest = nearestOf([Float64Array.of(5, 9, Infinity), Float64Array.of(6, 3, Infinity)], 3, 2);
    expect(Array.from(nearest.minutes)).toEqual([7, 5, Infinity]);
    expect(Array.from(nearest.place)).toEqual([0, 1, -1]);
    expect(isochroneCells(nearest.minutes, 5)).toEqual([1]);
  });

  it('one more place makes nobody later, for any fields', () => {
    const field = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 6, maxLength: 6 }).map((minutes) => Float64Array.from(minutes));
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 5 }), field, (fields, added) => {
        const grid = gridOf([1, 2, 3, 4, 5, 6], [1, 0, 1, 0, 1, 0], [0, 0, 0, 1, 1, 1]);
        const before = nearestOf(fields, 6).minutes;
        const change = compareCoverage(grid, before, nearestOf([...fields, added], 6).minutes, { standard: STANDARD, townships: 2 });
        expect([change.later, change.lost]).toEqual([0, 0]);
        expect(total(change.townships)).toBe(change.gained);
        const back = compareCoverage(grid, nearestOf([...fields, added], 6).minutes, before, { standard: STANDARD, townships: 2 });
        expect([back.later, back.lost, back.mean]).toEqual([change.sooner, change.gained, -change.mean + 0]);
      }),
      { seed: 20263, numRuns: 200 },
    );
  });
});

const places = fc.record({
  residents: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 5, maxLength: 5 }),
  fields: fc.array(
    fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 5 }).map((minutes) => Float64Array.from(minutes)),
    { minLength: 1, maxLength: 4 },
  ),
  capacities: fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 4, maxLength: 4 }),
});

describe('floating catchments', () => {
  it('two places by hand: 10 for 100 people, 30 for 300 of whom 100 reach both', () => {
    const access = floatingCatchment([100, 200], [Float64Array.of(5, 40), Float64Array.of(20, 10)], [10, 30], [{ minutes: 30, weight: 1 }]);
    expect(access[0]).toBeCloseTo(0.1 + 0.1, 12);
    expect(access[1]).toBeCloseTo(0.1, 12);
  });

  it('what all can count on adds up to the capacity that reaches anyone', () => {
    fc.assert(
      fc.property(places, ({ residents, fields, capacities }) => {
        const access = floatingCatchment(residents, fields, capacities, ENHANCED_STEPS);
        const reached = fields.map((field) => residents.some((people, c) => people > 0 && field[c] <= 30));
        const capacity = total(capacities.filter((_, p) => reached[p]));
        expect(total(access.map((share, c) => share * residents[c]))).toBeCloseTo(capacity, 9);
      }),
      { seed: 20264, numRuns: 200 },
    );
  });
});

describe('catchments with limits', () => {
  it('the nearest are taken first, the others go on or are left', () => {
    const { taken, left, diverted, meanMinutes } = limitedCatchments([60, 60], [Float64Array.of(5, 6), Float64Array.of(20, 10)], [80, 30]);
    expect(Array.from(taken)).toEqual([80, 30]);
    expect(Array.from(left)).toEqual([0, 10]);
    expect(Array.from(diverted)).toEqual([0, 30]);
    expect(meanMinutes[0]).toBeCloseTo((60 * 5 + 20 * 6) / 80, 12);
  });

  it('nobody is taken twice, no place takes too many, nobody is left where there is room within reach', () => {
    fc.assert(
      fc.property(places, ({ residents, fields, capacities }) => {
        const { taken, left } = limitedCatchments(residents, fields, capacities, 30);
        expect(total(taken) + total(left)).toBe(total(residents));
        fields.forEach((field, p) => {
          expect(taken[p]).toBeLessThanOrEqual(capacities[p]);
          const waiting = residents.filter((_, c) => left[c] > 0 && field[c] <= 30);
          expect(waiting.length === 0 || taken[p] === capacities[p]).toBe(true);
        });
      }),
      { seed: 20265, numRuns: 200 },
    );
  });
});
