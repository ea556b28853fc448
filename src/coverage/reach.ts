import type { CityPack } from '../city/index.ts';
import {
  compareCoverage,
  createDrive,
  minutesFrom,
  nearestCell,
  nearestOf,
  summariseCoverage,
  type Coverage,
  type CoverageChange,
  type Nearest,
  type RoadConditions,
  type RoadGrid,
} from '../geo/index.ts';
import type { LngLat } from '../units/index.ts';
import { leadOf, type CoverageRules } from './rules.ts';
import type { PlannedStation } from './stations.ts';

/** Minutes of which the share of residents is told. */
export const LIMITS: readonly number[] = [8, 10, 15, 20, 30, 45, 60];

/** Who the stations of a plan reach. */
export interface StationReach {
  /** Minutes from the call, and the row of the nearest open station, cell by cell. */
  readonly nearest: Nearest;
  readonly coverage: Coverage;
  /** Residents whose nearest station each is, in the order of the stations. */
  readonly served: Float64Array;
}

/** A city's roads at one set of rules. Minutes of a position are worked out once and kept while the city is looked at. */
export interface Reach {
  readonly city: CityPack;
  readonly grid: RoadGrid;
  readonly rules: CoverageRules;
  /** Minutes of driving from a point to every cell. */
  driveFrom(at: LngLat): Float64Array;
  of(stations: readonly PlannedStation[], limits?: readonly number[]): StationReach;
  /** What residents gain and lose from one answer to another. */
  change(before: StationReach, after: StationReach): CoverageChange;
}

/** Fields of so many positions are kept: those of a dragged station go first. */
const MOST_KEPT = 64;

export function createReach(city: CityPack, grid: RoadGrid, rules: CoverageRules, conditions: RoadConditions = {}): Reach {
  const drive = createDrive(grid, rules.speeds, conditions);
  const kept = new Map<string, Float64Array>();
  const townships = city.townships.length;
  const { standard } = rules;

  function driveFrom(at: LngLat): Float64Array {
    const key = at.join();
    const known = kept.get(key);
    // Asked for again, it becomes the youngest.
    kept.delete(key);
    const field = known ?? minutesFrom(drive, at);
    kept.set(key, field);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    return field;
  }
  const nowhere = new Float64Array(grid.cells).fill(Infinity);
  return {
    city,
    grid,
    rules,
    driveFrom,
    of(stations, limits = LIMITS) {
      const fields = stations.map(({ at, state }) => (state === 'closed' ? nowhere : driveFrom(at)));
      const nearest = nearestOf(fields, grid.cells, leadOf(rules));
      const served = new Float64Array(stations.length);
      nearest.place.forEach((station, c) => {
        if (station >= 0) served[station] += grid.residents[c];
      });
      return { nearest, served, coverage: summariseCoverage(grid, nearest.minutes, { limits, standard, townships }) };
    },
    change: (before, after) => compareCoverage(grid, before.nearest.minutes, after.nearest.minutes, { standard, townships }),
  };
}

/** How a village is reached: the minutes of the cell that its point lies in. */
export interface VillageReach {
  /** Rows of the city's villages and townships. */
  readonly village: number;
  readonly township: number;
  readonly minutes: number;
  /** Row of the nearest open station; −1 where none gets there. */
  readonly station: number;
  readonly standard: number;
}

/** Every village that somebody lives in, worst first: by how far it is beyond its standard. */
export function reachOfVillages({ city, grid, rules }: Reach, { minutes, place }: Nearest): VillageReach[] {
  const townships = new Map(city.townships.map(({ id }, row) => [id, row]));
  return city.villages
    .map((village, row): VillageReach => {
      const cell = nearestCell(grid, village.at);
      const township = townships.get(village.townshipId)!;
      const isUrban = city.townships[township].setting === 'urban-core';
      return {
        village: row,
        township,
        minutes: minutes[cell],
        station: place[cell],
        standard: isUrban ? rules.standard.urban : rules.standard.rural,
      };
    })
    .filter(({ village }) => city.villages[village].residents > 0)
    .sort((a, b) =>
      a.minutes - a.standard === b.minutes - b.standard ? a.village - b.village : b.minutes - b.standard - (a.minutes - a.standard),
    );
}
