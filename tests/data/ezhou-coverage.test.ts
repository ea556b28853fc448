import highs from 'highs';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  bestAdditions,
  createReach,
  NO_EDITS,
  planStations,
  reachOfServices,
  rulesOf,
  siteStations,
  tryAdditions,
} from '../../src/coverage/index.ts';
import { planSites } from '../../src/city/index.ts';
import { nearestCell, readGrid } from '../../src/geo/index.ts';
import { resolveSettings } from '../../src/scenario/index.ts';
import { createHighsSolver } from '../../src/solver/index.ts';
import { createFolder, EXIT, runWordsOf } from '../builders/command-line.ts';
import { dataFolder, ezhou } from './ezhou.ts';

const grid = readGrid(JSON.parse(readFileSync(`${dataFolder}ezhou/grid.json`, 'utf8')));
const reach = createReach(ezhou, grid, rulesOf(resolveSettings({ inputs: {} }, ezhou).settings));
const stations = planStations(ezhou, NO_EDITS);
const now = reach.of(stations);
const cellOf = (zh: string) => nearestCell(grid, ezhou.villages.find(({ name }) => name.zh === zh)!.at);
const peopled = Array.from(grid.residents.keys()).filter((c) => grid.residents[c] > 0);
const solver = createHighsSolver(highs, createRequire(import.meta.url).resolve('highs/runtime'));

describe('coverage of Ezhou, by hand', () => {
  it('the cell of 东沟村: 133 m east and 377 m north of its station, times 1.3, at 50 km/h, after 2.5 minutes', () => {
    const straight = Math.hypot((114.66639 - 114.665) * 111.195 * Math.cos((30.327 * Math.PI) / 180), (30.32839 - 30.325) * 111.195);
    expect(straight).toBeCloseTo(0.4, 3);
    const byHand = 1 + 1.5 + ((straight * 1.3) / 50) * 60;
    expect(now.nearest.minutes[cellOf('东沟村')]).toBeCloseTo(byHand, 2);
    expect(stations[now.nearest.place[cellOf('东沟村')]].name.zh).toBe('东沟急救站');
  });

  it('without a station nobody is reached by it: closing 东沟 leaves its villages to the next', () => {
    const closed = planStations(ezhou, { ...NO_EDITS, closed: ['station-9'] });
    const after = reach.of(closed);
    const change = reach.change(now, after);
    const slower = peopled.filter((c) => after.nearest.minutes[c] > now.nearest.minutes[c] + 1 / 60);
    expect(change.later).toBe(slower.reduce((sum, c) => sum + grid.residents[c], 0));
    // Whoever was as near to another station, to the second, does not notice.
    expect(change.later).toBeLessThanOrEqual(now.served[8]);
    expect(change.later).toBeGreaterThan(now.served[8] * 0.95);
    expect([change.sooner, after.served[8]]).toEqual([0, 0]);
  });

  it('a station moved away and back again changes nothing', () => {
    const back = planStations(ezhou, { ...NO_EDITS, moved: { 'station-3': ezhou.stations[2].at } });
    expect(reach.change(now, reach.of(back))).toMatchObject({ sooner: 0, later: 0, gained: 0, lost: 0, mean: 0 });
  });
});

describe('further stations in Ezhou', () => {
  const additions = tryAdditions(reach, now);
  const counted = (village: number, worth: (before: number, after: number, cell: number) => number) => {
    const after = reach.of(planStations(ezhou, { ...NO_EDITS, added: [{ id: 'new', at: ezhou.villages[village].at }] }));
    return peopled.reduce((sum, c) => sum + grid.residents[c] * worth(now.nearest.minutes[c], after.nearest.minutes[c], c), 0);
  };

  it('what is said of an addition is what coverage says once it is there', () => {
    for (const { village, gained, gainedStrict, mean } of additions.filter((_, k) => k % 60 === 0)) {
      const limitOf = (cell: number) => (grid.urban[cell] === 1 ? 15 : 30);
      expect(gained).toBe(counted(village, (before, after, c) => (before > limitOf(c) && after <= limitOf(c) ? 1 : 0)));
      expect(gainedStrict).toBe(counted(village, (before, after) => (before > 15 && after <= 15 ? 1 : 0)));
      expect(mean).toBeCloseTo(counted(village, (before, after) => after - before) / 1_079_353, 9);
    }
  });

  it('for one station the solver finds what trying all villages finds: maximal covering, p-median and p-centre', async () => {
    const solve = await solver;
    const tried = (aim: 'gained' | 'gainedStrict' | 'mean' | 'longest') => bestAdditions(additions, aim, now, 1)[0];
    const standard = siteStations(solve, 'mclp', reach, stations, now, { add: 1 });
    expect([standard.objective - standard.present, standard.gap]).toEqual([tried('gained').gained, 0]);
    const strict = siteStations(solve, 'mclp', reach, stations, now, { add: 1, within: 15 });
    expect(strict.objective - strict.present).toBe(tried('gainedStrict').gainedStrict);
    const centre = siteStations(solve, 'pcenter', reach, stations, now, { add: 1 });
    expect([centre.objective, centre.chosen[0].village]).toEqual([tried('longest').longest, tried('longest').village]);
    const some = additions.filter((_, k) => k % 12 === 0);
    const [best] = bestAdditions(some, 'mean', now, 1);
    const median = siteStations(solve, 'pmedian', reach, stations, now, { add: 1, candidates: some });
    expect(median.objective - median.present).toBeCloseTo(best.mean, 9);
    expect(median.chosen.map(({ village }) => village)).toEqual([best.village]);
  });

  it('as many stations as set covering asks for leave nobody beyond the standard, one fewer does', async () => {
    const solve = await solver;
    const cover = siteStations(solve, 'lscp', reach, stations, now, {});
    expect(cover.present).toBe(now.coverage.all.beyond);
    const added = cover.chosen.map(({ at }, k) => ({ id: `new-${k}`, at }));
    expect(reach.of(planStations(ezhou, { ...NO_EDITS, added })).coverage.all.beyond).toBe(0);
    const fewer = siteStations(solve, 'mclp', reach, stations, now, { add: cover.objective - 1 });
    expect(fewer.objective).toBeLessThan(1_079_353);
  });

  it('with vehicles that are never busy, expected covering is maximal covering', async () => {
    const solve = await solver;
    const idle = siteStations(solve, 'mexclp', reach, stations, now, { add: 1, busy: 0 });
    const covering = siteStations(solve, 'mclp', reach, stations, now, { add: 1 });
    expect([idle.objective, idle.present]).toEqual([covering.objective, covering.present]);
  });
});

