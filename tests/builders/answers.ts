import type { Band, RunKpis, Study, TypicalRun } from '../../src/results/index.ts';
import { fixtureRounds } from './rounds.ts';

const STEP_HOURS = 0.25;

/** A logistic-free stand-in curve: nothing until `from`, even progress, all done at `to`. */
function ramp(hours: Float64Array, from: number, to: number, total: number): Float64Array {
  return hours.map((hour) => total * Math.min(1, Math.max(0, (hour - from) / (to - from))));
}

function bandOf(hours: Float64Array, from: number, to: number, total: number): Band {
  const mean = ramp(hours, from, to, total);
  return { mean, p50: mean, p10: ramp(hours, from, to * 1.06, total), p90: ramp(hours, from, to * 0.94, total) };
}

/** The figures of one made-up run that misses its deadline. */
export function buildKpis(part: Partial<RunKpis> = {}): RunKpis {
  return {
    sampledFinishHours: 103,
    resultedFinishHours: 149.6,
    firstResultFinishHours: 141,
    sampledT99Hours: 97,
    resultedT99Hours: 146,
    unsampledAtDeadline: 469_000,
    unresultedAtDeadline: 813_000,
    unreadAtDeadline: 812_900,
    deadlineHours: 48,
    waitMeanMinutes: 214,
    waitP90Minutes: 512,
    waitMaxMinutes: 1_190,
    waitOver60Share: 0.71,
    tubes: 117_650,
    plates: 1_260,
    swabs: 1_079_800,
    staffHours: 61_400,
    vehicleKilometres: 18_200,
    sealedLateTubes: 120,
    atLabLateTubes: 310,
    oldSpecimens: 41_000,
    recalledPeople: 1_190,
    sitesUnfinishedAtDeadline: 306,
    labBacklogPeakTubes: 41_200,
    labUtilisation: 0.991,
    ...part,
  };
}

/** A complete study with made-up but coherent figures; give the parts that a test is about. */
export function buildStudy(part: Partial<Study> = {}): Study {
  const population = part.population ?? 1_079_353;
  const hours = Float64Array.from({ length: 180 / STEP_HOURS }, (_, step) => step * STEP_HOURS);
  const sites = (value: number): Float64Array => Float64Array.from({ length: 310 }, (_, site) => value * (0.9 + (0.2 * site) / 309));
  const labs = (value: number): Float64Array => new Float64Array(8).fill(value);
  return {
    engineVersion: '0.1.0',
    scenario: { name: '鄂州：按通报', fingerprint: '7f3a91b204c2' },
    seed: 1,
    replications: 100,
    population,
    participants: population,
    sampledWithinDeadline: { probability: 0, interval: [0, 0.037], deadlineHours: 48, missing: 469_012 },
    resultedWithinDeadline: { probability: 0, interval: [0, 0.037], deadlineHours: 48, missing: 813_400 },
    firstResultWithinDeadline: { probability: 0, interval: [0, 0.037], deadlineHours: 48, missing: 812_900 },
    sampledFinish: { mean: 103.2, interval: [102.4, 104], p10: 97.6, p50: 103, p90: 109.1, t99: 97.3 },
    resultedFinish: { mean: 149.7, interval: [148.8, 150.6], p10: 145.2, p50: 149.6, p90: 154.3, t99: 146.1 },
    firstResultFinish: { mean: 141.2, interval: [140.4, 142], p10: 139, p50: 141.1, p90: 143.5 },
    wait: { mean: 214, p90: 512, max: 1_190, over60Share: 0.71 },
    means: {
      tubes: 117_650,
      plates: 1_260,
      swabs: 1_079_800,
      staffHours: 61_400,
      vehicleKilometres: 18_200,
      sealedLateTubes: 120,
      atLabLateTubes: 310,
      oldSpecimens: 41_000,
      recalledPeople: 1_190,
      sitesUnfinishedAtDeadline: 306,
      labBacklogPeakTubes: 41_200,
      labUtilisation: 0.991,
    },
    runKpis: [97.6, 103, 109.1].map((sampledFinishHours) => buildKpis({ sampledFinishHours })),
    runFinishes: { sampled: Float64Array.of(97.6, 103, 109.1), resulted: Float64Array.of(145.2, 149.6, 154.3) },
    hours,
    bands: {
      arrived: bandOf(hours, 4, 46, population),
      sampled: bandOf(hours, 5, 103, population),
      delivered: bandOf(hours, 7, 106, population),
      resulted: bandOf(hours, 11, 150, population),
    },
    sites: {
      finishMean: sites(96),
      finishP90: sites(101),
      waitMean: sites(200),
      unsampledAtDeadline: sites(1_500),
      utilisation: sites(0.98),
      onTimeShare: sites(0),
    },
    labs: { tubes: labs(14_700), utilisation: labs(0.99), backlogPeak: labs(5_150), lastResult: labs(149) },
    typicalReplication: 17,
    ...part,
  };
}

/** A typical run in which every site samples evenly from T+5 h until it is done. */
export function buildTypicalRun(part: Partial<TypicalRun> = {}): TypicalRun {
  const [sites, labs, steps] = [310, 8, 720];
  const fill = (places: number, value: (step: number, place: number) => number): Int32Array =>
    Int32Array.from({ length: places * steps }, (_, at) => value(at % steps, Math.floor(at / steps)));
  const done = (step: number): number => Math.min(1, Math.max(0, (step * STEP_HOURS - 5) / 98));
  return {
    replication: 17,
    steps,
    stepMinutes: 15,
    siteQueue: fill(sites, (step, site) => (step % 96 > 20 && step < 400 ? 40 + (site % 50) * 6 : 0)),
    siteSampled: fill(sites, (step) => Math.round(3_482 * done(step))),
    siteWaitMinutes: Float32Array.from({ length: sites * steps }, (_, at) => (at % steps < 400 ? (Math.floor(at / steps) % 50) * 4 : 0)),
    siteOpen: Uint8Array.from({ length: sites * steps }, (_, at) => (((at % steps) * STEP_HOURS + 8) % 24 >= 6 ? 1 : 0)),
    siteOpeningHours: new Float64Array(sites).fill(5),
    siteFinishHours: Float64Array.from({ length: sites }, (_, site) => 90 + (site % 14)),
    siteWaitP90Minutes: new Float64Array(sites).fill(420),
    siteWaitOver60Share: new Float64Array(sites).fill(0.7),
    sitePeakQueue: new Int32Array(sites).fill(1_900),
    siteTubesWaiting: fill(sites, (step) => (step < 420 ? 12 : 0)),
    labBacklog: fill(labs, (step) => Math.max(0, Math.min(5_150, step * 14))),
    labLinesBusy: fill(labs, () => 4),
    labLines: fill(labs, () => 4),
    carriedTubes: fill(1, (step) => (step > 28 && step < 420 ? 900 : 0)),
    rounds: fixtureRounds(0, 1),
    recalled: fill(1, () => 0),
    reswabbed: fill(1, () => 0),
    lastPercent: fill(sites, () => 35).subarray(0, sites),
    ...part,
  };
}
