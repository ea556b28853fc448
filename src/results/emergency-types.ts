import type { Interval } from './types.ts';

/** Version of the emergency model. Raise it whenever any output of an emergency run changes, with a line in CHANGELOG.md. */
export const EMERGENCY_ENGINE_VERSION = '0.1.0';

export type Area = 'urban' | 'rural';
export const AREA_IDS: readonly Area[] = ['urban', 'rural'];

/** A mean over replications with its Student interval; no interval at one replication. */
export interface MeanFigure {
  readonly mean: number;
  readonly interval: Interval | null;
}

/** Minutes from the call to the crew at the patient. Means over replications; NaN where nobody called. Transfers are not in here. */
export interface ResponseFigures {
  readonly mean: number;
  readonly interval: Interval | null;
  readonly p50: number;
  readonly p50Interval: Interval | null;
  readonly p90: number;
  readonly p90Interval: Interval | null;
  readonly within15: MeanFigure;
  readonly within30: MeanFigure;
  readonly callsPerDay: number;
}

/** Cells of the distribution of response times: 1 minute each, the last one open. */
export const RESPONSE_BINS = 91;

/** One mission of the typical replication, for playback. Hours count from the start of the run; NaN where a step does not happen. */
export interface MissionTrace {
  readonly callAt: Float64Array;
  readonly dispatchAt: Float64Array;
  readonly leaveAt: Float64Array;
  readonly arriveAt: Float64Array;
  readonly leaveSceneAt: Float64Array;
  readonly hospitalAt: Float64Array;
  /** Clean and free again. */
  readonly freeAt: Float64Array;
  /** At a station again, or sent on (then the next mission's `dispatchAt`). */
  readonly backAt: Float64Array;
  /** Indices of the study's places, stations, hospitals and vehicles. `from`: station it left, or −1 − hospital, or −1 − hospitals − place when sent on from the road. */
  readonly place: Int32Array;
  readonly from: Int32Array;
  readonly vehicle: Int32Array;
  /** −1: treated on the spot. */
  readonly hospital: Int32Array;
  /** Station it goes back to. */
  readonly station: Int32Array;
  /** 0–2 severity of a call, 3 a transfer. */
  readonly severity: Uint8Array;
}

export interface CalibrationFit {
  /** Factor of speed in the area that brings its mean to the stated one; null where no factor from 0.25 to 4 does. */
  readonly factor: number | null;
  readonly statedMinutes: number;
  readonly meanMinutes: number;
  /** What the factor makes of the area's speed on local roads. */
  readonly impliedKmh: number;
}

export interface SurgeRow {
  readonly transfersPerDay: number;
  readonly responseMinutes: Readonly<Record<Area, ResponseFigures>>;
  /** Change of the mean against no transfers, paired run by run. */
  readonly change: Readonly<Record<Area, MeanFigure>>;
  readonly transferWaitMinutes: MeanFigure;
  readonly utilisation: MeanFigure;
  readonly queuedShare: MeanFigure;
}

/** The answer about ambulances: what page, command line and reports share. */
export interface EmergencyStudy {
  readonly engineVersion: string;
  readonly scenario: { readonly name: string; readonly fingerprint: string };
  readonly seed: number;
  readonly replications: number;
  readonly days: number;
  readonly warmUpDays: number;
  readonly standardMinutes: Readonly<Record<Area, number>>;
  readonly responseMinutes: Readonly<Record<Area | 'all', ResponseFigures>>;
  /** By severity, all areas. */
  readonly severities: readonly ResponseFigures[];
  /** Means by local hour of the call. */
  readonly byHour: {
    readonly urban: Float64Array;
    readonly rural: Float64Array;
    readonly callsPerDay: Float64Array;
    /** Vehicles on a mission, mean. */
    readonly vehiclesBusy: Float64Array;
  };
  /** In the order of the city's townships; NaN where nobody called. */
  readonly townships: {
    readonly callsPerDay: Float64Array;
    readonly mean: Float64Array;
    readonly p90: Float64Array;
    readonly withinStandard: Float64Array;
    /** Share served by a vehicle of a station that is not the nearest. */
    readonly elsewhere: Float64Array;
  };
  readonly stations: {
    readonly vehicles: Int32Array;
    readonly missionsPerDay: Float64Array;
    readonly utilisation: Float64Array;
    /** Share of its missions in another district than its own. */
    readonly outsideDistrict: Float64Array;
  };
  /** Share of vehicles' duty spent on missions. */
  readonly utilisation: MeanFigure;
  readonly vehiclesBusy: { readonly mean: number; readonly most: number };
  readonly callsPerDay: MeanFigure;
  /** Calls that found no vehicle free, and of these the lost (only where the waiting room is limited), per day; mean wait of the queued. */
  readonly queuedPerDay: MeanFigure;
  readonly lostPerDay: MeanFigure;
  readonly queueWaitMinutes: number;
  readonly servedElsewhere: MeanFigure;
  readonly transfers: { readonly perDay: number; readonly waitMinutes: MeanFigure; readonly unfinished: number };
  /** Share of calls by minute of response; [RESPONSE_BINS]. */
  readonly distribution: Readonly<Record<Area, Float64Array>>;
  readonly typicalReplication: number;
  readonly calibration: Readonly<Record<Area, CalibrationFit>> | null;
  readonly surge: readonly SurgeRow[] | null;
}
