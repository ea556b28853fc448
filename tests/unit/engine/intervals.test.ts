import { describe, expect, it } from 'vitest';
import {
  createRun,
  createStream,
  mean,
  meanHalfWidth,
  normalQuantile,
  sortedQuantile,
  studentQuantile975,
  pairedShareInterval,
  wilsonInterval,
  PURPOSE,
} from '../../../src/engine/index.ts';
import { tinyInput } from '../../builders/tiny-input.ts';

const STUDENT: readonly [number, number][] = [
  [1, 12.706204736174694],
  [2, 4.302652729749462],
  [3, 3.1824463052837078],
  [5, 2.5705818356363146],
  [10, 2.228138851986274],
  [20, 2.085963447265864],
  [30, 2.0422724563012378],
  [31, 2.039513446396408],
  [40, 2.021075390306273],
  [60, 2.0002978220142604],
  [99, 1.9842169515864174],
  [199, 1.9719565442517533],
  [1000, 1.9623390808264083],
];

// Score intervals without continuity correction; 81 of 263 and 15 of 148 are Newcombe's examples (Statistics in Medicine 17, 1998, table I, method 3).
const WILSON: readonly [hits: number, trials: number, low: number, high: number][] = [
  [81, 263, 0.2552885198782742, 0.36620957698280004],
  [15, 148, 0.06238639953073629, 0.16048724172330803],
  [0, 20, 0, 0.16112515805281935],
  [1, 29, 0.006113214292762667, 0.17175521879320282],
  [0, 10, 0, 0.27753279986288926],
  [1, 10, 0.017876213095072896, 0.4041500267952385],
  [5, 10, 0.236593090512564, 0.7634069094874361],
  [100, 100, 0.9630065017930143, 1],
];

describe("Student's quantiles", () => {
  it.each(STUDENT)('%i degrees of freedom', (freedom, exact) => expect(studentQuantile975(freedom)).toBeCloseTo(exact, 5));
  it('are infinite below one degree, fall all the way and end at the normal', () => {
    expect(studentQuantile975(0)).toBe(Infinity);
    for (let n = 1; n < 200; n++) expect(studentQuantile975(n + 1)).toBeLessThan(studentQuantile975(n));
    expect(studentQuantile975(1e9)).toBeCloseTo(1.959963984540054, 8);
  });
});

describe("Wilson's interval", () => {
  it.each(WILSON)('%i of %i', (hits, trials, low, high) => {
    const [a, b] = wilsonInterval(hits, trials);
    expect(a).toBeCloseTo(low, 10);
    expect(b).toBeCloseTo(high, 10);
  });

  it('covers the truth in 93–97 % of cases on average and never in less than 90 %, computed exactly over shares of 5 to 95 %', () => {
    for (const trials of [20, 50, 100]) {
      let sum = 0;
      let count = 0;
      for (let share = 0.05; share <= 0.9501; share += 0.01) {
        let covered = 0;
        let probability = (1 - share) ** trials;
        for (let hits = 0; hits <= trials; hits++) {
          const [low, high] = wilsonInterval(hits, trials);
          if (low <= share && share <= high) covered += probability;
          probability *= ((trials - hits) / (hits + 1)) * (share / (1 - share));
        }
        expect(covered).toBeGreaterThan(0.9);
        sum += covered;
        count++;
      }
      expect(sum / count).toBeGreaterThan(0.93);
      expect(sum / count).toBeLessThan(0.97);
    }
  });
});

