import type { CourierRounds } from '../../src/results/index.ts';

/** Stops of a made-up tour. */
const STOPS = 3;
const BETWEEN_STOPS = 0.2;
const TO_LAB = 0.5;

/**
 * Courier rounds as regular as a timetable: three neighbouring sites each, every `every` hours from `from` until `until`, to one lab after
 * the other, `tubes` at each stop.
 */
export function fixtureRounds(sites: number, labs: number, { from = 6, until = 60, every = 2, tubes = 10 } = {}): CourierRounds {
  const tours = Math.ceil(sites / STOPS);
  const started = Array.from({ length: Math.ceil((until - from) / every) }, (_, turn) => from + turn * every);
  const rounds = started.flatMap((start) =>
    Array.from({ length: tours }, (_, courier) => {
      const stops = Array.from({ length: Math.min(STOPS, sites - courier * STOPS) }, (_, stop) => courier * STOPS + stop);
      const atLab = start + BETWEEN_STOPS * (stops.length - 1) + TO_LAB;
      return { start, courier, stops, atLab, lab: courier % labs };
    }),
  );
  const stopStart = new Int32Array(rounds.length + 1);
  rounds.forEach(({ stops }, round) => (stopStart[round + 1] = stopStart[round] + stops.length));
  return {
    startHours: Float64Array.from(rounds, ({ start }) => start),
    atLabHours: Float64Array.from(rounds, ({ atLab }) => atLab),
    backHours: Float64Array.from(rounds, ({ atLab }) => atLab + TO_LAB),
    courier: Int32Array.from(rounds, ({ courier }) => courier),
    lab: Int32Array.from(rounds, ({ lab }) => lab),
    tubes: Int32Array.from(rounds, ({ stops }) => tubes * stops.length),
    stopStart,
    stopSite: Int32Array.from(rounds.flatMap(({ stops }) => stops)),
    stopHours: Float64Array.from(rounds.flatMap(({ start, stops }) => stops.map((_, stop) => start + stop * BETWEEN_STOPS))),
    stopTubes: Int32Array.from(rounds.flatMap(({ stops }) => stops.map(() => tubes))),
  };
}
