import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '../units/index.ts';
import { createFlatMetric, metresBetween } from './flatMetric.ts';
import { createRoadGrid, DETOUR, nearestCell, WAY, type GridCells, type RoadGrid, type Way } from './roadGrid.ts';

type Outline = Polygon | MultiPolygon;

/** A part of the city with its outline, such as a township. */
export interface GridArea {
  readonly at: LngLat;
  readonly outline: Outline;
  readonly urban: boolean;
}

/** A road between two areas, from point to point. `row` is the road's place in the city's own list. */
export interface GridRoad {
  readonly from: number;
  readonly to: number;
  readonly km: number;
  readonly motorway: boolean;
  readonly row: number;
}

/** A place with local access to the point of its area, whatever water the grid has between. */
export interface GridPlace {
  readonly at: LngLat;
  readonly area: number;
}

/** A place that only a boat reaches, from the point of its area. */
export interface GridFerry {
  readonly at: LngLat;
  readonly area: number;
  readonly minutes: number;
}

export interface GridGround {
  readonly outlines: readonly Outline[];
  readonly areas: readonly GridArea[];
  readonly roads: readonly GridRoad[];
  readonly places: readonly GridPlace[];
  readonly ferries: readonly GridFerry[];
  /** Residents and water of every cell; called once with the cells, which have neither yet. */
  readonly settle: (cells: GridCells) => Pick<GridCells, 'residents' | 'wet'>;
}

/** Mean distance from the middle of a regular hexagon to a point in it, as a share of its side. */
const MEAN_OF_HEXAGON = 0.608;

type H3 = typeof import('h3-js');

/**
 * Builds the grid: cells whose middle lies in an outline; local ways to the six cells around each and to the six beyond their gaps (so
 * that a way in any direction is at most 3.5 % longer than straight), but not over open water, from one wet cell to another; the roads with their own lengths between the cells of their ends;
 * every place with the point of its area; parts that nothing joins are joined where they are nearest, by one way, over which nothing passes to anywhere else. H3 is loaded for it. Throws RangeError when no cell lies in the outlines.
 */
export async function buildRoadGrid(ground: GridGround, resolution: number): Promise<RoadGrid> {
  const h3: H3 = await import('h3-js');
  const ids = [...new Set(ground.outlines.flatMap((outline) => cellsOf(h3, outline, resolution)))].sort();
  if (ids.length === 0) throw new RangeError(`buildRoadGrid: no cell of resolution ${resolution} in the outlines`);
  const empty = cellsWithoutResidents(h3, ids, ground, resolution);
  const cells: GridCells = { ...empty, ...ground.settle(empty) };
  const islands = new Map(ground.ferries.map((ferry) => [nearestCell(cells, ferry.at), ferry]));
  const local = [...localWays(h3, ids, cells), ...placeWays(ground, cells)].filter(
    ({ from, to }) => !islands.has(from) && !islands.has(to),
  );
  const links = roadWays(ground, cells);
  for (const [island, { area, minutes }] of islands) {
    const pier = nearestCell(cells, ground.areas[area].at);
    links.push({ from: pier, to: island, metres: Math.round(minutes * 60), kind: WAY.ferry, road: -1 });
  }
  return createRoadGrid(cells, [...local, ...links, ...bridges(cells, [...local, ...links], islands)]);
}

function cellsOf(h3: H3, outline: Outline, resolution: number): string[] {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  return polygons.flatMap((rings) => h3.polygonToCells(rings, resolution, true));
}

function cellsWithoutResidents(h3: H3, ids: readonly string[], { areas }: GridGround, resolution: number): GridCells {
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  const middles = ids.map((id): LngLat => {
    const [lat, lng] = h3.cellToLatLng(id);
    return [round(lng), round(lat)];
  });
  const north = middles.map(([, lat]) => lat);
  const metric = createFlatMetric((Math.min(...north) + Math.max(...north)) / 2);
  const townships = Int16Array.from(middles, (at) => areaOf(at, areas, (a, b) => metresBetween(metric, a, b)));
  const central = h3.latLngToCell(metric.latitude, middles.reduce((sum, [lng]) => sum + lng, 0) / middles.length, resolution);
  const [lat, lng] = h3.cellToLatLng(central);
  const corners = h3
    .cellToBoundary(central)
    .map(([y, x]): LngLat => [Math.round((x - lng) * 1e7) / 1e7, Math.round((y - lat) * 1e7) / 1e7]);
  const side =
    corners.reduce((sum, corner) => sum + metresBetween(metric, [lng, lat], [lng + corner[0], lat + corner[1]]), 0) / corners.length;
  return {
    resolution,
    lng: Float64Array.from(middles, ([x]) => x),
    lat: Float64Array.from(north),
    residents: new Int32Array(ids.length),
    wet: new Uint8Array(ids.length),
    townships,
    urban: Uint8Array.from(townships, (area) => (areas[area].urban ? 1 : 0)),
    metric,
    corners,
    insideMetres: Math.round(side * MEAN_OF_HEXAGON * DETOUR),
  };
}

