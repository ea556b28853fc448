import { describe, expect, test } from 'vitest';
import { planSites } from '../../../src/city/index.ts';
import { differenceBounds, placeDifferences, placeDifferenceSheet, standings } from '../../../src/report/index.ts';
import type { Study } from '../../../src/results/index.ts';
import { createText } from '../../../src/text/index.ts';
import { buildKpis, buildStudy } from '../../builders/answers.ts';
import { ezhou } from '../../data/ezhou.ts';

const plan = (sites: number) => planSites(ezhou, { sites, spread: 0.15, population: 1_079_353 });
const sites = plan(310);
const done = (hours: (site: number) => number): Study => {
  const study = buildStudy();
  return { ...study, sites: { ...study.sites, finishMean: Float64Array.from(sites, (_, site) => hours(site)) } };
};

describe('what a plan changes for places', () => {
  test('every site by its own finish, every township by that of its last site', () => {
    const { sites: bySite, townships } = placeDifferences(
      ezhou,
      { sites, study: done((site) => 90 + (site % 10)) },
      { sites, study: done((site) => 40 + (site % 10)) },
    );
    expect(bySite!.every(({ hours }) => hours === -50)).toBe(true);
    townships.forEach(({ a, hours }, at) => {
      const mine = sites.map(({ townshipId }, site) => (townshipId === ezhou.townships[at].id ? 90 + (site % 10) : 0));
      expect([a, hours]).toEqual(mine.some(Boolean) ? [Math.max(...mine), -50] : [null, null]);
    });
  });

  test('a site that one plan never ends is endlessly later there; one that neither ends cannot be told', () => {
    const never = done((site) => (site < 2 ? NaN : 50));
    const once = done((site) => (site < 1 ? Infinity : 50));
    const { sites: bySite } = placeDifferences(ezhou, { sites, study: once }, { sites, study: never });
    expect(bySite!.slice(0, 3).map(({ hours }) => hours)).toEqual([null, Infinity, 0]);
    const rows = placeDifferenceSheet(createText('en'), ezhou, sites, { sites: bySite, townships: [] }).rows;
    expect(rows[1].slice(2)).toEqual([50, null, null]);
  });

  test('plans with different numbers of sites are compared by township alone', () => {
    const fewer = plan(200);
    const study = done(() => 50);
    const { sites: bySite, townships } = placeDifferences(ezhou, { sites, study }, { sites: fewer, study });
    expect(bySite).toBeNull();
    expect(townships.filter(({ hours }) => hours === 0).length).toBeGreaterThan(20);
  });

  test('the classes widen with what is to be told apart and are the same on both sides', () => {
    const of = (...hours: number[]) => differenceBounds(hours.map((difference) => ({ a: 0, b: 0, hours: difference })));
    expect(of(0.2, -0.1)).toEqual([-2, -1, -0.5, 0.5, 1, 2]);
    expect(of(-57, -60, -40, Infinity)).toEqual([-48, -24, -4, 4, 24, 48]);
  });
});

describe('who is best among several', () => {
  const of = (...hours: (number | null)[]): Study => {
    const runKpis = hours.map((sampledFinishHours) => buildKpis({ sampledFinishHours }));
    const mean = hours.includes(null) ? null : hours.reduce<number>((sum, value) => sum + value!, 0) / hours.length;
    return buildStudy({ replications: hours.length, runKpis, sampledFinish: { ...buildStudy().sampledFinish, mean } });
  };

  test('the earliest, and with it whoever cannot be told from it; the one that never gets there is last', () => {
    const plans = [of(60, 62, 61), of(50, 52, 51), of(50, 51, 53), of(40, null, 40)];
    expect(standings(plans, 'sampledFinishHours')).toEqual([null, 'best', 'level', null]);
  });

  test('of chances the highest; nobody where all are the same', () => {
    const chance = (probability: number): Study =>
      buildStudy({ sampledWithinDeadline: { probability, interval: [0, 1], deadlineHours: 48, missing: 0 } });
    expect(standings([chance(0.2), chance(0.9)], 'sampledOnTime')[1]).toBe('best');
    expect(standings([chance(1), chance(1)], 'sampledOnTime')).toEqual([null, null]);
    expect(standings([of(50, 52, 51), { ...of(50, 52, 52), seed: 9 }], 'sampledFinishHours')).toEqual(['best', null]);
  });
});
