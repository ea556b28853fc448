import { area, booleanPointInPolygon, featureCollection, intersect } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { planSites, type Outline } from '../../src/city/index.ts';
import { ezhou } from './ezhou.ts';
import type { LngLat } from '../../src/units/index.ts';

const isInside = (at: LngLat, outline: Outline) => booleanPointInPolygon([at[0], at[1]], outline);
const asFeature = (outline: Outline): Feature<Polygon | MultiPolygon> => ({ type: 'Feature', properties: {}, geometry: outline });
const km2 = (outline: Outline) => area(asFeature(outline)) / 1e6;
const township = (id: string) => {
  const found = ezhou.townships.find((candidate) => candidate.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('the map of Ezhou', () => {
  it('lies in its box in WGS-84, longitude first', () => {
    const lists = [ezhou.townships, ezhou.villages, ezhou.labs, ezhou.stations, ezhou.hospitals, ezhou.clinics];
    for (const { at } of lists.flat()) {
      expect(at[0]).toBeGreaterThan(114.4);
      expect(at[0]).toBeLessThan(115.2);
      expect(at[1]).toBeGreaterThan(29.9);
      expect(at[1]).toBeLessThan(30.7);
    }
  });

  it('district areas are within 2 % of the official 607.7, 496.0 and 492.3 km²', () => {
    const official: Record<string, number> = { 鄂城区: 607.74, 梁子湖区: 495.96, 华容区: 492.3 };
    for (const { name, outline } of ezhou.districts) expect(Math.abs(km2(outline) / official[name.zh] - 1)).toBeLessThan(0.02);
  });

  it('townships fill their district and do not overlap', () => {
    for (const district of ezhou.districts) {
      const parts = ezhou.townships.filter(({ districtId }) => districtId === district.id);
      const total = parts.reduce((sum, { outline }) => sum + km2(outline), 0);
      expect(Math.abs(total / km2(district.outline) - 1)).toBeLessThan(0.002);
      parts.forEach((a, i) =>
        parts.slice(0, i).forEach((b) => {
          const shared = intersect(featureCollection([asFeature(a.outline), asFeature(b.outline)]));
          expect(shared ? area(shared) / 1e6 : 0).toBeLessThan(0.05);
        }),
      );
    }
  });

  it('every township point is in its own outline, every village in its township’s', () => {
    expect(ezhou.townships.filter(({ at, outline }) => !isInside(at, outline))).toEqual([]);
    expect(ezhou.villages.filter(({ at, townshipId }) => !isInside(at, township(townshipId).outline))).toEqual([]);
  });

  it('labs, stations, hospitals and clinics are inside the city, each on a spot of its own but for labs in their hospital', () => {
    const facilities = [...ezhou.labs, ...ezhou.stations, ...ezhou.hospitals, ...ezhou.clinics];
    expect(facilities.filter(({ at }) => !ezhou.districts.some(({ outline }) => isInside(at, outline)))).toEqual([]);
    const apart = [...ezhou.stations, ...ezhou.hospitals].map(({ at }) => at.join());
    expect(new Set(apart).size).toBe(apart.length);
  });

  it('villages keep off the schematic water but for the island and the airport', () => {
    const wet = ezhou.villages.filter(({ at }) => ezhou.water.some(({ outline }) => isInside(at, outline)));
    expect(wet.map(({ name, placement }) => [name.zh, placement]).filter(([, placement]) => placement === 'village-points')).toEqual([]);
  });

  it('no two villages share a point', () => {
    const points = ezhou.villages.map(({ at }) => at.join());
    expect(new Set(points).size).toBe(points.length);
  });

  it('all 310 sites stand inside their township, no two on one spot', () => {
    const sites = planSites(ezhou, { sites: 310, spread: 0.15, population: 1_079_353 });
    expect(sites.filter(({ at, townshipId }) => !isInside(at, township(townshipId).outline))).toEqual([]);
    expect(new Set(sites.map(({ at }) => at.join())).size).toBe(310);
  });
});
