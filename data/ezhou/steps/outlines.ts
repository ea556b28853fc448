import { area, bbox, bboxClip, booleanPointInPolygon, featureCollection, intersect, polygon, simplify, truncate, union } from '@turf/turf';
import { Delaunay } from 'd3';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { Outline, Water } from '../../../src/city/index.ts';
import type { LngLat } from '../../../src/units/index.ts';
import { placeName } from './names.ts';
import type { WaterFeature } from './tables.ts';

/** Parts smaller than this are crumbs of the clipping, in square metres. */
const CRUMB = 20_000;
/** Kilometres on the ground per degree north; a degree east is this times cos(latitude). */
const KM_PER_DEGREE = 111.2;

/** A flat map in kilometres around the city, true enough over 100 km. */
export function kilometreMap(latitude: number): { to(at: LngLat): [number, number]; from(xy: readonly number[]): [number, number] } {
  const eastKm = KM_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
  return {
    to: ([lng, lat]) => [lng * eastKm, lat * KM_PER_DEGREE],
    from: ([x, y]) => [x / eastKm, y / KM_PER_DEGREE],
  };
}

function ringsOf(outline: Outline): Position[][][] {
  return outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
}

/** Drops crumbs and holes of crumb size, rounds to 5 decimals (1 m), and keeps the simplest GeoJSON type. */
function tidy(outline: Outline): Outline {
  const parts = ringsOf(outline)
    .filter((rings) => area(polygon(rings)) > CRUMB)
    .map((rings) => [rings[0], ...rings.slice(1).filter((hole) => area(polygon([hole])) > CRUMB)]);
  const shape: Outline = parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts };
  return truncate(shape, { precision: 5, coordinates: 2 });
}

/** The district's outline without the self-crossings that its 100 m grid brings. */
export function districtOutline(raw: Feature<Polygon>): Outline {
  const clean = union(featureCollection([raw, raw]));
  if (!clean) throw new Error('a district has no area');
  return tidy(clean.geometry);
}

/** Voronoi cells of the points, clipped to the district, one a point in their order. */
export function voronoiOutlines(points: readonly LngLat[], district: Outline, latitude: number): Outline[] {
  const flat = kilometreMap(latitude);
  const [west, south, east, north] = bbox(district);
  const [left, bottom] = flat.to([west - 0.1, south - 0.1]);
  const [right, top] = flat.to([east + 0.1, north + 0.1]);
  const voronoi = Delaunay.from(points.map((point) => flat.to(point))).voronoi([left, bottom, right, top]);
  const whole = asFeature(district);
  return points.map((_, i) => {
    const cell = voronoi.cellPolygon(i).map((xy) => flat.from(xy));
    const clipped = intersect(featureCollection<Polygon | MultiPolygon>([polygon([cell]), whole]));
    if (!clipped) throw new Error(`point ${i} has no cell in its district`);
    return tidy(clipped.geometry);
  });
}

function asFeature(outline: Outline): Feature<Polygon | MultiPolygon> {
  return { type: 'Feature', properties: {}, geometry: outline };
}

export function isInside(at: LngLat, outline: Outline): boolean {
  return booleanPointInPolygon([at[0], at[1]], outline);
}

/** Water within a few kilometres of the city, simplified to about 100 m: a faint background and nothing more. */
export function cityWater(features: readonly WaterFeature[], districts: readonly Outline[]): Water[] {
  const boxes = districts.map((outline) => bbox(outline));
  const margin = 0.06;
  const box: [number, number, number, number] = [
    Math.min(...boxes.map((b) => b[0])) - margin,
    Math.min(...boxes.map((b) => b[1])) - margin,
    Math.max(...boxes.map((b) => b[2])) + margin,
    Math.max(...boxes.map((b) => b[3])) + margin,
  ];
  return features.flatMap((feature) => {
    const clipped = bboxClip(simplify(feature, { tolerance: 0.001, highQuality: true }), box).geometry as Outline;
    if (clipped.coordinates.flat(2).length === 0) return [];
    const { kind, name } = feature.properties;
    return [{ kind, name: name ? placeName(name) : null, outline: tidy(clipped), source: 'water-gshhg' }];
  });
}
