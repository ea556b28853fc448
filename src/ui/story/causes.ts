import { lacksPace, sampledBy, sitePace } from './pace.ts';
import { average, type StoryInputs } from './story.ts';

/** Why a site is late, each a comparison with what the deadline needs or with the city's mean. The widest first. */
export const CAUSES = ['capacity', 'load', 'device', 'opened', 'window'] as const;
export type Cause = (typeof CAUSES)[number];

export interface LateCause {
  readonly cause: Cause;
  /** The comparison as a sentence. */
  readonly words: string;
}

/** Above the city's mean by so much counts as more people a desk. */
const LOAD_FROM = 0.05;
/** Opening so many hours after the mean counts as late. */
const OPENED_FROM_HOURS = 0.25;
/** A queue below this share of the site's people is short. */
const SHORT_QUEUE = 0.02;

/** What holds of a site, whether it is late or not. */
export function siteCauses(inputs: StoryInputs, site: number): LateCause[] {
  const { study, typical, facts, text } = inputs;
  const { t, format } = text;
  const pace = sitePace(inputs, site);
  const { participants, openHours, needed, done } = pace;
  const causes: LateCause[] = [];
  if (lacksPace(pace)) {
    const rate = (value: number) => format.number(value, 1);
    causes.push({
      cause: 'capacity',
      words: t('story:why.capacity', { hours: format.hours(openHours), needed: rate(needed), done: rate(done) }),
    });
  }
  const desks = facts.desks[site];
  const load = participants / desks / (study.participants / facts.desks.reduce((sum, count) => sum + count, 0)) - 1;
  if (load >= LOAD_FROM) causes.push({ cause: 'load', words: t('story:why.load', { percent: format.percent(load, 0) }) });
  if (facts.byDevice[site] === 0) causes.push({ cause: 'device', words: t('story:why.device') });
  const later = typical.siteOpeningHours[site] - average(typical.siteOpeningHours);
  if (later >= OPENED_FROM_HOURS) causes.push({ cause: 'opened', words: t('story:why.opened', { minutes: format.minutes(later * 60) }) });
  if (isEndedByArrivals(inputs, site, participants)) causes.push({ cause: 'window', words: t('story:why.window') });
  return causes;
}

/** The queue was short when arrivals ended: the last to come set the finish. */
function isEndedByArrivals({ typical, windowEndHours }: StoryInputs, site: number, participants: number): boolean {
  if (windowEndHours === null || windowEndHours >= typical.siteFinishHours[site]) return false;
  return participants - sampledBy(typical, site, windowEndHours) < participants * SHORT_QUEUE;
}

/** Why a late site is late; empty when it is not. */
export const lateReasons = (inputs: StoryInputs, site: number): string[] =>
  inputs.study.sites.onTimeShare[site] >= 0.95 ? [] : siteCauses(inputs, site).map(({ words }) => words);
