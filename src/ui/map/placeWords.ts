import type { MapFrame } from '../../charts/index.ts';
import type { Lab, PlannedSite } from '../../city/index.ts';
import type { Text } from '../../text/index.ts';
import type { PlaceRef } from './places.ts';

/** Name and size of a place, which do not change during a run. */
export function placeTitle(place: PlaceRef, sites: readonly PlannedSite[], labs: readonly Lab[], text: Text): string {
  if (place.kind === 'site') {
    const site = sites[place.index];
    return text.t('map:place.site', { name: text.pick(site.name), residents: text.format.peopleExact(site.residents) });
  }
  const lab = labs[place.index];
  return text.t('map:place.lab', { name: text.pick(lab.name), tubes: text.format.tubesPerDay(lab.tubesPerDay) });
}

/** What a place is doing at the frame's instant; empty while nothing is known. */
export function placeNow(place: PlaceRef, frame: MapFrame | null, text: Text): string {
  if (frame === null) return '';
  if (place.kind === 'lab') {
    if (place.index >= frame.labCount) return '';
    return text.t('map:place.labNow', {
      use: text.format.percent(frame.labUse(place.index), 0),
      backlog: text.format.tubes(frame.backlog(place.index)),
    });
  }
  if (place.index >= frame.siteCount) return '';
  return text.t('map:place.siteNow', {
    state: text.t(`map:state.${frame.state(place.index)}`),
    queue: text.format.peopleExact(frame.queue(place.index)),
    wait: text.format.minutes(frame.waitMinutes(place.index)),
    share: text.format.percent(frame.shareDone(place.index), 0),
  });
}
