import { readFileSync } from 'node:fs';
import { loadCityPack, packMinutes, type CityPack } from '../../../src/city/index.ts';

export const ezhou: CityPack = loadCityPack(JSON.parse(readFileSync(new URL('../../../data/ezhou/pack.json', import.meta.url), 'utf8')));

const square = (west: number, south: number, side: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});

/** A valid small pack as fresh JSON, to be spoilt: two townships, three villages, one lab. */
export function smallPack() {
  const name = (zh: string, en: string) => ({ zh, en });
  const places = Object.fromEntries(
    ['townships', 'villages', 'sites', 'labs', 'stations', 'hospitals', 'clinics', 'water', 'roads'].map((kind) => [kind, 'schematic']),
  );
  const village = (id: string, townshipId: string, at: number[], residents: number) => ({
    id,
    name: name('村', 'Village'),
    townshipId,
    at,
    residents,
    initials: 'c',
    source: 's',
  });
  return {
    schema: 'pingzhan.city/1',
    id: 'small',
    name: name('小城', 'Small City'),
    country: name('中国', 'China'),
    order: { clock: '08:00' },
    sources: [{ id: 's', tag: 'assumed', title: name('示例', 'Example'), origin: name('示例', 'example'), licence: 'MIT', date: '2026' }],
    defaults: { 'city.population': { value: 600, source: 's' } },
    places,
    districts: [{ id: 'd', name: name('区', 'District'), residents: 600, outline: square(114, 30, 0.4), source: 's' }],
    townships: [
      {
        id: 't1',
        name: name('甲镇', 'First'),
        districtId: 'd',
        setting: 'town',
        at: [114.1, 30.1],
        residents: 500,
        outline: square(114, 30, 0.2),
        source: 's',
      },
      {
        id: 't2',
        name: name('乙镇', 'Second'),
        districtId: 'd',
        setting: 'rural',
        at: [114.3, 30.3],
        residents: 100,
        outline: square(114.2, 30.2, 0.2),
        source: 's',
      },
    ],
    villages: [village('v1', 't1', [114.1, 30.1], 300), village('v2', 't1', [114.15, 30.15], 200), village('v3', 't2', [114.3, 30.3], 100)],
    labs: [{ id: 'lab', name: name('实验室', 'Lab'), at: [114.1, 30.1], villageId: 'v1', tubesPerDay: 1000, source: 's' }],
    stations: [],
    hospitals: [],
    clinics: [],
    water: [],
    roads: [{ from: 't1', to: 't2', name: '', class: 'primary', km: 30, inUse: true, source: 's' }],
    travel: { villageMinutes: packMinutes([3, 7.5, 3, 40, 45.1, 3]), villageToLab: packMinutes([3, 7.5, 40]), source: 's' },
  };
}
