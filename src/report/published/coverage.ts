import type { CityPack, PlannedSite } from '../../city/index.ts';
import { leadOf, type CoverageRules as ReachRules } from '../../coverage/index.ts';
import { createDrive, DETOUR, kilometresBetween, minutesFrom, nearestCell, nearestOf, type RoadGrid } from '../../geo/index.ts';
import type { CoverageRules, PublishedCoverage, PublishedSource } from '../../published/index.ts';
import { createText } from '../../text/index.ts';
import type { LngLat } from '../../units/index.ts';

/** Way per straight kilometre on foot, and the shortest walk: assumed, and said so wherever they count. */
export const WALK_DETOUR = 1.3;
export const SHORTEST_WALK_KM = 0.3;

const EARLIEST = { row: -1, km: Infinity };

const walkKm = (a: LngLat, b: LngLat): number => Math.max(SHORTEST_WALK_KM, kilometresBetween(a, b) * WALK_DETOUR);
/** Null where nothing gets there: JSON has no word for Infinity. */
const round = (value: number, digits: number): number | null => (Number.isFinite(value) ? Number(value.toFixed(digits)) : null);

/**
 * How far every village is from a sampling site, a fever clinic, a hospital and an ambulance. Walks are straight lines with a detour;
 * drives go over the city's road grid off peak, as in `ambulance coverage` and on the planner's page.
 */
export function coverageOf(city: CityPack, sites: readonly PlannedSite[], grid: RoadGrid, rules: ReachRules): PublishedCoverage {
  const drive = createDrive(grid, rules.speeds);
  const cells = city.villages.map(({ at }) => nearestCell(grid, at));
  const nearest = (places: readonly { readonly at: LngLat }[], lead = 0) => {
    const { minutes, place } = nearestOf(
      places.map(({ at }) => minutesFrom(drive, at)),
      grid.cells,
      lead,
    );
    return {
      minutes: cells.map((cell) => round(minutes[cell], 1)),
      row: cells.map((cell) => place[cell]),
      km: cells.map((cell, v) =>
        place[cell] < 0 ? null : round(kilometresBetween(city.villages[v].at, places[place[cell]].at) * DETOUR, 1),
      ),
    };
  };
  const walks = city.villages.map(({ at }) =>
    sites.reduce((best, site, row) => (walkKm(at, site.at) < best.km ? { row, km: walkKm(at, site.at) } : best), EARLIEST),
  );
  const [clinic, hospital, station] = [nearest(city.clinics), nearest(city.hospitals), nearest(city.stations, leadOf(rules))];
  return {
    siteWalkKm: walks.map(({ km }) => Number(km.toFixed(2))),
    siteNearest: walks.map(({ row }) => row),
    clinicMinutes: clinic.minutes,
    clinicKm: clinic.km,
    clinicNearest: clinic.row,
    hospitalMinutes: hospital.minutes,
    hospitalKm: hospital.km,
    hospitalNearest: hospital.row,
    ambulanceMinutes: station.minutes,
    stationNearest: station.row,
  };
}

export function coverageRules(city: CityPack, rules: ReachRules): CoverageRules {
  const [zh, en] = [createText('zh'), createText('en')];
  const { speeds, handlingMinutes, turnoutMinutes } = rules;
  const values = { motorway: speeds.motorway, urban: speeds.urban, rural: speeds.rural, detour: DETOUR };
  return {
    walkDetour: WALK_DETOUR,
    shortestWalkKm: SHORTEST_WALK_KM,
    callMinutes: handlingMinutes,
    turnOutMinutes: turnoutMinutes,
    travel: {
      id: 'road-grid',
      tag: 'assumed',
      title: { zh: zh.t('publish:travel.title'), en: en.t('publish:travel.title') },
      origin: { zh: zh.t('publish:travel.origin', values), en: en.t('publish:travel.origin', values) },
      date: publishedSource(city, city.travel?.source ?? '').date,
    },
  };
}

/** A source of the pack as residents see it; licences stay with the pack. */
export function publishedSource(city: CityPack, id: string): PublishedSource {
  const source = city.sources.find((candidate) => candidate.id === id);
  if (!source) throw new Error(`the pack has no source ${id}`);
  const { tag, title, origin, date } = source;
  return { id, tag, title, origin, date };
}
