import { createCalendar, type Calendar } from '../kernel/index.ts';
import type { ScreeningInput } from './input.ts';
import { createLabState, type LabState } from './lab-state.ts';
import { createPeople, type HomeState, type PersonState, type RowState } from './people.ts';
import { createParcels, type ParcelState } from './parcel-state.ts';
import { createRecalls, type RecallState } from './recall-state.ts';
import { createTubes, type TubeState } from './tube-state.ts';

/** Bin of the city-wide counts: 5 minutes. */
export const BIN_TICKS = 300_000;
/** Bin of the waiting-time histogram: 4 seconds, 48 hours in all; longer waits count in the last bin. */
export const WAIT_BIN_TICKS = 4000;
export const WAIT_BINS = 43_201;

/** Words of one stream's state. */
export const STREAM_WORDS = 4;
/** Streams kept per site: infection marks, key-group marks, false-positive marks. */
export const SITE_STREAMS = 3;

/**
 * The whole state of a run as flat typed arrays and one calendar, so that a branch is a copy. "Open clock" is the time that a site has been
 * open: it stands still while the site is closed, so nights are not waiting time. real = open clock + offset of the present opening.
 */
export interface RunState {
  /** Instant up to which everything strictly before has happened. */
  now: number;
  deadline: number;
  poolSize: number;
  courierInterval: number;
  nextChange: number;
  /** Tubes at all labs that wait for a plate. */
  labWaiting: number;
  labWaitingPeak: number;
  calendar: Calendar;
  site: SiteState;
  desk: DeskState;
  person: PersonState;
  home: HomeState;
  row: RowState;
  tube: TubeState;
  parcel: ParcelState;
  recall: RecallState;
  courier: CourierState;
  lab: LabState;
  count: CountState;
}

export interface SiteState {
  /** First person of each site; −1 where it has no row. */
  personStart: Int32Array;
  deskStart: Int32Array;
  clock: Float64Array;
  opening: Float64Array;
  /** Daily hours in ticks after local midnight. */
  hoursOpen: Float64Array;
  hoursClose: Float64Array;
  shut: Uint8Array;
  isOpen: Uint8Array;
  /** 1 once the site's own draws are made. */
  prepared: Uint8Array;
  overtime: Uint8Array;
  /** Real instant minus open clock while the site is open. */
  offset: Float64Array;
  /** Open clock at the last closing; where it stands while the site is closed. */
  openClockAtClose: Float64Array;
  desks: Int32Array;
  /** Multiplier of sampling time: city and site speed times the pace of the day. */
  speed: Float64Array;
  pace: Float64Array;
  arrivalFactor: Float64Array;
  arrivalFactorUntil: Float64Array;
  travelFactor: Float64Array;
  /** People (of all rounds) who have arrived, begun registration, finished it in order, begun sampling. */
  arrived: Int32Array;
  /** People whom the site will serve in all: its own, less those who go elsewhere, and those who come from there. */
  expected: Int32Array;
  /** With boards: people on their way to the site, in the order of their coming, behind those who have arrived. */
  pending: Int32Array;
  /** With boards: waiting time shown at the last renewal, in ticks; −1 where the site is closed. */
  board: Float64Array;
  registered: Int32Array;
  sampled: Int32Array;
  registrars: Int32Array;
  registrarFree: Float64Array;
  registrarStart: Int32Array;
  nextKey: Float64Array;
  nextInfected: Float64Array;
  nextFalsePositive: Float64Array;
  streams: Int32Array;
  /** Arrival plan: bins [from, to) carry the demand from `low` to `high`, in rounds. */
  planStart: Int32Array;
  planSize: Int32Array;
  planNext: Int32Array;
  planFrom: Float64Array;
  planTo: Float64Array;
  planLow: Float64Array;
  planHigh: Float64Array;
  /** The site's own open tube where there is one a site: people, marks, open clock of its first and latest specimen. */
  tubePeople: Int32Array;
  tubeMarks: Int32Array;
  tubeFirst: Float64Array;
  tubeLast: Float64Array;
  /** The site's tubes lie at tubeStart … in the order of closing, with room for tubeRoom. */
  tubeStart: Int32Array;
  tubeRoom: Int32Array;
  tubes: Int32Array;
  collected: Int32Array;
  finish: Float64Array;
  /** Open clock at which the latest swab began. */
  lastTurn: Float64Array;
  waitSum: Float64Array;
  waitMax: Float64Array;
  busyTicks: Float64Array;
  dutyTicks: Float64Array;
  late: Int32Array;
}

export interface DeskState {
  /** Open clock at which the desk is free. */
  free: Float64Array;
  tubePeople: Int32Array;
  tubeMarks: Int32Array;
  /** Open clock of the open tube's first specimen. */
  tubeFirst: Float64Array;
}

export interface CourierState {
  head: Int32Array;
  tail: Int32Array;
  load: Int32Array;
  startedAt: Float64Array;
}

