import { frameAt } from '../../charts/index.ts';
import { lateReasons } from './causes.ts';
import { siteHelp } from './help.ts';
import { siteLinks } from './links.ts';
import { siteMoments } from './moments.ts';
import { average, type Story, type StoryInputs } from './story.ts';

const SHOWN_VILLAGES = 3;
function serves({ city, sites, study, text }: StoryInputs, site: number): string {
  const names = new Map(city.villages.map((village) => [village.id, text.pick(village.name)]));
  const all = sites[site].serves.map(({ villageId }) => names.get(villageId) ?? villageId);
  const shown = all.slice(0, SHOWN_VILLAGES).join(text.t('story:separator'));
  const villages = all.length > SHOWN_VILLAGES ? text.t('story:site.servesMore', { villages: shown, count: all.length }) : shown;
  const { residents } = sites[site];
  return text.t('story:site.serves', {
    villages,
    residents: text.format.peopleExact(residents),
    share: text.format.percent(residents / study.population, 2),
  });
}

function opening({ typical, clock, text }: StoryInputs, site: number): string {
  const later = (typical.siteOpeningHours[site] - average(typical.siteOpeningHours)) * 60;
  const minutes = text.format.minutes(Math.abs(later));
  const difference =
    Math.abs(later) < 5 ? text.t('story:opens.same') : text.t(later > 0 ? 'story:opens.later' : 'story:opens.earlier', { minutes });
  return text.t('story:site.opens', { clock: text.format.clock(typical.siteOpeningHours[site], clock), difference });
}

function now({ study, typical, city, sites, clock, cursorHours, text }: StoryInputs, site: number): string {
  const frame = frameAt(typical, city, sites, cursorHours, study.participants / study.population);
  const state = frame.state(site);
  const key = state === 'notOpen' || state === 'night' || state === 'done' ? (`story:now.${state}` as const) : 'story:now.open';
  return text.t(key, {
    clock: text.format.clock(cursorHours, clock),
    queue: text.format.peopleExact(frame.queue(site)),
    wait: text.format.minutes(frame.waitMinutes(site)),
    sampled: text.format.peopleExact(frame.sampled(site)),
    share: text.format.percent(frame.shareDone(site)),
  });
}

function finish({ study, clock, text }: StoryInputs, site: number): string {
  const mean = study.sites.finishMean[site];
  if (!Number.isFinite(mean)) return text.t('story:finish.never');
  return text.t('story:finish.mean', {
    clock: text.format.clock(mean, clock),
    offset: text.format.offset(mean),
    p90: text.format.offset(study.sites.finishP90[site]),
  });
}

function onTime({ study, text }: StoryInputs, site: number): string {
  const share = study.sites.onTimeShare[site];
  const key = share >= 1 ? 'story:onTime.all' : share <= 0 ? 'story:onTime.none' : 'story:onTime.some';
  return text.t(key, {
    runs: text.format.number(study.replications),
    percent: text.format.percent(share, 0),
    missing: text.format.peopleExact(study.sites.unsampledAtDeadline[site]),
  });
}

/** The story of one sampling site at the cursor's instant. */
export function siteStory(inputs: StoryInputs, site: number): Story {
  const { city, sites, facts, typical, study, text } = inputs;
  const { format } = text;
  const township = city.townships.find(({ id }) => id === sites[site].townshipId);
  const desks = facts.desks[site];
  const mean =
    study.population /
    Math.max(
      1,
      facts.desks.reduce((sum, count) => sum + count, 0),
    );
  const lines = [
    now(inputs, site),
    finish(inputs, site),
    onTime(inputs, site),
    serves(inputs, site),
    text.t('story:site.desks', {
      desks,
      perDesk: format.peopleExact(desks > 0 ? sites[site].residents / desks : 0),
      mean: format.peopleExact(mean),
      device: text.t(facts.byDevice[site] === 1 ? 'story:device.yes' : 'story:device.no'),
    }),
    opening(inputs, site),
    text.t('story:waits.typical', {
      p90: format.minutes(typical.siteWaitP90Minutes[site]),
      over60: format.percent(typical.siteWaitOver60Share[site], 0),
      peak: format.peopleExact(typical.sitePeakQueue[site]),
    }),
  ];
  if (typical.lastPercent[site] > 0) lines.push(text.t('story:last.percent', { people: format.peopleExact(typical.lastPercent[site]) }));
  return {
    kicker: text.t('story:site.kicker', { township: township === undefined ? '' : text.pick(township.name) }),
    title: text.pick(sites[site].name),
    facts: lines,
    moments: siteMoments(inputs, site),
    reasons: lateReasons(inputs, site),
    help: siteHelp(inputs, site),
    links: siteLinks(inputs, site),
  };
}
