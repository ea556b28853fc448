import { createAbstractCity } from '../../src/city/index.ts';
import { createSimulator, pairStudies, studySubject, type Comparison, type Variant } from '../../src/experiment/index.ts';
import { finish, summariseStudy, type Interval, type RunRecord } from '../../src/results/index.ts';

export const STUDIES = 1000;
/** Runs of a study: few, and as many as the product makes unless told otherwise. */
export const RUNS_PER_STUDY = [20, 100] as const;
const MOST_RUNS = 100;
export const TRUTH_RUNS = 40_000;
/** Seeds of the studies are 1 … STUDIES; the truth comes from one of its own. */
const TRUTH_SEED = 424_242;

const POPULATION = 6000;

/** Towns of 6,000 people, four sites and two laboratories, uncertainty on, the deadline met about half of the time; B has a pair of staff more. */
export const TOWNS = [
  {
    name: 'open round the clock',
    staff: 12,
    inputs: { openHours: '00:00-24:00', 'deadline.hours': 32, 'demand.windowEndHours': 14 },
  },
  { name: 'closed at night', staff: 14, inputs: { 'deadline.hours': 37, 'demand.windowEndHours': 30 } },
] as const;
export type Town = (typeof TOWNS)[number];

function variantOf({ inputs }: Town, staff: number): Variant {
  const shared = {
    'city.population': POPULATION,
    'city.sites': 4,
    'staff.total': staff,
    'devices.total': 4,
    'lab.tubesPerDay': 400,
    'lab.count': 2,
    'positives.prevalence': 0.002,
    'horizon.days': 20,
  };
  return {
    city: createAbstractCity({ population: POPULATION }),
    scenario: { schema: 'pingzhan.scenario/1', name: 'town', city: 'abstract', inputs: { ...shared, ...inputs }, changes: [] },
  };
}

/** One figure that carries an interval: what it is called, of which kind, and how it is read. */
interface Figure {
  readonly name: string;
  readonly kind: 'mean' | 'probability';
  readonly value: (c: Comparison) => number | null;
  readonly interval: (c: Comparison) => Interval | null;
}

const FIGURES: readonly Figure[] = [
  { name: 'everybody sampled at', kind: 'mean', value: (c) => c.a.sampledFinish.mean, interval: (c) => c.a.sampledFinish.interval },
  { name: 'all results out at', kind: 'mean', value: (c) => c.a.resultedFinish.mean, interval: (c) => c.a.resultedFinish.interval },
  { name: 'all first results at', kind: 'mean', value: (c) => c.a.firstResultFinish.mean, interval: (c) => c.a.firstResultFinish.interval },
  difference('sampled finish, difference', (c) => c.differences.sampledFinishHours),
  difference('mean wait, difference', (c) => c.differences.waitMeanMinutes),
  difference('unsampled at the deadline, difference', (c) => c.differences.unsampledAtDeadline),
  {
    name: 'sampled in time',
    kind: 'probability',
    value: (c) => c.a.sampledWithinDeadline.probability,
    interval: (c) => c.a.sampledWithinDeadline.interval,
  },
  difference('sampled in time, difference', (c) => c.onTime.sampled, 'probability'),
];

function difference(name: string, read: (c: Comparison) => Comparison['onTime']['sampled'], kind: Figure['kind'] = 'mean'): Figure {
  return { name, kind, value: (c) => read(c).mean, interval: (c) => read(c).interval };
}

export interface StudyCoverage {
  readonly name: string;
  readonly kind: Figure['kind'];
  readonly truth: number;
  /** Studies whose interval holds the truth, by RUNS_PER_STUDY. */
  readonly covered: readonly number[];
}

/** How often the 95 % intervals of studies and paired comparisons hold what a very long study says. */
export function coverStudies(town: Town): StudyCoverage[] {
  const variants = [variantOf(town, town.staff), variantOf(town, town.staff + 2)];
  const simulator = createSimulator();
  const runs = (seed: number, from: number): RunRecord[][] =>
    variants.map((variant) => Array.from({ length: MOST_RUNS }, (_, i) => finish(simulator.record(variant, seed, from + i))));
  const compare = (records: readonly RunRecord[][], seed: number, count: number): Comparison => {
    const [a, b] = variants.map((variant, i) => summariseStudy(studySubject(variant, seed), records[i].slice(0, count)));
    return pairStudies(a, b);
  };
  const truths = FIGURES.map(() => 0);
  const parts = TRUTH_RUNS / MOST_RUNS;
  for (let part = 0; part < parts; part++) {
    const comparison = compare(runs(TRUTH_SEED, part * MOST_RUNS), TRUTH_SEED, MOST_RUNS);
    FIGURES.forEach(({ value }, i) => (truths[i] += (value(comparison) ?? NaN) / parts));
  }
  const covered = FIGURES.map(() => RUNS_PER_STUDY.map(() => 0));
  for (let seed = 1; seed <= STUDIES; seed++) {
    const records = runs(seed, 0);
    RUNS_PER_STUDY.forEach((count, n) => {
      const comparison = compare(records, seed, count);
      FIGURES.forEach(({ interval }, i) => {
        const held = interval(comparison);
        if (held && held[0] <= truths[i] && truths[i] <= held[1]) covered[i][n]++;
      });
    });
  }
  return FIGURES.map(({ name, kind }, i) => ({ name, kind, truth: truths[i], covered: covered[i] }));
}
