import { villageRows } from './layout.ts';
import type { CityPack, Lab } from './pack.ts';
import type { PlannedSite } from './sites.ts';
import { triangleIndex, unpackTenths } from './tables.ts';

/** Minutes by road off peak. Indices are those of the lists that the travel was created with. */
export interface CityTravel {
  siteToLabMinutes(site: number, lab: number): number;
  siteToSiteMinutes(a: number, b: number): number;
  labToLabMinutes(a: number, b: number): number;
}

/** Travel in a city without geography, minutes (assumed). */
export const ABSTRACT_MINUTES = { siteToLab: 30, siteToSite: 8, labToLab: 20 } as const;

interface DecodedTables {
  readonly between: Uint16Array;
  readonly toLab: Uint16Array;
}

const decoded = new WeakMap<CityPack, DecodedTables>();

function decode(city: CityPack & { readonly travel: NonNullable<CityPack['travel']> }): DecodedTables {
  let tables = decoded.get(city);
  if (!tables) {
    tables = { between: unpackTenths(city.travel.villageMinutes), toLab: unpackTenths(city.travel.villageToLab) };
    decoded.set(city, tables);
  }
  return tables;
}

function hasTravel(city: CityPack): city is CityPack & { readonly travel: NonNullable<CityPack['travel']> } {
  return city.travel !== null;
}

/**
 * Travel times between planned sites and labs, read from the pack's tables at the villages where they stand. `labs` defaults to the
 * pack's own; labs that the pack does not list take the times of their village.
 */
export function createCityTravel(city: CityPack, sites: readonly PlannedSite[], labs: readonly Lab[] = city.labs): CityTravel {
  if (!hasTravel(city)) {
    return {
      siteToLabMinutes: () => ABSTRACT_MINUTES.siteToLab,
      siteToSiteMinutes: (a, b) => (a === b ? 0 : ABSTRACT_MINUTES.siteToSite),
      labToLabMinutes: (a, b) => (a === b ? 0 : ABSTRACT_MINUTES.labToLab),
    };
  }
  const { between, toLab } = decode(city);
  const rows = villageRows(city);
  const siteRows = Int32Array.from(sites, (site) => rows.get(site.villageId) ?? 0);
  const labRows = Int32Array.from(labs, (lab) => rows.get(lab.villageId) ?? 0);
  const labColumns = Int32Array.from(labs, (lab) => city.labs.findIndex(({ id }) => id === lab.id));
  return {
    siteToLabMinutes: (site, lab) => {
      const column = labColumns[lab];
      const tenths = column < 0 ? between[triangleIndex(siteRows[site], labRows[lab])] : toLab[siteRows[site] * city.labs.length + column];
      return tenths / 10;
    },
    siteToSiteMinutes: (a, b) => (a === b ? 0 : between[triangleIndex(siteRows[a], siteRows[b])] / 10),
    labToLabMinutes: (a, b) => (a === b ? 0 : between[triangleIndex(labRows[a], labRows[b])] / 10),
  };
}
