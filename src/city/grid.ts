import { booleanPointInPolygon } from '@turf/turf';
import {
  buildRoadGrid,
  cellMiddle,
  metresBetween,
  nearestCell,
  readGrid,
  type GridCells,
  type GridFerry,
  type GridFile,
  type RoadGrid,
} from '../geo/index.ts';
import type { LngLat } from '../units/index.ts';
import { apportion } from './apportion.ts';
import type { CityPack, Village } from './pack.ts';

/** Cells of about 0.7 km². */
export const GRID_RESOLUTION = 8;

/** A village that only a boat reaches from its township's point. */
export interface Ferry {
  readonly villageId: string;
  readonly minutes: number;
}

/** People live up to this far from their village's point, metres, thinning out evenly to nobody (assumed). */
const VILLAGE_RADIUS = { 'urban-core': 1000, town: 1500, rural: 1500 } as const;
/** People in the middle of a cell count as living this near to a point inside it. */
const LEAST_WEIGHT = 0.05;

/**
 * The city as an H3 grid with roads; the same cells and ways every time. A city without geography (no outlines) has none: null.
 * Residents of a village live in the cells of its township whose middle is nearer to its point than to any other village's and within
 * its radius, the more the nearer, off the water; in any case some live in the cell of the township that is nearest to the point. Whole
 * people; the sums of townships are exact.
 */
export async function buildCityGrid(
  city: CityPack,
  ferries: readonly Ferry[] = [],
  resolution = GRID_RESOLUTION,
): Promise<RoadGrid | null> {
  if (city.travel === null || city.townships.every(({ outline }) => outline.coordinates.length === 0)) return null;
  const townshipRow = new Map(city.townships.map(({ id }, row) => [id, row]));
  const villages = new Map(city.villages.map((village) => [village.id, village]));
  return buildRoadGrid(
    {
      outlines: city.districts.map(({ outline }) => outline),
      areas: city.townships.map(({ at, outline, setting }) => ({ at, outline, urban: setting === 'urban-core' })),
      roads: city.roads.flatMap(({ from, to, km, class: kind, inUse }, row) =>
        inUse ? [{ from: townshipRow.get(from)!, to: townshipRow.get(to)!, km, motorway: kind === 'motorway', row }] : [],
      ),
      places: city.villages.map(({ at, townshipId }) => ({ at, area: townshipRow.get(townshipId)! })),
      ferries: ferries.map(({ villageId, minutes }): GridFerry => {
        const village = villages.get(villageId);
        if (!village) throw new RangeError(`buildCityGrid: no village ${villageId}`);
        return { at: village.at, area: townshipRow.get(village.townshipId)!, minutes };
      }),
      settle: (cells) => settle(city, cells, new Set(ferries.map(({ villageId }) => villageId))),
    },
    resolution,
  );
}

function settle(city: CityPack, cells: GridCells, alone: ReadonlySet<string>): Pick<GridCells, 'residents' | 'wet'> {
  const residents = new Int32Array(cells.lng.length);
  const middles = Array.from(cells.lng, (_, c) => cellMiddle(cells, c));
  const wet = waterCells(city, cells);
  const isolated = new Set<number>();
  const rows = new Map(city.townships.map(({ id }, row) => [id, row]));
  const homes = city.villages.map(({ at, townshipId }) => homeCell(cells, at, rows.get(townshipId)!));
  city.villages.forEach(({ id }, v) => {
    if (alone.has(id)) isolated.add(homes[v]);
  });
  city.townships.forEach((township, row) => {
    const here = city.villages.flatMap((village, v) => (village.townshipId === township.id && village.residents > 0 ? [v] : []));
    const shares = new Map(here.map((v) => [v, [homes[v]]]));
    const open = here.filter((v) => !alone.has(city.villages[v].id));
    for (let c = 0; c < middles.length; c++) {
      if (cells.townships[c] !== row || wet[c] === 1 || isolated.has(c) || open.length === 0) continue;
      const owner = open.reduce((best, v) => (distance(city.villages[v], c) < distance(city.villages[best], c) ? v : best), open[0]);
      if (c !== homes[owner] && distance(city.villages[owner], c) < VILLAGE_RADIUS[township.setting]) shares.get(owner)!.push(c);
    }
    for (const [v, own] of shares) {
      const weights = own.map((c) => Math.max(LEAST_WEIGHT, 1 - distance(city.villages[v], c) / VILLAGE_RADIUS[township.setting]));
      apportion(weights, city.villages[v].residents).forEach((people, k) => (residents[own[k]] += people));
    }
  });
  return { residents, wet: wet.map((isWet, c) => (residents[c] > 0 ? 0 : isWet)) };

  function distance(village: Village, cell: number): number {
    return metresBetween(cells.metric, village.at, middles[cell]);
  }
}

/** The nearest cell of a township; of any where the township is too small to have one. */
function homeCell(cells: GridCells, at: LngLat, township: number): number {
  let home = -1;
  for (let c = 0; c < cells.lng.length; c++) {
    if (cells.townships[c] !== township) continue;
    if (home < 0 || metresBetween(cells.metric, at, cellMiddle(cells, c)) < metresBetween(cells.metric, at, cellMiddle(cells, home)))
      home = c;
  }
  return home < 0 ? nearestCell(cells, at) : home;
}

/** Above this share of wet cells the schematic water has swallowed a township, and is ignored there. */
const MOST_WET = 0.75;

/** 1 for cells whose middle lies in water. */
function waterCells(city: CityPack, cells: GridCells): Uint8Array {
  const wet = Uint8Array.from(cells.lng, (lng, c) =>
    city.water.some(({ outline }) => booleanPointInPolygon([lng, cells.lat[c]], outline)) ? 1 : 0,
  );
  city.townships.forEach((_, row) => {
    const own = Array.from(wet.keys()).filter((c) => cells.townships[c] === row);
    const drowned = own.filter((c) => wet[c] === 1);
    if (drowned.length > own.length * MOST_WET) for (const c of drowned) wet[c] = 0;
  });
  return wet;
}

/**
 * The grid of a city: the one that was built with the pack where its file is at hand and about the same residents, else built now.
 * Null for a city without geography.
 */
export async function openCityGrid(city: CityPack, file: unknown = null): Promise<RoadGrid | null> {
  const isOwn = (file as Partial<GridFile> | null)?.city === city.id;
  const grid = isOwn ? readGrid(file) : null;
  const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, people) => sum + people, 0);
  const residents = total(city.townships.map((township) => township.residents));
  return grid && total(grid.residents) === residents ? grid : buildCityGrid(city);
}
