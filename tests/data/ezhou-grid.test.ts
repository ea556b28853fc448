import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildGridText } from '../../data/ezhou/build.ts';
import { createCityTravel, openCityGrid, type PlannedSite } from '../../src/city/index.ts';
import { cellMiddle, createDrive, DRIVING, metresBetween, minutesFrom, nearestCell, readGrid, WAY } from '../../src/geo/index.ts';
import { dataFolder, ezhou } from './ezhou.ts';

const text = readFileSync(`${dataFolder}ezhou/grid.json`, 'utf8');
const grid = readGrid(JSON.parse(text));
const drive = createDrive(grid, DRIVING);
const sum = (values: Iterable<number>) => Array.from(values).reduce((a, b) => a + b, 0);
const island = nearestCell(grid, ezhou.villages.find(({ name }) => name.zh === '梁子社区')!.at);

describe('the grid of Ezhou', () => {
  it('building it again from the pack gives the same bytes', async () => {
    expect((await buildGridText(ezhou)) === text).toBe(true);
  });

  it('about 2,500 cells hold the residents of every township, exactly', () => {
    expect(grid.cells).toBeGreaterThan(2450);
    expect(grid.cells).toBeLessThan(2600);
    const held = ezhou.townships.map((_, row) => sum(grid.residents.filter((__, c) => grid.townships[c] === row)));
    expect(held).toEqual(ezhou.townships.map(({ residents }) => residents));
    expect(sum(held)).toBe(1_079_353);
  });

  it('nobody lives on water; around every village somebody lives within 1.2 km', () => {
    expect(sum(grid.residents.filter((_, c) => grid.wet[c] === 1))).toBe(0);
    const peopled = Array.from(grid.residents.keys()).filter((c) => grid.residents[c] > 0);
    const lonely = ezhou.villages.filter(
      ({ at, residents }) => residents > 0 && !peopled.some((c) => metresBetween(grid.metric, at, cellMiddle(grid, c)) < 1200),
    );
    expect(lonely.map(({ name }) => name.zh)).toEqual([]);
  });

  it('every cell is reached from everywhere, within 90 minutes where people live', () => {
    const minutes = minutesFrom(drive, ezhou.stations[0].at);
    expect(Math.max(...minutes)).toBeLessThan(120);
    expect(Math.max(...minutes.filter((_, c) => grid.residents[c] > 0 && c !== island))).toBeLessThan(90);
  });

  it('the island is reached by boat alone', () => {
    const ways = Array.from({ length: grid.starts[island + 1] - grid.starts[island] }, (_, k) => grid.starts[island] + k);
    expect(ways.map((e) => [grid.kinds[e], grid.metres[e]])).toEqual([[WAY.ferry, 1800]]);
  });

  it('every road in use joins the cells of its townships with its own length', () => {
    const found = new Set(Array.from(grid.roads).filter((road) => road >= 0));
    const inUse = ezhou.roads.flatMap(({ inUse: open }, row) => (open ? [row] : []));
    expect([...found].sort((a, b) => a - b)).toEqual(inUse);
    const rows = Array.from(grid.roads.keys()).filter((e) => grid.roads[e] >= 0);
    expect(rows.map((e) => grid.metres[e])).toEqual(rows.map((e) => Math.round(ezhou.roads[grid.roads[e]].km * 1000)));
  });

  it('agrees with the pack’s village table: median within a minute, never ten minutes slower', () => {
    const villages = ezhou.villages.map(
      ({ id, name, townshipId, at, residents }, i): PlannedSite => ({ id, key: i, name, townshipId, villageId: id, at, residents, serves: [] }),
    );
    const table = createCityTravel(ezhou, villages);
    const cells = villages.map(({ at }) => nearestCell(grid, at));
    const gaps: number[] = [];
    for (let a = 0; a < villages.length; a += 5) {
      const minutes = minutesFrom(drive, villages[a].at);
      for (let b = 0; b < villages.length; b++) if (cells[b] !== cells[a]) gaps.push(minutes[cells[b]] - table.siteToSiteMinutes(a, b));
    }
    gaps.sort((a, b) => a - b);
    const quantile = (p: number) => gaps[Math.floor(p * (gaps.length - 1))];
    expect(Math.abs(quantile(0.5))).toBeLessThan(1);
    expect(quantile(0.95)).toBeLessThan(2);
    expect(quantile(1)).toBeLessThan(10);
    // Faster where two townships touch on dry land: the table knows only the links between their points.
    expect(quantile(0.25)).toBeGreaterThan(-3);
  });

  it('is taken for this city alone: another pack’s grid is built anew', async () => {
    expect((await openCityGrid(ezhou, JSON.parse(text)))?.cells).toBe(grid.cells);
    const other = { ...ezhou, id: 'elsewhere', townships: ezhou.townships.slice(0, 2), villages: [], roads: [], districts: ezhou.districts.slice(0, 1) };
    expect((await openCityGrid(other, JSON.parse(text)))?.cells).toBeLessThan(grid.cells);
    expect(await openCityGrid({ ...ezhou, travel: null })).toBeNull();
  });
});
