import { placeNow, sitesOf } from '../round/index.ts';
import { lateReasons } from './causes.ts';
import { townshipHelp } from './help.ts';
import { townshipLinks } from './links.ts';
import { townshipMoments } from './moments.ts';
import { average, type Story, type StoryInputs } from './story.ts';

/** The story of a township: its sites together, at the cursor's instant and over the round. */
export function townshipStory(inputs: StoryInputs, index: number): Story {
  const { city, sites, study, typical, run, clock, cursorHours, facts: given, text } = inputs;
  const { t, format, pick } = text;
  const own = run ? sitesOf(run, index) : [];
  const { name, residents } = city.townships[index];
  const district = city.districts.find(({ id }) => id === city.townships[index].districtId);
  const now = placeNow({ kind: 'township', index }, run ?? null, run?.frameAt(cursorHours) ?? null, text);
  const people = own.reduce((sum, site) => sum + sites[site].residents, 0);
  const desks = own.reduce((sum, site) => sum + given.desks[site], 0);
  const late = own.filter((site) => study.sites.onTimeShare[site] < 0.95);
  const finish = Math.max(...own.map((site) => study.sites.finishMean[site]), -Infinity);
  const missing = own.reduce((sum, site) => sum + study.sites.unsampledAtDeadline[site], 0);
  const instant = (hours: number) => ({ clock: format.clock(hours, clock), offset: format.offset(hours) });
  const facts = [t('story:township.now', { clock: format.clock(cursorHours, clock), now })];
  if (own.length > 0) {
    facts.push(
      Number.isFinite(finish) ? t('story:township.finish', instant(finish)) : t('story:finish.never'),
      t('story:township.sites', {
        sites: format.number(own.length),
        desks: format.number(desks),
        people: format.peopleExact(people),
        share: format.percent(people / study.population, 1),
      }),
      late.length === 0
        ? t('story:township.onTime')
        : t('story:township.late', { late: format.number(late.length), missing: format.peopleExact(missing) }),
    );
    const tail = own.reduce((sum, site) => sum + typical.lastPercent[site], 0);
    if (tail > 0) facts.push(t('story:last.percent', { people: format.peopleExact(tail) }));
  } else facts.push(t('story:township.elsewhere', { residents: format.peopleExact(residents) }));
  return {
    kicker: t('story:township.kicker', { district: district === undefined ? '' : pick(district.name) }),
    title: pick(name),
    facts,
    moments: townshipMoments(inputs, index),
    reasons: townshipReasons(inputs, own, late),
    help: townshipHelp(inputs, index),
    links: townshipLinks(inputs, index),
  };
}

/** Why a township is late: desks against the city's mean, then how many of its late sites share each reason. */
function townshipReasons(inputs: StoryInputs, own: readonly number[], late: readonly number[]): string[] {
  const { sites, facts, study, typical, text } = inputs;
  if (late.length === 0) return [];
  const { t, format } = text;
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const perDesk = total(own.map((site) => sites[site].residents)) / total(own.map((site) => facts.desks[site]));
  const mean = study.population / total(Array.from(facts.desks));
  const byHand = late.filter((site) => facts.byDevice[site] === 0).length;
  const later = average(own.map((site) => typical.siteOpeningHours[site])) - average(typical.siteOpeningHours);
  const short = late.filter((site) => lateReasons(inputs, site).length > 0).length;
  return [
    ...(short > 0 ? [t('story:township.short', { sites: format.number(short) })] : []),
    ...(perDesk / mean >= 1.05 ? [t('story:why.load', { percent: format.percent(perDesk / mean - 1, 0) })] : []),
    ...(byHand > 0 ? [t('story:township.byHand', { sites: format.number(byHand) })] : []),
    ...(later >= 0.25 ? [t('story:why.opened', { minutes: format.minutes(later * 60) })] : []),
  ];
}
