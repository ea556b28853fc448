import { describe, expect, it } from 'vitest';
import { createRun } from '../../../src/engine/index.ts';
import { estimate, finish, followRun, recordRun, summariseStudy, type RunRecord } from '../../../src/results/index.ts';
import { compileTown } from '../../builders/variant.ts';

const { input, sites, labs, population, participants } = compileTown({ 'positives.falsePositivePools': 0.01 });

function record(replication: number): RunRecord {
  const run = createRun(input, 4, replication);
  run.advanceTo(input.horizon);
  return recordRun(run, sites.length);
}

const records = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(record);
const subject = { scenario: { name: 'town', fingerprint: '0' }, seed: 4, population, participants };
const withFinish = (of: RunRecord, sampledFinishHours: number | null, unsampledAtDeadline = 0): RunRecord => ({
  ...of,
  kpis: { ...of.kpis, sampledFinishHours, unsampledAtDeadline },
});

describe('An estimate over runs', () => {
  it('has no interval at one run, one at two, and quantiles of type 7', () => {
    expect(estimate([47])).toEqual({ mean: 47, interval: null, p10: 47, p50: 47, p90: 47 });
    const two = estimate([40, 50]);
    expect(two.mean).toBe(45);
    expect(two.interval![0]).toBeCloseTo(45 - 12.7062047 * 5, 5);
    expect([two.p10, two.p50, two.p90]).toEqual([41, 45, 49]);
  });

  it('is null when any run did not get there, and of nothing', () => {
    const none = { mean: null, interval: null, p10: null, p50: null, p90: null };
    expect(estimate([40, null, 50])).toEqual(none);
    expect(estimate([])).toEqual(none);
  });
});

describe('A study', () => {
  const study = summariseStudy(subject, records);

  it('at one run has no interval of anything', () => {
    const one = summariseStudy(subject, records.slice(0, 1));
    expect(one.replications).toBe(1);
    expect([
      one.sampledWithinDeadline.interval,
      one.resultedWithinDeadline.interval,
      one.sampledFinish.interval,
      one.resultedFinish.interval,
    ]).toEqual([null, null, null, null]);
  });

  it('counts the runs that meet the deadline, at the deadline included, those that never get there not', () => {
    const four = [
      withFinish(records[0], 47.9),
      withFinish(records[1], 48),
      withFinish(records[2], 48.001, 10),
      withFinish(records[3], null, 90),
    ];
    const { sampledWithinDeadline, sampledFinish } = summariseStudy(subject, four);
    expect(sampledWithinDeadline.probability).toBe(0.5);
    expect(sampledWithinDeadline.interval![0]).toBeCloseTo(0.15003898915214947, 6);
    expect(sampledWithinDeadline.interval![1]).toBeCloseTo(0.8499610108478506, 6);
    expect(sampledWithinDeadline.missing).toBe(25);
    expect(sampledFinish.mean).toBeNull();
  });

  it('is the same whatever order the runs came in', () => {
    expect(summariseStudy(subject, [...records].reverse())).toEqual(study);
  });

  it('has bands in order, that begin at nobody and end at everybody', () => {
    for (const band of Object.values(study.bands)) {
      for (let step = 0; step < study.hours.length; step++) {
        expect(band.p10[step]).toBeLessThanOrEqual(band.p50[step]);
        expect(band.p50[step]).toBeLessThanOrEqual(band.p90[step]);
        expect(band.mean[step]).toBeGreaterThanOrEqual(0);
      }
      expect(band.mean[0]).toBe(0);
      expect(band.mean.at(-1)).toBe(participants);
    }
    expect(study.hours[1]).toBe(0.25);
  });

  it('a run that ends early holds its last value in the bands', () => {
    const short = { ...records[0], series: { ...records[0].series, sampled: Int32Array.of(0, 6000) } };
    const { bands, hours } = summariseStudy(subject, [short, records[1]]);
    const last = hours.length - 1;
    expect(bands.sampled.mean[last]).toBe(6000);
    expect(bands.sampled.mean[2]).toBe((6000 + records[1].series.sampled[2]) / 2);
  });

  it('names the run whose sampled finish is nearest the median, of an even number the lower middle one', () => {
    const finishes = [50, 44, 47, 45, 60];
    const of = (hours: readonly (number | null)[]): number =>
      summariseStudy(
        subject,
        hours.map((finish, i) => withFinish(records[i], finish)),
      ).typicalReplication;
    expect(of(finishes)).toBe(2);
    expect(of([50, 44, 47, 45])).toBe(3);
    expect(of([null, 44, null, null, 45])).toBe(0);
    expect(of([45, 45, 45])).toBe(0);
  });

  it('sums the sites up: the share on time is of runs with nobody left, means are over runs', () => {
    records[0].sites.finishHours.forEach((_, s) => {
      expect(study.sites.finishMean[s]).toBeCloseTo(records.reduce((sum, r) => sum + r.sites.finishHours[s], 0) / 9, 9);
      expect(study.sites.onTimeShare[s]).toBeCloseTo(records.filter((r) => r.sites.unsampledAtDeadline[s] === 0).length / 9, 12);
    });
    expect(study.sites.finishMean).toHaveLength(sites.length);
    expect(study.labs.tubes).toHaveLength(labs.length);
  });
});

