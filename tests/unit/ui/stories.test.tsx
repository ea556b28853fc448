import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { createText } from '../../../src/text/index.ts';
import {
  courierStory,
  labStory,
  LastPercent,
  lastPercentSites,
  peopleByCause,
  lateReasons,
  missingDesks,
  openHoursBefore,
  PlaceStory,
  siteStory,
  townshipStory,
  type StoryInputs,
} from '../../../src/ui/story/index.ts';
import { createCityRun, sitesOf, type PlaceRef } from '../../../src/ui/round/index.ts';
import { studyFixture } from '../../builders/study.ts';

const fixture = studyFixture({ siteCount: 62 });
const run = createCityRun({ ...fixture, desks: fixture.facts.desks, input: null });
const inputs = (language: 'zh' | 'en' = 'zh', changes: Partial<StoryInputs> = {}): StoryInputs => ({
  ...fixture,
  clock: '08:00',
  cursorHours: 30,
  run,
  text: createText(language),
  ...changes,
});
const withSite = (site: number, column: 'onTimeShare', value: number): StoryInputs['study'] => {
  const changed = Float64Array.from(fixture.study.sites[column]);
  changed[site] = value;
  return { ...fixture.study, sites: { ...fixture.study.sites, [column]: changed } };
};

describe('the story of a site', () => {
  test.each(['zh', 'en'] as const)('is whole at every hour, for every site: no empty slot, no broken number (%s)', (language) => {
    for (const cursorHours of [0, 5, 18, 30, 47.9, 179])
      for (let site = 0; site < fixture.sites.length; site += 7) {
        const story = siteStory(inputs(language, { cursorHours }), site);
        expect([story.title, story.kicker, ...story.facts, ...story.reasons].join('\n')).not.toMatch(/\{\{|undefined|NaN|Infinity/);
        expect(language === 'zh' || !/\p{Script=Han}/u.test(story.reasons.join())).toBe(true);
      }
  });

  test('says its queue and wait as the map’s frame has them', () => {
    const queue = fixture.typical.siteQueue[3 * fixture.typical.steps + 120];
    expect(siteStory(inputs(), 3).facts[0]).toContain(`排队 ${queue.toLocaleString('en-US')} 人`);
  });

  test('a site on time in all runs gives no reason for lateness', () => {
    expect(lateReasons(inputs('zh', { study: withSite(3, 'onTimeShare', 1) }), 3)).toEqual([]);
    expect(lateReasons(inputs('zh', { study: withSite(3, 'onTimeShare', 0) }), 3).length).toBeGreaterThan(0);
  });

  test('hand registration is named exactly at sites without a device', () => {
    const text = createText('zh');
    const words = text.t('story:why.device');
    const study = { ...fixture.study, sites: { ...fixture.study.sites, onTimeShare: new Float64Array(62) } };
    const named = fixture.sites.map((_, site) => site).filter((site) => lateReasons(inputs('zh', { study }), site).includes(words));
    expect(named).toEqual([30, 61]);
  });

  test('what each desk must do to be on time is the site’s people over its desks and open hours', () => {
    const site = 5;
    const study = withSite(site, 'onTimeShare', 0);
    const hours = openHoursBefore(fixture.typical, site, 48);
    expect(hours).toBeGreaterThan(28);
    expect(hours).toBeLessThan(34);
    const needed = fixture.sites[site].residents / fixture.facts.desks[site] / hours;
    expect(lateReasons(inputs('en', { study }), site)[0]).toContain(`do ${needed.toFixed(1)} people an hour`);
  });

  test('opening late is a reason only where the site opened well after the mean', () => {
    const openings = Float64Array.from(fixture.typical.siteOpeningHours).fill(5);
    openings[2] = 6;
    const typical = { ...fixture.typical, siteOpeningHours: openings };
    const study = { ...fixture.study, sites: { ...fixture.study.sites, onTimeShare: new Float64Array(62) } };
    const reasons = (site: number) => lateReasons(inputs('en', { typical, study }), site).filter((reason) => reason.includes('opens'));
    expect(reasons(2)).toHaveLength(1);
    expect(reasons(3)).toEqual([]);
  });
});

describe('the story of a lab', () => {
  test('a lab whose lines never stop asks for capacity, one that waits does not', () => {
    const withUse = (use: number) => ({
      ...fixture.study,
      labs: { ...fixture.study.labs, utilisation: fixture.study.labs.utilisation.map(() => use) },
    });
    const text = createText('zh');
    expect(labStory(inputs('zh', { study: withUse(0.97) }), fixture.city.labs, 0).reasons).toEqual([text.t('story:lab.full')]);
    expect(labStory(inputs('zh', { study: withUse(0.5) }), fixture.city.labs, 0).reasons).toEqual([text.t('story:lab.idle')]);
  });

  test('says the largest backlog and when it was', () => {
    const backlog = new Int32Array(fixture.typical.labBacklog.length);
    backlog[40] = 4321;
    const story = labStory(inputs('en', { typical: { ...fixture.typical, labBacklog: backlog } }), fixture.city.labs, 0);
    expect(story.facts.join(' ')).toContain('4,320 tubes, at Day 1 18:00 (T+10 h)');
  });
});

describe('the stories of townships and couriers', () => {
  test.each(['zh', 'en'] as const)('are whole at every hour: no empty slot, no broken number (%s)', (language) => {
    for (const cursorHours of [0, 7, 18, 47.9, 179]) {
      const told = inputs(language, { cursorHours });
      const stories = [
        ...fixture.city.townships.map((_, township) => townshipStory(told, township)),
        ...[0, 5, 20].map((courier) => courierStory(told, fixture.city.labs, courier)),
      ];
      for (const { title, kicker, facts, reasons, moments, help } of stories)
        expect(
          [title, kicker, ...facts, ...reasons, ...moments.map(({ words }) => words), ...help.map(({ words }) => words)].join('\n'),
        ).not.toMatch(/\{\{|undefined|NaN|Infinity/);
    }
  });

  test('a township’s late people are those of its sites, and its desks to add are theirs', () => {
    const township = run.townshipOf[0];
    const own = sitesOf(run, township);
    const missing = own.reduce((sum, site) => sum + missingDesks(inputs(), site), 0);
    const [help] = townshipStory(inputs(), township).help;
    expect(missing).toBeGreaterThan(0);
    expect(help.change).toMatchObject({ kind: 'desks', desks: missing, where: { townships: [fixture.city.townships[township].id] } });
  });

  test('what happened is told in the order of time', () => {
    for (const { moments } of [
      siteStory(inputs(), 3),
      townshipStory(inputs(), run.townshipOf[0]),
      courierStory(inputs(), fixture.city.labs, 1),
    ]) {
      expect(moments.length).toBeGreaterThan(2);
      expect(moments.map(({ hours }) => hours)).toEqual(moments.map(({ hours }) => hours).toSorted((a, b) => a - b));
    }
  });

  test('stories lead to one another: site to township and courier, courier to its sites', () => {
    const links = siteStory(inputs(), 4).links.map(({ place }) => place);
    const courier = links.find(({ kind }) => kind === 'courier')!;
    expect(links[0]).toEqual({ kind: 'township', index: run.townshipOf[4] });
    expect(courierStory(inputs(), fixture.city.labs, courier.index).links.map(({ place }) => place)).toContainEqual({
      kind: 'site',
      index: 4,
    });
  });
});

describe('the last 1 %', () => {
  const lastPercent = Int32Array.from(fixture.sites, (_, site) => (site % 10 === 0 ? 40 + site : 0));
  const told = inputs('zh', { typical: { ...fixture.typical, lastPercent } });
  const rows = lastPercentSites(told);

  test('are listed by site, most people first, nobody left out', () => {
    expect(rows.map(({ site }) => site)).toEqual([60, 50, 40, 30, 20, 10, 0]);
    expect(rows.reduce((sum, { people }) => sum + people, 0)).toBe(lastPercent.reduce((sum, people) => sum + people, 0));
  });

  test('have the causes of their sites, but not the one that all late sites share', () => {
    for (const { site, causes } of rows) {
      expect(causes).not.toContain('capacity');
      expect(causes.includes('device')).toBe(fixture.facts.byDevice[site] === 0);
    }
    expect(peopleByCause(rows).find(({ cause }) => cause === 'device')).toEqual({ cause: 'device', people: 70, sites: 1 });
  });

  test('lead to the site’s own story', () => {
    const never = (): void => undefined;
    const markup = renderToStaticMarkup(<LastPercent {...told} width={340} onSelect={never} onSeek={never} onClose={never} />);
    for (const { site } of rows) expect(markup).toContain(fixture.sites[site].name.zh);
    expect(markup).not.toMatch(/\{\{|undefined|NaN|Infinity/);
  });
});

describe('what would help', () => {
  test('a site: exactly the desks with which the pace of the run reaches the deadline', () => {
    const site = 5;
    const told = inputs('zh', { study: withSite(site, 'onTimeShare', 0) });
    const desks = missingDesks(told, site);
    const open = openHoursBefore(fixture.typical, site, 48);
    const done = fixture.typical.siteSampled[site * fixture.typical.steps + 192];
    const perDesk = done / fixture.facts.desks[site] / open;
    const { residents } = fixture.sites[site];
    expect(desks).toBeGreaterThan(0);
    expect(perDesk * (fixture.facts.desks[site] + desks) * open).toBeGreaterThanOrEqual(residents - 1e-6);
    expect(perDesk * (fixture.facts.desks[site] + desks - 1) * open).toBeLessThan(residents);
    expect(siteStory(told, site).help[0].change).toEqual({ kind: 'desks', at: 0, desks, where: { sites: [fixture.sites[site].id] } });
  });

  test('a site on time needs nothing', () => {
    expect(siteStory(inputs('zh', { study: withSite(5, 'onTimeShare', 1) }), 5).help).toEqual([]);
  });

  test('a lab that has stopped: a borrowed one of its size, ordered now', () => {
    const labLines = Int32Array.from(fixture.typical.labLines);
    labLines.fill(0, 80, fixture.typical.steps);
    const told = inputs('zh', { typical: { ...fixture.typical, labLines }, cursorHours: 20.1 });
    const story = labStory(told, fixture.city.labs, 0);
    const tubesPerDay = Math.ceil(fixture.city.labs[0].tubesPerDay / 100) * 100;
    expect(story.moments.map(({ words }) => words)).toContain(told.text.t('story:moment.labStops'));
    expect(story.help[0].change).toEqual({ kind: 'borrowedLab', at: 20, tubesPerDay, readyAfterHours: 12, travelMinutes: 60 });
    expect(labStory({ ...told, cursorHours: 15 }, fixture.city.labs, 0).help.every(({ change }) => change?.at === 0)).toBe(true);
  });
});

describe('the drawn story', () => {
  const story = (place: PlaceRef, sites = fixture.sites) =>
    renderToStaticMarkup(<PlaceStory {...inputs()} sites={sites} place={place} nights={[]} width={340} theme="light" />);

  test('a hostile name stays text', () => {
    const sites = fixture.sites.map((site, index) =>
      index === 0 ? { ...site, name: { zh: '<img src=x onerror=alert(1)>', en: 'x' } } : site,
    );
    const markup = story({ kind: 'site', index: 0 }, sites);
    expect(markup).toContain('&lt;img');
    expect(markup).not.toContain('<img');
  });

  test('a place that the plan no longer has shows nothing instead of failing', () => {
    expect(story({ kind: 'site', index: 9999 })).toBe('');
    expect(story({ kind: 'lab', index: 99 })).toBe('');
    expect(story({ kind: 'township', index: 99 })).toBe('');
    expect(story({ kind: 'courier', index: 9999 })).toBe('');
  });

  test('a schematic place says so', () => {
    expect(story({ kind: 'lab', index: 0 })).toContain('示意');
  });
});
