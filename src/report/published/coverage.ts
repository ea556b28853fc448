import { createCityTravel, type CityPack, type PlannedSite } from '../../city/index.ts';
import { kilometresBetween, localMinutes, TRAVEL_RULES } from '../../geo/index.ts';
import type { CoverageRules, PublishedCoverage, PublishedSource } from '../../published/index.ts';
import type { LngLat } from '../../units/index.ts';

/** Way per straight kilometre on foot, shortest walk, call handling and turn-out: assumed, and said so wherever they count. */
export const WALK_DETOUR = 1.3;
export const SHORTEST_WALK_KM = 0.3;
export const CALL_MINUTES = 1;
export const TURN_OUT_MINUTES = 2;

const EARLIEST = { row: -1, minutes: Infinity, km: Infinity };

/** A place that people drive to, with the village whose travel times lead there. */
interface Target {
  readonly at: LngLat;
  readonly anchor: number;
  readonly urban: boolean;
}

const walkKm = (a: LngLat, b: LngLat): number => Math.max(SHORTEST_WALK_KM, kilometresBetween(a, b) * WALK_DETOUR);
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/**
 * How far every village is from a sampling site, a fever clinic, a hospital and an ambulance. Walks are straight lines with a detour; drives
 * are the pack's travel times to the village next to the place, and local roads from there.
 */
export function coverageOf(city: CityPack, sites: readonly PlannedSite[]): PublishedCoverage {
  const drives = createDrives(city);
  const columns = {
    clinic: city.clinics.map(drives.targetOf),
    hospital: city.hospitals.map(drives.targetOf),
    station: city.stations.map(drives.targetOf),
  };
  const walks = city.villages.map(({ at }) =>
    sites.reduce((best, site, row) => (walkKm(at, site.at) < best.km ? { row, minutes: 0, km: walkKm(at, site.at) } : best), EARLIEST),
  );
  const nearest = (targets: readonly Target[]) => city.villages.map((_, v) => drives.nearest(v, targets));
  const [clinic, hospital, station] = [nearest(columns.clinic), nearest(columns.hospital), nearest(columns.station)];
  return {
    siteWalkKm: walks.map(({ km }) => round(km, 2)),
    siteNearest: walks.map(({ row }) => row),
    clinicMinutes: clinic.map(({ minutes }) => round(minutes, 1)),
    clinicKm: clinic.map(({ km }) => round(km, 1)),
    clinicNearest: clinic.map(({ row }) => row),
    hospitalMinutes: hospital.map(({ minutes }) => round(minutes, 1)),
    hospitalKm: hospital.map(({ km }) => round(km, 1)),
    hospitalNearest: hospital.map(({ row }) => row),
    ambulanceMinutes: station.map(({ minutes }) => round(minutes + CALL_MINUTES + TURN_OUT_MINUTES, 1)),
    stationNearest: station.map(({ row }) => row),
  };
}

function createDrives(city: CityPack) {
  const urban = new Map(city.townships.map(({ id, setting }) => [id, setting === 'urban-core']));
  const isUrban = city.villages.map(({ townshipId }) => urban.get(townshipId) ?? false);
  // Every village as a site of its own: then travel between sites is travel between villages.
  const everyVillage = city.villages.map(({ id, name, at, townshipId, residents }, key): PlannedSite => ({
    id,
    key,
    name,
    townshipId,
    villageId: id,
    at,
    residents,
    serves: [],
  }));
  const travel = createCityTravel(city, everyVillage);
  const targetOf = ({ at }: { readonly at: LngLat }): Target => {
    let anchor = 0;
    city.villages.forEach((village, v) => {
      if (kilometresBetween(village.at, at) < kilometresBetween(city.villages[anchor].at, at)) anchor = v;
    });
    return { at, anchor, urban: isUrban[anchor] };
  };
  const minutesTo = (v: number, target: Target): number => {
    const last = localMinutes(city.villages[target.anchor].at, target.at, target.urban, target.urban, TRAVEL_RULES);
    if (v === target.anchor) return Math.max(TRAVEL_RULES.shortestTrip, last);
    return Math.max(TRAVEL_RULES.shortestTrip, travel.siteToSiteMinutes(v, target.anchor) + last);
  };
  return {
    targetOf,
    nearest: (v: number, targets: readonly Target[]) =>
      targets.reduce((best, target, row) => {
        const minutes = minutesTo(v, target);
        const km = kilometresBetween(city.villages[v].at, target.at) * TRAVEL_RULES.detour;
        return minutes < best.minutes ? { row, minutes, km } : best;
      }, EARLIEST),
  };
}

export function coverageRules(city: CityPack): CoverageRules {
  return {
    walkDetour: WALK_DETOUR,
    shortestWalkKm: SHORTEST_WALK_KM,
    callMinutes: CALL_MINUTES,
    turnOutMinutes: TURN_OUT_MINUTES,
    travel: publishedSource(city, city.travel?.source ?? ''),
  };
}

/** A source of the pack as residents see it; licences stay with the pack. */
export function publishedSource(city: CityPack, id: string): PublishedSource {
  const source = city.sources.find((candidate) => candidate.id === id);
  if (!source) throw new Error(`the pack has no source ${id}`);
  const { tag, title, origin, date } = source;
  return { id, tag, title, origin, date };
}
