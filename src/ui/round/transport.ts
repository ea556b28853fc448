import type { CourierRounds } from '../../results/index.ts';

/** A courier on its way between two places; place numbers as in the viewport: all sites, then all labs. */
export interface CourierTrip {
  readonly from: number;
  readonly to: number;
  /** Share of the way that is done, 0–1. */
  readonly share: number;
  /** Tubes on board; 0 on the way back from the lab. */
  readonly tubes: number;
  readonly round: number;
}

/** Ways between two places over which tubes are carried, loaded ones only. */
export interface FlowSegments {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** How tubes come from the sites to the labs in one run. */
export interface Transport {
  readonly rounds: CourierRounds;
  readonly courierCount: number;
  /** Rounds of each courier in order of time. */
  roundsOf(courier: number): readonly number[];
  /** Where a courier is at an hour; null while it stands at its first stop. */
  tripAt(courier: number, hours: number): CourierTrip | null;
  readonly segments: FlowSegments;
  /** Tubes an hour on each segment within half an hour of `hours`; the same array at every call. */
  flowsAt(hours: number): Float32Array;
  /** Tubes that a well-filled courier brings to a lab: where the scale of widths ends. */
  readonly fullLoad: number;
  /** The place number of a stop; −1 where it has no place on the map. */
  placeOfStop(stop: number): number;
}

/** Half the hour that flows show, and how long a way takes to come into it or to leave, in hours. */
const HALF_WINDOW = 0.5;
const FADE = 0.1;
/** Share of the rounds whose load stays below the scale's end. */
const BELOW_END = 0.95;

/** Last index whose value is at most `value`, −1 for none; `sorted` goes up. */
function lastAtMost(sorted: ArrayLike<number>, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** More places than any plan has. */
const MOST_PLACES = 1e6;

interface Leg {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly tubes: number;
}

/** Every loaded way of every round, and the segments that they share. */
function legsOf(rounds: CourierRounds, placeOfStop: (stop: number) => number, labPlace: (lab: number) => number) {
  const known = new Map<number, number>();
  const [from, to]: [number[], number[]] = [[], []];
  const segmentOf = (a: number, b: number): number => {
    const key = a * MOST_PLACES + b;
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, from.length);
    from.push(a);
    to.push(b);
    return from.length - 1;
  };
  const legs: Leg[] = [];
  for (let round = 0; round < rounds.courier.length; round++) {
    let tubes = 0;
    for (let stop = rounds.stopStart[round]; stop < rounds.stopStart[round + 1]; stop++) {
      tubes += rounds.stopTubes[stop];
      const last = stop + 1 === rounds.stopStart[round + 1];
      const [a, b] = [placeOfStop(stop), last ? labPlace(rounds.lab[round]) : placeOfStop(stop + 1)];
      if (tubes === 0 || a < 0 || b < 0 || a === b) continue;
      const end = last ? rounds.atLabHours[round] : rounds.stopHours[stop + 1];
      legs.push({ segment: segmentOf(a, b), start: rounds.stopHours[stop], end, tubes });
    }
  }
  legs.sort((a, b) => a.start - b.start);
  return { legs, segments: { from: Int32Array.from(from), to: Int32Array.from(to) } };
}

const known = new WeakMap<CourierRounds, Transport>();

/** As createTransport, made once for each run: the figures around it are renewed several times a second while a study runs. */
export function transportOf(rounds: CourierRounds, siteCount: number, anchors?: Int32Array): Transport {
  const made = known.get(rounds) ?? createTransport(rounds, siteCount, anchors);
  known.set(rounds, made);
  return made;
}

/** `anchors` give the planned site at which each site of the engine's list lies; by default door teams have no place. */
export function createTransport(rounds: CourierRounds, siteCount: number, anchors?: Int32Array): Transport {
  const placeOfStop = (stop: number): number => {
    const site = rounds.stopSite[stop];
    return site < siteCount ? site : (anchors?.[site] ?? -1);
  };
  const labPlace = (lab: number): number => siteCount + lab;
  const courierCount = rounds.courier.reduce((most, courier) => Math.max(most, courier + 1), 0);
  const byCourier = Array.from({ length: courierCount }, () => [] as number[]);
  rounds.courier.forEach((courier, round) => byCourier[courier].push(round));
  const starts = byCourier.map((list) => Float64Array.from(list, (round) => rounds.startHours[round]));
  const { legs, segments } = legsOf(rounds, placeOfStop, labPlace);
  const legStarts = Float64Array.from(legs, ({ start }) => start);
  const longest = legs.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const flows = new Float32Array(segments.from.length);
  const loads = Float64Array.from(rounds.tubes).sort();

  const tripOf = (round: number, hours: number): CourierTrip => {
    const [first, end] = [rounds.stopStart[round], rounds.stopStart[round + 1]];
    const lab = labPlace(rounds.lab[round]);
    const on = (from: number, to: number, start: number, until: number, tubes: number): CourierTrip => ({
      from,
      to,
      share: until > start ? (hours - start) / (until - start) : 1,
      tubes,
      round,
    });
    if (hours >= rounds.atLabHours[round]) return on(lab, placeOfStop(first), rounds.atLabHours[round], rounds.backHours[round], 0);
    let tubes = rounds.stopTubes[first];
    let stop = first;
    while (stop + 1 < end && rounds.stopHours[stop + 1] <= hours) tubes += rounds.stopTubes[++stop];
    return stop + 1 < end
      ? on(placeOfStop(stop), placeOfStop(stop + 1), rounds.stopHours[stop], rounds.stopHours[stop + 1], tubes)
      : on(placeOfStop(stop), lab, rounds.stopHours[stop], rounds.atLabHours[round], tubes);
  };

  return {
    rounds,
    courierCount,
    roundsOf: (courier) => byCourier[courier] ?? [],
    tripAt(courier, hours) {
      const at = lastAtMost(starts[courier], hours);
      if (at < 0 || hours >= rounds.backHours[byCourier[courier][at]]) return null;
      const trip = tripOf(byCourier[courier][at], hours);
      return trip.from < 0 || trip.to < 0 ? null : trip;
    },
    segments,
    flowsAt(hours) {
      flows.fill(0);
      for (let leg = lastAtMost(legStarts, hours + HALF_WINDOW); leg >= 0; leg--) {
        const { segment, start, end, tubes } = legs[leg];
        if (start < hours - HALF_WINDOW - longest) break;
        const beyond = Math.min(hours + HALF_WINDOW - start, end - hours + HALF_WINDOW) / FADE;
        if (beyond > 0) flows[segment] += tubes * Math.min(1, beyond);
      }
      return flows;
    },
    fullLoad: Math.max(1, loads[Math.floor((loads.length - 1) * BELOW_END)] ?? 1),
    placeOfStop,
  };
}
