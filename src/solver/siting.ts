/** The five models: how many sites reach all, most people with so many sites, least mean, least longest, most expected when vehicles are busy. */
export type SitingModel = 'lscp' | 'mclp' | 'pmedian' | 'pcenter' | 'mexclp';
export const SITING_MODELS: readonly SitingModel[] = ['lscp', 'mclp', 'pmedian', 'pcenter', 'mexclp'];

/** Time that a solver gets. */
export const SITING_SECONDS = 60;

/** Demand points, candidate sites, and the minutes between them. */
export interface SitingCase {
  readonly demandIds: readonly string[];
  readonly siteIds: readonly string[];
  /** People or calls at each point, ≥ 0. */
  readonly demand: Float64Array;
  /** Row by row, a row a demand point; Infinity where no way leads. */
  readonly minutes: Float64Array;
}

export interface SitingOptions {
  /** Sites to choose; vehicles for mexclp. Needed by all but lscp, where it is the most there may be. */
  readonly sites?: number;
  /** Minutes within which a point is covered. Needed by lscp, mclp and mexclp; for pmedian and pcenter the longest that anyone may have. */
  readonly within?: number;
  /** Share of time that a vehicle is busy, 0 ≤ q < 1; for mexclp. */
  readonly busy?: number;
  /** Rows of sites that are chosen in any case. */
  readonly kept?: readonly number[];
  /** Time for the solver, SITING_SECONDS if absent. */
  readonly seconds?: number;
}

export interface SitingAnswer {
  readonly model: SitingModel;
  /** lscp: sites; mclp: demand covered; pmedian: demand-weighted mean minutes; pcenter: longest minutes; mexclp: expected demand covered. */
  readonly objective: number;
  /** Rows of the chosen sites, ascending; for mexclp a site stands once for each of its vehicles. */
  readonly chosen: readonly number[];
  /** No choice has a better objective. */
  readonly bound: number;
  /** |bound − objective| ÷ |objective|; 0 when the choice is proved best. */
  readonly gap: number;
  /** Rows of demand points that no chosen site covers within `within`; empty where there is none. */
  readonly uncovered: readonly number[];
}

/** Nobody can do what is asked; `uncovered` are the demand points (rows) that stay out of reach. */
export class InfeasibleSiting extends Error {
  readonly uncovered: readonly number[];
  /** `reach`: no candidate reaches them; `count`: so few sites cannot reach all. */
  readonly reason: 'reach' | 'count';

  constructor(reason: 'reach' | 'count', uncovered: readonly number[]) {
    super(`infeasible: ${uncovered.length} demand points stay uncovered`);
    this.name = 'InfeasibleSiting';
    this.reason = reason;
    this.uncovered = uncovered;
  }
}

/** The solver ran out of time before it had any choice to show. */
export class SitingOutOfTime extends Error {
  constructor() {
    super('no choice of sites was found in time');
    this.name = 'SitingOutOfTime';
  }
}

/** Rows of the sites that reach a demand point within so many minutes. */
export function sitesWithin({ siteIds, minutes }: SitingCase, point: number, within: number): number[] {
  const sites: number[] = [];
  for (let s = 0; s < siteIds.length; s++) if (minutes[point * siteIds.length + s] <= within) sites.push(s);
  return sites;
}

/** Fewest minutes from a demand point to any of the sites. */
export function nearestMinutes({ siteIds, minutes }: SitingCase, point: number, sites: readonly number[]): number {
  let least = Infinity;
  for (const s of sites) least = Math.min(least, minutes[point * siteIds.length + s]);
  return least;
}

/** Rows of demand points that none of the sites reaches within so many minutes. */
export function uncoveredPoints(siting: SitingCase, sites: readonly number[], within: number): number[] {
  return siting.demandIds.map((_, i) => i).filter((i) => !(nearestMinutes(siting, i, sites) <= within));
}

const ROUNDING = 1e-6;

/** An answer whose bound is the solver's, made free of its rounding: never better than the objective, equal to it when that is proved best. */
export function answerOf(
  model: SitingModel,
  sense: 'most' | 'least',
  found: { readonly objective: number; readonly bound: number; readonly chosen: readonly number[]; readonly uncovered?: readonly number[] },
): SitingAnswer {
  const { objective } = found;
  const isProved = Math.abs(found.bound - objective) <= ROUNDING * Math.max(1, Math.abs(objective));
  const isBeaten = sense === 'most' ? found.bound < objective : found.bound > objective;
  const bound = isProved || isBeaten ? objective : found.bound;
  const gap = bound === objective ? 0 : Math.abs(bound - objective) / Math.max(Math.abs(objective), ROUNDING);
  return { model, objective, chosen: found.chosen.toSorted((a, b) => a - b), bound, gap, uncovered: found.uncovered ?? [] };
}