/** City-wide counts per 5-minute bin, row-major by round where a round counts, and totals. */
export interface CountState {
  bins: number;
  arrived: Int32Array;
  sampled: Int32Array;
  delivered: Int32Array;
  resulted: Int32Array;
  waits: Int32Array;
  finishSampled: Float64Array;
  finishResulted: Float64Array;
  /** Release of the last first result (pool or single tube, re-tests aside), and people of the first round who have theirs. */
  finishFirst: Float64Array;
  firstRead: number;
  firstReadInTime: number;
  /** People of the first round whose final result was out by the deadline. */
  resultedInTime: number;
  sealedLate: number;
  arrivedLate: number;
  oldSpecimens: number;
  recalled: number;
  reswabbed: number;
  confirmed: number;
  courierTicks: number;
  rounds: RoundLog;
}

/** Courier rounds that carried something, in order of their end. */
export interface RoundLog {
  size: number;
  startedAt: Float64Array;
  atLabAt: Float64Array;
  courier: Int32Array;
  lab: Int32Array;
  tubes: Int32Array;
}

function runningStarts(sizes: ArrayLike<number>): Int32Array {
  const starts = new Int32Array(sizes.length + 1);
  for (let i = 0; i < sizes.length; i++) starts[i + 1] = starts[i] + sizes[i];
  return starts;
}

/** Allocates the state of a run; `resetState` makes it that of a run before its first draw. */
export function createState(input: ScreeningInput, planBinsPerSite: number, spent?: RunState): RunState {
  const { count } = input.sites;
  const deskStart = runningStarts(input.sites.deskCapacity);
  const registrarStart = runningStarts(
    input.sites.registrars.map((n, s) => Math.max(n, input.sites.deskCapacity[s] * input.sites.registrarsPerDesk[s])),
  );
  const bins = Math.ceil(input.horizon / BIN_TICKS) + 1;
  const perRound = bins * input.rounds.count;
  const float = (n: number): Float64Array => new Float64Array(n);
  const whole = (n: number): Int32Array => new Int32Array(n);
  const { personStart, person, home, row } = createPeople(input, spent && { ...spent, personStart: spent.site.personStart });
  return {
    now: 0,
    deadline: input.deadline.ticks,
    poolSize: input.pool.size,
    courierInterval: input.couriers.interval,
    nextChange: 0,
    labWaiting: 0,
    labWaitingPeak: 0,
    calendar: createCalendar(),
    site: {
      personStart,
      deskStart,
      clock: float(count),
      opening: float(count),
      hoursOpen: float(count),
      hoursClose: float(count),
      shut: new Uint8Array(count),
      isOpen: new Uint8Array(count),
      prepared: new Uint8Array(count),
      overtime: new Uint8Array(count),
      offset: float(count),
      openClockAtClose: float(count),
      desks: whole(count),
      speed: float(count),
      pace: float(count),
      arrivalFactor: float(count),
      arrivalFactorUntil: float(count),
      travelFactor: float(count),
      arrived: whole(count),
      expected: whole(count),
      pending: whole(count),
      board: float(count),
      registered: whole(count),
      sampled: whole(count),
      registrars: whole(count),
      registrarFree: float(registrarStart[count]),
      registrarStart,
      nextKey: float(count),
      nextInfected: float(count),
      nextFalsePositive: float(count),
      streams: whole(count * SITE_STREAMS * STREAM_WORDS),
      planStart: whole(count).map((_, s) => s * planBinsPerSite),
      planSize: whole(count),
      planNext: whole(count),
      planFrom: float(count * planBinsPerSite),
      planTo: float(count * planBinsPerSite),
      planLow: float(count * planBinsPerSite),
      planHigh: float(count * planBinsPerSite),
      tubePeople: whole(count),
      tubeMarks: whole(count),
      tubeFirst: float(count),
      tubeLast: float(count),
      tubeStart: whole(count),
      tubeRoom: whole(count),
      tubes: whole(count),
      collected: whole(count),
      finish: float(count),
      lastTurn: float(count),
      waitSum: float(count),
      waitMax: float(count),
      busyTicks: float(count),
      dutyTicks: float(count),
      late: whole(count),
    },
    desk: {
      free: float(deskStart[count]),
      tubePeople: whole(deskStart[count]),
      tubeMarks: whole(deskStart[count]),
      tubeFirst: float(deskStart[count]),
    },
    person,
    home,
    row,
    tube: spent?.tube ?? createTubes(),
    parcel: spent?.parcel ?? createParcels(),
    recall: spent?.recall ?? createRecalls(),
    courier: {
      head: whole(input.couriers.count),
      tail: whole(input.couriers.count),
      load: whole(input.couriers.count),
      startedAt: float(input.couriers.count),
    },
    lab: createLabState(input),
    count: {
      bins,
      arrived: whole(perRound),
      sampled: whole(perRound),
      delivered: whole(perRound),
      resulted: whole(perRound),
      waits: whole(WAIT_BINS),
      finishSampled: float(input.rounds.count),
      finishResulted: float(input.rounds.count),
      finishFirst: float(input.rounds.count),
      firstRead: 0,
      firstReadInTime: 0,
      resultedInTime: 0,
      sealedLate: 0,
      arrivedLate: 0,
      oldSpecimens: 0,
      recalled: 0,
      reswabbed: 0,
      confirmed: 0,
      courierTicks: 0,
      rounds: { size: 0, startedAt: float(1024), atLabAt: float(1024), courier: whole(1024), lab: whole(1024), tubes: whole(1024) },
    },
  };
}
