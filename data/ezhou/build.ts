import { buildCityGrid, CITY_SCHEMA, packMinutes, type CityPack, type District, type Road, type Township } from '../../src/city/index.ts';
import { formatGrid, kilometresBetween, placeTravelMinutes, TRAVEL_RULES, type RoadNetwork } from '../../src/geo/index.ts';
import { clinicsOf, hospitalsOf, labsOf, stationsOf, townshipNamed, type Ground } from './steps/facilities.ts';
import { placeName } from './steps/names.ts';
import { cityWater, districtOutline, voronoiOutlines } from './steps/outlines.ts';
import { SOURCES } from './steps/provenance.ts';
import { readRawTables, type RawTables, type TownshipRow } from './steps/tables.ts';
import { ISLAND_VILLAGE, townshipVillages } from './steps/villages.ts';
import type { LngLat } from '../../src/units/index.ts';

/** Middle latitude of the city, for flat maps. */
const LATITUDE = 30.3;
/** Boat to Liangzi island, waiting included (assumed). */
const FERRY_MINUTES = 30;

const STATED: Readonly<Record<string, number>> = {
  'city.sites': 310,
  'staff.total': 746,
  'devices.total': 300,
  'lab.tubesPerDay': 20_000,
  'lab.count': 8,
  'mobilise.minHours': 4,
  'mobilise.maxHours': 6,
  'deadline.hours': 48,
};

/** Builds the pack from the raw tables in `folder`: the same bytes every time. */
export function buildPack(folder: string): CityPack {
  const raw = readRawTables(folder);
  const districts = raw.districts.map((row): District => {
    const outline = raw.outlines.features.find(({ properties }) => properties.adcode === row.id);
    if (!outline) throw new Error(`no outline of ${row.name}`);
    return { id: row.id, name: placeName(row.name), residents: row.residents, outline: districtOutline(outline), source: 'census-2020', outlineSource: 'outline-districts' };
  });
  const townships = districts.flatMap((district) => townshipsOf(district, raw));
  const water = cityWater(
    raw.water.features,
    districts.map(({ outline }) => outline),
  );
  const villages = townships.flatMap((township) =>
    townshipVillages(
      township,
      raw.villages.filter(({ townshipId }) => townshipId === township.id),
      water,
    ),
  );
  const roads = roadsOf(townships, raw);
  const network: RoadNetwork = {
    centres: townships.map(({ at, setting }) => ({ at, urban: setting === 'urban-core' })),
    places: villages.map(({ id, at, townshipId }) => ({
      at,
      centre: townships.findIndex((township) => township.id === townshipId),
      ...(id === ISLAND_VILLAGE ? { ferryMinutes: FERRY_MINUTES } : {}),
    })),
    links: roads
      .filter(({ inUse }) => inUse)
      .map(({ from, to, km, class: kind }) => ({
        from: townships.findIndex(({ id }) => id === from),
        to: townships.findIndex(({ id }) => id === to),
        km,
        motorway: kind === 'motorway',
      })),
  };
  const triangle = placeTravelMinutes(network);
  const between = (i: number, j: number) => (i >= j ? triangle[(i * (i + 1)) / 2 + j] : triangle[(j * (j + 1)) / 2 + i]);
  const ground: Ground = { townships, villages, facilities: raw.facilities, minutesFrom: (v) => villages.map((_, other) => between(v, other)) };
  const taken: LngLat[] = [];
  const hospitals = hospitalsOf(ground, taken);
  const labs = labsOf(ground, hospitals, taken);
  const clinics = clinicsOf(ground, hospitals, taken);
  const stations = stationsOf(ground, taken);
  const toLab = villages.flatMap((_, v) =>
    labs.map((lab) => {
      const anchor = villages.findIndex(({ id }) => id === lab.villageId);
      const urban = townships.find(({ id }) => id === villages[anchor].townshipId)?.setting === 'urban-core';
      const speed = urban ? TRAVEL_RULES.urbanSpeed : TRAVEL_RULES.ruralSpeed;
      return between(v, anchor) + ((kilometresBetween(villages[anchor].at, lab.at) * TRAVEL_RULES.detour) / speed) * 60;
    }),
  );
  const schematic = 'schematic' as const;
  return {
    schema: CITY_SCHEMA,
    id: 'ezhou',
    name: { zh: '鄂州', en: 'Ezhou' },
    country: { zh: '中国', en: 'China' },
    order: { clock: '08:00' },
    sources: SOURCES,
    defaults: {
      'city.population': { value: raw.cityResidents, source: 'census-2020' },
      ...Object.fromEntries(Object.entries(STATED).map(([path, value]) => [path, { value, source: 'press-2021' }])),
    },
    places: {
      townships: schematic,
      villages: schematic,
      sites: schematic,
      labs: schematic,
      stations: schematic,
      hospitals: schematic,
      clinics: schematic,
      water: schematic,
      roads: schematic,
    },
    districts,
    townships,
    villages,
    labs,
    stations,
    hospitals,
    clinics,
    water,
    roads,
    travel: { villageMinutes: packMinutes(triangle), villageToLab: packMinutes(toLab), source: 'travel-rule' },
  };
}

function residentsSource({ basis }: TownshipRow): string {
  if (basis.startsWith('2010 census')) return 'residents-2010';
  if (basis.startsWith('2004 registered')) return 'residents-2004';
  if (basis.startsWith('remainder')) return 'residents-remainder';
  if (basis.startsWith('its residents are counted')) return 'residents-elsewhere';
  if (basis.includes('split')) return 'residents-split';
  throw new Error(`unknown basis ${basis}`);
}

function placementSource({ positionSource }: TownshipRow): string {
  if (positionSource.startsWith('GeoNames')) return 'point-geonames';
  if (positionSource.startsWith('hand-placed')) return 'point-hand';
  return 'point-published';
}

function townshipsOf(district: District, raw: RawTables): Township[] {
  const rows = raw.townships.filter((row) => row.district === district.name.zh);
  const outlines = voronoiOutlines(
    rows.map(({ at }) => at),
    district.outline,
    LATITUDE,
  );
  return rows.map((row, i) => ({
    id: row.id,
    name: placeName(row.name.replace(/\(.*\)$/, '')),
    districtId: district.id,
    setting: row.setting,
    at: row.at,
    residents: row.residents,
    outline: outlines[i],
    source: residentsSource(row),
    placement: placementSource(row),
    outlineSource: 'outline-townships',
  }));
}

function roadsOf(townships: readonly Township[], raw: RawTables): Road[] {
  const idOf = (name: string) => townshipNamed({ townships } as Ground, name).id;
  return raw.links.map((link) => ({
    from: idOf(link.from),
    to: idOf(link.to),
    name: link.road,
    class: link.class,
    km: link.km,
    inUse: link.inUse,
    source: 'road-links',
  }));
}

/** The city's grid as text, built from its pack: the same bytes every time. */
export async function buildGridText(pack: CityPack): Promise<string> {
  const grid = await buildCityGrid(pack, [{ villageId: ISLAND_VILLAGE, minutes: FERRY_MINUTES }]);
  if (!grid) throw new Error(`no grid over ${pack.id}`);
  return formatGrid(grid, pack.id);
}

/** The pack as text: a row a line, so that a change of one row changes one line. */
export function formatPack(pack: CityPack): string {
  const lines = Object.entries(pack).map(([key, value]) => {
    if (!Array.isArray(value)) return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
    return `${JSON.stringify(key)}:[\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