describe('Intervals of a difference of paired shares', () => {
  it('without any pair that differs it is as wide as one share alone is uncertain', () => {
    const [low, high] = pairedShareInterval({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 20 });
    expect([low, high]).toEqual([-wilsonInterval(0, 20)[1], wilsonInterval(0, 20)[1]]);
  });

  // By hand: shares 0.4 and 0.8 of 10, Wilson 0.16818–0.68733 and 0.49016–0.94331, correlation (4·2 − 4·0 − 5)/√(4·6·8·2) = 0.15309.
  it('ten pairs of which four differ, worked out by hand', () => {
    const [low, high] = pairedShareInterval({ both: 4, onlyFirst: 0, onlySecond: 4, neither: 2 });
    expect(low).toBeCloseTo(0.4 - Math.sqrt(0.30984 ** 2 - 2 * 0.15309 * 0.30984 * 0.28733 + 0.28733 ** 2), 3);
    expect(high).toBeCloseTo(0.4 + Math.sqrt(0.14331 ** 2 - 2 * 0.15309 * 0.14331 * 0.23182 + 0.23182 ** 2), 3);
  });

  it('swapping the two shares turns the interval round', () => {
    const [low, high] = pairedShareInterval({ both: 7, onlyFirst: 2, onlySecond: 9, neither: 4 });
    const turned = pairedShareInterval({ both: 7, onlyFirst: 9, onlySecond: 2, neither: 4 });
    expect(turned[0]).toBeCloseTo(-high, 12);
    expect(turned[1]).toBeCloseTo(-low, 12);
  });
});

describe('Quantiles of a sample', () => {
  it('interpolate between order statistics (type 7): the figures of R and NumPy', () => {
    expect(sortedQuantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(sortedQuantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(sortedQuantile([15, 20, 35, 40, 50], 0.4)).toBe(29);
    expect(sortedQuantile([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024], 0.1)).toBe(2);
    expect(sortedQuantile([3], 0.9)).toBe(3);
    expect(sortedQuantile([3, 7], 0)).toBe(3);
    expect(sortedQuantile([3, 7], 1)).toBe(7);
    expect(sortedQuantile([], 0.5)).toBeNaN();
  });
});

describe('Intervals of a mean', () => {
  it('are Student times the standard error', () => {
    expect(mean([2, 4, 9])).toBe(5);
    expect(meanHalfWidth([2, 4, 9])).toBeCloseTo(4.302652729749462 * Math.sqrt(13 / 3), 6);
    expect(meanHalfWidth([5])).toBe(Infinity);
    expect(meanHalfWidth([5, 5, 5])).toBe(0);
    expect(mean([])).toBeNaN();
  });

  // 95 % of 400 is 380 with a standard deviation of 4.36: 363 … 395 is four of them below and the promised 97–98 % above.
  it('cover the mean in 363 to 395 of 400 experiments with normal values', () => {
    let covered = 0;
    for (let experiment = 0; experiment < 400; experiment++) {
      const stream = createStream(experiment, 0, 0, PURPOSE.plan);
      const values = Array.from({ length: 12 }, () => 50 + 3 * normalQuantile(stream.nextUnit()));
      if (Math.abs(mean(values) - 50) <= meanHalfWidth(values)) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(363);
    expect(covered).toBeLessThanOrEqual(395);
  });

  it('cover the mean finish in 363 to 395 of 400 small studies of 20 runs each', () => {
    const hour = 3_600_000;
    const input = tinyInput({
      people: [30],
      windowEnd: hour / 2,
      swab: 60_000,
      rest: { uncertainty: { cityCv: 0.1, siteCv: 0.05 }, horizon: 3 * hour },
    });
    const studies: number[][] = [];
    let spent: ReturnType<typeof createRun> | undefined;
    for (let experiment = 0; experiment < 400; experiment++) {
      studies.push(
        Array.from({ length: 20 }, (_, replication) => {
          spent = createRun(input, experiment, replication, spent);
          spent.advanceTo(input.horizon);
          return spent.state.count.finishSampled[0];
        }),
      );
    }
    const truth = mean(studies.map(mean));
    const covered = studies.filter((finishes) => Math.abs(mean(finishes) - truth) <= meanHalfWidth(finishes)).length;
    expect(covered).toBeGreaterThanOrEqual(363);
    expect(covered).toBeLessThanOrEqual(395);
  });
});
