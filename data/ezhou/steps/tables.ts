import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import type { LngLat } from '../../../src/units/index.ts';
import type { RoadClass, Setting } from '../../../src/city/index.ts';

export interface DistrictRow {
  readonly id: string;
  readonly name: string;
  readonly residents: number;
}

export interface TownshipRow {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  readonly setting: Setting;
  readonly at: LngLat;
  readonly positionSource: string;
  readonly residents: number;
  readonly basis: string;
}

export interface VillageRow {
  readonly id: string;
  readonly name: string;
  readonly townshipId: string;
}

export interface FacilityRow {
  readonly name: string;
  readonly kind: string;
  readonly district: string;
  readonly township: string;
  readonly at: LngLat | null;
  readonly placed: string;
  readonly beds: number | null;
}

export interface LinkRow {
  readonly from: string;
  readonly to: string;
  readonly class: RoadClass;
  readonly road: string;
  readonly km: number;
  readonly inUse: boolean;
}

export type WaterFeature = Feature<Polygon, { readonly kind: 'lake' | 'river'; readonly name: string }>;

/** The raw tables as received, typed; nothing is changed here. */
export interface RawTables {
  readonly districts: readonly DistrictRow[];
  readonly cityResidents: number;
  readonly townships: readonly TownshipRow[];
  readonly villages: readonly VillageRow[];
  readonly facilities: readonly FacilityRow[];
  readonly links: readonly LinkRow[];
  readonly outlines: FeatureCollection<Polygon, { readonly adcode: string }>;
  readonly water: FeatureCollection<Polygon, { readonly kind: 'lake' | 'river'; readonly name: string }>;
}

const pointOf = (row: Record<string, string>): LngLat | null => (row.lon && row.lat ? [Number(row.lon), Number(row.lat)] : null);

/** Reads data/ezhou/raw. The first row of districts.csv is the city. */
export function readRawTables(folder: string): RawTables {
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const rows = (file: string) => csvParse(text(file)) as Record<string, string>[];
  const [city, ...districts] = rows('districts.csv');
  return {
    cityResidents: Number(city.residents_2020_census),
    districts: districts.map((row) => ({ id: row.adcode, name: row.name, residents: Number(row.residents_2020_census) })),
    townships: rows('townships.csv').map((row) => ({
      id: row.code,
      name: row.name,
      district: row.district,
      setting: row.setting as Setting,
      at: [Number(row.lon), Number(row.lat)],
      positionSource: row.position_source,
      residents: Number(row.population_2020_estimate),
      basis: row.population_basis,
    })),
    villages: rows('villages.csv').map((row) => ({ id: row.code, name: row.name, townshipId: row.township_code })),
    facilities: rows('facilities.csv').map((row) => ({
      name: row.name,
      kind: row.kind,
      district: row.district,
      township: row.township_or_place,
      at: pointOf(row),
      placed: row.position_note,
      beds: row.beds ? Number(row.beds) : null,
    })),
    links: rows('road_links.csv').map((row) => ({
      from: row.from,
      to: row.to,
      class: row.class as RoadClass,
      road: row.road,
      km: Number(row.road_km_estimate),
      inUse: row.in_use === 'yes',
    })),
    outlines: JSON.parse(text('districts.geojson')),
    water: JSON.parse(text('water_schematic.geojson')),
  };
}
