import type { RoadGrid } from './roadGrid.ts';

/** Minutes within which people should be reached, by area. */
export interface Standard {
  readonly urban: number;
  readonly rural: number;
}

/** The nearest of several places, cell by cell. */
export interface Nearest {
  /** Infinity where no place is reached. */
  readonly minutes: Float64Array;
  /** The earlier of equals; −1 where no place is reached. */
  readonly place: Int16Array;
}

/** Nearest place of every cell out of the minutes from each place; `lead` minutes pass before anyone sets out. */
export function nearestOf(fields: readonly Float64Array[], cells: number, lead = 0): Nearest {
  const minutes = new Float64Array(cells).fill(Infinity);
  const place = new Int16Array(cells).fill(-1);
  fields.forEach((field, p) => {
    for (let c = 0; c < cells; c++) {
      if (!(field[c] < minutes[c])) continue;
      minutes[c] = field[c];
      place[c] = p;
    }
  });
  for (let c = 0; c < cells; c++) minutes[c] += lead;
  return { minutes, place };
}

/** How a group of residents is reached. Minutes are NaN for a group of nobody. */
export interface CoverageFigures {
  readonly residents: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
  /** Residents reached within each of the limits. */
  readonly within: readonly number[];
  /** Residents beyond the standard of the area that they live in. */
  readonly beyond: number;
}

export interface Coverage {
  readonly limits: readonly number[];
  readonly standard: Standard;
  readonly all: CoverageFigures;
  readonly urban: CoverageFigures;
  readonly rural: CoverageFigures;
  /** In the order of the grid's townships. */
  readonly townships: readonly CoverageFigures[];
  /** Gini coefficient of minutes over residents: 0 when all are reached alike. NaN where someone is not reached at all. */
  readonly gini: number;
}

/** Who is reached in which time, in all, by area and by township. */
export function summariseCoverage(
  grid: RoadGrid,
  minutes: Float64Array,
  options: { readonly limits: readonly number[]; readonly standard: Standard; readonly townships: number },
): Coverage {
  const { limits, standard } = options;
  const order = Int32Array.from(grid.residents.keys())
    .filter((c) => grid.residents[c] > 0)
    .sort((a, b) => (minutes[a] === minutes[b] ? a - b : minutes[a] - minutes[b]));
  const figures = (belongs: (cell: number) => boolean) => figuresOf(grid, minutes, order.filter(belongs), limits, standard);
  return {
    limits,
    standard,
    all: figures(() => true),
    urban: figures((c) => grid.urban[c] === 1),
    rural: figures((c) => grid.urban[c] === 0),
    townships: Array.from({ length: options.townships }, (_, row) => figures((c) => grid.townships[c] === row)),
    gini: giniOf(grid.residents, minutes, order),
  };
}

export const standardOf = (grid: RoadGrid, cell: number, standard: Standard): number =>
  grid.urban[cell] === 1 ? standard.urban : standard.rural;

/** `cells` in order of their minutes. */
function figuresOf(
  grid: RoadGrid,
  minutes: Float64Array,
  cells: Int32Array,
  limits: readonly number[],
  standard: Standard,
): CoverageFigures {
  const within = limits.map(() => 0);
  let residents = 0;
  let weighted = 0;
  let beyond = 0;
  for (const c of cells) {
    const people = grid.residents[c];
    residents += people;
    weighted += people * minutes[c];
    limits.forEach((limit, k) => {
      if (minutes[c] <= limit) within[k] += people;
    });
    if (minutes[c] > standardOf(grid, c, standard)) beyond += people;
  }
  return {
    residents,
    mean: residents > 0 ? weighted / residents : NaN,
    median: quantileOf(grid.residents, minutes, cells, residents / 2),
    p90: quantileOf(grid.residents, minutes, cells, residents * 0.9),
    longest: cells.length > 0 ? minutes[cells[cells.length - 1]] : NaN,
    within,
    beyond,
  };
}

/** Minutes within which `people` of the cells' residents are reached. */
function quantileOf(residents: Int32Array, minutes: Float64Array, cells: Int32Array, people: number): number {
  let reached = 0;
  for (const c of cells) {
    reached += residents[c];
    if (reached >= people) return minutes[c];
  }
  return NaN;
}

function giniOf(residents: Int32Array, minutes: Float64Array, order: Int32Array): number {
  let people = 0;
  let total = 0;
  for (const c of order) {
    people += residents[c];
    total += residents[c] * minutes[c];
  }
  let below = 0;
  let area = 0;
  for (const c of order) {
    const share = residents[c] * minutes[c];
    area += residents[c] * (2 * below + share);
    below += share;
  }
  return 1 - area / (people * total);
}

/** What a change of places does to residents. */
export interface CoverageChange {
  /** Residents who are reached sooner, later. */
  readonly sooner: number;
  readonly later: number;
  /** Residents who come within the standard, and who fall out of it. */
  readonly gained: number;
  readonly lost: number;
  /** Change of the mean over all residents, minutes; NaN where someone is not reached before or after. */
  readonly mean: number;
  /** Gained less lost, in the order of the grid's townships. */
  readonly townships: readonly number[];
}

/** Difference between two states of the same grid; changes below a second are none. */
export function compareCoverage(
  grid: RoadGrid,
  before: Float64Array,
  after: Float64Array,
  options: { readonly standard: Standard; readonly townships: number },
): CoverageChange {
  const ONE_SECOND = 1 / 60;
  const townships = new Array<number>(options.townships).fill(0);
  let [sooner, later, gained, lost, weighted, people] = [0, 0, 0, 0, 0, 0];
  for (let c = 0; c < grid.cells; c++) {
    const residents = grid.residents[c];
    if (residents === 0) continue;
    const limit = standardOf(grid, c, options.standard);
    people += residents;
    weighted += residents * (after[c] - before[c]);
    if (after[c] < before[c] - ONE_SECOND) sooner += residents;
    if (after[c] > before[c] + ONE_SECOND) later += residents;
    if (before[c] > limit && after[c] <= limit) {
      gained += residents;
      townships[grid.townships[c]] += residents;
    } else if (before[c] <= limit && after[c] > limit) {
      lost += residents;
      townships[grid.townships[c]] -= residents;
    }
  }
  return { sooner, later, gained, lost, mean: weighted / people, townships };
}
