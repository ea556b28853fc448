import { Program, type ProgramSolver } from './program.ts';
import {
  answerOf,
  InfeasibleSiting,
  SITING_SECONDS,
  SitingOutOfTime,
  sitesWithin,
  uncoveredPoints,
  type SitingAnswer,
  type SitingCase,
  type SitingOptions,
} from './siting.ts';

/** Demand points that the same sites cover, as one. */
interface Group {
  readonly sites: readonly number[];
  demand: number;
}

function groupsOf(siting: SitingCase, within: number): Group[] {
  const groups = new Map<string, Group>();
  siting.demandIds.forEach((_, i) => {
    const sites = sitesWithin(siting, i, within);
    const key = sites.join();
    const group = groups.get(key);
    if (group) group.demand += siting.demand[i];
    else groups.set(key, { sites, demand: siting.demand[i] });
  });
  return [...groups.values()];
}

/** One whole variable a site: 1 at least where it is kept. Column s is site s. */
function addSites(program: Program, siting: SitingCase, options: SitingOptions, cost: number, most: number): void {
  const kept = new Map<number, number>();
  for (const s of options.kept ?? []) kept.set(s, (kept.get(s) ?? 0) + 1);
  siting.siteIds.forEach((_, s) => program.addColumn(cost, Math.min(most, kept.get(s) ?? 0), most, true));
}

const allSites = ({ siteIds }: SitingCase): (readonly [number, number])[] => siteIds.map((_, s) => [s, 1] as const);

/** Sites by their variables, each as often as it is chosen. */
const chosenOf = (values: Float64Array, sites: number): number[] =>
  Array.from({ length: sites }, (_, s) => new Array<number>(Math.round(values[s])).fill(s)).flat();

/**
 * Location set covering (Toregas et al. 1971): the least number of sites such that every demand point has one within `within` minutes.
 * Throws InfeasibleSiting when a point has no candidate within reach, or when more than `sites` would be needed.
 */
export function solveLscp(solve: ProgramSolver, siting: SitingCase, options: SitingOptions & { readonly within: number }): SitingAnswer {
  const alone = uncoveredPoints(siting, Array.from(siting.siteIds.keys()), options.within);
  if (alone.length > 0) throw new InfeasibleSiting('reach', alone);
  const program = new Program();
  addSites(program, siting, options, 1, 1);
  for (const { sites } of groupsOf(siting, options.within)) {
    program.addRow(
      1,
      Infinity,
      sites.map((s) => [s, 1] as const),
    );
  }
  const { values, bound } = solve(program, options.seconds ?? SITING_SECONDS);
  if (!values) throw new SitingOutOfTime();
  const chosen = chosenOf(values, siting.siteIds.length);
  const answer = answerOf('lscp', 'least', { objective: chosen.length, bound: Math.ceil(bound - 1e-6), chosen });
  if (options.sites === undefined || answer.objective <= options.sites) return answer;
  const most = solveMclp(
    solve,
    { ...siting, demand: new Float64Array(siting.demand.length).fill(1) },
    { ...options, sites: options.sites },
  );
  throw new InfeasibleSiting('count', most.uncovered);
}

/** Maximal covering (Church and ReVelle 1974): with so many sites the most demand within `within` minutes. */
export function solveMclp(
  solve: ProgramSolver,
  siting: SitingCase,
  options: SitingOptions & { readonly within: number; readonly sites: number },
): SitingAnswer {
  const program = new Program();
  addSites(program, siting, options, 0, 1);
  program.addRow(options.sites, options.sites, allSites(siting));
  for (const { sites, demand } of groupsOf(siting, options.within)) {
    if (sites.length === 0 || demand === 0) continue;
    const covered = program.addColumn(-demand, 0, 1, false);
    program.addRow(0, Infinity, [...sites.map((s) => [s, 1] as const), [covered, -1]]);
  }
  const { values, bound } = solve(program, options.seconds ?? SITING_SECONDS);
  if (!values) throw new SitingOutOfTime();
  const chosen = chosenOf(values, siting.siteIds.length);
  const uncovered = uncoveredPoints(siting, chosen, options.within);
  const left = new Set(uncovered);
  const objective = siting.demand.reduce((sum, demand, i) => (left.has(i) ? sum : sum + demand), 0);
  return answerOf('mclp', 'most', { objective, bound: -bound, chosen, uncovered });
}

/**
 * Maximal expected covering (Daskin 1983): where to keep so many vehicles, several to a place if need be, so that most demand finds a free
 * one within `within` minutes, each being busy with probability q, one regardless of another. The k-th vehicle within reach adds
 * (1 − q) q^(k − 1) of a point's demand.
 */
export function solveMexclp(
  solve: ProgramSolver,
  siting: SitingCase,
  options: SitingOptions & { readonly within: number; readonly sites: number; readonly busy: number },
): SitingAnswer {
  const vehicles = options.sites;
  const program = new Program();
  addSites(program, siting, options, 0, vehicles);
  program.addRow(vehicles, vehicles, allSites(siting));
  for (const { sites, demand } of groupsOf(siting, options.within)) {
    if (sites.length === 0 || demand === 0) continue;
    const terms: (readonly [number, number])[] = sites.map((s) => [s, 1] as const);
    for (let k = 0, worth = demand * (1 - options.busy); k < vehicles && worth > 0; k++, worth *= options.busy) {
      // Worth falls with k, so earlier vehicles are counted first without being forced to.
      terms.push([program.addColumn(-worth, 0, 1, false), -1]);
    }
    program.addRow(0, Infinity, terms);
  }
  const { values, bound } = solve(program, options.seconds ?? SITING_SECONDS);
  if (!values) throw new SitingOutOfTime();
  const chosen = chosenOf(values, siting.siteIds.length);
  return answerOf('mexclp', 'most', {
    objective: expectedCovered(siting, chosen, options.within, options.busy),
    bound: -bound,
    chosen,
    uncovered: uncoveredPoints(siting, chosen, options.within),
  });
}

/** Demand that finds a free vehicle within reach; `vehicles` are rows of sites, one for each. */
export function expectedCovered(siting: SitingCase, vehicles: readonly number[], within: number, busy: number): number {
  const columns = siting.siteIds.length;
  return siting.demand.reduce((sum, demand, i) => {
    let allBusy = 1;
    for (const s of vehicles) if (siting.minutes[i * columns + s] <= within) allBusy *= busy;
    return sum + demand * (1 - allBusy);
  }, 0);
}
