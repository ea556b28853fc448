import {
  leadOf,
  LIMITS,
  reachOfVillages,
  type Addition,
  type Candidate,
  type CitySiting,
  type PlannedStation,
  type Reach,
  type ServiceReach,
  type StationReach,
} from '../../coverage/index.ts';
import type { CoverageChange, CoverageFigures } from '../../geo/index.ts';
import { TEXTS } from './words.ts';

export const COVERAGE_SCHEMA = 'pingzhan.coverage/1';
export const CITY_SITING_SCHEMA = 'pingzhan.siting/1';

const NOTICE = { zh: TEXTS.zh.t('product:simulated'), en: TEXTS.en.t('product:simulated') };

/** A plan of stations, what it reaches, and the same for the city's stations as they are. */
export interface CoverageAnswer {
  readonly reach: Reach;
  readonly stations: readonly PlannedStation[];
  readonly now: StationReach;
  /** null where the stations are the city's. */
  readonly change: CoverageChange | null;
  readonly services: readonly ServiceReach[];
}

/** Minutes to the hundredth, shares to the millionth; what nothing reaches is null. */
const minutes = (value: number): number | null => (Number.isFinite(value) ? Math.round(value * 100) / 100 : null);
const share = (part: number, whole: number): number | null => (whole > 0 ? Math.round((part / whole) * 1e6) / 1e6 : null);

function figures({ residents, mean, median, p90, longest, within, beyond }: CoverageFigures) {
  return {
    residents,
    meanMinutes: minutes(mean),
    medianMinutes: minutes(median),
    p90Minutes: minutes(p90),
    longestMinutes: minutes(longest),
    within: Object.fromEntries(LIMITS.map((limit, k) => [limit, within[k]])),
    beyondStandard: beyond,
    beyondStandardShare: share(beyond, residents),
  };
}

const WORST = 20;

/** The whole answer as JSON text; the same bytes for the same plan everywhere. */
export function coverageJson({ reach, stations, now, change, services }: CoverageAnswer): string {
  const { city, rules } = reach;
  const { coverage } = now;
  const document = {
    schema: COVERAGE_SCHEMA,
    notice: NOTICE,
    city: city.id,
    positions: city.places.stations,
    rules: { ...rules, leadMinutes: leadOf(rules) },
    all: figures(coverage.all),
    urban: figures(coverage.urban),
    rural: figures(coverage.rural),
    gini: Number.isNaN(coverage.gini) ? null : Math.round(coverage.gini * 1e4) / 1e4,
    townships: city.townships.map(({ id, name, setting }, row) => ({ id, name, setting, ...figures(coverage.townships[row]) })),
    worst: reachOfVillages(reach, now.nearest)
      .slice(0, WORST)
      .map((village) => ({
        id: city.villages[village.village].id,
        name: city.villages[village.village].name,
        township: city.townships[village.township].id,
        residents: city.villages[village.village].residents,
        minutes: minutes(village.minutes),
        standard: village.standard,
        station: stations[village.station]?.id ?? null,
      })),
    stations: stations.map(({ id, name, at, vehicles, state }, row) => ({
      id,
      name,
      at,
      vehicles,
      state,
      residentsNearest: now.served[row],
    })),
    change: change && { ...change, mean: minutes(change.mean), townships: undefined },
    services: services.map(serviceJson),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function serviceJson({ service, onFoot, places, coverage, access, limited }: ServiceReach) {
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return {
    service,
    onFoot,
    places,
    ...figures(coverage.all),
    access: { unit: access.unit, per10000: round(access.all), leastTownship: round(access.least) },
    limited: limited && {
      capacity: Math.round(limited.capacities.reduce((sum, capacity) => sum + capacity, 0)),
      left: Math.round(limited.leftResidents),
      diverted: Math.round(limited.divertedResidents),
    },
  };
}

/** Answers about further stations in a city, one model each, and the best single additions. One answer alone stands at the top level. */
export function citySitingJson(
  { reach, stations }: Pick<CoverageAnswer, 'reach' | 'stations'>,
  answers: readonly CitySiting[],
  best: readonly Addition[],
): string {
  const { city, rules } = reach;
  const placeOf = ({ village, station }: Candidate) => (station >= 0 ? stations[station] : city.villages[village]);
  const models = answers.map(({ model, objective, chosen, bound, gap, present }) => ({
    model,
    objective,
    chosen: chosen.map((place) => placeOf(place).id),
    bound,
    gap,
    present,
    places: chosen.map((place) => ({ id: placeOf(place).id, name: placeOf(place).name, at: place.at })),
  }));
  const document = {
    schema: CITY_SITING_SCHEMA,
    notice: NOTICE,
    city: city.id,
    positions: city.places.stations,
    rules: { ...rules, leadMinutes: leadOf(rules) },
    ...(models.length === 1 ? models[0] : { answers: models }),
    suggestions: best.map(({ village, at, gained, gainedStrict, sooner, mean, longest }) => ({
      id: city.villages[village].id,
      name: city.villages[village].name,
      at,
      gainedWithinStandard: gained,
      gainedWithinUrbanStandard: gainedStrict,
      sooner,
      meanChangeMinutes: minutes(mean),
      longestMinutes: minutes(longest),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
