import { distance } from '@turf/turf';
import type { LngLat } from '../units/index.ts';

/** Great-circle distance in kilometres (sphere of 6,371.0088 km). */
export function kilometresBetween(a: LngLat, b: LngLat): number {
  return distance([a[0], a[1]], [b[0], b[1]], { units: 'kilometers' });
}
