import type { LngLat } from '../units/index.ts';
import { accessMetres, nearestCell, WAY, type RoadGrid } from './roadGrid.ts';

/** Kilometres an hour. A motorway at 0 is closed to whoever travels (walkers). */
export interface Speeds {
  readonly urban: number;
  readonly rural: number;
  readonly motorway: number;
}

/** What differs from an ordinary hour. Rows are those of the city's roads, cells those of the grid. */
export interface RoadConditions {
  readonly shutRoads?: readonly number[];
  readonly shutCells?: readonly number[];
  /** Speed of a road as a share of its usual one, above 0. */
  readonly slowRoads?: ReadonlyMap<number, number>;
}

/** Speeds off peak (assumed; Beijing ambulances average 32 km/h, observed). */
export const DRIVING: Speeds = { urban: 35, rural: 50, motorway: 80 };
/** On foot (assumed). */
export const WALKING: Speeds = { urban: 4.5, rural: 4.5, motorway: 0 };

/** Speeds of an hour: each area's times its share of the off-peak speed. */
export function speedsAt(speeds: Speeds, share: Speeds): Speeds {
  return { urban: speeds.urban * share.urban, rural: speeds.rural * share.rural, motorway: speeds.motorway * share.motorway };
}

/** The grid as it is driven in one hour: minutes of every way, ready for any number of journeys. */
export interface Drive {
  readonly grid: RoadGrid;
  readonly minutes: Float64Array;
  /** Metres an hour on local ways in each cell; 0 where the cell is shut. */
  readonly localSpeed: Float64Array;
  readonly bucketMinutes: number;
  readonly scratch: Scratch;
}

interface Scratch {
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly bucketOf: Int32Array;
  heads: Int32Array;
}

const METRES_A_KILOMETRE = 1000;
const MINUTES_AN_HOUR = 60;
const SECONDS_A_MINUTE = 60;
/** A width below this share of the longest way would only make buckets. */
const MOST_BUCKETS_A_WAY = 256;
const NONE = -1;

/** Minutes of every way at these speeds and conditions. Throws RangeError on a speed that is not positive (a motorway may be 0). */
export function createDrive(grid: RoadGrid, speeds: Speeds, conditions: RoadConditions = {}): Drive {
  if (!(speeds.urban > 0 && speeds.rural > 0 && speeds.motorway >= 0)) {
    throw new RangeError(`createDrive: speeds ${speeds.urban}, ${speeds.rural}, ${speeds.motorway} km/h`);
  }
  const shutRoads = new Set(conditions.shutRoads);
  const urban = METRES_A_KILOMETRE * speeds.urban;
  const rural = METRES_A_KILOMETRE * speeds.rural;
  const motorway = METRES_A_KILOMETRE * speeds.motorway;
  const localSpeed = Float64Array.from(grid.urban, (isUrban) => (isUrban === 1 ? urban : rural));
  for (const cell of conditions.shutCells ?? []) localSpeed[cell] = 0;
  const minutes = new Float64Array(grid.targets.length);
  let shortest = Infinity;
  let longest = 0;
  for (let c = 0; c < grid.cells; c++) {
    for (let e = grid.starts[c]; e < grid.starts[c + 1]; e++) {
      const to = grid.targets[e];
      const road = grid.roads[e];
      const length = grid.metres[e];
      const kind = grid.kinds[e];
      let time: number;
      if (kind === WAY.local) time = localTime(length, localSpeed[c], localSpeed[to]);
      else if (kind === WAY.ferry) time = length / SECONDS_A_MINUTE;
      else time = (length * MINUTES_AN_HOUR) / (kind === WAY.motorway ? motorway : kind === WAY.urban ? urban : rural);
      if (road >= 0 && shutRoads.has(road)) time = Infinity;
      else if (road >= 0) time /= conditions.slowRoads?.get(road) ?? 1;
      if (localSpeed[c] === 0 || localSpeed[to] === 0) time = Infinity;
      minutes[e] = time;
      if (time < shortest) shortest = time;
      if (time < Infinity && time > longest) longest = time;
    }
  }
  const scratch = {
    next: new Int32Array(grid.cells),
    previous: new Int32Array(grid.cells),
    bucketOf: new Int32Array(grid.cells),
    heads: new Int32Array(1024),
  };
  const bucketMinutes = longest > 0 ? Math.max(shortest, longest / MOST_BUCKETS_A_WAY) : 1;
  return { grid, minutes, localSpeed, bucketMinutes, scratch };
}

