import { requireCount, requireProbability, requireThat } from './arguments.ts';

/** One assay, used at every stage; errors of different tests are independent and there is no dilution (docs/theory.md says where that is too kind). */
export interface Assay {
  /** P(positive | at least one infected specimen inside). */
  readonly sensitivity: number;
  /** P(negative | no infected specimen inside). */
  readonly specificity: number;
}

export interface PoolingMeasures {
  readonly testsPerPerson: number;
  /** P(called positive | infected) and P(called negative | not infected), over all stages. */
  readonly sensitivity: number;
  readonly specificity: number;
  /** P(infected | called positive), NaN when nobody is called positive; P(not infected | called negative), NaN when nobody is. */
  readonly positivePredictiveValue: number;
  readonly negativePredictiveValue: number;
}

function requireAssay(prevalence: number, { sensitivity, specificity }: Assay): void {
  requireProbability('prevalence', prevalence);
  requireProbability('sensitivity', sensitivity);
  requireProbability('specificity', specificity);
}

function measures(prevalence: number, testsPerPerson: number, sensitivity: number, falsePositive: number): PoolingMeasures {
  const healthy = 1 - prevalence;
  const truePositives = prevalence * sensitivity;
  const falsePositives = healthy * falsePositive;
  return {
    testsPerPerson,
    sensitivity,
    specificity: 1 - falsePositive,
    positivePredictiveValue: truePositives / (truePositives + falsePositives),
    negativePredictiveValue: (healthy * (1 - falsePositive)) / (healthy * (1 - falsePositive) + prevalence * (1 - sensitivity)),
  };
}

/**
 * P(all nested pools of the given sizes test positive), each person infected independently; sizes fall; `free` members are known healthy.
 * Sum over how many of the outer pools hold an infection; the inner ones then hold none.
 */
function allPositive(sizes: readonly number[], prevalence: number, assay: Assay, free: number): number {
  const falsePositive = 1 - assay.specificity;
  const logHealthy = Math.log1p(-prevalence);
  const healthy = (people: number): number => (people === 0 ? 1 : Math.exp(people * logHealthy));
  const infected = (people: number): number => (people === 0 ? 0 : -Math.expm1(people * logHealthy));
  let sum = 0;
  for (let hit = 0; hit <= sizes.length; hit++) {
    const clean = hit < sizes.length ? sizes[hit] - free : 0;
    const between = hit > 0 ? sizes[hit - 1] - free - clean : 0;
    const chance = healthy(clean) * (hit > 0 ? infected(between) : 1);
    sum += chance * assay.sensitivity ** hit * falsePositive ** (sizes.length - hit);
  }
  return sum;
}

/**
 * One stage: a pool of `size` is tested once and its answer is given to all its members. Exact.
 * size ≥ 1; RangeError on impossible arguments.
 */
export function oneStagePooling(prevalence: number, size: number, assay: Assay): PoolingMeasures {
  requireAssay(prevalence, assay);
  requireCount('size', size);
  return measures(prevalence, 1 / size, assay.sensitivity, allPositive([size], prevalence, assay, 1));
}

/**
 * Hierarchical pooling: sizes fall, each divides the one before, the last is 1; [10, 1] is Dorfman's two-stage plan, [1] individual testing,
 * [27, 9, 3, 1] nested pools. A pool is split and re-tested when it is positive; a person is positive when all pools down to the single test are.
 * Exact; RangeError on impossible arguments.
 * Source: Dorfman, Ann. Math. Stat. 14 (1943) 436; with errors Kim et al., Biometrics 63 (2007) 1152; more stages Armendáriz et al. 2020 (perfect assay); joint form derived here.
 */
export function hierarchicalPooling(prevalence: number, sizes: readonly number[], assay: Assay): PoolingMeasures {
  requireAssay(prevalence, assay);
  requireThat(sizes.length > 0 && sizes[sizes.length - 1] === 1, 'sizes', sizes.join(','), 'a falling list that ends in 1');
  sizes.forEach((size, i) => {
    requireCount(`sizes[${i}]`, size);
    if (i > 0) requireThat(size < sizes[i - 1] && sizes[i - 1] % size === 0, `sizes[${i}]`, size, `a smaller divisor of ${sizes[i - 1]}`);
  });
  let testsPerPerson = 0;
  sizes.forEach((size, i) => {
    testsPerPerson += allPositive(sizes.slice(0, i), prevalence, assay, 0) / size;
  });
  return measures(prevalence, testsPerPerson, assay.sensitivity ** sizes.length, allPositive(sizes, prevalence, assay, 1));
}

/** Dorfman's two-stage plan with pools of `size`; size 1 is individual testing. As hierarchicalPooling. */
export function dorfman(prevalence: number, size: number, assay: Assay): PoolingMeasures {
  return hierarchicalPooling(prevalence, size === 1 ? [1] : [size, 1], assay);
}

/** Pool size in 1..largest with the fewest tests a person in Dorfman's plan; the smaller one of equals. Exact by looking at all. */
export function bestDorfman(prevalence: number, assay: Assay, largest = 100): { readonly size: number } & PoolingMeasures {
  requireCount('largest', largest);
  let best = { size: 1, ...dorfman(prevalence, 1, assay) };
  for (let size = 2; size <= largest; size++) {
    const tried = dorfman(prevalence, size, assay);
    if (tried.testsPerPerson < best.testsPerPerson) best = { size, ...tried };
  }
  return best;
}

/** Pools of `outer` split into `inner`, then persons: the plan with the fewest tests a person, outer ≤ largest. Exact by looking at all pairs. */
export function bestThreeStage(
  prevalence: number,
  assay: Assay,
  largest = 100,
): { readonly sizes: readonly [number, number, 1] } & PoolingMeasures {
  requireCount('largest', largest, 4);
  let best: ReturnType<typeof bestThreeStage> | null = null;
  for (let outer = 4; outer <= largest; outer++) {
    for (let inner = 2; inner * 2 <= outer; inner++) {
      if (outer % inner !== 0) continue;
      const tried = hierarchicalPooling(prevalence, [outer, inner, 1], assay);
      if (best === null || tried.testsPerPerson < best.testsPerPerson) best = { sizes: [outer, inner, 1], ...tried };
    }
  }
  return best as ReturnType<typeof bestThreeStage>;
}
