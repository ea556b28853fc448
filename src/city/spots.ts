import { booleanPointInPolygon } from '@turf/turf';
import type { LngLat } from '../units/index.ts';
import type { Outline } from './pack.ts';

/** Steps between neighbouring spots in degrees, about 250 m at 30° north. */
const STEP_LNG = 0.0026;
const STEP_LAT = 0.0023;
const HALF_ROOT_3 = 0.8660254037844386;
const DIRECTIONS = [
  [-1, 1],
  [-1, 0],
  [0, -1],
  [1, -1],
  [1, 0],
  [0, 1],
] as const;
const LARGEST_RING = 12;

/** Spots of a triangular lattice around a point, ring by ring: the point itself, 6 around it, 12 around these … in steps east and north. */
function* latticeSpots(): Generator<readonly [number, number]> {
  yield [0, 0];
  for (let ring = 1; ring <= LARGEST_RING; ring++) {
    let q = ring;
    let r = 0;
    for (const [dq, dr] of DIRECTIONS) {
      for (let step = 0; step < ring; step++) {
        yield [q + r / 2, r * HALF_ROOT_3];
        q += dq;
        r += dr;
      }
    }
  }
}

/**
 * Spots for `count` sites of one village: its own point first, then near it in rings, all inside the outline. Where the outline leaves no
 * room the rest stand on the village's point. An empty outline (a city without geography) keeps everything on the point.
 */
export function siteSpots(at: LngLat, count: number, outline: Outline): LngLat[] {
  const spots: LngLat[] = [at];
  if (outline.coordinates.length === 0) return Array.from({ length: count }, () => at);
  for (const [east, north] of latticeSpots()) {
    if (spots.length >= count) break;
    if (east === 0 && north === 0) continue;
    const spot: LngLat = [round5(at[0] + east * STEP_LNG), round5(at[1] + north * STEP_LAT)];
    if (booleanPointInPolygon([spot[0], spot[1]], outline)) spots.push(spot);
  }
  while (spots.length < count) spots.push(at);
  return spots;
}

function round5(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
