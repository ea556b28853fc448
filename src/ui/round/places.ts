import type { CityPack } from '../../city/index.ts';

/** What can be chosen on the map and in the table. A courier is no place, but has a story all the same. */
export const PLACE_KINDS = ['site', 'lab', 'township', 'courier'] as const;

/** A place by its row among its kind: the plan's sites, the labs, the city's townships, the couriers of the run. */
export interface PlaceRef {
  readonly kind: (typeof PLACE_KINDS)[number];
  readonly index: number;
}

export const samePlace = (a: PlaceRef | null, b: PlaceRef | null): boolean =>
  a !== null && b !== null && a.kind === b.kind && a.index === b.index;

/** A city without travel times has no geography, and no point of it may be drawn. */
export const hasGeography = (city: CityPack): boolean => city.travel !== null;
