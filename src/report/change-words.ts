import type { CityPack } from '../city/index.ts';
import type { Change, Where } from '../scenario/index.ts';
import type { Text } from '../text/index.ts';

/** What a dated change is about, and its amount with places and hours: "Support teams", "+100 desks T+12 h". */
export interface ChangeWords {
  readonly what: string;
  readonly value: string;
}

export function changeWords(text: Text, change: Change, city: CityPack): ChangeWords {
  const { t, format } = text;
  const amount = amountWords(text, change, city);
  const until = 'until' in change ? change.until : undefined;
  const when =
    until === undefined
      ? format.offset(change.at)
      : t('compare:plan.between', { from: format.offset(change.at), to: format.offset(until) });
  const where = 'where' in change ? placesWords(text, change.where) : '';
  return { what: t(`compare:change.${change.kind}`), value: [amount, when, where].filter((part) => part !== '').join(' ') };
}

function amountWords({ t, format, pick }: Text, change: Change, city: CityPack): string {
  const factor = (value: number): string => t('compare:change.factor', { factor: String(value) });
  switch (change.kind) {
    case 'desks':
      return t('compare:change.desks.value', { desks: `${change.desks > 0 ? '+' : ''}${format.number(change.desks)}` });
    case 'siteClosed':
      return t('compare:plan.sites', { count: change.sites.length });
    case 'openHours':
      return change.openHours;
    case 'pace':
    case 'arrivals':
    case 'travel':
    case 'couriers':
      return factor(change.factor);
    case 'poolSize':
      return t('compare:change.poolSize.value', { size: change.size });
    case 'labCapacity': {
      const lab = city.labs.find(({ id }) => id === change.lab);
      const name = change.lab === 'all' ? t('compare:plan.allLabs') : lab ? pick(lab.name) : change.lab;
      return t('compare:change.labCapacity.value', { lab: name, factor: String(change.factor) });
    }
    case 'borrowedLab':
      return t('compare:change.borrowedLab.value', {
        tubes: format.tubesPerDay(change.tubesPerDay),
        hours: format.offset(change.at + change.readyAfterHours),
      });
  }
}

function placesWords({ t }: Text, where: Where | undefined): string {
  if (where === undefined || where === 'all') return '';
  if ('sites' in where) return t('compare:plan.sites', { count: where.sites.length });
  if ('townships' in where) return t('compare:plan.townships', { count: where.townships.length });
  return t('compare:plan.districts', { count: where.districts.length });
}
