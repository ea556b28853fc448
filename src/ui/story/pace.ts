import type { TypicalRun } from '../../results/index.ts';
import type { StoryInputs } from './story.ts';

/** Utilisation from which a laboratory counts as full. */
export const FULL = 0.9;

/** Hours before the deadline in which the site of the typical run is open. */
export function openHoursBefore(typical: TypicalRun, site: number, deadlineHours: number): number {
  const hoursPerStep = typical.stepMinutes / 60;
  const until = Math.min(typical.steps, Math.floor(deadlineHours / hoursPerStep));
  let open = 0;
  for (let step = 0; step < until; step++) open += typical.siteOpen[site * typical.steps + step];
  return open * hoursPerStep;
}

/** What the desks of a site would have to do to be on time, and did in the typical run, in people a desk and open hour. */
export interface SitePace {
  readonly participants: number;
  readonly openHours: number;
  readonly needed: number;
  readonly done: number;
}

/** People sampled at a site of the typical run by an hour. */
export const sampledBy = ({ siteSampled, steps, stepMinutes }: TypicalRun, site: number, hours: number): number =>
  siteSampled[site * steps + Math.min(steps - 1, Math.floor((hours * 60) / stepMinutes))];

export function sitePace({ study, typical, sites, facts }: StoryInputs, site: number): SitePace {
  const { deadlineHours } = study.sampledWithinDeadline;
  const participants = (sites[site].residents * study.participants) / study.population;
  const openHours = openHoursBefore(typical, site, deadlineHours);
  const deskHours = facts.desks[site] * openHours;
  return { participants, openHours, needed: participants / deskHours, done: sampledBy(typical, site, deadlineHours) / deskHours };
}

/** True where the desks' pace is what makes the site late. */
export const lacksPace = ({ openHours, needed, done }: SitePace): boolean => openHours > 0 && needed > done * 1.005;
