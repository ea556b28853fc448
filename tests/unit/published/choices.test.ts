import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  bestChoices,
  crowdingOf,
  hourWait,
  minutesOf,
  nearestVillage,
  PACES,
  partOf,
  readPublished,
  reachableSites,
  roundDays,
  searchVillages,
  servedAt,
  townshipCoverage,
  villageMinutes,
  walkMinutes,
  type Choice,
} from '../../../src/published/index.ts';
import { rootPath } from '../../../tools/paths.mjs';

const published = readPublished(readFileSync(rootPath('public', 'published.json'), 'utf8'));
const [adult, older] = PACES;
const namesOf = (rows: readonly number[]): string[] => rows.map((row) => published.villages[row].name.zh);

describe('the best choices', () => {
  /** Every quarter hour of every reachable site, looked through one by one. */
  function bruteForce(village: number, day: number): Choice[] {
    const bests: Choice[] = [];
    for (const { site, km, isOwn } of reachableSites(published, village, adult)) {
      for (let hour = 0; hour < 24; hour++) {
        let [sum, isOpen] = [0, true];
        for (let quarter = 0; quarter < 4; quarter++) {
          const step = (day - 1) * 96 + hour * 4 + quarter - 32;
          const cell = site * published.waits.steps + step;
          if (step < 0 || step >= published.waits.steps || published.waits.open[cell] < 80) isOpen = false;
          else sum += minutesOf(published.waits.p50[cell]);
        }
        if (!isOpen) continue;
        const walk = walkMinutes(km, adult);
        bests.push({ site, day, hour, walk, km, isOwn, wait: hourWait(published, site, day, hour), total: walk + sum / 4 });
      }
    }
    return bests;
  }

  it('are the three shortest of all, each of another site or part of the day, the own site first', () => {
    for (let village = 0; village < published.villages.length; village += 23) {
      for (const day of [1, 2, 4]) {
        const all = bruteForce(village, day);
        const chosen = bestChoices(published, { village, day, pace: adult });
        const groups = new Map<string, number>();
        for (const { site, hour, total } of all) {
          const key = `${site} ${partOf(hour)}`;
          groups.set(key, Math.min(groups.get(key) ?? Infinity, total));
        }
        const shortest = [...groups.values()].sort((a, b) => a - b).slice(0, 3);
        const totals = chosen.map(({ total }) => total).sort((a, b) => a - b);
        expect(chosen).toHaveLength(Math.min(3, groups.size));
        // The own site's best may stand in for the third; the first two are the shortest of all in any case.
        expect(totals.slice(0, 2)).toEqual(shortest.slice(0, 2).map((total) => expect.closeTo(total, 9)));
        const owns = all.filter(({ isOwn }) => isOwn);
        const bestOwn = Math.min(...owns.map(({ total }) => total));
        expect(owns.length === 0 || (chosen[0].isOwn && Math.abs(chosen[0].total - bestOwn) < 1e-9)).toBe(true);
      }
    }
  });

  it('come after the hour from which somebody can go', () => {
    const later = bestChoices(published, { village: 0, day: 2, pace: adult, fromHour: 15 });
    expect(later.length).toBeGreaterThan(0);
    expect(later.every(({ hour }) => hour >= 15)).toBe(true);
    const evening = bestChoices(published, { village: 0, day: 2, pace: adult, part: 'evening' });
    expect(evening.every(({ hour }) => partOf(hour) === 'evening')).toBe(true);
  });

  it('take longer on foot for older people, and never send them an hour away to a site that is not theirs', () => {
    const own = (pace: typeof adult) => bestChoices(published, { village: 40, day: 1, pace })[0];
    expect(own(older).walk).toBeCloseTo((own(adult).walk * 4) / 3, 9);
    for (let village = 0; village < published.villages.length; village += 17) {
      const strangers = reachableSites(published, village, older).filter(({ isOwn }) => !isOwn);
      expect(strangers.every(({ km }) => walkMinutes(km, older) <= 60)).toBe(true);
    }
  });

  it('are none before the sites open', () => {
    expect(bestChoices(published, { village: 0, day: 1, pace: adult, part: 'early' })).toEqual([]);
    expect(roundDays(published)).toBeGreaterThanOrEqual(3);
  });
});