describe('services of Ezhou', () => {
  it('what residents can count on adds up to what there is, and nobody is taken twice', () => {
    const services = reachOfServices(reach, stations, planSites(ezhou, { sites: 310, spread: 0.15, population: 1_079_353 }));
    const [vehicles, clinics, , sites] = services;
    expect((vehicles.access.all / 10_000) * 1_079_353).toBeCloseTo(36, 6);
    expect((clinics.access.all / 10_000) * 1_079_353).toBeCloseTo(30, 6);
    const taken = sites.limited!.taken.reduce((sum, people) => sum + people, 0);
    expect(taken + sites.limited!.leftResidents).toBeCloseTo(1_079_353, 3);
    expect(taken).toBeLessThanOrEqual(310 * 3000 + 1e-6);
  });
});

describe('ambulance coverage and site on the command line', () => {
  const folder = createFolder();
  mkdirSync(join(folder, 'grids'));
  copyFileSync(`${dataFolder}ezhou/pack.json`, join(folder, 'ezhou.json'));
  copyFileSync(`${dataFolder}ezhou/grid.json`, join(folder, 'grids', 'ezhou.json'));
  const run = (...words: string[]) => runWordsOf(['ambulance', ...words], { citiesFolder: folder });

  it('coverage prints the figures by area, township and village, and what a closure does', async () => {
    const { out, code } = await run('coverage', '--json', '--close', '中心医院急救站', '--move', 'station-9=114.7,30.3');
    const answer = JSON.parse(out) as {
      all: { residents: number; within: Record<string, number> };
      townships: { residents: number }[];
      stations: { state: string }[];
      change: { sooner: number; later: number };
      positions: string;
    };
    expect(code).toBe(EXIT.done);
    expect(answer.all.residents).toBe(1_079_353);
    expect(answer.all.within['15']).toBeLessThan(answer.all.within['30']);
    expect(answer.townships.reduce((sum, { residents }) => sum + residents, 0)).toBe(1_079_353);
    expect(answer.stations.map(({ state }) => state).filter((state) => state !== 'kept')).toEqual(['closed', 'moved']);
    expect([answer.change.sooner > 0, answer.change.later > 0, answer.positions]).toEqual([true, true, 'schematic']);
    expect((await run('coverage', '--csv', '--table', 'villages')).out.split('\r\n').length).toBe(
      ezhou.villages.filter(({ residents }) => residents > 0).length + 2,
    );
  });

  it('site without a table suggests a 14th station by two models, in words', async () => {
    const { out, code } = await run('site', '--model', 'mclp', '--within', '15', '--lang', 'en');
    expect(code).toBe(EXIT.done);
    expect(out).toContain('Proved best: the bound equals the objective.');
    expect(out).toMatch(/A 14th station at .+ \(.+\) brings [\d,]+ more people within 15 min/);
  });

  it('says what it does not know: a station, a point outside, a city without places', async () => {
    const wrong = await run('coverage', '--close', '东沟急救', '--add', '11.7,30.3', '--move', 'station-9');
    expect(wrong.code).toBe(EXIT.usage);
    expect(wrong.error).toContain('东沟急救站');
    expect(wrong.error.match(/^\d\. --(close|add|move)/gm)).toHaveLength(3);
    expect((await run('coverage', '--city', 'abstract')).code).toBe(EXIT.input);
  });
});
