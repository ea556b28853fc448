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
/** The same of a township, for its quantiles. */
export const TOWNSHIP_BINS = 241;

/** Points of the network: stations, then hospitals, then the places that people call from, in one numbering. */
export interface NetworkPoints {
  readonly stations: number;
  readonly hospitals: number;
  /** Degrees. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
}

/** Missions of a stretch of the typical replication, for playback: a row a mission. Hours count from the start of the stretch; NaN where a step does not happen. */
export interface MissionTrace {
  /** Local clock of the start, hours after midnight, and length of the stretch. */
  readonly startClock: number;
  readonly hours: number;
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
  /** Points: where the patient is, where the crew left from, the hospital (−1: treated on the spot), the station that it goes back to. */
  readonly place: Int32Array;
  readonly from: Int32Array;
  readonly hospital: Int32Array;
  readonly station: Int32Array;
  readonly vehicle: Int32Array;
  /** 0–2 severity of a call, 3 a transfer. */
  readonly severity: Uint8Array;
  /** Point at which each vehicle of the fleet stands by; −1 for those that only come when they are called. */
  readonly homes: Int32Array;
  readonly points: NetworkPoints;
}

/** What one replication gives. Sums, so that a study can add them up; calls of the warm-up are not in here. */
export interface EmergencyRecord {
  readonly replication: number;
  readonly days: number;
  /** Urban, rural, all; then the severities. */
  readonly groups: readonly GroupRecord[];
  /** [area × RESPONSE_BINS] calls by minute of response. */
  readonly distribution: Int32Array;
  /** [area × hour] calls and minutes of response by local hour of the call. */
  readonly hourCalls: Float64Array;
  readonly hourMinutes: Float64Array;
  /** [hour] vehicle-hours on missions. */
  readonly hourBusy: Float64Array;
  /** By township; the distribution is [township × TOWNSHIP_BINS]. */
  readonly townshipCalls: Float64Array;
  readonly townshipMinutes: Float64Array;
  readonly townshipWithin: Float64Array;
  readonly townshipElsewhere: Float64Array;
  readonly townshipDistribution: Int32Array;
  /** By station: missions, of these outside of its district, hours busy and hours at hand. */
  readonly stationMissions: Float64Array;
  readonly stationOutside: Float64Array;
  readonly stationBusyHours: Float64Array;
  readonly stationHandHours: Float64Array;
  readonly mostBusy: number;
  readonly queued: number;
  readonly lost: number;
  /** Neither lost nor served when the run ended. */
  readonly unserved: number;
  readonly queueMinutes: number;
  readonly elsewhere: number;
  readonly transfers: number;
  readonly transferMinutes: number;
  readonly transfersUnserved: number;
}

export interface GroupRecord {
  readonly calls: number;
  /** Sum of the minutes of response. */
  readonly minutes: number;
  readonly p50: number;
  readonly p90: number;
  readonly within15: number;
  readonly within30: number;
}

/** What a user should know before he turns a knob. */
export type EmergencyNote =
  /** Most vehicles stand idle: stations and travel decide, not the fleet. */
  | 'fleetHardlyMatters'
  /** More is asked of the fleet than it can do: figures depend on how long the run is. */
  | 'overloaded'
  /** Some calls were never served. */
  | 'unserved';

export interface CalibrationFit {
  /** Factor of speed for patients in the area that brings its mean to the stated one; null where no factor from 0.25 to 4 does. */
  readonly factor: number | null;
  readonly statedMinutes: number;
  readonly meanMinutes: number;
  /** What the factor makes of the area's speed on its roads. */
  readonly impliedKmh: number;
}

export interface SurgeRow {
  readonly transfersPerDay: number;
  readonly responseMinutes: Readonly<Record<Area, ResponseFigures>>;
  /** Change of the mean against no transfers, paired run by run. */
  readonly change: Readonly<Record<Area, MeanFigure>>;
  /** From the confirmation to the crew at the door. */
  readonly transferMinutes: MeanFigure;
  readonly utilisation: MeanFigure;
  readonly vehiclesBusy: number;
  /** Calls that found no vehicle to send, of all calls. */
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
  readonly fleet: number;
  /** Share of the vehicles' time at hand spent on missions. */
  readonly utilisation: MeanFigure;
  readonly vehiclesBusy: { readonly mean: number; readonly most: number };
  readonly callsPerDay: MeanFigure;
  /** Calls that found no vehicle free, and of these the lost (only where the waiting room is limited), per day; mean wait of the queued. */
  readonly queuedPerDay: MeanFigure;
  readonly lostPerDay: MeanFigure;
  readonly queueWaitMinutes: number;
  /** Calls that nobody had come to when the run ended, per day; not among the minutes. */
  readonly unservedPerDay: MeanFigure;
  readonly servedElsewhere: MeanFigure;
  /** Confirmed cases: a day, minutes from the confirmation to the crew at the door, those never fetched. */
  readonly transfers: { readonly perDay: number; readonly minutes: MeanFigure; readonly unserved: number };
  /** Share of calls by minute of response; [RESPONSE_BINS]. */
  readonly distribution: Readonly<Record<Area, Float64Array>>;
  readonly typicalReplication: number;
  readonly notes: readonly EmergencyNote[];
  readonly calibration: Readonly<Record<Area, CalibrationFit>> | null;
  readonly surge: readonly SurgeRow[] | null;
}
