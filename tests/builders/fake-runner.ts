import type { Runner, Variant } from '../../src/experiment/index.ts';
import type { RunKpis, RunRecord } from '../../src/results/index.ts';

/** A record of four sites and one lab with plain figures; a test sets those that it is about. */
export function madeUpRecord(replication: number, kpis: Partial<RunKpis> = {}): RunRecord {
  const four = (value: number): Float64Array => new Float64Array(4).fill(value);
  const one = (value: number): Float64Array => Float64Array.of(value);
  const series = Int32Array.of(0, 3000, 6000);
  return {
    replication,
    kpis: {
      sampledFinishHours: 40,
      resultedFinishHours: 60,
      firstResultFinishHours: 55,
      sampledT99Hours: 39,
      resultedT99Hours: 54,
      unsampledAtDeadline: 0,
      unresultedAtDeadline: 100,
      unreadAtDeadline: 100,
      deadlineHours: 48,
      waitMeanMinutes: 10,
      waitP90Minutes: 20,
      waitMaxMinutes: 30,
      waitOver60Share: 0,
      tubes: 600,
      plates: 10,
      swabs: 6000,
      staffHours: 100,
      vehicleKilometres: 50,
      sealedLateTubes: 0,
      atLabLateTubes: 0,
      oldSpecimens: 0,
      recalledPeople: 0,
      sitesUnfinishedAtDeadline: 0,
      labBacklogPeakTubes: 5,
      labUtilisation: 0.5,
      ...kpis,
    },
    series: { arrived: series, sampled: series, delivered: series, resulted: series },
    sites: {
      finishHours: four(40),
      waitMeanMinutes: four(10),
      waitMaxMinutes: four(30),
      unsampledAtDeadline: four(0),
      utilisation: four(0.5),
    },
    labs: { tubes: one(600), utilisation: one(0.5), backlogPeak: one(5), lastResultHours: one(60) },
  };
}

/** A runner that makes its records up; tells what it was asked for. Records come in the reverse order, as workers may finish. */
export function fakeRunner(
  record: (variant: Variant, seed: number, replication: number) => RunRecord,
  width = 1,
): Runner & { readonly asked: number[][] } {
  const asked: number[][] = [];
  return {
    width,
    asked,
    async run(variant, seed, replications, { signal, onRecord } = {}) {
      asked.push([...replications]);
      signal?.throwIfAborted();
      const records = replications.map((replication) => record(variant, seed, replication));
      for (const made of [...records].reverse()) onRecord?.(made);
      return records;
    },
    typical: () => Promise.reject(new Error('not made up')),
    emergency: () => Promise.reject(new Error('not made up')),
    trace: () => Promise.reject(new Error('not made up')),
    dispose: () => undefined,
  };
}
