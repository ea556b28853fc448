import { Delaunay } from 'd3';
import type { CityPack, PlannedSite } from '../../src/city/index.ts';
import type { LngLat } from '../../src/units/index.ts';

/** Small seeded generator for builders only (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const both = (zh: string, en: string) => ({ zh, en });
const WEST = 114.55;
const SOUTH = 30.05;

/** A made-up city of two districts and twelve townships around a lake; positions are schematic like everywhere. */
export function fixtureCity(residents = 1_000_000): CityPack {
  const random = seeded(7);
  const points = Array.from({ length: 12 }, (_, index): [number, number] => [
    WEST + 0.06 + (index % 4) * 0.11 + random() * 0.04,
    SOUTH + 0.05 + Math.floor(index / 4) * 0.11 + random() * 0.04,
  ]);
  const cells = Delaunay.from(points).voronoi([WEST, SOUTH, WEST + 0.46, SOUTH + 0.34]);
  const outline = (ring: number[][]) => ({ type: 'Polygon' as const, coordinates: [ring] });
  const box = (west: number, east: number) =>
    outline([
      [west, SOUTH],
      [east, SOUTH],
      [east, SOUTH + 0.34],
      [west, SOUTH + 0.34],
      [west, SOUTH],
    ]);
  const weights = points.map((_, index) => (index === 5 ? 6 : index === 6 ? 4 : 0.6 + random()));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const townships = points.map((point, index) => ({
    id: `t${index + 1}`,
    name: both(`${'东南西北中上下前后左右新'[index]}山镇`, `Hill Town ${index + 1}`),
    source: 'made',
    districtId: point[0] < WEST + 0.23 ? 'd1' : 'd2',
    setting: index === 5 || index === 6 ? ('urban-core' as const) : ('town' as const),
    at: point as LngLat,
    residents: Math.round((residents * weights[index]) / whole),
    outline: outline(cells.cellPolygon(index)),
  }));
  const villages = townships.flatMap((township) =>
    Array.from({ length: 8 }, (_, index) => ({
      id: `${township.id}v${index + 1}`,
      name: both(`${township.name.zh}${index + 1}村`, `${township.name.en} village ${index + 1}`),
      source: 'made',
      townshipId: township.id,
      at: [township.at[0] + (random() - 0.5) * 0.05, township.at[1] + (random() - 0.5) * 0.05] as LngLat,
      residents: Math.round(township.residents / 8),
      initials: 'c',
    })),
  );
  const labs = [5, 6, 0, 11].map((town, index) => ({
    id: `l${index + 1}`,
    name: both(`第${index + 1}检测实验室`, `Laboratory ${index + 1}`),
    source: 'made',
    at: [townships[town].at[0] + 0.01, townships[town].at[1] + 0.012] as LngLat,
    villageId: `${townships[town].id}v1`,
    tubesPerDay: 5000,
  }));
  return {
    schema: 'pingzhan.city/1',
    id: 'fixture',
    name: both('样例市', 'Sample City'),
    country: both('中国', 'China'),
    order: { clock: '08:00' },
    sources: [
      {
        id: 'made',
        tag: 'assumed',
        title: both('样例', 'Sample'),
        origin: both('测试用样例', 'made for tests'),
        licence: 'MIT',
        date: '2026',
      },
    ],
    defaults: {},
    places: {
      townships: 'schematic',
      villages: 'schematic',
      sites: 'schematic',
      labs: 'schematic',
      stations: 'schematic',
      hospitals: 'schematic',
      clinics: 'schematic',
      water: 'schematic',
      roads: 'schematic',
    },
    districts: [
      { id: 'd1', name: both('西区', 'West District'), source: 'made', residents: 0, outline: box(WEST, WEST + 0.23) },
      { id: 'd2', name: both('东区', 'East District'), source: 'made', residents: 0, outline: box(WEST + 0.23, WEST + 0.46) },
    ],
    townships,
    villages,
    labs,
    stations: [],
    hospitals: [],
    clinics: [],
    water: [
      {
        kind: 'lake',
        name: both('中湖', 'Mid Lake'),
        source: 'made',
        outline: outline([
          [WEST + 0.1, SOUTH + 0.1],
          [WEST + 0.2, SOUTH + 0.12],
          [WEST + 0.22, SOUTH + 0.2],
          [WEST + 0.12, SOUTH + 0.22],
          [WEST + 0.1, SOUTH + 0.1],
        ]),
      },
    ],
    roads: [],
    travel: { villageMinutes: '', villageToLab: '', source: 'made' },
  };
}

/** Sites spread over a city's villages by residents. */
export function fixtureSites(city: CityPack, count: number, seed = 11): PlannedSite[] {
  const random = seeded(seed);
  const villages = city.villages;
  const whole = villages.reduce((sum, village) => sum + village.residents, 0);
  const cumulative: number[] = [];
  villages.reduce((sum, village) => (cumulative.push(sum + village.residents), sum + village.residents), 0);
  const weights = Array.from({ length: count }, () => 0.75 + 0.5 * random());
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, index) => {
    const target = ((index + 0.5) / count) * whole;
    const village =
      villages[
        Math.max(
          0,
          cumulative.findIndex((sum) => sum >= target),
        )
      ];
    const residents = Math.round((whole * weight) / weightSum);
    return {
      id: `s${index + 1}`,
      key: index + 1,
      name: both(`${village.name.zh} ${index + 1} 号点`, `${village.name.en} site ${index + 1}`),
      townshipId: village.townshipId,
      villageId: village.id,
      at: [village.at[0] + (random() - 0.5) * 0.012, village.at[1] + (random() - 0.5) * 0.012],
      residents,
      serves: [{ villageId: village.id, residents }],
    };
  });
}
