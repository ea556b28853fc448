import type { CityPack, Outline } from './pack.ts';
import { swapped } from './issues.ts';
import { MOST_PROBLEMS, problemOf, type PathPart, type Problem } from './problems.ts';
import { packedBytes } from './tables.ts';
import type { LngLat } from '../units/index.ts';

/** Degrees that a place may stand outside the box of the district outlines: about 10 km, for outlines are rough. */
const MARGIN_DEGREES = 0.1;
const LISTS = ['districts', 'townships', 'villages', 'labs', 'stations', 'hospitals', 'clinics'] as const;
const PLACED = ['townships', 'villages', 'labs', 'stations', 'hospitals', 'clinics'] as const;

type Report = (problem: Problem) => void;

function checkIds(city: CityPack, report: Report): void {
  for (const list of [...LISTS, 'sources'] as const) {
    const seen = new Set<string>();
    city[list].forEach(({ id }, i) => {
      if (seen.has(id)) {
        report(
          problemOf('duplicateId', {
            path: [list, i, 'id'],
            value: id,
            message: { zh: '编号重复', en: 'this id is there twice' },
            cure: { zh: '每行用不同的编号', en: 'give every row an id of its own' },
          }),
        );
      }
      seen.add(id);
    });
  }
}

/** Every id that a row refers to: where it stands, what it says and which list must hold it. */
function* references(
  city: CityPack,
): Generator<{ path: PathPart[]; id: string; list: 'sources' | 'districts' | 'townships' | 'villages' }> {
  for (const list of LISTS) {
    for (const [i, row] of city[list].entries()) {
      yield { path: [list, i, 'source'], id: row.source, list: 'sources' };
      if (row.placement !== undefined) yield { path: [list, i, 'placement'], id: row.placement, list: 'sources' };
      if ('outlineSource' in row && row.outlineSource !== undefined)
        yield { path: [list, i, 'outlineSource'], id: row.outlineSource, list: 'sources' };
    }
  }
  for (const [i, { source }] of city.water.entries()) yield { path: ['water', i, 'source'], id: source, list: 'sources' };
  for (const [path, { source }] of Object.entries(city.defaults)) yield { path: ['defaults', path, 'source'], id: source, list: 'sources' };
  if (city.travel) yield { path: ['travel', 'source'], id: city.travel.source, list: 'sources' };
  for (const [i, { districtId }] of city.townships.entries())
    yield { path: ['townships', i, 'districtId'], id: districtId, list: 'districts' };
  for (const [i, { townshipId }] of city.villages.entries())
    yield { path: ['villages', i, 'townshipId'], id: townshipId, list: 'townships' };
  for (const [i, { villageId }] of city.labs.entries()) yield { path: ['labs', i, 'villageId'], id: villageId, list: 'villages' };
  for (const [i, road] of city.roads.entries()) {
    yield { path: ['roads', i, 'source'], id: road.source, list: 'sources' };
    yield { path: ['roads', i, 'from'], id: road.from, list: 'townships' };
    yield { path: ['roads', i, 'to'], id: road.to, list: 'townships' };
  }
}

function checkReferences(city: CityPack, report: Report): void {
  const ids = {
    sources: new Set(city.sources.map(({ id }) => id)),
    districts: new Set(city.districts.map(({ id }) => id)),
    townships: new Set(city.townships.map(({ id }) => id)),
    villages: new Set(city.villages.map(({ id }) => id)),
  };
  for (const { path, id, list } of references(city)) {
    if (ids[list].has(id)) continue;
    report(
      problemOf(list === 'sources' ? 'unknownSource' : 'unknownId', {
        path,
        value: id,
        allowed: { zh: `${list} 中的编号`, en: `an id listed in ${list}` },
        message: { zh: `${list} 中没有这个编号`, en: `${list} has no such id` },
        cure: { zh: `改正编号，或在 ${list} 中加上它`, en: `correct the id or add it to ${list}` },
      }),
    );
  }
}

