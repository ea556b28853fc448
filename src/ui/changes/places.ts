import type { CityPack } from '../../city/index.ts';
import { plannedLabs, plannedSites, type Change, type PlanLayout } from '../../scenario/index.ts';
import type { Bilingual } from '../../units/index.ts';

export interface NamedPlace {
  readonly id: string;
  readonly name: Bilingual;
}

/** The places of a plan that a dated change may name. */
export interface PlanPlaces {
  readonly districts: readonly NamedPlace[];
  readonly townships: readonly NamedPlace[];
  readonly sites: readonly NamedPlace[];
  readonly labs: readonly NamedPlace[];
}

/** The places of a plan; a plan that cannot be laid out has no sites or labs, and its check says why. */
export function planPlaces(layout: PlanLayout, city: CityPack): PlanPlaces {
  const laidOut = <T>(plan: () => readonly T[]): readonly T[] => {
    try {
      return plan();
    } catch {
      return [];
    }
  };
  return {
    districts: city.districts,
    townships: city.townships,
    sites: laidOut(() => plannedSites(layout, city)),
    labs: laidOut(() => plannedLabs(layout, city)),
  };
}

/** Ids that a change names and the plan does not have, such as a lab that fewer labs have done away with. */
export function strangePlaces(change: Change, { districts, townships, sites, labs }: PlanPlaces): string[] {
  const missing = (ids: readonly string[], places: readonly NamedPlace[]): string[] => {
    const known = new Set(places.map(({ id }) => id));
    return ids.filter((id) => !known.has(id));
  };
  if (change.kind === 'siteClosed') return missing(change.sites, sites);
  if (change.kind === 'labCapacity') return change.lab === 'all' ? [] : missing([change.lab], labs);
  const where = 'where' in change ? change.where : undefined;
  if (where === undefined || where === 'all') return [];
  if ('sites' in where) return missing(where.sites, sites);
  return 'townships' in where ? missing(where.townships, townships) : missing(where.districts, districts);
}

/** Names of places by their ids, in the reader's language; an id that nobody knows stays an id. */
export function placeNames(ids: readonly string[], places: readonly NamedPlace[], pick: (name: Bilingual) => string): string[] {
  if (ids.length === 0) return [];
  const wanted = new Set(ids);
  const names = new Map(places.filter(({ id }) => wanted.has(id)).map(({ id, name }) => [id, pick(name)]));
  return ids.map((id) => names.get(id) ?? id);
}
