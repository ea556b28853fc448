import { CAUSES, siteCauses, type Cause } from './causes.ts';
import type { StoryInputs } from './story.ts';

/** A site that still had people to sample when 99 % of the city were done. */
export interface LateSite {
  readonly site: number;
  /** People of the last 1 % here. */
  readonly people: number;
  /** Hour at which the site is done in the typical run, NaN where it is not. */
  readonly finishHours: number;
  /** What keeps it back beyond what keeps the whole city back; may be none. */
  readonly causes: readonly Cause[];
}

/** Who the last 1 % of the typical run are, where, and why: most people first. */
export function lastPercentSites(inputs: StoryInputs): LateSite[] {
  const { typical } = inputs;
  return Array.from(typical.lastPercent, (people, site) => ({ people, site }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people || a.site - b.site)
    .map(({ people, site }) => ({
      site,
      people,
      finishHours: typical.siteFinishHours[site],
      // A pace that the deadline does not allow is what all late sites share; it tells nobody from the others.
      causes: siteCauses(inputs, site).flatMap(({ cause }) => (cause === 'capacity' ? [] : [cause])),
    }));
}

/** People of the last 1 % at sites with each cause, most first; a site may have several. */
export function peopleByCause(sites: readonly LateSite[]): { cause: Cause; people: number; sites: number }[] {
  return CAUSES.map((cause) => {
    const own = sites.filter(({ causes }) => causes.includes(cause));
    return { cause, people: own.reduce((sum, { people }) => sum + people, 0), sites: own.length };
  })
    .filter((entry) => entry.sites > 0)
    .sort((a, b) => b.people - a.people);
}
