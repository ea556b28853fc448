import type { MapFrame } from '../../charts/index.ts';
import type { CityPack, Lab, PlannedSite } from '../../city/index.ts';
import type { Text } from '../../text/index.ts';
import { sitesOf, townshipShares, type CityRun } from './cityRun.ts';
import type { PlaceRef } from './places.ts';
import type { CourierTrip } from './transport.ts';

/** What the names of places are made of. */
export interface NamedPlaces {
  readonly city: Pick<CityPack, 'townships'>;
  readonly sites: readonly PlannedSite[];
  readonly labs: readonly Lab[];
}

/** Name and size of a place, which do not change during a run. */
export function placeTitle({ kind, index }: PlaceRef, { city, sites, labs }: NamedPlaces, text: Text): string {
  const { t, pick, format } = text;
  if (kind === 'site') return t('map:place.site', { name: pick(sites[index].name), residents: format.peopleExact(sites[index].residents) });
  if (kind === 'lab') return t('map:place.lab', { name: pick(labs[index].name), tubes: format.tubesPerDay(labs[index].tubesPerDay) });
  if (kind === 'courier') return t('map:place.courier', { number: index + 1 });
  const { name, residents } = city.townships[index];
  return t('map:place.township', { name: pick(name), residents: format.peopleExact(residents) });
}

/** Where a courier is going and with what. */
export function tripWords(trip: CourierTrip | null, run: CityRun, { sites, labs }: NamedPlaces, clock: string, text: Text): string {
  const { t, pick, format } = text;
  if (trip === null) return t('map:place.courierIdle');
  const { atLabHours, backHours, lab } = run.transport.rounds;
  const labName = pick(labs[lab[trip.round]]?.name ?? '');
  if (trip.from >= sites.length) return t('map:place.courierBack', { lab: labName, clock: format.clock(backHours[trip.round], clock) });
  const tubes = format.tubes(trip.tubes);
  const at = format.clock(atLabHours[trip.round], clock);
  if (trip.to >= sites.length) return t('map:place.courierToLab', { tubes, lab: labName, clock: at });
  return t('map:place.courierToSite', { tubes, site: pick(sites[trip.to].name), lab: labName, clock: at });
}

/** What a place is doing at the frame's instant; empty while nothing is known. */
export function placeNow({ kind, index }: PlaceRef, run: CityRun | null, frame: MapFrame | null, text: Text): string {
  if (frame === null || run === null) return '';
  const { t, format } = text;
  if (kind === 'township') {
    const share = townshipShares(run, frame)[index];
    if (!(share >= 0)) return t('map:place.townshipNone');
    return t('map:place.townshipNow', { share: format.percent(share, 0), sites: format.number(sitesOf(run, index).length) });
  }
  if (kind === 'lab') {
    if (index >= frame.labCount) return '';
    if (frame.lines(index) === 0) return t('map:place.labOut', { backlog: format.tubes(frame.backlog(index)) });
    return t('map:place.labNow', { use: format.percent(frame.labUse(index), 0), backlog: format.tubes(frame.backlog(index)) });
  }
  if (kind === 'courier' || index >= frame.siteCount) return '';
  return t('map:place.siteNow', {
    state: t(`map:state.${frame.state(index)}`),
    queue: format.peopleExact(frame.queue(index)),
    wait: format.minutes(frame.waitMinutes(index)),
    share: format.percent(frame.shareDone(index), 0),
  });
}
