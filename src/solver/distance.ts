import { solveLscp, solveMclp } from './covering.ts';
import { Program, type ProgramSolver } from './program.ts';
import {
  answerOf,
  InfeasibleSiting,
  nearestMinutes,
  SITING_SECONDS,
  SitingOutOfTime,
  sitesWithin,
  uncoveredPoints,
  type SitingAnswer,
  type SitingCase,
  type SitingOptions,
} from './siting.ts';

/** Says who of the points stays beyond `within` when so few sites, or any number of them, are chosen as well as can be. */
function refuse(
  solve: ProgramSolver,
  siting: SitingCase,
  options: SitingOptions & { readonly sites: number },
  within: number,
  points: readonly number[] = Array.from(siting.demandIds.keys()),
): never {
  const counts = new Set(points);
  const alone = uncoveredPoints(siting, Array.from(siting.siteIds.keys()), within).filter((i) => counts.has(i));
  if (alone.length > 0) throw new InfeasibleSiting('reach', alone);
  const each = { ...siting, demand: Float64Array.from(siting.demandIds, (_, i) => (counts.has(i) ? 1 : 0)) };
  const left = solveMclp(solve, each, { ...options, within }).uncovered.filter((i) => counts.has(i));
  throw new InfeasibleSiting('count', left);
}

/** As long as any way may take. */
const LONGEST = Number.MAX_VALUE;

/**
 * p-median (Hakimi 1964): with so many sites the least demand-weighted mean minutes to the nearest. Points without demand do not count.
 * Throws InfeasibleSiting when a point with demand cannot be reached, or not within `within`.
 */
export function solvePmedian(solve: ProgramSolver, siting: SitingCase, options: SitingOptions & { readonly sites: number }): SitingAnswer {
  const within = options.within ?? LONGEST;
  const counted = Array.from(siting.demandIds.keys()).filter((i) => siting.demand[i] > 0);
  const columns = siting.siteIds.length;
  const program = new Program();
  const kept = new Set(options.kept);
  siting.siteIds.forEach((_, s) => program.addColumn(0, kept.has(s) ? 1 : 0, 1, true));
  program.addRow(
    options.sites,
    options.sites,
    siting.siteIds.map((_, s) => [s, 1] as const),
  );
  const total = siting.demand.reduce((sum, demand) => sum + demand, 0);
  for (const i of counted) {
    const sites = sitesWithin(siting, i, within);
    const goes = sites.map((s) => program.addColumn(siting.demand[i] * siting.minutes[i * columns + s], 0, 1, false));
    program.addRow(
      1,
      1,
      goes.map((column) => [column, 1] as const),
    );
    goes.forEach((column, k) =>
      program.addRow(0, Infinity, [
        [sites[k], 1],
        [column, -1],
      ]),
    );
  }
  const { status, values, bound } = solve(program, options.seconds ?? SITING_SECONDS);
  if (status === 'infeasible') refuse(solve, siting, options, within, counted);
  if (!values) throw new SitingOutOfTime();
  const chosen = Array.from(siting.siteIds.keys()).filter((s) => values[s] > 0.5);
  const objective = counted.reduce((sum, i) => sum + siting.demand[i] * nearestMinutes(siting, i, chosen), 0) / (total || 1);
  return answerOf('pmedian', 'least', { objective, bound: bound / (total || 1), chosen });
}

/**
 * p-centre: with so many sites the least of the longest minutes to the nearest, found by covering (Minieka 1970): the answer is one of
 * the minutes of the case, and so many sites cover all within it or they do not. Every point counts, with demand or without.
 * Throws InfeasibleSiting when a point cannot be reached, or not within `within`.
 */
export function solvePcenter(solve: ProgramSolver, siting: SitingCase, options: SitingOptions & { readonly sites: number }): SitingAnswer {
  const all = Array.from(siting.siteIds.keys());
  const least = siting.demandIds.reduce((most, _, i) => Math.max(most, nearestMinutes(siting, i, all)), 0);
  if (least === Infinity) refuse(solve, siting, options, LONGEST);
  const radii = [...new Set(siting.minutes)].filter((minutes) => minutes >= least && minutes < Infinity).sort((a, b) => a - b);
  const covers = new Map<number, SitingAnswer>();
  const coverAt = (radius: number): SitingAnswer => {
    const found = covers.get(radius) ?? solveLscp(solve, siting, { within: radius, kept: options.kept, seconds: options.seconds });
    covers.set(radius, found);
    return found;
  };
  const widest = coverAt(radii[radii.length - 1]);
  if (widest.bound > options.sites) refuse(solve, siting, options, LONGEST);
  if (widest.objective > options.sites) throw new SitingOutOfTime();
  let reached = radii.length - 1;
  for (let low = 0; low < reached;) {
    const middle = (low + reached) >> 1;
    if (coverAt(radii[middle]).objective <= options.sites) reached = middle;
    else low = middle + 1;
  }
  const bound = provedRadius(radii, covers, options.sites);
  const { chosen } = coverAt(radii[reached]);
  const full = fillUp(chosen, options.sites, all.length);
  const objective = siting.demandIds.reduce((most, _, i) => Math.max(most, nearestMinutes(siting, i, full)), 0);
  if (options.within !== undefined && objective > options.within) refuse(solve, siting, options, options.within);
  return answerOf('pcenter', 'least', { objective, bound: Math.min(bound, objective), chosen: full });
}

/** The least radius that is not proved to be too small. */
function provedRadius(radii: readonly number[], covers: ReadonlyMap<number, SitingAnswer>, sites: number): number {
  let bound = radii[0];
  radii.forEach((radius, k) => {
    const cover = covers.get(radius);
    if (cover && cover.bound > sites) bound = radii[k + 1] ?? radius;
  });
  return bound;
}

/** A choice of fewer sites than asked for, filled up with the first free ones: more sites make nobody's way longer. */
function fillUp(chosen: readonly number[], sites: number, candidates: number): number[] {
  const taken = new Set(chosen);
  for (let s = 0; taken.size < sites && s < candidates; s++) taken.add(s);
  return [...taken].sort((a, b) => a - b);
}
