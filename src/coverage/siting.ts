import { standardOf } from '../geo/index.ts';
import {
  expectedCovered,
  InfeasibleSiting,
  solveSiting,
  type ProgramSolver,
  type SitingAnswer,
  type SitingCase,
  type SitingModel,
} from '../solver/index.ts';
import { candidatesOf, type Candidate } from './additions.ts';
import type { Reach, StationReach } from './reach.ts';
import { leadOf } from './rules.ts';
import type { PlannedStation } from './stations.ts';

export interface CitySitingOptions {
  /** Stations to add; vehicles for mexclp. For lscp the most there may be, absent for as many as needed. */
  readonly add?: number;
  /** Minutes from the call within which a cell counts as covered; the standard of its area where absent. */
  readonly within?: number;
  /** Share of time that a vehicle is busy; for mexclp. */
  readonly busy?: number;
  readonly seconds?: number;
  /** Every village where absent. */
  readonly candidates?: readonly Candidate[];
}

export interface CitySiting {
  readonly model: SitingModel;
  /** Chosen candidates; for mexclp one for each vehicle. */
  readonly chosen: readonly Candidate[];
  /** mclp, mexclp: residents covered, present stations included; pmedian: mean minutes; pcenter: longest minutes; lscp: stations added. */
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
  /** The same objective without any addition; residents not covered for lscp. */
  readonly present: number;
}

/** The present stations stand in a case as one site: the first. */
const PRESENT = 0;

/**
 * Where further stations do most when the present ones stay, by one of the five models over all cells with residents and all candidates.
 * Solved with its bound. Throws InfeasibleSiting (its `uncovered` are cells) and SitingOutOfTime as the solver does.
 */
export function siteStations(
  solve: ProgramSolver,
  model: SitingModel,
  reach: Reach,
  stations: readonly PlannedStation[],
  present: StationReach,
  options: CitySitingOptions,
): CitySiting {
  const candidates = options.candidates ?? candidatesOf(reach);
  const peopled = peopledCells(reach);
  const siting = caseOf(reach, present, candidates, peopled, isCovering(model) ? (options.within ?? null) : Infinity);
  const chosenOf = ({ chosen }: SitingAnswer) => chosen.filter((site) => site !== PRESENT).map((site) => candidates[site - 1]);
  const seconds = options.seconds === undefined ? {} : { seconds: options.seconds };
  if (model === 'mexclp') return siteVehicles(solve, reach, stations, siting, candidates, peopled, options);
  try {
    const sites = options.add === undefined ? {} : { sites: options.add + 1 };
    const within = isCovering(model) ? { within: COVERED } : options.within === undefined ? {} : { within: options.within };
    const answer = solveSiting(solve, model, siting, { ...sites, ...within, ...seconds, kept: [PRESENT] });
    const offset = model === 'lscp' ? 1 : 0;
    return {
      model,
      chosen: chosenOf(answer),
      objective: answer.objective - offset,
      bound: answer.bound - offset,
      gap: answer.gap,
      present: presentObjective(model, siting),
    };
  } catch (error) {
    throw asCells(error, peopled);
  }
}

const isCovering = (model: SitingModel): boolean => model === 'lscp' || model === 'mclp' || model === 'mexclp';

/** In a covering case a cell is at 0 minutes from what covers it and out of reach of what does not: limits differ from area to area. */
const COVERED = 0;

const peopledCells = ({ grid }: Reach): number[] => Array.from(grid.residents.keys()).filter((c) => grid.residents[c] > 0);

/**
 * `limit`: minutes for all, null for the standard of each area, Infinity for a case about minutes themselves. There a candidate that is
 * no nearer than the present stations cannot change anything for a cell, and is left out for it.
 */
