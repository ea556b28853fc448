import type { Addition, Reach } from '../../coverage/index.ts';
import { createText, type Text } from '../../text/index.ts';

/** Both languages, for files that carry both. */
export const TEXTS = { zh: createText('zh'), en: createText('en') } as const;

/** "白浒村（葛店镇）": a village with its township, where they are not called alike. */
export function placeWords({ city }: Pick<Reach, 'city'>, village: number, text: Text): string {
  const { name, townshipId } = city.villages[village];
  const township = city.townships.find(({ id }) => id === townshipId);
  return text.t('coverage:place', { village: text.pick(name), township: township ? text.pick(township.name) : '' });
}

/** What one further station does, as a sentence: "a 14th station at … brings 31,000 more within 15 min". */
export function additionSentence(reach: Reach, addition: Addition, openStations: number, text: Text): string {
  const { t, format, language } = text;
  const { standard } = reach.rules;
  return t('coverage:suggestion', {
    ordinal: language === 'zh' ? openStations + 1 : ordinal(openStations + 1),
    place: placeWords(reach, addition.village, text),
    strict: format.number(addition.gainedStrict),
    urban: standard.urban,
    standard: addition.gained > 0 ? t('coverage:suggestion.standard', { gained: format.number(addition.gained) }) : '',
    mean: format.number(Math.abs(addition.mean), 2),
    sooner: format.number(addition.sooner),
  });
}

/** "14th". */
export function ordinal(count: number): string {
  const tens = count % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}
