import type { LngLat } from '../units/index.ts';

/**
 * Metres on the ground near one latitude, by sums, products and square roots alone, which are the same on every JavaScript engine.
 * A metre of longitude shortens northwards in a straight line here; over a city the error is below one in ten thousand.
 */
export interface FlatMetric {
  /** Latitude that the metric touches, degrees. */
  readonly latitude: number;
  /** Metres a degree north. */
  readonly north: number;
  /** Metres a degree east at `latitude`, and their change with each degree further north. */
  readonly east: number;
  readonly eastSlope: number;
}

/** Radius of the sphere that Turf measures on, metres. */
const EARTH_RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** The metric around a latitude. Figures are rounded so that they stay the same in a file. */
export function createFlatMetric(latitude: number): FlatMetric {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const north = EARTH_RADIUS * RADIANS;
  return {
    latitude: round(latitude),
    north: round(north),
    east: round(north * Math.cos(latitude * RADIANS)),
    eastSlope: round(-north * Math.sin(latitude * RADIANS) * RADIANS),
  };
}

/** Straight metres between two points. */
export function metresBetween(metric: FlatMetric, a: LngLat, b: LngLat): number {
  const middle = (a[1] + b[1]) / 2 - metric.latitude;
  const x = (b[0] - a[0]) * (metric.east + metric.eastSlope * middle);
  const y = (b[1] - a[1]) * metric.north;
  return Math.sqrt(x * x + y * y);
}
