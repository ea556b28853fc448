import { expect, test } from 'vitest';
import { createAbstractCity } from '../../../src/city/index.ts';
import { sitesGeoJson } from '../../../src/report/index.ts';
import { plannedSites, resolveSettings } from '../../../src/scenario/index.ts';
import { buildStudy } from '../../builders/answers.ts';

interface Collection {
  readonly type: string;
  readonly pingzhan: Record<string, unknown>;
  readonly features: readonly {
    readonly geometry: { readonly type: string; readonly coordinates: readonly number[] };
    readonly properties: Record<string, unknown>;
  }[];
}

test('sites leave as GeoJSON with their results, units in the names, and where all of it comes from', () => {
  const city = createAbstractCity({ population: 1_000_000 });
  const { settings } = resolveSettings({ inputs: { 'city.sites': 310 } }, city);
  const sites = plannedSites(settings, city);
  const study = buildStudy({ seed: 7 });
  const finishMean = Float64Array.from(study.sites.finishMean, (hours, s) => (s === 3 ? Number.NaN : hours));
  const text = sitesGeoJson(city, sites, { ...study, sites: { ...study.sites, finishMean } });
  const { type, pingzhan, features } = JSON.parse(text) as Collection;
  expect(type).toBe('FeatureCollection');
  expect(pingzhan).toMatchObject({
    schema: 'pingzhan.sites/1',
    city: 'abstract',
    seed: 7,
    replications: 100,
    engineVersion: study.engineVersion,
    scenario: { fingerprint: '7f3a91b204c2' },
    notice: { en: 'Simulated, not live; positions are modelled, not surveyed' },
  });
  expect(features).toHaveLength(sites.length);
  expect(features[5].geometry).toEqual({ type: 'Point', coordinates: [...sites[5].at] });
  expect(features[5].properties).toMatchObject({
    name: sites[5].name,
    residents: sites[5].residents,
    finishMeanHours: finishMean[5],
    waitMeanMinutes: study.sites.waitMean[5],
    onTimeShare: 0,
  });
  expect(features[3].properties.finishMeanHours).toBeNull();
});