describe('when somebody is served', () => {
  const hours = { openHours: { from: 360, to: 1440 } };

  it('is the same day while the doors are open, else days later without the nights', () => {
    expect(servedAt(hours, 1, 720, 90)).toEqual({ day: 1, minutes: 810 });
    expect(servedAt(hours, 1, 1380, 90)).toEqual({ day: 2, minutes: 390 });
    // Twelve open hours left on day 1, eighteen on day 2, one more on day 3.
    expect(servedAt(hours, 1, 720, (12 + 18 + 1) * 60)).toEqual({ day: 3, minutes: 420 });
    expect(servedAt(hours, 1, 720, Infinity)).toBeNull();
  });
});

describe('words for a wait', () => {
  const thresholds = { busy: 25, jammed: 50 };

  it('change exactly at the thresholds', () => {
    expect([0, 24.9, 25, 49.9, 50, Infinity].map((minutes) => crowdingOf(minutes, thresholds))).toEqual([
      'clear',
      'clear',
      'busy',
      'busy',
      'jammed',
      'jammed',
    ]);
    expect(crowdingOf(NaN, thresholds)).toBe('closed');
    expect(crowdingOf(30, { busy: 35, jammed: 60 })).toBe('clear');
  });
});

describe('looking for a village', () => {
  it('finds it by Chinese characters, by a part of its name, by initials and by pinyin', () => {
    expect(namesOf(searchVillages(published, '吴都社区'))[0]).toBe('吴都社区');
    expect(namesOf(searchVillages(published, '眼井'))).toContain('四眼井社区');
    expect(namesOf(searchVillages(published, 'syj'))[0]).toBe('四眼井社区');
    expect(namesOf(searchVillages(published, 'wu du'))[0]).toBe('吴都社区');
    expect(namesOf(searchVillages(published, 'wudushequ'))).toEqual(['吴都社区']);
    expect(namesOf(searchVillages(published, 'FengHuang jiedao')).length).toBeGreaterThan(3);
    expect(namesOf(searchVillages(published, 'ＦＥＩＥ'))).toContain('飞鹅社区');
  });

  it('puts whole names first, then beginnings, then parts', () => {
    const found = searchVillages(published, 'hgc').map((row) => published.villages[row].initials);
    const rank = (initials: string): number => (initials === 'hgc' ? 0 : initials.startsWith('hgc') ? 1 : 2);
    expect(found.map(rank)).toEqual(found.map(rank).toSorted((a, b) => a - b));
    expect(found[0]).toBe('hgc');
  });

  it('lists the villages of a township by its name', () => {
    const found = searchVillages(published, '梁子镇');
    expect(found.length).toBeGreaterThan(3);
    const towns = new Set(found.map((row) => published.townships[published.villages[row].township].name.zh));
    expect(towns).toContain('梁子镇');
  });

  it('finds nothing for nothing, and nothing for markup or patterns', () => {
    for (const typed of ['', '  ', '<img onerror=1>', '.*', '['.repeat(500)]) expect(searchVillages(published, typed)).toEqual([]);
  });

  it('takes the nearest to a point of the map', () => {
    published.villages.forEach(({ at }, row) =>
      expect(published.villages[nearestVillage(published, at[0], at[1])].at).toEqual(published.villages[row].at),
    );
  });
});

describe('coverage by township', () => {
  it('is the mean over residents, worst first, with the worst village named', () => {
    for (const measure of ['site', 'clinic', 'hospital', 'ambulance'] as const) {
      const rows = townshipCoverage(published, measure, adult);
      expect(rows.map(({ mean }) => mean)).toEqual(rows.map(({ mean }) => mean).toSorted((a, b) => b - a));
      const [{ township, mean, worst, worstVillage }] = rows;
      const members = published.villages.flatMap((village, v) => (village.township === township ? [v] : []));
      const people = members.reduce((sum, v) => sum + published.villages[v].residents, 0);
      const expected =
        members.reduce((sum, v) => sum + published.villages[v].residents * villageMinutes(published, measure, v, adult), 0) / people;
      expect(mean).toBeCloseTo(expected, 9);
      expect(worst).toBe(Math.max(...members.map((v) => villageMinutes(published, measure, v, adult))));
      expect(members).toContain(worstVillage);
    }
  });
});
