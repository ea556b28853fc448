import type { EngineChange, ScreeningRun } from '../engine/index.ts';
import { TICKS_PER_HOUR } from '../units/index.ts';
import type { CourierRounds } from './types.ts';

const hours = (ticks: number): number => ticks / TICKS_PER_HOUR;

/** How much longer than planned the way from or to a site takes at an instant. */
function travelFactors(changes: readonly EngineChange[], siteCount: number): (site: number, at: number) => number {
  const steps = changes.flatMap((change) => (change.kind === 'travel' ? [change] : []));
  const factors = new Float64Array(siteCount).fill(1);
  let next = 0;
  let now = -Infinity;
  return (site, at) => {
    if (at < now) {
      factors.fill(1);
      next = 0;
    }
    now = at;
    for (; next < steps.length && steps[next].at <= at; next++) for (const s of steps[next].sites) factors[s] = steps[next].factor;
    return factors[site];
  };
}

/**
 * Every courier round of a finished run, stop by stop: when the courier was there, how many tubes it took, when it was at the lab and back
 * at its first stop. The stops are worked out from the log with the run's own travel times, tubes by the instants at which they were closed.
 */
export function readCourierRounds({ input, state }: ScreeningRun): CourierRounds {
  const { tourStart, tourSites, legTicks } = input.couriers;
  const { site, tube } = state;
  const log = state.count.rounds;
  const order = Int32Array.from({ length: log.size }, (_, round) => round).sort((a, b) => log.startedAt[a] - log.startedAt[b] || a - b);
  const stopsOf = (round: number): number => tourStart[log.courier[round] + 1] - tourStart[log.courier[round]];
  const stopStart = new Int32Array(log.size + 1);
  order.forEach((round, at) => (stopStart[at + 1] = stopStart[at] + stopsOf(round)));
  const stopSite = new Int32Array(stopStart[log.size]);
  const stopHours = new Float64Array(stopStart[log.size]);
  const stopTubes = new Int32Array(stopStart[log.size]);
  const backHours = new Float64Array(log.size);
  const factorAt = travelFactors(input.changes, input.sites.count);
  const taken = new Int32Array(input.sites.count);
  order.forEach((round, at) => {
    const first = tourStart[log.courier[round]];
    let now = log.startedAt[round];
    for (let stop = 0; stop < stopsOf(round); stop++) {
      const s = tourSites[first + stop];
      if (stop > 0) now += Math.round(legTicks[first + stop] * factorAt(s, now));
      const from = taken[s];
      while (taken[s] < site.tubes[s] && tube.closedAt[site.tubeStart[s] + taken[s]] <= now) taken[s]++;
      stopSite[stopStart[at] + stop] = s;
      stopHours[stopStart[at] + stop] = hours(now);
      stopTubes[stopStart[at] + stop] = taken[s] - from;
    }
    const home = tourSites[first];
    backHours[at] = hours(log.atLabAt[round] + input.labs.fromSite[home * input.labs.count + log.lab[round]] * factorAt(home, now));
  });
  return {
    startHours: Float64Array.from(order, (round) => hours(log.startedAt[round])),
    atLabHours: Float64Array.from(order, (round) => hours(log.atLabAt[round])),
    backHours,
    courier: Int32Array.from(order, (round) => log.courier[round]),
    lab: Int32Array.from(order, (round) => log.lab[round]),
    tubes: Int32Array.from(order, (round) => log.tubes[round]),
    stopStart,
    stopSite,
    stopHours,
    stopTubes,
  };
}