function checkSums(city: CityPack, report: Report): void {
  const sum = <R extends { readonly residents: number }>(rows: readonly R[], parentOf: (row: R) => string) => {
    const sums = new Map<string, number>();
    for (const row of rows) sums.set(parentOf(row), (sums.get(parentOf(row)) ?? 0) + row.residents);
    return sums;
  };
  const levels = [
    {
      list: 'townships',
      rows: city.townships,
      parts: sum(city.villages, ({ townshipId }) => townshipId),
      of: { zh: '村居', en: 'villages' },
    },
    {
      list: 'districts',
      rows: city.districts,
      parts: sum(city.townships, ({ districtId }) => districtId),
      of: { zh: '乡镇', en: 'townships' },
    },
  ];
  for (const { list, rows, parts, of } of levels) {
    rows.forEach(({ id, residents }, i) => {
      const total = parts.get(id) ?? 0;
      if (total === residents) return;
      report(
        problemOf('sum', {
          path: [list, i, 'residents'],
          value: residents,
          allowed: String(total),
          message: { zh: `与其${of.zh}人口之和 ${total} 不符`, en: `differs from the sum over its ${of.en}, ${total}` },
          cure: { zh: '改正其中一个数字', en: 'correct one of the two' },
        }),
      );
    });
  }
  if (city.villages.every(({ residents }) => residents === 0)) {
    report(
      problemOf('nobody', {
        path: ['villages'],
        value: 0,
        allowed: '≥ 1',
        message: { zh: '没有居民', en: 'nobody lives here' },
        cure: { zh: '填写人口', en: 'give residents' },
      }),
    );
  }
}

type Box = [west: number, south: number, east: number, north: number];

function boxOf(outlines: readonly Outline[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const outline of outlines) {
    const parts = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
    for (const [lng, lat] of parts.flat(2)) {
      box[0] = Math.min(box[0], lng);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lng);
      box[3] = Math.max(box[3], lat);
    }
  }
  return box;
}

const inBox = (lng: number, lat: number, [west, south, east, north]: Box): boolean =>
  lng >= west - MARGIN_DEGREES && lng <= east + MARGIN_DEGREES && lat >= south - MARGIN_DEGREES && lat <= north + MARGIN_DEGREES;

function checkPlaces(city: CityPack, report: Report): void {
  const box = boxOf(city.districts.map(({ outline }) => outline));
  if (box[0] === Infinity) return;
  const allowed = `[${box[0]}…${box[2]}, ${box[1]}…${box[3]}]`;
  for (const list of PLACED) {
    city[list].forEach(({ at }: { readonly at: LngLat }, i) => {
      if (inBox(at[0], at[1], box)) return;
      const found = { path: [list, i, 'at'], value: `[${at.join(', ')}]`, allowed };
      if (inBox(at[1], at[0], box)) return report(problemOf('swapped', { ...found, ...swapped }));
      report(
        problemOf('outsideCity', {
          ...found,
          message: { zh: '在城市范围之外', en: 'lies outside the city' },
          cure: { zh: '核对坐标与坐标系（WGS-84）', en: 'check the coordinates and that they are WGS-84' },
        }),
      );
    });
  }
}

function checkTables(city: CityPack, report: Report): void {
  if (!city.travel) return;
  const count = city.villages.length;
  const cells = { villageMinutes: (count * (count + 1)) / 2, villageToLab: count * city.labs.length };
  for (const table of ['villageMinutes', 'villageToLab'] as const) {
    const bytes = packedBytes(city.travel[table]);
    if (bytes === cells[table] * 2) continue;
    report(
      problemOf('tableSize', {
        path: ['travel', table],
        value: bytes,
        allowed: `${cells[table] * 2}`,
        message: {
          zh: `应有 ${cells[table] * 2} 字节，合 ${cells[table]} 个时间`,
          en: `must hold ${cells[table] * 2} bytes for ${cells[table]} times`,
        },
        cure: { zh: '村居或实验室有增减时重算行车时间表', en: 'rebuild the travel tables after adding or removing villages or labs' },
      }),
    );
  }
}

/** What one row alone cannot show: ids, references, sums, places inside the city, sizes of the travel tables. */
export function checkCity(city: CityPack): Problem[] {
  const problems: Problem[] = [];
  const report = (problem: Problem) => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  };
  checkIds(city, report);
  checkReferences(city, report);
  checkSums(city, report);
  checkPlaces(city, report);
  checkTables(city, report);
  return problems;
}
