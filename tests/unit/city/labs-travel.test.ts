import { describe, expect, it } from 'vitest';
import { ABSTRACT_MINUTES, createAbstractCity, createCityTravel, loadCityPack, planLabs, planSites } from '../../../src/city/index.ts';
import { ezhou, smallPack } from './cities.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('labs', () => {
  it('as many as the pack lists are the pack’s own, with the city’s total split over them', () => {
    const labs = planLabs(ezhou, { count: 8, tubesPerDay: 90_001 });
    expect(labs.map(({ id }) => id)).toEqual(ezhou.labs.map(({ id }) => id));
    expect(sum(labs.map(({ tubesPerDay }) => tubesPerDay))).toBe(90_001);
  });

  it('fewer are the first, more stand in the largest townships; keys stay', () => {
    expect(planLabs(ezhou, { count: 3, tubesPerDay: 20_000 }).map(({ id }) => id)).toEqual(ezhou.labs.slice(0, 3).map(({ id }) => id));
    const ten = planLabs(ezhou, { count: 10, tubesPerDay: 20_000 });
    expect(ten.slice(8).map(({ name }) => name.en)).toEqual(['Fenghuang Subdistrict · added lab 9', 'Gulou Subdistrict · added lab 10']);
    expect(ten.map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(ten.map(({ id }) => id)).size).toBe(10);
  });

  it('of unequal size keep their shares', () => {
    const city = { ...ezhou, labs: ezhou.labs.slice(0, 2).map((lab, i) => ({ ...lab, tubesPerDay: i === 0 ? 3000 : 1000 })) };
    expect(planLabs(city, { count: 2, tubesPerDay: 8000 }).map(({ tubesPerDay }) => tubesPerDay)).toEqual([6000, 2000]);
  });

  it('of an abstract city are as many as asked', () => {
    const labs = planLabs(createAbstractCity({ population: 1000 }), { count: 3, tubesPerDay: 10 });
    expect(labs.map(({ tubesPerDay, name }) => [tubesPerDay, name.en])).toEqual([
      [4, 'Lab 1'],
      [3, 'Lab 2'],
      [3, 'Lab 3'],
    ]);
  });

  it('refuses no lab and half a lab', () => {
    for (const count of [0, 1.5, 501, NaN]) expect(() => planLabs(ezhou, { count, tubesPerDay: 1 })).toThrow(RangeError);
  });
});

describe('travel in a city', () => {
  it('reads the tables of the pack', () => {
    const city = loadCityPack(smallPack());
    const sites = planSites(city, { sites: 2, spread: 0, population: 600 });
    const travel = createCityTravel(city, sites);
    expect(sites.map(({ villageId }) => villageId)).toEqual(['v1', 'v3']);
    expect(travel.siteToSiteMinutes(0, 1)).toBe(40);
    expect(travel.siteToSiteMinutes(1, 0)).toBe(40);
    expect(travel.siteToLabMinutes(0, 0)).toBe(3);
    expect(travel.siteToLabMinutes(1, 0)).toBe(40);
    expect(travel.siteToSiteMinutes(1, 1)).toBe(0);
  });

  it('a lab that was added takes the times of its village', () => {
    const labs = planLabs(ezhou, { count: 9, tubesPerDay: 20_000 });
    const sites = planSites(ezhou, { sites: 310, spread: 0.15, population: 1_079_353 });
    const travel = createCityTravel(ezhou, sites, labs);
    const beside = sites.findIndex(({ villageId }) => villageId === labs[8].villageId);
    expect(beside).toBeGreaterThanOrEqual(0);
    expect(travel.siteToLabMinutes(beside, 8)).toBe(3);
    expect(travel.siteToLabMinutes(0, 0)).toBe(createCityTravel(ezhou, sites).siteToLabMinutes(0, 0));
  });

  it('is the same everywhere without geography', () => {
    const city = createAbstractCity({ population: 1000 });
    const travel = createCityTravel(city, planSites(city, { sites: 4, spread: 0, population: 1000 }));
    expect(travel.siteToLabMinutes(3, 7)).toBe(ABSTRACT_MINUTES.siteToLab);
    expect(travel.siteToSiteMinutes(0, 1)).toBe(ABSTRACT_MINUTES.siteToSite);
    expect(travel.siteToSiteMinutes(2, 2)).toBe(0);
  });
});