/** Half of a local way at each end's speed; Infinity where one is shut. */
const localTime = (metres: number, here: number, there: number): number =>
  (metres * (MINUTES_AN_HOUR / 2)) / here + (metres * (MINUTES_AN_HOUR / 2)) / there;

/** Where a journey starts: a point on the map, or a cell's middle. */
export type Origin = LngLat | number;

/**
 * Minutes from an origin to the middle of every cell; Infinity where no way leads. A point reaches its own cell and those around it
 * over local roads. Ways are as long in both directions, so these are the minutes to the origin as well.
 * Buckets of equal width stand in for a heap; a bucket is emptied until nothing falls back into it, so the order cannot change a result.
 */
export function minutesFrom(drive: Drive, origin: Origin, out: Float64Array = new Float64Array(drive.grid.cells)): Float64Array {
  const { grid, minutes, scratch, bucketMinutes } = drive;
  const { starts, targets } = grid;
  const { next, previous, bucketOf } = scratch;
  let { heads } = scratch;
  let last = -1;
  out.fill(Infinity);
  bucketOf.fill(NONE);
  heads.fill(NONE);

  const improve = (cell: number, time: number): void => {
    if (!(time < out[cell])) return;
    out[cell] = time;
    const bucket = Math.floor(time / bucketMinutes);
    const before = bucketOf[cell];
    if (before === bucket) return;
    if (before !== NONE) {
      if (previous[cell] === NONE) heads[before] = next[cell];
      else next[previous[cell]] = next[cell];
      if (next[cell] !== NONE) previous[next[cell]] = previous[cell];
    }
    if (bucket >= heads.length) {
      const longer = new Int32Array(bucket * 2).fill(NONE);
      longer.set(heads);
      scratch.heads = heads = longer;
    }
    bucketOf[cell] = bucket;
    previous[cell] = NONE;
    next[cell] = heads[bucket];
    if (heads[bucket] !== NONE) previous[heads[bucket]] = cell;
    heads[bucket] = cell;
    if (bucket > last) last = bucket;
  };

  start(drive, origin, improve);
  for (let bucket = 0; bucket <= last; bucket++) {
    for (let cell = heads[bucket]; cell !== NONE; cell = heads[bucket]) {
      heads[bucket] = next[cell];
      if (next[cell] !== NONE) previous[next[cell]] = NONE;
      bucketOf[cell] = NONE;
      const reached = out[cell];
      for (let e = starts[cell]; e < starts[cell + 1]; e++) improve(targets[e], reached + minutes[e]);
    }
  }
  // Whoever starts in the middle of a cell is not at the doors of all who live in it.
  if (typeof origin === 'number') out[origin] = localTime(grid.insideMetres, drive.localSpeed[origin], drive.localSpeed[origin]);
  return out;
}

/** The cells that an origin reaches on its own, with the minutes to their middles. */
function start(drive: Drive, origin: Origin, improve: (cell: number, time: number) => void): void {
  const { grid, localSpeed } = drive;
  if (typeof origin === 'number') {
    if (localSpeed[origin] > 0) improve(origin, 0);
    return;
  }
  const home = nearestCell(grid, origin);
  improve(home, localTime(accessMetres(grid, origin, home), localSpeed[home], localSpeed[home]));
  for (let e = grid.starts[home]; e < grid.starts[home + 1]; e++) {
    const cell = grid.targets[e];
    if (grid.kinds[e] === WAY.local) improve(cell, localTime(accessMetres(grid, origin, cell), localSpeed[home], localSpeed[cell]));
  }
}

/** Minutes from an origin to every cell at these speeds; for many origins create the drive once and use `minutesFrom`. */
export function travelMinutes(grid: RoadGrid, origin: Origin, speeds: Speeds, out?: Float64Array): Float64Array {
  return minutesFrom(createDrive(grid, speeds), origin, out);
}
