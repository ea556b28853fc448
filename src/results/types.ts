/** Version of the model. Raise it whenever any output of any run changes, with a line in CHANGELOG.md. */
export const ENGINE_VERSION = '0.1.0';

/** Step of every published series, in minutes. */
export const SERIES_STEP_MINUTES = 15;

export type ResourceId = 'samplers' | 'devices' | 'openHours' | 'demandWindow' | 'couriers' | 'labs';
export const RESOURCE_IDS: readonly ResourceId[] = ['samplers', 'devices', 'openHours', 'demandWindow', 'couriers', 'labs'];

/** Lower and upper end of a 95 % interval. */
export type Interval = readonly [low: number, high: number];

/** One run's figures. Hours count from the order; null where the run did not get there before its horizon. */
export interface RunKpis {
  readonly sampledFinishHours: number | null;
  readonly resultedFinishHours: number | null;
  /** When the last first result is out: every pool and single tube read, people recalled for a re-test aside. */
  readonly firstResultFinishHours: number | null;
  /** Hour by which 99 % of the people who take part are sampled / have their result. */
  readonly sampledT99Hours: number | null;
  readonly resultedT99Hours: number | null;
  readonly unsampledAtDeadline: number;
  readonly unresultedAtDeadline: number;
  /** People whose first result (pool or single tube) is not out at the deadline; the rest of those unresulted are in re-test. */
  readonly unreadAtDeadline: number;
  readonly deadlineHours: number;
  readonly waitMeanMinutes: number;
  readonly waitP90Minutes: number;
  readonly waitMaxMinutes: number;
  /** Share of people who waited more than 60 minutes, 0–1. */
  readonly waitOver60Share: number;
  readonly tubes: number;
  readonly plates: number;
  /** Swab kits used, re-swabs included. */
  readonly swabs: number;
  /** Staff-hours on duty at the sites, both members of a pair counted. */
  readonly staffHours: number;
  readonly vehicleKilometres: number;
  /** Tubes collected later than the sealing rule, and at the lab later than the arrival rule. */
  readonly sealedLateTubes: number;
  readonly atLabLateTubes: number;
  /** Specimens older than 24 h when their assay began. */
  readonly oldSpecimens: number;
  readonly recalledPeople: number;
  /** Sites that still had people waiting at the deadline. */
  readonly sitesUnfinishedAtDeadline: number;
  /** Largest number of tubes waiting at all labs together. */
  readonly labBacklogPeakTubes: number;
  /** Time-weighted share of lab lines in use between the first delivery and the last result, 0–1. */
  readonly labUtilisation: number;
}

/** What a worker returns for one replication: figures, city series every 15 minutes, one row a site. Hours from the order. */
export interface RunRecord {
  readonly replication: number;
  readonly kpis: RunKpis;
  /** People, cumulative at 0, 15, 30 … minutes after the order. Each ends where nothing more happens; the last value holds afterwards. */
  readonly series: {
    readonly arrived: Int32Array;
    readonly sampled: Int32Array;
    readonly delivered: Int32Array;
    readonly resulted: Int32Array;
  };
  readonly sites: {
    readonly finishHours: Float64Array;
    readonly waitMeanMinutes: Float64Array;
    readonly waitMaxMinutes: Float64Array;
    readonly unsampledAtDeadline: Float64Array;
    /** Share of desk time on duty spent serving, 0–1. */
    readonly utilisation: Float64Array;
  };
  readonly labs: {
    readonly tubes: Float64Array;
    readonly utilisation: Float64Array;
    readonly backlogPeak: Float64Array;
    readonly lastResultHours: Float64Array;
  };
}

/** Every courier round that carried something, in the order of setting out. Hours count from the order. */
export interface CourierRounds {
  readonly startHours: Float64Array;
  readonly atLabHours: Float64Array;
  /** At the first stop again, free for the next round. */
  readonly backHours: Float64Array;
  readonly courier: Int32Array;
  readonly lab: Int32Array;
  readonly tubes: Int32Array;
  /** Stops of round r: [stopStart[r], stopStart[r + 1]) in the three below. */
  readonly stopStart: Int32Array;
  /** Site in the engine's order: door teams stand behind the planned sites. */
  readonly stopSite: Int32Array;
  readonly stopHours: Float64Array;
  /** Tubes taken at the stop. */
  readonly stopTubes: Int32Array;
}

