import { group } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAbstractCity, planSites, type PlannedSite } from '../../../src/city/index.ts';
import { CITY_PLACE } from '../../../src/engine/index.ts';
import { ezhou } from './cities.ts';

/** Sizes of five sites for a million people, to notice when a JavaScript engine or a change of the streams draws others. */
const KNOWN_SIZES = [177_165, 168_701, 171_173, 218_276, 264_685];
const STATED = { sites: 310, spread: 0.15, population: 1_079_353 };
const plan = (changes: Partial<typeof STATED> = {}) => planSites(ezhou, { ...STATED, ...changes });
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const byTownship = (sites: readonly PlannedSite[]) => group(sites, ({ townshipId }) => townshipId);

describe('the plan of sites', () => {
  it('places as many sites for as many people as asked, whoever asks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1500 }),
        fc.integer({ min: 1, max: 30_000_000 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (sites, population, spread) => {
          const placed = plan({ sites, population, spread });
          expect(placed).toHaveLength(sites);
          expect(sum(placed.map(({ residents }) => residents))).toBe(population);
          for (const site of placed) {
            expect(sum(site.serves.map(({ residents }) => residents))).toBe(site.residents);
            expect(site.serves.every(({ residents }) => residents > 0)).toBe(true);
          }
          expect(new Set(placed.map(({ id }) => id)).size).toBe(sites);
          expect(new Set(placed.map(({ key }) => key)).size).toBe(sites);
        },
      ),
      { seed: 3, numRuns: 60 },
    );
  });

  it('every village is served in full', () => {
    const served = new Map<string, number>();
    for (const { villageId, residents } of plan().flatMap(({ serves }) => serves))
      served.set(villageId, (served.get(villageId) ?? 0) + residents);
    for (const { id, residents } of ezhou.villages) expect(served.get(id) ?? 0).toBe(residents);
  });

  it('each next site goes to the township with most residents per site', () => {
    for (let sites = 28; sites < 330; sites += 7) {
      const before = new Map([...byTownship(plan({ sites }))].map(([id, placed]) => [id, placed.length]));
      const after = new Map([...byTownship(plan({ sites: sites + 1 }))].map(([id, placed]) => [id, placed.length]));
      const grown = [...after].filter(([id, count]) => count !== before.get(id)).map(([id]) => id);
      const load = (id: string) => (ezhou.townships.find((township) => township.id === id)?.residents ?? 0) / (before.get(id) ?? 0);
      expect(grown).toHaveLength(1);
      expect(load(grown[0])).toBe(Math.max(...[...before.keys()].map(load)));
    }
  });

  it('every township with people has a site of its own from 27 sites on, and nobody is left out below', () => {
    expect(byTownship(plan({ sites: 27 })).size).toBe(27);
    for (const sites of [1, 5, 26]) {
      const placed = plan({ sites });
      expect(byTownship(placed).size).toBe(sites);
      expect(new Set(placed.flatMap(({ serves }) => serves.map(({ villageId }) => villageId))).size).toBe(357);
    }
  });

  it('no spread: sites of a township differ by one person at most', () => {
    for (const [, placed] of byTownship(plan({ spread: 0 }))) {
      const sizes = placed.map(({ residents }) => residents);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });

  it('the spread asked for is the spread found in one township of 3,000 sites, whatever its number', () => {
    const city = createAbstractCity({ population: 10_000_000 });
    for (const spread of [0.15, 0.5]) {
      const sizes = planSites(city, { sites: 3000, spread, population: 10_000_000 }).map(({ residents }) => residents);
      const mean = sum(sizes) / sizes.length;
      const deviation = Math.sqrt(sum(sizes.map((size) => (size - mean) ** 2)) / sizes.length);
      expect(deviation / mean / spread).toBeGreaterThan(0.93);
      expect(deviation / mean / spread).toBeLessThan(1.07);
    }
  });

  it('another site moves no other township, and in its own only the share changes, not the draws', () => {
    const few = byTownship(plan({ sites: 310 }));
    const more = byTownship(plan({ sites: 311 }));
    const changed = [...few.keys()].filter((id) => JSON.stringify(few.get(id)) !== JSON.stringify(more.get(id)));
    expect(changed).toHaveLength(1);
    const before = few.get(changed[0]) ?? [];
    const after = more.get(changed[0]) ?? [];
    expect(after.slice(0, before.length).map(({ id, key }) => [id, key])).toEqual(before.map(({ id, key }) => [id, key]));
    const ratio = after[0].residents / before[0].residents;
    before.forEach((site, i) => expect(Math.abs(after[i].residents - site.residents * ratio)).toBeLessThan(2));
  });

  it('scales with the population: twice the people, the same shares', () => {
    const once = plan();
    plan({ population: 2_158_706 }).forEach((site, i) => expect(Math.abs(site.residents - 2 * once[i].residents)).toBeLessThanOrEqual(40));
  });

  it('serves villages in one run along a chain: at most two sites share a border village', () => {
    for (const [, placed] of byTownship(plan())) {
      for (let i = 1; i < placed.length; i++) {
        const shared = placed[i].serves.filter(({ villageId }) => placed[i - 1].serves.some((other) => other.villageId === villageId));
        expect(shared.length).toBeLessThanOrEqual(1);
      }
    }
  });

  it('stands at the village most of whose people it serves, close by', () => {
    const villages = new Map(ezhou.villages.map((village) => [village.id, village]));
    for (const site of plan()) {
      const most = Math.max(...site.serves.map(({ residents }) => residents));
      expect(site.serves.find(({ villageId }) => villageId === site.villageId)?.residents).toBe(most);
      const [lng, lat] = villages.get(site.villageId)?.at ?? [0, 0];
      expect(Math.hypot((site.at[0] - lng) * 96, (site.at[1] - lat) * 111)).toBeLessThan(1.5);
    }
  });

  it('names sites by township and village, numbered where there are several, each name once', () => {
    const names = plan().map(({ name }) => name);
    expect(new Set(names.map(({ zh }) => zh)).size).toBe(310);
    expect(new Set(names.map(({ en }) => en)).size).toBe(310);
    for (const { zh, en } of names) {
      expect(zh).toMatch(/^\p{Script=Han}+·\p{Script=Han}+?(\d+号)?采样点$/u);
      expect(en).toMatch(/^[A-Z][\w ü’]+ · [A-Z][\w ü’()]+ site( \d+)?$/);
    }
  });

  it('keys hang on code and number alone: renaming, reordering and losing other townships move no key', () => {
    const key = new Map(plan().map(({ id, key: value }) => [id, value]));
    const renamed = { ...ezhou, townships: ezhou.townships.map((township) => ({ ...township, name: { zh: '甲', en: 'X' } })).reverse() };
    for (const site of planSites(renamed, STATED)) expect(site.key).toBe(key.get(site.id));
    for (const value of key.values()) {
      expect(Number.isInteger(value) && value >= 0 && value < CITY_PLACE).toBe(true);
    }
  });

  it('is the same plan every time', () => {
    expect(plan()).toEqual(plan());
  });

  it('refuses what makes no sense', () => {
    for (const bad of [
      { sites: 0 },
      { sites: 1.5 },
      { sites: 10_001 },
      { sites: NaN },
      { population: 0 },
      { population: 1e9 },
      { spread: -0.1 },
      { spread: NaN },
    ]) {
      expect(() => plan(bad)).toThrow(RangeError);
    }
  });

  it('takes under 20 ms for 310 sites, the best of five', () => {
    const times = [305, 306, 307, 308, 309].map((sites) => {
      const from = performance.now();
      plan({ sites });
      return performance.now() - from;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  });
});

describe('the plan in an abstract city', () => {
  const city = createAbstractCity({ population: 1_000_000 });

  it('shares people out over sites that all stand nowhere', () => {
    const sites = planSites(city, { sites: 300, spread: 0.15, population: 1_000_000 });
    expect(sites).toHaveLength(300);
    expect(sum(sites.map(({ residents }) => residents))).toBe(1_000_000);
    expect(sites[16].name).toEqual({ zh: '17号采样点', en: 'Site 17' });
    expect(new Set(sites.map(({ villageId }) => villageId)).size).toBe(1);
  });

  it('takes any population, whatever it was made for', () => {
    const sites = planSites(city, { sites: 3, spread: 0, population: 12 });
    expect(sites.map(({ residents }) => residents)).toEqual([4, 4, 4]);
  });

  it('gives a lone site everybody', () => {
    expect(planSites(city, { sites: 1, spread: 0.15, population: 10 })[0].residents).toBe(10);
  });

  it('draws the sizes that every program must draw', () => {
    expect(planSites(city, { sites: 5, spread: 0.15, population: 1_000_000 }).map(({ residents }) => residents)).toEqual(KNOWN_SIZES);
  });
});
