import type { PlannedSite } from '../city/index.ts';
import {
  createDrive,
  ENHANCED_STEPS,
  floatingCatchment,
  limitedCatchments,
  minutesFrom,
  nearestOf,
  summariseCoverage,
  WALKING,
  type CatchmentStep,
  type Coverage,
  type LimitedCatchments,
} from '../geo/index.ts';
import type { LngLat } from '../units/index.ts';
import { LIMITS, type Reach } from './reach.ts';
import type { PlannedStation } from './stations.ts';

/** What residents go to, or what comes to them. */
export const SERVICES = ['stations', 'clinics', 'hospitals', 'sites'] as const;
export type Service = (typeof SERVICES)[number];

/** One resident in so many has an ambulance (the national norm, official). */
export const RESIDENTS_A_VEHICLE = 30_000;
/** A sampling site for so many residents at most (national guidance, third edition, official). */
export const RESIDENTS_A_SITE = 3_000;
/** Clinics together can take so much more than all residents (assumed); their capacities are not published. */
export const CLINIC_SLACK = 1.25;
/** On foot to a sampling site: one zone of so many minutes (assumed). */
const WALK_STEPS: readonly CatchmentStep[] = [{ minutes: 30, weight: 1 }];

export interface ServiceReach {
  readonly service: Service;
  /** Sampling sites are walked to; ambulances, and patients of clinics and hospitals, drive. */
  readonly onFoot: boolean;
  readonly places: number;
  /** Minutes on the way, without handling and turn-out. `coverage.beyond` counts against 15 and 30 minutes for all of them. */
  readonly coverage: Coverage;
  readonly minutes: Float64Array;
  /** Two-step floating catchment: units per 10,000 residents within reach, a mean over the residents of each township and in all. */
  readonly access: {
    readonly unit: 'vehicles' | 'clinics' | 'beds' | 'sites';
    readonly all: number;
    readonly townships: Float64Array;
    readonly least: number;
  };
  /** Who goes where when each place takes no more than `capacities`; null where none are known. */
  readonly limited:
    (LimitedCatchments & { readonly capacities: Float64Array; readonly leftResidents: number; readonly divertedResidents: number }) | null;
}

const PER = 10_000;

interface Places {
  readonly service: Service;
  readonly onFoot: boolean;
  readonly unit: ServiceReach['access']['unit'];
  readonly at: readonly LngLat[];
  /** Units at each place; 0 where they are not known. */
  readonly units: Float64Array;
  /** Residents that each place can take; null where that is not known. */
  readonly capacities: Float64Array | null;
}

const pointsOf = (places: readonly { readonly at: LngLat }[]): LngLat[] => places.map((place) => place.at);

/** How well each kind of place is reached, and how much of it there is for those who reach it. */
export function reachOfServices(reach: Reach, stations: readonly PlannedStation[], sites: readonly PlannedSite[]): ServiceReach[] {
  const open = stations.filter(({ state }) => state !== 'closed');
  const vehicles = Float64Array.from(open, (station) => station.vehicles);
  const kind: Places = {
    service: 'stations',
    onFoot: false,
    unit: 'vehicles',
    at: pointsOf(open),
    units: vehicles,
    capacities: vehicles.map((count) => count * RESIDENTS_A_VEHICLE),
  };
  const ofStations =
    open.length === 0
      ? []
      : [
          reachOf(
            reach,
            kind,
            kind.at.map((place) => reach.driveFrom(place)),
          ),
        ];
  return [...ofStations, ...reachOfPlaces(reach, sites)];
}

/** What no change of stations touches is worked out once. */
const known = new WeakMap<Reach, { readonly sites: readonly PlannedSite[]; readonly services: readonly ServiceReach[] }>();

function reachOfPlaces(reach: Reach, sites: readonly PlannedSite[]): readonly ServiceReach[] {
  const before = known.get(reach);
  if (before?.sites === sites) return before.services;
  const { city, grid } = reach;
  const people = totalOf(grid.residents);
  const one = (places: readonly unknown[], each = 1): Float64Array => new Float64Array(places.length).fill(each);
  const kinds: Places[] = [
    {
      service: 'clinics',
      onFoot: false,
      unit: 'clinics',
      at: pointsOf(city.clinics),
      units: one(city.clinics),
      capacities: one(city.clinics, (people * CLINIC_SLACK) / Math.max(1, city.clinics.length)),
    },
    {
      service: 'hospitals',
      onFoot: false,
      unit: 'beds',
      at: pointsOf(city.hospitals),
      units: Float64Array.from(city.hospitals, ({ beds }) => beds ?? 0),
      capacities: null,
    },
    { service: 'sites', onFoot: true, unit: 'sites', at: pointsOf(sites), units: one(sites), capacities: one(sites, RESIDENTS_A_SITE) },
  ];
  const walk = createDrive(grid, WALKING);
  const services = kinds
    .filter((kind) => kind.at.length > 0)
    .map((kind) => {
      const fields = kind.at.map((place) => (kind.onFoot ? minutesFrom(walk, place) : reach.driveFrom(place)));
      return reachOf(reach, kind, fields);
    });
  known.set(reach, { sites, services });
  return services;
}

function reachOf(
  { city, grid, rules }: Reach,
  { service, onFoot, unit, units, capacities }: Places,
  fields: readonly Float64Array[],
): ServiceReach {
  const townships = city.townships.length;
  const { minutes } = nearestOf(fields, grid.cells);
  const access = floatingCatchment(grid.residents, fields, units, onFoot ? WALK_STEPS : ENHANCED_STEPS);
  const limited = capacities && limitedCatchments(grid.residents, fields, capacities);
  return {
    service,
    onFoot,
    places: fields.length,
    minutes,
    coverage: summariseCoverage(grid, minutes, { limits: LIMITS, standard: rules.standard, townships }),
    access: { unit, ...meansOf(grid, access, townships) },
    limited: limited && {
      ...limited,
      capacities: capacities!,
      leftResidents: totalOf(limited.left),
      divertedResidents: totalOf(limited.diverted),
    },
  };
}

const totalOf = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0);

/** Means over residents, per 10,000, in all and by township, and the least of any township. */
function meansOf({ residents, townships: rows }: Reach['grid'], access: Float64Array, townships: number) {
  const people = new Float64Array(townships);
  const units = new Float64Array(townships);
  residents.forEach((count, c) => {
    people[rows[c]] += count;
    units[rows[c]] += count * access[c] * PER;
  });
  const means = units.map((sum, row) => (people[row] > 0 ? sum / people[row] : NaN));
  return { all: totalOf(units) / totalOf(people), townships: means, least: Math.min(...means.filter((mean) => !Number.isNaN(mean))) };
}
