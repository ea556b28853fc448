import type { CityTravel, PlannedSite } from '../city/index.ts';
import type { ChoiceInputs } from '../engine/index.ts';
import type { Settings } from '../scenario/index.ts';
import { TICKS_PER_MINUTE } from '../units/index.ts';

/** Near sites that a person thinks of, how far they may be, and how long people take there beside a car (all assumed). */
const NEAREST = 3;
const FARTHEST_MINUTES = 30;
const SLOWER_THAN_CAR = 2;
/** Boards are renewed every quarter of an hour. */
const REFRESH_MINUTES = 15;

/** Who may go where when people see boards. Of sites equally near, those next in the plan's order, which runs from village to village, come first. */
export function compileChoice(settings: Settings, sites: readonly PlannedSite[], stageSites: number, travel: CityTravel): ChoiceInputs {
  const boards = settings['choice.mode'] === 'boards' && settings['rounds.count'] === 1;
  const near = new Int32Array(boards ? stageSites * NEAREST : 0).fill(-1);
  const nearTicks = new Int32Array(near.length);
  for (let s = 0; boards && s < sites.length; s++) {
    nearestSites(sites, s, travel).forEach(({ site, minutes }, i) => {
      near[s * NEAREST + i] = site;
      nearTicks[s * NEAREST + i] = Math.round(minutes * TICKS_PER_MINUTE);
    });
  }
  return {
    boards,
    refresh: REFRESH_MINUTES * TICKS_PER_MINUTE,
    threshold: Math.round(settings['choice.thresholdMinutes'] * TICKS_PER_MINUTE),
    leave: Math.round(settings['choice.leaveMinutes'] * TICKS_PER_MINUTE),
    nearest: NEAREST,
    near,
    nearTicks,
  };
}

function nearestSites(sites: readonly PlannedSite[], s: number, travel: CityTravel): { site: number; minutes: number }[] {
  return sites
    .map((_, site) => ({ site, minutes: travel.siteToSiteMinutes(s, site) * SLOWER_THAN_CAR }))
    .filter(({ site, minutes }) => site !== s && minutes <= FARTHEST_MINUTES)
    .sort((a, b) => a.minutes - b.minutes || Math.abs(a.site - s) - Math.abs(b.site - s) || a.site - b.site)
    .slice(0, NEAREST);
}
