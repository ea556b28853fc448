import type { CityPack, PlannedSite } from '../city/index.ts';
import type { Study } from '../results/index.ts';

export const SITES_SCHEMA = 'pingzhan.sites/1';

/** JSON has no NaN: a site that never gets there has null. */
const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

/**
 * The sites with their results as GeoJSON (RFC 7946, WGS-84): hours after the order, minutes, people, shares 0–1. Where the figures come from,
 * and that positions are modelled, stands beside the features under "pingzhan".
 */
export function sitesGeoJson(city: CityPack, sites: readonly PlannedSite[], study: Study): string {
  const { finishMean, finishP90, waitMean, unsampledAtDeadline, utilisation, onTimeShare } = study.sites;
  const townships = new Map(city.townships.map(({ id, name }) => [id, name]));
  const collection = {
    type: 'FeatureCollection',
    pingzhan: {
      schema: SITES_SCHEMA,
      notice: { zh: '模拟结果，非实时信息；点位为示意，非实测坐标', en: 'Simulated, not live; positions are modelled, not surveyed' },
      city: city.id,
      scenario: study.scenario,
      seed: study.seed,
      replications: study.replications,
      engineVersion: study.engineVersion,
      units: { hours: 'after the order', minutes: 'waiting', shares: '0-1' },
    },
    features: sites.map((site, s) => ({
      type: 'Feature',
      id: site.id,
      geometry: { type: 'Point', coordinates: [...site.at] },
      properties: {
        name: site.name,
        township: townships.get(site.townshipId) ?? site.townshipId,
        residents: site.residents,
        finishMeanHours: known(finishMean[s]),
        finishP90Hours: known(finishP90[s]),
        waitMeanMinutes: known(waitMean[s]),
        unsampledAtDeadline: known(unsampledAtDeadline[s]),
        utilisation: known(utilisation[s]),
        onTimeShare: known(onTimeShare[s]),
      },
    })),
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}
