import type { Clinic, Hospital, Lab, Outline, Station, Township, Village } from '../../../src/city/index.ts';
import { kilometresBetween } from '../../../src/geo/index.ts';
import type { LngLat } from '../../../src/units/index.ts';
import { placeName } from './names.ts';
import { isInside } from './outlines.ts';
import type { FacilityRow } from './tables.ts';

export interface Ground {
  readonly townships: readonly Township[];
  readonly villages: readonly Village[];
  readonly facilities: readonly FacilityRow[];
  /** Minutes from a village (row) to every village. */
  readonly minutesFrom: (village: number) => ArrayLike<number>;
}

const DESIGNATED = ['鄂州市中心医院', '鄂州市第三医院', '鄂钢医院', '鄂州市优抚医院'];
const THIRD_HOSPITAL = '鄂州市第三医院(樊口/雷山院区)';
const THIRD_AND_LEISHAN = ['鄂州市第三医院', '鄂州市第三医院雷山院区'];
const LEISHAN_BEDS = 328;
const LABS = 8;
const TUBES_PER_LAB = 2500;
const STATIONS = 13;
const VEHICLES = 36;
const TOWNSHIP_CLINICS = 19;
/** Distance between facilities that share a point, degrees; enough to tell them apart on a map. */
const APART = 0.0035;

export function townshipNamed(ground: Ground, name: string): Township {
  const township = ground.townships.find(({ name: { zh } }) => zh === name || name.startsWith(`${zh}(`));
  if (!township) throw new Error(`no township ${name}`);
  return township;
}

/** A spot near `at` that none of `taken` holds, within the township that holds it. */
function ownSpot(ground: Ground, at: LngLat, taken: LngLat[]): LngLat {
  const outline: Outline | undefined = ground.townships.find((township) => isInside(at, township.outline))?.outline;
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  for (let turn = 0; turn < 60; turn++) {
    const radius = APART * Math.sqrt(turn);
    const spot: LngLat = [round(at[0] + radius * Math.cos(turn * 2.4)), round(at[1] + radius * 0.85 * Math.sin(turn * 2.4))];
    if (outline && !isInside(spot, outline)) continue;
    if (taken.every((other) => kilometresBetween(other, spot) > 0.15)) {
      taken.push(spot);
      return spot;
    }
  }
  throw new Error('no room for a facility');
}

function facility(ground: Ground, name: string): FacilityRow {
  const row = ground.facilities.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`no facility ${name}`);
  return row;
}

const placementOf = (row: FacilityRow) => (row.placed.startsWith('hand-placed') ? 'point-hand' : 'facility-at-township');

/** Hospitals of the raw list; the Third Hospital and its Leishan campus as two. The veterans' hospital, of unknown place, in 凤凰街道. */
export function hospitalsOf(ground: Ground, taken: LngLat[]): Hospital[] {
  const rows = ground.facilities.filter(({ kind }) => kind.endsWith('hospital') && kind !== 'township hospital');
  const names = rows.flatMap((row) => (row.name === THIRD_HOSPITAL ? THIRD_AND_LEISHAN.map((name) => ({ row, name })) : [{ row, name: row.name }]));
  return names.map(({ row, name }, i) => {
    const isLeishan = name === THIRD_AND_LEISHAN[1];
    const beds = isLeishan ? LEISHAN_BEDS : row.beds;
    return {
      id: `hospital-${i + 1}`,
      name: placeName(name),
      at: ownSpot(ground, row.at ?? townshipNamed(ground, '凤凰街道').at, taken),
      beds,
      designated: DESIGNATED.includes(name),
      source: isLeishan ? 'beds-leishan' : beds === null ? 'facility-names' : 'beds-published',
      placement: row.at ? placementOf(row) : 'facility-at-township',
    };
  });
}

/** The 8 labs: institutions that plausibly hold one, in three districts. */
export function labsOf(ground: Ground, hospitals: readonly Hospital[], taken: LngLat[]): Lab[] {
  const atHospital = ['鄂州市中心医院', '鄂州市中医医院', '鄂钢医院', '鄂州市第三医院', '华容区人民医院', '梁子湖区人民医院'];
  const centres: [string, string][] = [
    ['鄂州市疾病预防控制中心', '凤凰街道'],
    ['葛店开发区疾病预防控制中心', '葛店开发区'],
  ];
  const sites = [
    ...atHospital.map((name) => {
      const hospital = hospitals.find((candidate) => candidate.name.zh === name);
      if (!hospital) throw new Error(`no hospital ${name}`);
      return { name: hospital.name, at: hospital.at, placement: hospital.placement };
    }),
    ...centres.map(([name, township]) => ({
      name: placeName(name),
      at: ownSpot(ground, townshipNamed(ground, township).at, taken),
      placement: 'facility-at-township',
    })),
  ];
  if (sites.length !== LABS) throw new Error('labs miscounted');
  return sites.map(({ name, at, placement }, i) => ({
    id: `lab-${i + 1}`,
    name: { zh: `${name.zh}实验室`, en: `${name.en} Laboratory` },
    at,
    villageId: nearestVillage(ground, at).id,
    tubesPerDay: TUBES_PER_LAB,
    source: 'lab-choice',
    placement,
  }));
}