describe("A run's record", () => {
  it('has figures that agree with each other', () => {
    for (const { kpis, series, sites: rows, labs: labRows } of records) {
      expect(series.sampled.at(-1)).toBe(participants);
      expect(series.resulted.at(-1)).toBe(participants);
      expect(kpis.sampledFinishHours).toBe(Math.max(...rows.finishHours));
      expect(kpis.unsampledAtDeadline).toBe(rows.unsampledAtDeadline.reduce((a, b) => a + b, 0));
      expect(kpis.sitesUnfinishedAtDeadline).toBe(rows.unsampledAtDeadline.filter((n) => n > 0).length);
      expect(kpis.waitMaxMinutes).toBe(Math.max(...rows.waitMaxMinutes));
      expect(kpis.swabs).toBe(participants + kpis.recalledPeople);
      expect(labRows.tubes.reduce((a, b) => a + b, 0)).toBe(kpis.tubes);
      expect(kpis.sampledT99Hours!).toBeLessThanOrEqual(kpis.sampledFinishHours!);
      expect(kpis.firstResultFinishHours!).toBeLessThanOrEqual(kpis.resultedFinishHours!);
      expect(kpis.resultedFinishHours!).toBeGreaterThan(kpis.sampledFinishHours! + 0.5);
      expect(kpis.labUtilisation).toBeGreaterThan(0);
      expect(kpis.labUtilisation).toBeLessThanOrEqual(1);
    }
  });

  it('the series at the deadline is the number of people who are there', () => {
    const step = (48 * 60) / 15;
    const heldAt = (values: Int32Array, i: number): number => values[Math.min(i, values.length - 1)];
    for (const { kpis, series } of records) {
      const at = (values: Int32Array): number => heldAt(values, step);
      // Bins of five minutes: exactly those whose swab or result came before T+48 h.
      expect(participants - at(series.sampled)).toBe(kpis.unsampledAtDeadline);
      expect(participants - at(series.resulted)).toBe(kpis.unresultedAtDeadline);
      const { sampled, delivered, resulted, arrived } = series;
      for (let i = 0; i < resulted.length; i++) {
        expect(heldAt(arrived, i)).toBeGreaterThanOrEqual(heldAt(sampled, i) - 8);
        expect(heldAt(sampled, i)).toBeGreaterThanOrEqual(heldAt(delivered, i));
        expect(heldAt(delivered, i)).toBeGreaterThanOrEqual(resulted[i] - kpis.recalledPeople);
      }
    }
  });

  it('99 per cent are reached between the steps of the series that hold them', () => {
    for (const { kpis, series } of records) {
      const step = series.sampled.findIndex((n) => n >= 0.99 * participants);
      expect(kpis.sampledT99Hours!).toBeLessThanOrEqual(step / 4);
      expect(kpis.sampledT99Hours!).toBeGreaterThan((step - 1) / 4);
    }
  });

  it('a run cut off before it got there has no finish, and counts those who are missing', () => {
    const run = createRun({ ...input, horizon: 20 * 3_600_000 }, 4, 0);
    run.advanceTo(run.input.horizon);
    const { kpis, sites: rows } = recordRun(run, sites.length);
    expect([kpis.sampledFinishHours, kpis.resultedFinishHours, kpis.sampledT99Hours, kpis.resultedT99Hours]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(kpis.unsampledAtDeadline).toBeGreaterThan(1000);
    expect(rows.finishHours.some(Number.isNaN)).toBe(true);
  });
});

describe.each(['epoch', 'heap'])('With more rounds than one (%s engine)', (engine) => {
  it('the figures of the sites are of the first round, like the verdict', () => {
    const twice = compileTown({ 'rounds.count': 2, 'rounds.intervalHours': 60, engine });
    const run = createRun(twice.input, 4, 0);
    run.advanceTo(twice.input.horizon);
    const { kpis, sites: rows } = recordRun(run, twice.sites.length);
    expect(Math.max(...rows.finishHours)).toBe(kpis.sampledFinishHours);
    expect(kpis.sampledFinishHours!).toBeLessThan(60);
  });

  it('a swab that ends after the horizon is not counted in another round', () => {
    const cut = compileTown({
      'rounds.count': 2,
      'rounds.intervalHours': 60,
      'doorstep.share': 0.5,
      'doorstep.minutesPerVisit': 60,
      engine,
    });
    const run = createRun({ ...cut.input, horizon: 12 * 3_600_000 }, 4, 0);
    run.advanceTo(run.input.horizon);
    const { sampled, bins } = run.state.count;
    const counted = sampled.subarray(0, bins).reduce((a, b) => a + b, 0);
    expect(counted).toBe(run.state.site.sampled.reduce((a, b) => a + b, 0));
    expect(sampled.subarray(bins).some((n) => n > 0)).toBe(false);
  });
});

describe('The typical run, followed in steps', () => {
  const followed = finish(followRun(createRun(input, 4, 0), sites.length, records[0].kpis));
  const at = (grid: ArrayLike<number>, place: number, step: number): number => grid[place * followed.steps + step];

  it('is the same run: finishes, sampled people and recalls equal the record', () => {
    expect(followed.siteFinishHours).toEqual(records[0].sites.finishHours);
    const last = followed.steps - 1;
    expect(sites.reduce((sum, _, s) => sum + at(followed.siteSampled, s, last), 0)).toBe(participants);
    expect(followed.recalled[last]).toBe(records[0].kpis.recalledPeople);
    expect(followed.reswabbed[last]).toBe(records[0].kpis.recalledPeople);
    expect(followed.rounds.tubes.reduce((a, b) => a + b, 0)).toBe(records[0].kpis.tubes - records[0].kpis.recalledPeople);
  });

  it('people sampled by a step began their swab before it: never fewer than have finished it, at most one a desk more', () => {
    for (let step = 0; step < Math.min(followed.steps, records[0].series.sampled.length); step++) {
      const begun = sites.reduce((sum, _, s) => sum + at(followed.siteSampled, s, step), 0);
      expect(begun).toBeGreaterThanOrEqual(records[0].series.sampled[step]);
      expect(begun - records[0].series.sampled[step]).toBeLessThanOrEqual(input.sites.desks.reduce((a, b) => a + b, 0));
    }
  });

  it('queues are empty before the opening, peak where they peak, and are gone at the end', () => {
    sites.forEach((_, s) => {
      expect(at(followed.siteQueue, s, 0)).toBe(0);
      expect(at(followed.siteQueue, s, followed.steps - 1)).toBe(0);
      expect(at(followed.siteTubesWaiting, s, followed.steps - 1)).toBe(0);
      let peak = 0;
      for (let step = 0; step < followed.steps; step++) {
        peak = Math.max(peak, at(followed.siteQueue, s, step));
      }
      const opening = Math.ceil(4 * followed.siteOpeningHours[s]);
      expect(opening).toBeGreaterThan(8);
      for (let step = 0; step < opening; step++) expect(at(followed.siteOpen, s, step)).toBe(0);
      expect(at(followed.siteOpen, s, opening + 1)).toBe(1);
      expect(followed.sitePeakQueue[s]).toBe(peak);
    });
    for (let lab = 0; lab < labs.length; lab++) expect(at(followed.labBacklog, lab, followed.steps - 1)).toBe(0);
  });

  it('lab lines in use are never more than there are', () => {
    for (let i = 0; i < followed.labLinesBusy.length; i++) expect(followed.labLinesBusy[i]).toBeLessThanOrEqual(followed.labLines[i]);
  });

  it('says where the last one per cent were', () => {
    const last = followed.lastPercent.reduce((a, b) => a + b, 0);
    expect(last).toBeGreaterThan(0);
    expect(last).toBeLessThanOrEqual(Math.ceil(0.01 * participants));
  });
});
