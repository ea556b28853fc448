import { describe, expect, it } from 'vitest';
import { createCityTravel, planSites, type PlannedSite } from '../../src/city/index.ts';
import { kilometresBetween } from '../../src/geo/index.ts';
import { ezhou } from './ezhou.ts';

/** A made-up site in every village, so that travel between villages can be asked for. */
const atVillages = ezhou.villages.map(({ id, name, townshipId, at, residents }, i): PlannedSite => ({ id, key: i, name, townshipId, villageId: id, at, residents, serves: [] }));
const travel = createCityTravel(ezhou, atVillages);
const village = (zh: string) => ezhou.villages.findIndex(({ name }) => name.zh === zh);
const centre = (index: number) => ezhou.townships.find(({ id }) => id === ezhou.villages[index].townshipId);
/** Minutes from a rural village to its township point: 1.3 × straight distance at 50 km/h. */
const access = (index: number) => ((kilometresBetween(ezhou.villages[index].at, centre(index)?.at ?? [0, 0]) * 1.3) / 50) * 60;

describe('travel in Ezhou', () => {
  it('太和 to 涂家垴: access, 12.8 km of secondary road at 50 km/h, access', () => {
    const [from, to] = [village('太和社区'), village('白云村')];
    expect(Math.abs(travel.siteToSiteMinutes(from, to) - (access(from) + 15.36 + access(to)))).toBeLessThan(0.06);
  });

  it('华容 to 葛店: access, 11.8 km of motorway at 80 km/h, access', () => {
    const [from, to] = [village('华容社区'), village('大湾社区')];
    expect(Math.abs(travel.siteToSiteMinutes(from, to) - (access(from) + 8.85 + access(to)))).toBeLessThan(0.06);
  });

  it('葛店 to 花湖, across the city: five pieces of motorway, 71.1 km at 80 km/h', () => {
    const [from, to] = [village('大湾社区'), village('站前社区')];
    const kilometres = 11.8 + 15.1 + 9.7 + 12.7 + 21.8;
    expect(Math.abs(travel.siteToSiteMinutes(from, to) - (access(from) + (kilometres / 80) * 60 + access(to)))).toBeLessThan(0.06);
  });

  it('the planned motorway is not driven: 太和 to 碧石 takes the 35 km road at 50 km/h', () => {
    const [from, to] = [village('太和社区'), village('碧石村')];
    expect(travel.siteToSiteMinutes(from, to)).toBeGreaterThan((35 / 80) * 60 + access(from) + access(to) + 5);
    expect(travel.siteToSiteMinutes(from, to)).toBeLessThanOrEqual((35 / 50) * 60 + access(from) + access(to) + 0.1);
  });

  it('the island is half an hour by boat from everywhere', () => {
    const island = village('梁子社区');
    const others = ezhou.villages.map((_, other) => other).filter((other) => other !== island);
    expect(Math.min(...others.map((other) => travel.siteToSiteMinutes(island, other)))).toBeGreaterThanOrEqual(30);
  });

  it('is symmetric, 3 minutes at least, under two hours, and no detour is shorter than the way', () => {
    const count = ezhou.villages.length;
    for (let a = 0; a < count; a += 7) {
      for (let b = 0; b < a; b += 5) {
        const way = travel.siteToSiteMinutes(a, b);
        expect(way).toBe(travel.siteToSiteMinutes(b, a));
        expect(way).toBeGreaterThanOrEqual(3);
        expect(way).toBeLessThan(120);
        for (let c = 0; c < count; c += 31) {
          if (c === a || c === b) continue;
          expect(way).toBeLessThanOrEqual(travel.siteToSiteMinutes(a, c) + travel.siteToSiteMinutes(c, b) + 0.2);
        }
      }
    }
  });

  it('is never faster than a motorway in a straight line', () => {
    for (let a = 0; a < atVillages.length; a += 3) {
      for (let b = 0; b < a; b += 11) {
        const straight = (kilometresBetween(atVillages[a].at, atVillages[b].at) / 80) * 60;
        expect(travel.siteToSiteMinutes(a, b)).toBeGreaterThanOrEqual(straight - 0.1);
      }
    }
  });

  it('every site reaches its nearest lab within 60 minutes, the mean resident within 20', () => {
    const sites = planSites(ezhou, { sites: 310, spread: 0.15, population: 1_079_353 });
    const times = createCityTravel(ezhou, sites);
    const nearest = sites.map((_, s) => Math.min(...ezhou.labs.map((__, lab) => times.siteToLabMinutes(s, lab))));
    expect(Math.max(...nearest)).toBeLessThan(60);
    expect(nearest.reduce((sum, minutes, s) => sum + minutes * sites[s].residents, 0) / 1_079_353).toBeLessThan(20);
  });

  it('labs beside each other are minutes apart, labs of two districts are not', () => {
    const lab = (zh: string) => ezhou.labs.findIndex(({ name }) => name.zh.startsWith(zh));
    expect(travel.labToLabMinutes(lab('鄂州市中心医院'), lab('鄂州市中医医院'))).toBeLessThan(10);
    expect(travel.labToLabMinutes(lab('鄂州市中心医院'), lab('梁子湖区人民医院'))).toBeGreaterThan(30);
    expect(travel.labToLabMinutes(2, 2)).toBe(0);
  });
});