/** The nearest village of the township that holds the point. */
export function nearestVillage(ground: Ground, at: LngLat): Village {
  const township = ground.townships.find(({ outline }) => isInside(at, outline));
  const among = ground.villages.filter(({ townshipId }) => !township || townshipId === township.id);
  return among.reduce((best, village) => (kilometresBetween(at, village.at) < kilometresBetween(at, best.at) ? village : best));
}

/** 30 fever clinics: township hospitals of the 19 largest townships that have one, the general hospitals, three community centres. */
export function clinicsOf(ground: Ground, hospitals: readonly Hospital[], taken: LngLat[]): Clinic[] {
  const main = new Map<string, FacilityRow>();
  for (const row of ground.facilities) {
    if (row.kind === 'township hospital' && row.township && !main.has(row.township)) main.set(row.township, row);
  }
  const townshipRows = [...main.entries()]
    .sort(([a], [b]) => townshipNamed(ground, b).residents - townshipNamed(ground, a).residents)
    .slice(0, TOWNSHIP_CLINICS)
    .map(([, row]) => row);
  const centres = ['凤凰街道社区卫生服务中心', '古楼街道飞鹅社区服务中心', '西山街道社区卫生服务中心'].map((name) => facility(ground, name));
  const general = hospitals.filter(({ name }) => name.zh !== '鄂州市优抚医院' && name.zh !== THIRD_AND_LEISHAN[1]);
  const rows = [
    ...general.map(({ name, at, placement }) => ({ name, at, placement })),
    ...[...townshipRows, ...centres].map((row) => ({
      name: placeName(row.name),
      at: ownSpot(ground, row.at as LngLat, taken),
      placement: placementOf(row),
    })),
  ];
  return rows.map((row, i) => ({ id: `clinic-${i + 1}`, ...row, source: 'clinic-rule' }));
}

/** Seven stations of about 2015, then one by one where residents gain most minutes; vehicles where most residents share one. */
export function stationsOf(ground: Ground, taken: LngLat[]): Station[] {
  const listed = ground.facilities
    .filter(({ kind }) => kind.startsWith('ambulance station'))
    .map((row) => {
      const zh = `${row.name.replace('120急救 ', '').replace(/站$/, '')}急救站`;
      const at = row.at ?? townshipNamed(ground, '泽林镇').at;
      return { name: placeName(zh), at: ownSpot(ground, at, taken), source: 'station-list', placement: row.at ? placementOf(row) : 'facility-at-township' };
    });
  const stations: Omit<Station, 'id' | 'vehicles'>[] = [...listed];
  const minutes = new Float64Array(ground.villages.length).fill(Infinity);
  const serve = (at: LngLat) => {
    const from = ground.minutesFrom(ground.villages.indexOf(nearestVillage(ground, at)));
    minutes.forEach((best, v) => (minutes[v] = Math.min(best, from[v])));
  };
  for (const { at } of listed) serve(at);
  while (stations.length < STATIONS) {
    const gains = ground.townships.map((township) => {
      const from = ground.minutesFrom(ground.villages.indexOf(nearestVillage(ground, township.at)));
      return ground.villages.reduce((sum, { residents }, v) => sum + residents * Math.max(0, minutes[v] - from[v]), 0);
    });
    const township = ground.townships[gains.indexOf(Math.max(...gains))];
    const short = { zh: township.name.zh.replace(/(街道|镇|乡)$/, ''), en: township.name.en.replace(/ (Town|Township|Subdistrict)$/, '') };
    stations.push({
      name: { zh: `${short.zh}急救站`, en: `${short.en} Station` },
      at: ownSpot(ground, township.at, taken),
      source: 'station-rule',
      placement: 'facility-at-township',
    });
    serve(township.at);
  }
  const vehicles = spreadVehicles(ground, stations);
  return stations.map((station, i) => ({ id: `station-${i + 1}`, ...station, vehicles: vehicles[i] }));
}

/** One vehicle each, then each next to the station with most residents per vehicle, residents counted at their nearest station. */
function spreadVehicles(ground: Ground, stations: readonly { readonly at: LngLat }[]): number[] {
  const rows = stations.map(({ at }) => ground.minutesFrom(ground.villages.indexOf(nearestVillage(ground, at))));
  const residents = stations.map(() => 0);
  ground.villages.forEach((village, v) => {
    const times = rows.map((minutes) => minutes[v]);
    residents[times.indexOf(Math.min(...times))] += village.residents;
  });
  const vehicles = stations.map(() => 1);
  for (let given = stations.length; given < VEHICLES; given++) {
    const load = residents.map((people, i) => people / vehicles[i]);
    vehicles[load.indexOf(Math.max(...load))]++;
  }
  return vehicles;
}