/** The detail of the one typical run (典型一次), which the map, stories and lanes show. Row-major: [place × steps + step]. */
export interface TypicalRun {
  readonly replication: number;
  readonly steps: number;
  readonly stepMinutes: number;
  readonly siteQueue: Int32Array;
  readonly siteSampled: Int32Array;
  /** Minutes somebody who arrives in this step waits; 0 where nobody arrives or the site is closed. */
  readonly siteWaitMinutes: Float32Array;
  readonly siteOpen: Uint8Array;
  readonly siteOpeningHours: Float64Array;
  readonly siteFinishHours: Float64Array;
  readonly siteWaitP90Minutes: Float64Array;
  readonly siteWaitOver60Share: Float64Array;
  readonly sitePeakQueue: Int32Array;
  /** Tubes closed at each site and not yet collected. */
  readonly siteTubesWaiting: Int32Array;
  /** Tubes waiting at each lab, lines in use and lines at hand. */
  readonly labBacklog: Int32Array;
  readonly labLinesBusy: Int32Array;
  readonly labLines: Int32Array;
  /** Tubes on their way, whole city. */
  readonly carriedTubes: Int32Array;
  readonly rounds: CourierRounds;
  /** People recalled after a positive pool and people re-swabbed, cumulative per step. */
  readonly recalled: Int32Array;
  readonly reswabbed: Int32Array;
  /** The last 1 %: people per site whose swab came after the hour at which 99 % were done. */
  readonly lastPercent: Int32Array;
}

export interface Estimate {
  readonly mean: number | null;
  /** 95 % interval of the mean (Student); null at one run. */
  readonly interval: Interval | null;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

export interface DeadlineVerdict {
  /** Share of runs that meet the deadline, with its 95 % Wilson interval (null at one run). */
  readonly probability: number;
  readonly interval: Interval | null;
  readonly deadlineHours: number;
  /** People not there at the deadline, mean over runs. */
  readonly missing: number;
}

export interface Marginal {
  readonly resource: ResourceId;
  /** Which finish the effect is about. */
  readonly finish: 'sampled' | 'resulted';
  /** The change in plain words for files, such as "+37 desks (+10 %)"; pages word it from the resource and the amount. */
  readonly change: string;
  /** The change in the resource's own unit: desks, devices, hours a day, hours, couriers, tubes a day. */
  readonly amount: number;
  /** Change of the mean finish in hours, paired; negative is sooner. */
  readonly effectHours: number;
  readonly interval: Interval | null;
}

export interface Band {
  readonly mean: Float64Array;
  readonly p10: Float64Array;
  readonly p50: Float64Array;
  readonly p90: Float64Array;
}

/** The summary of a study; the page, the command line and the reports all read this one shape. */
export interface Study {
  readonly engineVersion: string;
  readonly scenario: { readonly name: string; readonly fingerprint: string };
  readonly seed: number;
  readonly replications: number;
  readonly population: number;
  /** People who take part; the verdicts are about them. */
  readonly participants: number;
  readonly sampledWithinDeadline: DeadlineVerdict;
  readonly resultedWithinDeadline: DeadlineVerdict;
  /** As above for first results: every pool and single tube read, people recalled for a re-test aside. */
  readonly firstResultWithinDeadline: DeadlineVerdict;
  readonly sampledFinish: Estimate & { readonly t99: number | null };
  readonly resultedFinish: Estimate & { readonly t99: number | null };
  /** Last first result, re-tests of recalled people aside. */
  readonly firstResultFinish: Estimate;
  readonly wait: { readonly mean: number; readonly p90: number; readonly max: number; readonly over60Share: number };
  /** Means over runs of the remaining figures of RunKpis. */
  readonly means: Readonly<
    Record<
      | 'tubes'
      | 'plates'
      | 'swabs'
      | 'staffHours'
      | 'vehicleKilometres'
      | 'sealedLateTubes'
      | 'atLabLateTubes'
      | 'oldSpecimens'
      | 'recalledPeople'
      | 'sitesUnfinishedAtDeadline'
      | 'labBacklogPeakTubes'
      | 'labUtilisation',
      number
    >
  >;
  /** Figures of each run in the order of replications, so that two studies with one seed can be paired run by run. */
  readonly runKpis: readonly RunKpis[];
  /** Finish of each run in the order of replications, hours; NaN where a run never got there. */
  readonly runFinishes: { readonly sampled: Float64Array; readonly resulted: Float64Array };
  readonly hours: Float64Array;
  readonly bands: { readonly arrived: Band; readonly sampled: Band; readonly delivered: Band; readonly resulted: Band };
  readonly sites: {
    readonly finishMean: Float64Array;
    readonly finishP90: Float64Array;
    readonly waitMean: Float64Array;
    readonly unsampledAtDeadline: Float64Array;
    readonly utilisation: Float64Array;
    /** Share of runs in which the site was done by the deadline. */
    readonly onTimeShare: Float64Array;
  };
  readonly labs: {
    readonly tubes: Float64Array;
    readonly utilisation: Float64Array;
    readonly backlogPeak: Float64Array;
    readonly lastResult: Float64Array;
  };
  /** Replication whose sampled finish is nearest the median. */
  readonly typicalReplication: number;
}
