import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compileVariant } from '../../src/compile/index.ts';
import { createSimulator } from '../../src/experiment/index.ts';
import { createReach, NO_EDITS, planStations, reachOfVillages, rulesOf } from '../../src/coverage/index.ts';
import { readGrid } from '../../src/geo/index.ts';
import { isSample, levelOf, readPublished } from '../../src/published/index.ts';
import { coverageOf, coverageRules } from '../../src/report/published/coverage.ts';
import { finish, joiningWaits } from '../../src/results/index.ts';
import { findPreset, resolveSettings } from '../../src/scenario/index.ts';
import { rootPath } from '../../tools/paths.mjs';
import { dataFolder, ezhou } from './ezhou.ts';

const text = readFileSync(rootPath('public', 'published.json'), 'utf8');
const published = readPublished(text);
const scenario = findPreset('as-stated')!;
const { sites } = compileVariant(ezhou, scenario);
const grid = readGrid(JSON.parse(readFileSync(`${dataFolder}ezhou/grid.json`, 'utf8')));
const rules = rulesOf(resolveSettings(scenario, ezhou).settings);
const rowOf = new Map(ezhou.villages.map(({ id }, row) => [id, row]));

describe('the publication that comes with the page', () => {
  it('is small enough for a slow telephone', () => {
    expect(text.length).toBeLessThan(400_000);
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(150_000);
  });

  it('is the plan as stated, for every village and every site', () => {
    expect(published.runs).toBe(50);
    expect(published.villages.map(({ id, residents }) => [id, residents])).toEqual(ezhou.villages.map(({ id, residents }) => [id, residents]));
    expect(published.sites.map(({ id, residents, serves }) => [id, residents, serves])).toEqual(
      sites.map(({ id, residents, serves }) => [id, residents, serves.map(({ villageId }) => rowOf.get(villageId))]),
    );
  });

  it('has the coverage that the pack gives today', () => {
    expect(published.coverage).toEqual(coverageOf(ezhou, sites, grid, rules));
    expect(published.rules).toEqual(coverageRules(ezhou, rules));
  });

  it('tells residents the same minutes of an ambulance as it tells planners', () => {
    const reach = createReach(ezhou, grid, rules);
    const { nearest } = reach.of(planStations(ezhou, NO_EDITS));
    for (const { village, minutes, station } of reachOfVillages(reach, nearest)) {
      expect(published.coverage.ambulanceMinutes[village]).toBe(Number(minutes.toFixed(1)));
      expect(published.coverage.stationNearest[village]).toBe(station);
    }
  });

  it('has waits that one of its runs falls into: about eight cells in ten lie between P10 and P90', () => {
    const run = finish(createSimulator().typical({ city: ezhou, scenario }, published.seed, 0));
    const { steps, p10, p90 } = published.waits;
    let [inside, open] = [0, 0];
    for (let s = 0; s < sites.length; s++) {
      joiningWaits(run, s).forEach((minutes, step) => {
        if (Number.isNaN(minutes) || step >= steps) return;
        const level = levelOf(minutes);
        open++;
        if (p10[s * steps + step] <= level && level <= p90[s * steps + step]) inside++;
      });
    }
    expect(open).toBeGreaterThan(30_000);
    expect(inside / open).toBeGreaterThan(0.6);
  });

  it('is a sample: nobody has confirmed where the sites stand', () => {
    expect(isSample(published)).toBe(true);
  });
});
