import type { CityPack, Township, Village } from '../city/index.ts';
import { kilometresBetween } from '../geo/index.ts';
import type { Bilingual, LngLat } from '../units/index.ts';

/** The place that people would name for a point. */
export interface NearPlace {
  readonly village: Village | null;
  readonly township: Township;
  /** Of the village, or of the township where a city has no villages. */
  readonly name: Bilingual;
}

/** The village whose point is nearest, with its township; the earlier of equals. Throws RangeError in a city without townships. */
export function placeNear(city: CityPack, at: LngLat): NearPlace {
  const nearest = <T extends { readonly at: LngLat }>(rows: readonly T[]): T | null =>
    rows.reduce<{ row: T | null; km: number }>(
      (best, row) => {
        const km = kilometresBetween(row.at, at);
        return km < best.km ? { row, km } : best;
      },
      { row: null, km: Infinity },
    ).row;
  const village = nearest(city.villages);
  const township = village ? city.townships.find(({ id }) => id === village.townshipId) : nearest(city.townships);
  if (!township) throw new RangeError('placeNear: a city without townships');
  return { village, township, name: (village ?? township).name };
}
