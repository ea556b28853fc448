import type { MultiPolygon, Polygon } from 'geojson';
import type { Accuracy, Bilingual, LngLat, SourceTag } from '../units/index.ts';

export const CITY_SCHEMA = 'pingzhan.city/1';

/** Where a row's figures or positions come from. `id` is what rows refer to. */
export interface CitySource {
  readonly id: string;
  readonly tag: SourceTag;
  readonly title: Bilingual;
  readonly origin: Bilingual;
  /** SPDX name, or words where there is none. */
  readonly licence: string;
  /** Date of the figures, "2020" to "2020-11-01". */
  readonly date: string;
}

export type Outline = Polygon | MultiPolygon;
export type Setting = 'urban-core' | 'town' | 'rural';
export type RoadClass = 'motorway' | 'trunk' | 'primary' | 'secondary';
export type PlaceKind = 'townships' | 'villages' | 'sites' | 'labs' | 'stations' | 'hospitals' | 'clinics' | 'water' | 'roads';

/** A row of the pack. `source` backs its figures, `placement` (where it differs) its position. */
export interface CityRow {
  readonly id: string;
  readonly name: Bilingual;
  readonly source: string;
  readonly placement?: string;
}

export interface District extends CityRow {
  readonly residents: number;
  readonly outline: Outline;
  readonly outlineSource?: string;
}

export interface Township extends CityRow {
  readonly districtId: string;
  readonly setting: Setting;
  readonly at: LngLat;
  readonly residents: number;
  /** Modelled (示意) unless the pack says otherwise. */
  readonly outline: Outline;
  readonly outlineSource?: string;
}

export interface Village extends CityRow {
  readonly townshipId: string;
  readonly at: LngLat;
  readonly residents: number;
  /** Pinyin initials for search, such as "bhc". */
  readonly initials: string;
}

export interface Lab extends CityRow {
  readonly at: LngLat;
  /** The village whose travel times stand for the lab's. */
  readonly villageId: string;
  readonly tubesPerDay: number;
}

export interface Station extends CityRow {
  readonly at: LngLat;
  readonly vehicles: number;
}

export interface Hospital extends CityRow {
  readonly at: LngLat;
  readonly beds: number | null;
  readonly designated: boolean;
}

export interface Clinic extends CityRow {
  readonly at: LngLat;
}

export interface Water {
  readonly kind: 'river' | 'lake';
  readonly name: Bilingual | null;
  readonly outline: Outline;
  readonly source: string;
}

export interface Road {
  /** Township ids. */
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly class: RoadClass;
  readonly km: number;
  readonly inUse: boolean;
  readonly source: string;
}

/**
 * Travel times in minutes, off peak. Both tables hold Uint16 tenths of a minute, little-endian, in base64.
 * `villageMinutes`: symmetric, row by row of the lower triangle, the diagonal (a trip inside the village) included.
 * `villageToLab`: one row a village, one column a lab.
 */
export interface TravelTables {
  readonly villageMinutes: string;
  readonly villageToLab: string;
  readonly source: string;
}

export interface CityDefault {
  readonly value: number | string;
  readonly source: string;
}

/** A city as data: everything the simulator knows of a place. The JSON file has exactly this shape. */
export interface CityPack {
  readonly schema: typeof CITY_SCHEMA;
  readonly id: string;
  readonly name: Bilingual;
  readonly country: Bilingual;
  /** Local clock of the order, "08:00". */
  readonly order: { readonly clock: string };
  readonly sources: readonly CitySource[];
  /** The city's stated capacities by input path; they replace the catalogue's generic defaults. */
  readonly defaults: Readonly<Record<string, CityDefault>>;
  readonly places: Readonly<Record<PlaceKind, Accuracy>>;
  readonly districts: readonly District[];
  readonly townships: readonly Township[];
  readonly villages: readonly Village[];
  readonly labs: readonly Lab[];
  readonly stations: readonly Station[];
  readonly hospitals: readonly Hospital[];
  readonly clinics: readonly Clinic[];
  readonly water: readonly Water[];
  readonly roads: readonly Road[];
  /** null: no geography (the abstract city); no map is drawn and travel is constant. */
  readonly travel: TravelTables | null;
}
