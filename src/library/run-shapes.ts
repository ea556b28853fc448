import {
  RESOURCE_IDS,
  type Band,
  type DeadlineVerdict,
  type Estimate,
  type Marginal,
  type RunKpis,
  type Study,
  type TypicalRun,
} from '../results/index.ts';
import type { Marginals, Remedy } from '../experiment/index.ts';
import type { Shape } from './shape.ts';

const verdict: Shape<DeadlineVerdict> = {
  fields: { probability: 'number', interval: 'interval or null', deadlineHours: 'number', missing: 'number' },
};
const estimateFields = {
  mean: 'number or null',
  interval: 'interval or null',
  p10: 'number or null',
  p50: 'number or null',
  p90: 'number or null',
} as const;
const estimate: Shape<Estimate> = { fields: estimateFields };
const finish: Shape<Study['sampledFinish']> = { fields: { ...estimateFields, t99: 'number or null' } };
const band: Shape<Band> = { fields: { mean: 'Float64Array', p10: 'Float64Array', p50: 'Float64Array', p90: 'Float64Array' } };

const kpis: Shape<RunKpis> = {
  fields: {
    sampledFinishHours: 'number or null',
    resultedFinishHours: 'number or null',
    firstResultFinishHours: 'number or null',
    sampledT99Hours: 'number or null',
    resultedT99Hours: 'number or null',
    unsampledAtDeadline: 'number',
    unresultedAtDeadline: 'number',
    unreadAtDeadline: 'number',
    deadlineHours: 'number',
    waitMeanMinutes: 'number',
    waitP90Minutes: 'number',
    waitMaxMinutes: 'number',
    waitOver60Share: 'number',
    tubes: 'number',
    plates: 'number',
    swabs: 'number',
    staffHours: 'number',
    vehicleKilometres: 'number',
    sealedLateTubes: 'number',
    atLabLateTubes: 'number',
    oldSpecimens: 'number',
    recalledPeople: 'number',
    sitesUnfinishedAtDeadline: 'number',
    labBacklogPeakTubes: 'number',
    labUtilisation: 'number',
  },
};

export const STUDY_SHAPE: Shape<Study> = {
  fields: {
    engineVersion: 'text',
    scenario: { fields: { name: 'text', fingerprint: 'text' } },
    seed: 'number',
    replications: 'number',
    population: 'number',
    participants: 'number',
    sampledWithinDeadline: verdict,
    resultedWithinDeadline: verdict,
    firstResultWithinDeadline: verdict,
    sampledFinish: finish,
    resultedFinish: finish,
    firstResultFinish: estimate,
    wait: { fields: { mean: 'number', p90: 'number', max: 'number', over60Share: 'number' } },
    means: {
      fields: {
        tubes: 'number',
        plates: 'number',
        swabs: 'number',
        staffHours: 'number',
        vehicleKilometres: 'number',
        sealedLateTubes: 'number',
        atLabLateTubes: 'number',
        oldSpecimens: 'number',
        recalledPeople: 'number',
        sitesUnfinishedAtDeadline: 'number',
        labBacklogPeakTubes: 'number',
        labUtilisation: 'number',
      },
    },
    runKpis: { each: kpis },
    runFinishes: { fields: { sampled: 'Float64Array', resulted: 'Float64Array' } },
    hours: 'Float64Array',
    bands: { fields: { arrived: band, sampled: band, delivered: band, resulted: band } },
    sites: {
      fields: {
        finishMean: 'Float64Array',
        finishP90: 'Float64Array',
        waitMean: 'Float64Array',
        unsampledAtDeadline: 'Float64Array',
        utilisation: 'Float64Array',
        onTimeShare: 'Float64Array',
      },
    },
    labs: { fields: { tubes: 'Float64Array', utilisation: 'Float64Array', backlogPeak: 'Float64Array', lastResult: 'Float64Array' } },
    typicalReplication: 'number',
  },
};

export const TYPICAL_SHAPE: Shape<TypicalRun> = {
  fields: {
    replication: 'number',
    steps: 'number',
    stepMinutes: 'number',
    siteQueue: 'Int32Array',
    siteSampled: 'Int32Array',
    siteWaitMinutes: 'Float32Array',
    siteOpen: 'Uint8Array',
    siteOpeningHours: 'Float64Array',
    siteFinishHours: 'Float64Array',
    siteWaitP90Minutes: 'Float64Array',
    siteWaitOver60Share: 'Float64Array',
    sitePeakQueue: 'Int32Array',
    siteTubesWaiting: 'Int32Array',
    labBacklog: 'Int32Array',
    labLinesBusy: 'Int32Array',
    labLines: 'Int32Array',
    carriedTubes: 'Int32Array',
    rounds: {
      fields: {
        startHours: 'Float64Array',
        atLabHours: 'Float64Array',
        backHours: 'Float64Array',
        courier: 'Int32Array',
        lab: 'Int32Array',
        tubes: 'Int32Array',
        stopStart: 'Int32Array',
        stopSite: 'Int32Array',
        stopHours: 'Float64Array',
        stopTubes: 'Int32Array',
      },
    },
    recalled: 'Int32Array',
    reswabbed: 'Int32Array',
    lastPercent: 'Int32Array',
  },
};

const resource = { oneOf: RESOURCE_IDS } as const;
const marginal: Shape<Marginal> = {
  fields: {
    resource,
    finish: { oneOf: ['sampled', 'resulted'] },
    change: 'text',
    amount: 'number',
    effectHours: 'number',
    interval: 'interval or null',
  },
};

export const MARGINALS_SHAPE: Shape<Marginals> = {
  fields: { marginal: { each: marginal }, binding: { fields: { sampling: resource, results: resource } } },
};

/** A remedy on the disk: its scenario lies beside it as text. */
export const REMEDY_SHAPE: Shape<Omit<Remedy, 'scenario'>> = {
  fields: {
    kind: { oneOf: ['desks', 'pace', 'tubes'] },
    deadline: { oneOf: ['sampled', 'resulted'] },
    amount: 'number',
    desks: 'number',
    devices: 'number',
    probability: 'number',
    interval: 'interval or null',
    goalHours: 'number or null',
    study: STUDY_SHAPE,
  },
};
