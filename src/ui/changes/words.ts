import { parseOpenHours, type Change, type Where } from '../../scenario/index.ts';
import type { Text, TextKey } from '../../text/index.ts';
import { placeNames, type PlanPlaces } from './places.ts';

/** What words about changes are made with. */
export interface ChangeWording {
  readonly text: Text;
  /** Local time of the order, "08:00". */
  readonly clock: string;
  readonly places: PlanPlaces;
}

const DAY_MINUTES = 1440;

const isRoundTheClock = (hours: string): boolean => {
  const { from, to } = parseOpenHours(hours);
  return from === 0 && to === DAY_MINUTES;
};

/** What a change is, by kind and direction. */
export function kindKey(change: Change): TextKey {
  switch (change.kind) {
    case 'desks':
      return change.desks < 0 ? 'changes:kind.desksLeave' : 'changes:kind.desksArrive';
    case 'siteClosed':
      return 'changes:kind.siteClosed';
    case 'openHours':
      return isRoundTheClock(change.openHours) ? 'changes:kind.night' : 'changes:kind.openHours';
    case 'pace':
      return change.factor < 1 ? 'changes:kind.paceFaster' : 'changes:kind.paceSlower';
    case 'arrivals':
      return change.factor > 1 ? 'changes:kind.arrivalsMore' : 'changes:kind.arrivalsFewer';
    case 'poolSize':
      return 'changes:kind.poolSize';
    case 'labCapacity':
      return change.factor === 0 ? 'changes:kind.labLost' : change.factor > 1 ? 'changes:kind.labMore' : 'changes:kind.labLess';
    case 'borrowedLab':
      return 'changes:kind.borrowedLab';
    case 'travel':
      return change.factor < 1 ? 'changes:kind.travelFaster' : 'changes:kind.travelSlower';
    case 'couriers':
      return change.factor < 1 ? 'changes:kind.couriersFewer' : 'changes:kind.couriersMore';
  }
}

/** One or two names in full, then how many there are. */
function listed(names: readonly string[], text: Text): string {
  const separator = text.t('changes:where.separator');
  if (names.length <= 2) return names.join(separator);
  return text.t('changes:where.more', { names: names.slice(0, 2).join(separator), count: names.length });
}

function whereWords(where: Where | undefined, { text, places }: ChangeWording): string {
  if (where === undefined || where === 'all') return text.t('changes:where.all');
  if ('sites' in where) return listed(placeNames(where.sites, places.sites, text.pick), text);
  if ('townships' in where) return listed(placeNames(where.townships, places.townships, text.pick), text);
  return listed(placeNames(where.districts, places.districts, text.pick), text);
}

const labWords = (id: string, { text, places }: ChangeWording): string =>
  id === 'all' ? text.t('changes:where.allLabs') : placeNames([id], places.labs, text.pick)[0];

const signed = (value: number, text: Text): string => `${value > 0 ? '+' : ''}${text.format.number(value)}`;
const share = (factor: number, text: Text): string => `${text.format.number(factor * 100, 1).replace(/\.0$/, '')}%`;

/** How much or where, in a word or two, for the track. */
export function amountWords(change: Change, wording: ChangeWording): string {
  const { text } = wording;
  switch (change.kind) {
    case 'desks':
      return text.t('changes:short.desks', { desks: signed(change.desks, text) });
    case 'siteClosed':
      return change.sites.length === 1
        ? placeNames(change.sites, wording.places.sites, text.pick)[0]
        : text.t('changes:short.sites', { count: change.sites.length });
    case 'openHours':
      return isRoundTheClock(change.openHours) ? '' : change.openHours;
    case 'poolSize':
      return change.size === 1 ? text.t('changes:short.single') : text.t('changes:short.pool', { size: change.size });
    case 'labCapacity':
      return change.factor === 0 ? labWords(change.lab, wording) : `${labWords(change.lab, wording)} ${share(change.factor, text)}`;
    case 'borrowedLab':
      return text.format.tubesPerDay(change.tubesPerDay);
    case 'pace':
    case 'arrivals':
    case 'travel':
    case 'couriers':
      return share(change.factor, text);
  }
}

/** The change in a few words: what and how much. */
export function changeTitle(change: Change, wording: ChangeWording): string {
  const amount = amountWords(change, wording);
  const kind = wording.text.t(kindKey(change));
  return amount === '' ? kind : `${kind} ${amount}`;
}

/** Where a change takes effect, in words. */
export function placesWords(change: Change, wording: ChangeWording): string {
  if (change.kind === 'siteClosed') return whereWords({ sites: change.sites }, wording);
  if (change.kind === 'labCapacity') return labWords(change.lab, wording);
  return whereWords('where' in change ? change.where : undefined, wording);
}

/** From when until when, in words. */
export function spanWords(change: Change, { text, clock }: ChangeWording): string {
  const { format } = text;
  const start = { clock: format.clock(change.at, clock), offset: format.offset(change.at) };
  const until = 'until' in change ? change.until : undefined;
  if (until === undefined) return text.t('changes:when.from', start);
  return text.t('changes:when.span', { ...start, end: format.clock(until, clock), endOffset: format.offset(until) });
}

/** The change as a sentence: when, where, what; its comment behind it. */
export function changeSentence(change: Change, wording: ChangeWording): string {
  const { text, clock } = wording;
  const { format } = text;
  const when = spanWords(change, wording);
  const where = 'where' in change ? whereWords(change.where, wording) : whereWords(undefined, wording);
  const sentence = (): string => {
    switch (change.kind) {
      case 'desks':
        return text.t(change.desks < 0 ? 'changes:say.desksLeave' : 'changes:say.desksArrive', {
          when,
          where,
          desks: format.number(Math.abs(change.desks)),
        });
      case 'siteClosed':
        return text.t('changes:say.siteClosed', { when, where: whereWords({ sites: change.sites }, wording) });
      case 'openHours':
        return text.t('changes:say.openHours', { when, where, hours: change.openHours });
      case 'pace':
        return text.t('changes:say.pace', { when, where, share: share(change.factor, text) });
      case 'arrivals':
        return text.t('changes:say.arrivals', { when, where, share: share(change.factor, text) });
      case 'poolSize':
        return change.size === 1 ? text.t('changes:say.single', { when }) : text.t('changes:say.poolSize', { when, size: change.size });
      case 'labCapacity':
        return change.factor === 0
          ? text.t('changes:say.labLost', { when, lab: labWords(change.lab, wording) })
          : text.t('changes:say.labCapacity', { when, lab: labWords(change.lab, wording), share: share(change.factor, text) });
      case 'borrowedLab':
        return text.t('changes:say.borrowedLab', {
          clock: format.clock(change.at, clock),
          offset: format.offset(change.at),
          tubes: format.tubesPerDay(change.tubesPerDay),
          hours: format.hours(change.readyAfterHours),
          ready: format.clock(change.at + change.readyAfterHours, clock),
          minutes: format.minutes(change.travelMinutes),
        });
      case 'travel':
        return text.t('changes:say.travel', { when, where, share: share(change.factor, text) });
      case 'couriers':
        return text.t('changes:say.couriers', { when, share: share(change.factor, text) });
    }
  };
  return change.comment ? text.t('changes:say.comment', { sentence: sentence(), comment: change.comment }) : sentence();
}
