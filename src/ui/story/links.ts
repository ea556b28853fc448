import { sitesOf } from '../round/index.ts';
import type { StoryInputs, StoryLink } from './story.ts';

/** Couriers shown of one place; the table has the rest. */
const MOST_LINKS = 3;

const courierLink = ({ text }: StoryInputs, courier: number): StoryLink => ({
  words: text.t('map:place.courier', { number: courier + 1 }),
  place: { kind: 'courier', index: courier },
});

/** The courier that calls at a site; −1 where none has. */
export function courierOfSite({ run }: StoryInputs, site: number): number {
  if (!run) return -1;
  const { stopStart, stopSite, courier } = run.transport.rounds;
  const stop = stopSite.indexOf(site);
  if (stop < 0) return -1;
  let round = 0;
  while (stopStart[round + 1] <= stop) round++;
  return courier[round];
}

export function siteLinks(inputs: StoryInputs, site: number): StoryLink[] {
  const { city, sites, text } = inputs;
  const township = city.townships.findIndex(({ id }) => id === sites[site].townshipId);
  const courier = courierOfSite(inputs, site);
  return [
    ...(township < 0 || city.travel === null
      ? []
      : [{ words: text.pick(city.townships[township].name), place: { kind: 'township', index: township } as const }]),
    ...(courier < 0 ? [] : [courierLink(inputs, courier)]),
  ];
}

/** The couriers that bring a laboratory most. */
export function labLinks(inputs: StoryInputs, lab: number): StoryLink[] {
  if (!inputs.run) return [];
  const { rounds } = inputs.run.transport;
  const tubes = new Map<number, number>();
  rounds.lab.forEach((to, round) => {
    if (to === lab) tubes.set(rounds.courier[round], (tubes.get(rounds.courier[round]) ?? 0) + rounds.tubes[round]);
  });
  return [...tubes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_LINKS)
    .map(([courier]) => courierLink(inputs, courier));
}

/** The sites of a township that are done last. */
export function townshipLinks({ run, study, sites, text }: StoryInputs, township: number): StoryLink[] {
  const late = (site: number): number => (Number.isFinite(study.sites.finishMean[site]) ? study.sites.finishMean[site] : Infinity);
  return (run ? sitesOf(run, township) : [])
    .sort((a, b) => late(b) - late(a) || a - b)
    .slice(0, MOST_LINKS)
    .map((site) => ({ words: text.pick(sites[site].name), place: { kind: 'site', index: site } }));
}

/** Where a courier stops. */
export function courierLinks({ run, sites, text }: StoryInputs, courier: number): StoryLink[] {
  const round = run?.transport.roundsOf(courier)[0];
  if (!run || round === undefined) return [];
  const { stopStart, stopSite } = run.transport.rounds;
  return Array.from(stopSite.subarray(stopStart[round], stopStart[round + 1]))
    .filter((site) => site < sites.length)
    .map((site) => ({ words: text.pick(sites[site].name), place: { kind: 'site', index: site } }));
}
