import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { createText } from '../../../src/text/index.ts';
import { labStory, lateReasons, openHoursBefore, PlaceStory, siteStory, type StoryInputs } from '../../../src/ui/story/index.ts';
import { studyFixture } from '../../builders/study.ts';

const fixture = studyFixture({ siteCount: 62 });
const inputs = (language: 'zh' | 'en' = 'zh', changes: Partial<StoryInputs> = {}): StoryInputs => ({
  ...fixture,
  clock: '08:00',
  cursorHours: 30,
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

describe('the drawn story', () => {
  const story = (place: { kind: 'site' | 'lab'; index: number }, sites = fixture.sites) =>
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
  });

  test('a schematic place says so', () => {
    expect(story({ kind: 'lab', index: 0 })).toContain('示意');
  });
});
