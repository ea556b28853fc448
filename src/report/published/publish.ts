import type { CityPack, CityRow, PlannedSite } from '../../city/index.ts';
import type { SiteWaits } from '../../experiment/index.ts';
import type { RoadGrid } from '../../geo/index.ts';
import {
  packGrid,
  PUBLISHED_SCHEMA,
  type PlaceQuality,
  type PublishedPlaces,
  type PublishedTownship,
  type RoundForecast,
  type WaitThresholds,
} from '../../published/index.ts';
import type { DeadlineVerdict, Estimate, Study } from '../../results/index.ts';
import { parseOpenHours, type Scenario, type Settings } from '../../scenario/index.ts';
import type { Bilingual, LngLat } from '../../units/index.ts';
import { rulesOf } from '../../coverage/index.ts';
import { coverageOf, coverageRules, publishedSource } from './coverage.ts';

/** All that a publication is made of. */
export interface Publication {
  readonly city: CityPack;
  readonly grid: RoadGrid;
  readonly scenario: Scenario;
  readonly settings: Settings;
  readonly sites: readonly PlannedSite[];
  readonly study: Study;
  readonly waits: SiteWaits;
  /** Day of publication, "2026-11-26". */
  readonly date: string;
  readonly address: string | null;
  readonly thresholds: WaitThresholds;
}

/** The file `pingzhan.published/1` as text, one key a line; the same bytes for the same publication everywhere. */
export function publishedText(publication: Publication): string {
  const file = publishedFile(publication);
  const lines = Object.entries(file).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function publishedFile(publication: Publication): Record<string, unknown> {
  const { city, scenario, settings, sites, study, waits, date, address, thresholds } = publication;
  const rowOf = (rows: readonly CityRow[]): Map<string, number> => new Map(rows.map(({ id }, row) => [id, row]));
  const [districts, townships, villages] = [rowOf(city.districts), rowOf(city.townships), rowOf(city.villages)];
  const quality = qualityOf(city);
  const reachRules = rulesOf(settings);
  return {
    schema: PUBLISHED_SCHEMA,
    notice: { zh: '模拟结果，非实时信息', en: 'Simulated, not live' },
    city: { id: city.id, name: city.name },
    date,
    engineVersion: study.engineVersion,
    scenario: { name: nameOf(scenario), fingerprint: study.scenario.fingerprint },
    seed: study.seed,
    runs: study.replications,
    orderClock: settings['order.clock'],
    openHours: parseOpenHours(settings.openHours),
    address,
    thresholds,
    sampled: forecast(study.sampledWithinDeadline, study.sampledFinish),
    resulted: forecast(study.resultedWithinDeadline, study.resultedFinish),
    quality,
    sources: [...new Set(Object.values(quality).flatMap((kind) => kind.sources))].map((id) => publishedSource(city, id)),
    districts: city.districts.map(({ id, name }) => ({ id, name })),
    townships: city.townships.map((township): PublishedTownship => ({
      id: township.id,
      name: township.name,
      district: districts.get(township.districtId)!,
      residents: township.residents,
      at: township.at,
      rings: outerRings(township.outline),
    })),
    villages: city.villages.map(({ id, name, initials, townshipId, at, residents }) => ({
      id,
      name,
      initials,
      township: townships.get(townshipId)!,
      at,
      residents,
    })),
    sites: sites.map((site, s) => ({
      id: site.id,
      name: site.name,
      township: townships.get(site.townshipId)!,
      village: villages.get(site.villageId)!,
      at: site.at,
      residents: site.residents,
      serves: site.serves.map(({ villageId }) => villages.get(villageId)!),
      opensAt: hours(waits.opensAt[s]),
      finishAt: { p50: hours(waits.finishP50[s]), p90: hours(waits.finishP90[s]) },
    })),
    clinics: city.clinics.map(({ name, at }) => ({ name, at })),
    hospitals: city.hospitals.map(({ name, at }) => ({ name, at })),
    stations: city.stations.map(({ name, at }) => ({ name, at })),
    coverage: coverageOf(city, sites, publication.grid, reachRules),
    rules: coverageRules(city, reachRules),
    waits: {
      steps: waits.steps,
      p10: packGrid(waits.p10, waits.steps),
      p50: packGrid(waits.p50, waits.steps),
      p90: packGrid(waits.p90, waits.steps),
      open: packGrid(waits.open, waits.steps),
    },
  };
}

const hours = (value: number): number | null => (Number.isNaN(value) ? null : Math.round(value * 10) / 10);

const nameOf = ({ name }: Scenario): Bilingual => (typeof name === 'string' ? { zh: name, en: name } : name);

function forecast({ probability, interval, deadlineHours, missing }: DeadlineVerdict, { p50, p90 }: Estimate): RoundForecast {
  return { deadlineHours, probability, interval, p50: hours(p50 ?? NaN), p90: hours(p90 ?? NaN), missing: Math.round(missing) };
}

const QUALITY_OF: readonly PublishedPlaces[] = ['townships', 'villages', 'sites', 'stations', 'hospitals', 'clinics'];

/** Sites are planned from the villages, so theirs are the villages' sources. */
function qualityOf(city: CityPack): Record<PublishedPlaces, PlaceQuality> {
  const rowsOf = {
    townships: city.townships,
    villages: city.villages,
    sites: city.villages,
    stations: city.stations,
    hospitals: city.hospitals,
    clinics: city.clinics,
  };
  const entries = QUALITY_OF.map((kind): [PublishedPlaces, PlaceQuality] => {
    const rows: readonly CityRow[] = rowsOf[kind];
    const sources = [...new Set(rows.flatMap(({ source, placement }) => (placement === undefined ? [source] : [source, placement])))];
    return [kind, { accuracy: city.places[kind], sources }];
  });
  return Object.fromEntries(entries) as Record<PublishedPlaces, PlaceQuality>;
}

/** About ten metres: finer than any schematic outline is true. */
const DEGREE_DIGITS = 4;
const short = ([lng, lat]: readonly number[]): LngLat => [Number(lng.toFixed(DEGREE_DIGITS)), Number(lat.toFixed(DEGREE_DIGITS))];

/** Outer rings, their last point (the first again) left out. */
function outerRings(outline: CityPack['townships'][number]['outline']): LngLat[][] {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  return polygons.flatMap(([outer]) => (outer === undefined ? [] : [outer.slice(0, -1).map(short)]));
}
