import { mean, meanHalfWidth, sortedQuantile, wilsonInterval } from '../engine/index.ts';
import {
  ENGINE_VERSION,
  SERIES_STEP_MINUTES,
  type Band,
  type DeadlineVerdict,
  type Estimate,
  type RunKpis,
  type RunRecord,
  type Study,
} from './types.ts';

/** What a study is about, beside its runs. */
export interface StudySubject {
  readonly scenario: { readonly name: string; readonly fingerprint: string };
  readonly seed: number;
  readonly population: number;
  readonly participants: number;
}

/** Mean, interval and quantiles over runs; all null when a run did not get there. No interval at one run. */
export function estimate(values: readonly (number | null)[]): Estimate {
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0 || known.length < values.length) return { mean: null, interval: null, p10: null, p50: null, p90: null };
  const sorted = Float64Array.from(known).sort();
  const centre = mean(known);
  const half = meanHalfWidth(known);
  return {
    mean: centre,
    interval: Number.isFinite(half) ? [centre - half, centre + half] : null,
    p10: sortedQuantile(sorted, 0.1),
    p50: sortedQuantile(sorted, 0.5),
    p90: sortedQuantile(sorted, 0.9),
  };
}

function verdict(
  records: readonly RunRecord[],
  finish: (kpis: RunKpis) => number | null,
  missing: (kpis: RunKpis) => number,
): DeadlineVerdict {
  const hits = records.filter(({ kpis }) => {
    const at = finish(kpis);
    return at !== null && at <= kpis.deadlineHours;
  }).length;
  return {
    probability: hits / records.length,
    interval: records.length > 1 ? wilsonInterval(hits, records.length) : null,
    deadlineHours: mean(records.map(({ kpis }) => kpis.deadlineHours)),
    missing: mean(records.map(({ kpis }) => missing(kpis))),
  };
}

function meanOrNull(values: readonly (number | null)[]): number | null {
  return estimate(values).mean;
}

/** Summary of at least one record. Records count in the order of their replications, whatever order they came in. */
export function summariseStudy(subject: StudySubject, unordered: readonly RunRecord[]): Study {
  const records = [...unordered].sort((a, b) => a.replication - b.replication);
  const kpis = records.map((record) => record.kpis);
  const over = (figure: (k: RunKpis) => number): number => mean(kpis.map(figure));
  const steps = Math.max(...records.flatMap(({ series }) => Object.values(series).map(({ length }) => length)));
  return {
    engineVersion: ENGINE_VERSION,
    ...subject,
    replications: records.length,
    sampledWithinDeadline: verdict(
      records,
      (k) => k.sampledFinishHours,
      (k) => k.unsampledAtDeadline,
    ),
    resultedWithinDeadline: verdict(
      records,
      (k) => k.resultedFinishHours,
      (k) => k.unresultedAtDeadline,
    ),
    firstResultWithinDeadline: verdict(
      records,
      (k) => k.firstResultFinishHours,
      (k) => k.unreadAtDeadline,
    ),
    sampledFinish: { ...estimate(kpis.map((k) => k.sampledFinishHours)), t99: meanOrNull(kpis.map((k) => k.sampledT99Hours)) },
    resultedFinish: { ...estimate(kpis.map((k) => k.resultedFinishHours)), t99: meanOrNull(kpis.map((k) => k.resultedT99Hours)) },
    firstResultFinish: estimate(kpis.map((k) => k.firstResultFinishHours)),
    wait: {
      mean: over((k) => k.waitMeanMinutes),
      p90: over((k) => k.waitP90Minutes),
      max: Math.max(...kpis.map((k) => k.waitMaxMinutes)),
      over60Share: over((k) => k.waitOver60Share),
    },
    means: {
      tubes: over((k) => k.tubes),
      plates: over((k) => k.plates),
      swabs: over((k) => k.swabs),
      staffHours: over((k) => k.staffHours),
      vehicleKilometres: over((k) => k.vehicleKilometres),
      sealedLateTubes: over((k) => k.sealedLateTubes),
      atLabLateTubes: over((k) => k.atLabLateTubes),
      oldSpecimens: over((k) => k.oldSpecimens),
      recalledPeople: over((k) => k.recalledPeople),
      sitesUnfinishedAtDeadline: over((k) => k.sitesUnfinishedAtDeadline),
      labBacklogPeakTubes: over((k) => k.labBacklogPeakTubes),
      labUtilisation: over((k) => k.labUtilisation),
    },
    runKpis: kpis,
    runFinishes: {
      sampled: Float64Array.from(kpis, (k) => k.sampledFinishHours ?? NaN),
      resulted: Float64Array.from(kpis, (k) => k.resultedFinishHours ?? NaN),
    },
    hours: Float64Array.from({ length: steps }, (_, step) => (step * SERIES_STEP_MINUTES) / 60),
    bands: {
      arrived: band(
        records.map((record) => record.series.arrived),
        steps,
      ),
      sampled: band(
        records.map((record) => record.series.sampled),
        steps,
      ),
      delivered: band(
        records.map((record) => record.series.delivered),
        steps,
      ),
      resulted: band(
        records.map((record) => record.series.resulted),
        steps,
      ),
    },
    sites: siteSummary(records),
    labs: {
      tubes: rowMeans(records.map((record) => record.labs.tubes)),
      utilisation: rowMeans(records.map((record) => record.labs.utilisation)),
      backlogPeak: rowMeans(records.map((record) => record.labs.backlogPeak)),
      lastResult: rowMeans(records.map((record) => record.labs.lastResultHours)),
    },
    typicalReplication: typicalReplication(records),
  };
}