/** The area that a point lies in, else the one whose point is nearest. */
function areaOf(at: LngLat, areas: readonly GridArea[], distance: (a: LngLat, b: LngLat) => number): number {
  const inside = areas.findIndex(({ outline }) => booleanPointInPolygon([at[0], at[1]], outline));
  if (inside >= 0) return inside;
  let nearest = 0;
  areas.forEach((area, i) => {
    if (distance(at, area.at) < distance(at, areas[nearest].at)) nearest = i;
  });
  return nearest;
}

function localWays(h3: H3, ids: readonly string[], cells: GridCells): Way[] {
  const rows = new Map(ids.map((id, row) => [id, row]));
  const ways: Way[] = [];
  ids.forEach((id, from) => {
    const [, near, beyond] = h3.gridDiskDistances(id, 2);
    const ring = new Set(near);
    // Of the twelve cells two steps away six lie behind a gap between two neighbours, the others straight behind one.
    const overGaps = beyond.filter((other) => h3.gridDisk(other, 1).filter((step) => ring.has(step)).length === 2);
    for (const other of [...near, ...overGaps]) {
      const to = rows.get(other);
      if (to !== undefined && to > from && !(cells.wet[from] === 1 && cells.wet[to] === 1)) ways.push(localWay(cells, from, to));
    }
  });
  return ways;
}

function localWay(cells: GridCells, from: number, to: number): Way {
  const straight = metresBetween(cells.metric, [cells.lng[from], cells.lat[from]], [cells.lng[to], cells.lat[to]]);
  return { from, to, metres: Math.max(1, Math.round(straight * DETOUR)), kind: WAY.local, road: -1 };
}

/** From each place to the point of its area, once a pair of cells. */
function placeWays({ areas, places }: GridGround, cells: GridCells): Way[] {
  const pairs = new Map<number, Way>();
  const points = areas.map(({ at }) => nearestCell(cells, at));
  for (const { at, area } of places) {
    const home = nearestCell(cells, at);
    const [from, to] = [Math.min(home, points[area]), Math.max(home, points[area])];
    if (from !== to) pairs.set(from * cells.lng.length + to, localWay(cells, from, to));
  }
  return [...pairs.values()];
}

function roadWays({ areas, roads }: GridGround, cells: GridCells): Way[] {
  return roads
    .map(({ from, to, km, motorway, row }): Way => {
      const kind = motorway ? WAY.motorway : areas[from].urban && areas[to].urban ? WAY.urban : WAY.rural;
      return {
        from: nearestCell(cells, areas[from].at),
        to: nearestCell(cells, areas[to].at),
        metres: Math.round(km * 1000),
        kind,
        road: row,
      };
    })
    .filter(({ from, to }) => from !== to);
}

/** Local ways that join what is left apart: from each part to the nearest cell of the part of cell 0, but no island, until there is one part. */
function bridges(cells: GridCells, ways: readonly Way[], islands: ReadonlyMap<number, unknown>): Way[] {
  const part = Int32Array.from(cells.lng, (_, c) => c);
  const find = (c: number): number => {
    while (part[c] !== c) c = part[c] = part[part[c]];
    return c;
  };
  for (const { from, to } of ways) part[find(from)] = find(to);
  const added: Way[] = [];
  for (let c = 1; c < part.length; c++) {
    if (find(c) === find(0)) continue;
    const apart = find(c);
    let best: readonly [number, number, number] = [Infinity, 0, 0];
    for (let a = 0; a < part.length; a++) {
      if (find(a) !== apart) continue;
      for (let b = 0; b < part.length; b++) {
        if (islands.has(b) || find(b) !== find(0)) continue;
        const metres = metresBetween(cells.metric, [cells.lng[a], cells.lat[a]], [cells.lng[b], cells.lat[b]]);
        if (metres < best[0]) best = [metres, a, b];
      }
    }
    added.push(localWay(cells, Math.min(best[1], best[2]), Math.max(best[1], best[2])));
    part[apart] = find(0);
  }
  return added;
}