function caseOf(
  reach: Reach,
  present: StationReach,
  candidates: readonly Candidate[],
  peopled: readonly number[],
  limit: number | null,
): SitingCase {
  const { grid, rules } = reach;
  const lead = leadOf(rules);
  const columns = candidates.length + 1;
  const minutes = new Float64Array(peopled.length * columns).fill(Infinity);
  const put = (row: number, site: number, value: number): void => {
    const cell = peopled[row];
    if (limit === Infinity) {
      if (site === PRESENT || value < present.nearest.minutes[cell]) minutes[row * columns + site] = value;
    } else if (value <= (limit ?? standardOf(grid, cell, rules.standard))) minutes[row * columns + site] = COVERED;
  };
  peopled.forEach((cell, row) => put(row, PRESENT, present.nearest.minutes[cell]));
  candidates.forEach(({ at }, k) => {
    const field = reach.driveFrom(at);
    peopled.forEach((cell, row) => put(row, k + 1, field[cell] + lead));
  });
  return {
    demandIds: peopled.map(String),
    siteIds: Array.from({ length: columns }, (_, site) => String(site)),
    demand: Float64Array.from(peopled, (cell) => grid.residents[cell]),
    minutes,
  };
}

/**
 * MEXCLP with the present vehicles kept: where n vehicles cover a cell already, the k-th further one adds (1 − q) q^(n + k − 1) of its
 * demand, which is the k-th of a case without them whose demand is q^n as large.
 */
function siteVehicles(
  solve: ProgramSolver,
  reach: Reach,
  stations: readonly PlannedStation[],
  siting: SitingCase,
  candidates: readonly Candidate[],
  peopled: readonly number[],
  { add, within, busy, seconds }: CitySitingOptions,
): CitySiting {
  const lead = leadOf(reach.rules);
  const limitOf = (cell: number): number => within ?? standardOf(reach.grid, cell, reach.rules.standard);
  const open = stations.flatMap(({ at, vehicles, state }, station) => (state === 'closed' ? [] : [{ village: -1, station, at, vehicles }]));
  const places: Candidate[] = [...open.map(({ village, station, at }) => ({ village, station, at })), ...candidates];
  const minutes = new Float64Array(peopled.length * places.length).fill(Infinity);
  const covering = new Float64Array(peopled.length);
  places.forEach(({ at }, place) => {
    const field = reach.driveFrom(at);
    peopled.forEach((cell, row) => {
      if (field[cell] + lead > limitOf(cell)) return;
      minutes[row * places.length + place] = COVERED;
      if (place < open.length) covering[row] += open[place].vehicles;
    });
  });
  const q = busy ?? 0;
  const left = siting.demand.map((demand, row) => demand * q ** covering[row]);
  const present = siting.demand.reduce((sum, demand, row) => sum + demand - left[row], 0);
  const further: SitingCase = { ...siting, siteIds: places.map((_, place) => String(place)), minutes, demand: left };
  const options = { within: COVERED, ...(add === undefined ? {} : { sites: add }), ...(busy === undefined ? {} : { busy }) };
  const answer = solveSiting(solve, 'mexclp', further, seconds === undefined ? options : { ...options, seconds });
  const objective = present + expectedCovered(further, answer.chosen, COVERED, q);
  const bound = Math.max(objective, present + answer.bound);
  return {
    model: 'mexclp',
    chosen: answer.chosen.map((place) => places[place]),
    objective,
    bound,
    gap: (bound - objective) / objective,
    present,
  };
}

/** Objective of the present stations alone. */
function presentObjective(model: SitingModel, { demand, minutes, siteIds }: SitingCase): number {
  const at = (row: number): number => minutes[row * siteIds.length + PRESENT];
  const sum = (worth: (row: number) => number): number => demand.reduce((total, people, row) => total + people * worth(row), 0);
  if (model === 'pmedian') return sum(at) / sum(() => 1);
  if (model === 'pcenter') return demand.reduce((most, _, row) => Math.max(most, at(row)), 0);
  return sum((row) => (at(row) === COVERED ? (model === 'mclp' ? 1 : 0) : model === 'lscp' ? 1 : 0));
}

/** Rows of a case that stay uncovered, as cells of the grid. */
function asCells(error: unknown, peopled: readonly number[]): unknown {
  return error instanceof InfeasibleSiting
    ? new InfeasibleSiting(
        error.reason,
        error.uncovered.map((row) => peopled[row]),
      )
    : error;
}
