import type { QuantileTable } from '../random/index.ts';

/** Areas have standards, speeds and results of their own: the urban core and the country. */
export const URBAN = 0;
export const RURAL = 1;
export const AREAS = 2;

/** Severities of calls, most urgent first; a transfer of a confirmed case stands behind them all. */
export const SEVERITIES = 3;
export const TRANSFER = 3;

/** Where people call from: villages, or cells of a grid. */
export interface CallPlaces {
  readonly count: number;
  /** URBAN or RURAL. */
  readonly area: Uint8Array;
  /** Township, by which results are added up; means nothing to the engine. */
  readonly township: Int32Array;
  /** District that dispatch by district keeps to. */
  readonly district: Int32Array;
  readonly callsPerYear: Float64Array;
}

export interface StationInputs {
  readonly count: number;
  readonly area: Uint8Array;
  readonly district: Int32Array;
}

export interface HospitalInputs {
  readonly count: number;
  /** 1 where patients of ordinary calls / confirmed cases are taken in. */
  readonly takesCalls: Uint8Array;
  readonly takesTransfers: Uint8Array;
}

export interface VehicleInputs {
  readonly count: number;
  /** Names its stream of breakdowns, so that one vehicle more moves no other's; 32 bits, unique. */
  readonly key: Int32Array;
  /** Station at which it stands by. */
  readonly station: Int32Array;
  /** Daily duty: local start, ticks after midnight, and length. A whole day means round the clock, 0 that it only comes when it is called. */
  readonly dutyStart: Int32Array;
  readonly dutyLength: Int32Array;
  /** 1 for vehicles of other cities, which "borrow" calls; "recall" calls the others. */
  readonly borrowed: Uint8Array;
}

/** Ticks off peak, row by row, and how much slower each hour is. */
export interface EmergencyTravel {
  /** [station × place] */
  readonly stationToPlace: Int32Array;
  /** [place × hospital] */
  readonly placeToHospital: Int32Array;
  /** [hospital × station] */
  readonly hospitalToStation: Int32Array;
  /** [place × station]; for vehicles that go home and as legs of ways between two places, which lead by the best station or hospital. */
  readonly placeToStation: Int32Array;
  /** [hospital × place], for vehicles sent on from a hospital. */
  readonly hospitalToPlace: Int32Array;
  /** [station × station], for vehicles that move up. */
  readonly stationToStation: Int32Array;
  /** [area × local hour of day]: factor of travel time, 1 off peak. The area is the patient's on the way to and from him, the station's on the way home. */
  readonly slowness: Float64Array;
}

/** Lengths of a mission's steps. Tables are quantiles in ticks. */
export interface MissionTimes {
  /** From the call to the order to a crew. */
  readonly handling: number;
  /** From the order to wheels turning; nothing for a crew that is on the road. */
  readonly turnout: QuantileTable;
  readonly scene: QuantileTable;
  readonly handover: QuantileTable;
  readonly cleaning: number;
  readonly cleaningInfectious: number;
  /** Share taken to hospital, by severity. */
  readonly transported: Float64Array;
  /** Share of ordinary calls after which the vehicle is cleaned as after an infectious patient. */
  readonly infectious: number;
  /**
   * For checks against closed forms alone, else null: one drawn time that a vehicle is away, from its order until it stands at its station
   * again, whatever the steps; no turn-out, no hospital.
   */
  readonly whole: QuantileTable | null;
}

export interface TransferInputs {
  readonly perDay: number;
  /** Cases at random between these ticks. */
  readonly from: number;
  readonly until: number;
  /** 24 relative weights by local hour. */
  readonly hourWeights: Float64Array;
  /** Where cases live: relative weights by place. */
  readonly placeWeights: Float64Array;
  /** Cases confirmed at known instants, as a screening round finds them; sorted. */
  readonly listedAt: Float64Array;
  readonly listedPlace: Int32Array;
}

export type DispatchPolicy = 'closest' | 'district' | 'redispatch' | 'moveUp';

export interface DispatchRules {
  readonly policy: DispatchPolicy;
  /** Waiting calls are served by severity, then in order of calling; else in order of calling alone. */
  readonly priority: boolean;
  /** A transfer waits while no more than this many vehicles are free. */
  readonly heldForCalls: number;
  /** Re-dispatch: a crew is replaced on its way when another would be there at least so many ticks earlier. */
  readonly redispatchGain: number;
  /** Calls that may wait for a vehicle; Infinity as a rule, 0 makes it a loss system. A call beyond is lost. */
  readonly waitingRoom: number;
  /** Move-up: stations by need, a station as often as it should have vehicles; k free vehicles belong at the first k of them. */
  readonly compliance: Int32Array;
}

/**
 * What is done under pressure. `queued`: so many calls wait for a vehicle. `free`: no more than so many vehicles stand free.
 * `lend`: districts help each other. `recall`: vehicles off duty come. `borrow`: vehicles of other cities come. In force from `delay`
 * after the trigger for `hold`.
 */
export interface EscalationRule {
  readonly when: 'queued' | 'free';
  readonly level: number;
  readonly action: 'lend' | 'recall' | 'borrow';
  /** Vehicles called at most; 0 for `lend`. */
  readonly vehicles: number;
  readonly delay: number;
  readonly hold: number;
}

/** Ticks after the start; nothing before `at` is altered. */
export type EmergencyChange =
  /** Factor of the rate of calls until a tick (Infinity: for good). */
  | { readonly at: number; readonly kind: 'calls'; readonly factor: number; readonly until: number }
  /** Other roads: every table anew, their slowness not counted. */
  | { readonly at: number; readonly kind: 'roads'; readonly travel: EmergencyTravel }
  /** Factor of travel time in an area. */
  | { readonly at: number; readonly kind: 'travel'; readonly area: number; readonly factor: number }
  /** A closed station's vehicles are away once their mission is over. */
  | { readonly at: number; readonly kind: 'station'; readonly station: number; readonly closed: boolean }
  | { readonly at: number; readonly kind: 'hospital'; readonly hospital: number; readonly closed: boolean }
  /** One vehicle put out of service or back in. */
  | { readonly at: number; readonly kind: 'vehicle'; readonly vehicle: number; readonly inService: boolean };

/** Everything an emergency run depends on beside seed and replication. */
export interface EmergencyInput {
  /** Ticks from the start to the end of calls; what is counted begins after `warmUp`. Missions under way at the end are finished. */
  readonly horizon: number;
  readonly warmUp: number;
  /** Local time of day at the start, ticks, and day of the week, 0 = Monday. */
  readonly startClock: number;
  readonly startWeekday: number;
  readonly places: CallPlaces;
  readonly stations: StationInputs;
  readonly hospitals: HospitalInputs;
  readonly vehicles: VehicleInputs;
  readonly travel: EmergencyTravel;
  /** Relative weights, mean-free: 24 local hours and 7 days. */
  readonly hourWeights: Float64Array;
  readonly dayWeights: Float64Array;
  /** Shares of the severities; they add up to 1. */
  readonly severityShares: Float64Array;
  readonly times: MissionTimes;
  readonly transfers: TransferInputs;
  readonly rules: DispatchRules;
  readonly escalation: readonly EscalationRule[];
  /** Mean ticks in service between two breakdowns of a vehicle (0: none), and how long one is away. */
  readonly breakdown: { readonly meanUp: number; readonly repair: number };
  /** Coefficient of variation of the city-wide factor of travel time that each replication draws. */
  readonly speedCv: number;
  readonly changes: readonly EmergencyChange[];
}
