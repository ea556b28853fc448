import { requireNonNegative, requirePositive, requireThat } from './arguments.ts';

/** Hours after the order during which a site works, rising and apart. */
export type Windows = readonly (readonly [from: number, to: number])[];

export interface RoundSite {
  /** People who will come. */
  readonly residents: number;
  /** Desks that work side by side. */
  readonly servers: number;
  /** People one desk samples an hour while open, breaks already taken off. */
  readonly perServerHour: number;
  readonly windows: Windows;
}

export interface RoundLabs {
  /** Tubes a day, from `fromHour` on; a borrowed laboratory is one more entry. */
  readonly capacities: readonly { readonly tubesPerDay: number; readonly fromHour: number }[];
  /** People per tube, at most the pool size: residents/tubes in the best case. */
  readonly peoplePerTube: number;
  /** Least time from a full tube at a site to a plate that starts: closing, carrying, waiting. */
  readonly leastDelayHours: number;
  /** Least time from the start of a plate to the released result. */
  readonly leastRunHours: number;
}

export interface RoundBound {
  /** Earliest end of sampling, hours after the order; Infinity when the windows end too early. */
  readonly samplingEndsAt: number;
  /** The site that sets it; the first of equals. */
  readonly slowestSite: number;
  /** Earliest last result, Infinity likewise; null when no laboratories were given. */
  readonly resultsEndAt: number | null;
}

/** Corner (hour, cumulative people or tubes) of a rising piecewise linear curve. */
type Corner = readonly [at: number, total: number];

/**
 * Lower bound on a screening round from capacities alone: nobody waits for anybody, desks never idle while open, plates are always full.
 * No simulated mean finish can be earlier, given the same capacities. It is far below the truth where arrivals, pools, rounds of couriers or luck decide.
 * Sampling: the latest site. Results: the laboratories are one server with rate C'(t) fed by the sampled tubes S(t), so N tubes are done when
 * C(t) = max over s of N − S(s) + C(s) (a busy period that starts at s). RangeError on impossible arguments. Derived here; the last step is the min-plus form of Lindley's recursion.
 */
export function roundBound(sites: readonly RoundSite[], labs?: RoundLabs): RoundBound {
  requireThat(sites.length > 0, 'sites', sites.length, 'at least one site');
  const ends = sites.map((site, i) => siteEnd(site, i));
  const samplingEndsAt = Math.max(...ends.map(({ at }) => at));
  const slowestSite = ends.findIndex(({ at }) => at === samplingEndsAt);
  if (labs === undefined) return { samplingEndsAt, slowestSite, resultsEndAt: null };
  return { samplingEndsAt, slowestSite, resultsEndAt: samplingEndsAt === Infinity ? Infinity : resultsEnd(sites, ends, labs) };
}

/** When the site's desks have worked long enough, and the stretches of hours they work until then. */
function siteEnd(site: RoundSite, index: number): { at: number; worked: [number, number][] } {
  const place = `sites[${index}]`;
  requireNonNegative(`${place}.residents`, site.residents);
  requireNonNegative(`${place}.servers`, site.servers);
  requirePositive(`${place}.perServerHour`, site.perServerHour);
  const rate = site.servers * site.perServerHour;
  let left = site.residents;
  let last = -Infinity;
  const worked: [number, number][] = [];
  if (left === 0) return { at: 0, worked };
  for (const [from, to] of site.windows) {
    requireThat(from >= last && to >= from, `${place}.windows`, `${from}-${to}`, 'rising hours that do not overlap');
    last = to;
    const capacity = rate * (to - from);
    if (capacity >= left && rate > 0) {
      const at = from + left / rate;
      worked.push([from, at]);
      return { at, worked };
    }
    worked.push([from, to]);
    left -= capacity;
  }
  return { at: Infinity, worked };
}

function resultsEnd(sites: readonly RoundSite[], ends: readonly { worked: [number, number][] }[], labs: RoundLabs): number {
  requirePositive('labs.peoplePerTube', labs.peoplePerTube);
  requireNonNegative('labs.leastDelayHours', labs.leastDelayHours);
  requireNonNegative('labs.leastRunHours', labs.leastRunHours);
  const slopes: Corner[] = [];
  sites.forEach((site, i) => {
    const rate = (site.servers * site.perServerHour) / labs.peoplePerTube;
    for (const [from, to] of ends[i].worked) slopes.push([from + labs.leastDelayHours, rate], [to + labs.leastDelayHours, -rate]);
  });
  const supply = curve(slopes);
  const capacity = curve(
    labs.capacities.map(({ tubesPerDay, fromHour }, i): Corner => {
      requireNonNegative(`labs.capacities[${i}].tubesPerDay`, tubesPerDay);
      requireThat(Number.isFinite(fromHour), `labs.capacities[${i}].fromHour`, fromHour, 'a finite hour');
      return [fromHour, tubesPerDay / 24];
    }),
  );
  const tubes = sites.reduce((sum, site) => sum + site.residents, 0) / labs.peoplePerTube;
  if (tubes === 0) return 0;
  // The maximum of a piecewise linear function stands on a corner of one of the two curves.
  const arrived = supply.corners[supply.corners.length - 1][0];
  let needed = -Infinity;
  for (const [at] of [...supply.corners, ...capacity.corners]) {
    if (at <= arrived) needed = Math.max(needed, tubes - supply.at(at) + capacity.at(at));
  }
  const done = Math.max(arrived, capacity.when(needed));
  return done + labs.leastRunHours;
}

interface Curve {
  readonly corners: readonly Corner[];
  at(hour: number): number;
  /** First hour with at least this total; Infinity when never. */
  when(total: number): number;
}

/** Integrates changes of slope into a rising curve that is 0 before its first corner. */
function curve(changes: readonly Corner[]): Curve {
  const sorted = [...changes].sort((a, b) => a[0] - b[0]);
  const corners: Corner[] = [];
  const rates: number[] = [];
  let rate = 0;
  let total = 0;
  sorted.forEach(([at, change], i) => {
    if (i > 0) total += rate * (at - sorted[i - 1][0]);
    rate += change;
    corners.push([at, total]);
    rates.push(Math.max(0, rate));
  });
  const before = (hour: number): number => corners.findLastIndex(([at]) => at <= hour);
  return {
    corners,
    at(hour) {
      const i = before(hour);
      return i < 0 ? 0 : corners[i][1] + rates[i] * (hour - corners[i][0]);
    },
    when(wanted) {
      if (wanted <= 0) return corners.length > 0 ? corners[0][0] : 0;
      for (let i = 0; i < corners.length; i++) {
        const next = i + 1 < corners.length ? corners[i + 1][1] : Infinity;
        if (wanted <= next && rates[i] > 0) return corners[i][0] + (wanted - corners[i][1]) / rates[i];
      }
      return Infinity;
    },
  };
}