/** Mean and quantiles over runs at every step; a run that has ended holds its last value. */
function band(series: readonly Int32Array[], steps: number): Band {
  const result = {
    mean: new Float64Array(steps),
    p10: new Float64Array(steps),
    p50: new Float64Array(steps),
    p90: new Float64Array(steps),
  };
  const column = new Float64Array(series.length);
  for (let step = 0; step < steps; step++) {
    series.forEach((values, run) => (column[run] = values[Math.min(step, values.length - 1)]));
    result.mean[step] = mean(column);
    column.sort();
    result.p10[step] = sortedQuantile(column, 0.1);
    result.p50[step] = sortedQuantile(column, 0.5);
    result.p90[step] = sortedQuantile(column, 0.9);
  }
  return result;
}

function rowMeans(rows: readonly Float64Array[]): Float64Array {
  return Float64Array.from({ length: rows[0].length }, (_, place) => mean(rows.map((row) => row[place])));
}

function siteSummary(records: readonly RunRecord[]): Study['sites'] {
  const places = records[0].sites.finishHours.length;
  const rows = records.map((record) => record.sites);
  const finishP90 = new Float64Array(places);
  const onTimeShare = new Float64Array(places);
  for (let s = 0; s < places; s++) {
    finishP90[s] = sortedQuantile(Float64Array.from(rows, (row) => row.finishHours[s]).sort(), 0.9);
    onTimeShare[s] = rows.filter((row) => row.unsampledAtDeadline[s] === 0).length / rows.length;
  }
  return {
    finishMean: rowMeans(rows.map((row) => row.finishHours)),
    finishP90,
    waitMean: rowMeans(rows.map((row) => row.waitMeanMinutes)),
    unsampledAtDeadline: rowMeans(rows.map((row) => row.unsampledAtDeadline)),
    utilisation: rowMeans(rows.map((row) => row.utilisation)),
    onTimeShare,
  };
}

/** The run whose sampled finish is nearest the median; of equals the first. Runs that never finish count as infinite. */
function typicalReplication(records: readonly RunRecord[]): number {
  const finishes = Float64Array.from(records, ({ kpis }) => kpis.sampledFinishHours ?? Infinity);
  const median = Float64Array.from(finishes).sort()[Math.floor((finishes.length - 1) / 2)];
  let best = 0;
  finishes.forEach((at, i) => {
    if (at === median && finishes[best] !== median) best = i;
  });
  return records[best].replication;
}
