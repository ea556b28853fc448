import type { Bilingual } from '../units/index.ts';
import type { Published } from './shape.ts';

/** At most so many villages are offered for what was typed. */
export const MOST_FOUND = 30;

/** Lower case, full-width letters as plain ones, without blanks and apostrophes: "Ｗu'du " is "wudu". */
const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·・,，。-]+/g, '');

const EXACT = 0;
const BEGINS = 1;
const HOLDS = 2;
const NONE = 3;

const fit = (name: string, typed: string): number => {
  if (name === typed) return EXACT;
  if (name.startsWith(typed)) return BEGINS;
  return name.includes(typed) ? HOLDS : NONE;
};

/** Ends of English names and what they are in pinyin, so that "wudushequ" is found as "Wudu Community" is; longer ends first. */
const PINYIN_ENDS = [
  ['residentscommittee', 'juweihui'],
  ['developmentzone', 'kaifaqu'],
  ['economiczone', 'jingjiqu'],
  ['subdistrict', 'jiedao'],
  ['community', 'shequ'],
  ['township', 'xiang'],
  ['newarea', 'xinqu'],
  ['village', 'cun'],
  ['farm', 'nongchang'],
  ['town', 'zhen'],
] as const;

/** A name in full pinyin: places are called by it in English but for the kind of place at the end. */
function pinyinOf(english: string): string {
  const end = PINYIN_ENDS.find(([word]) => english.endsWith(word));
  return end === undefined ? english : english.slice(0, -end[0].length) + end[1];
}

const fitName = ({ zh, en }: Bilingual, typed: string): number => {
  const english = plain(en);
  return Math.min(fit(plain(zh), typed), fit(english, typed), fit(pinyinOf(english), typed));
};

/**
 * Rows of villages that fit what was typed: Chinese name, pinyin, its initials or English name, or the name of their township; whole names
 * first, then beginnings, then parts, then those that fit by their township alone. Empty for nothing typed.
 */
export function searchVillages(published: Pick<Published, 'villages' | 'townships'>, typed: string): number[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const townships = published.townships.map(({ name }) => fitName(name, wanted));
  const found: { readonly row: number; readonly rank: number }[] = [];
  published.villages.forEach(({ name, initials, township }, row) => {
    const own = Math.min(fitName(name, wanted), fit(initials, wanted));
    const rank = own < NONE ? own : NONE + townships[township];
    if (rank < NONE + NONE) found.push({ row, rank });
  });
  return found
    .sort((a, b) => a.rank - b.rank || a.row - b.row)
    .slice(0, MOST_FOUND)
    .map(({ row }) => row);
}

/** Row of the village whose point is nearest, on a flat map at the city's latitude. */
export function nearestVillage(published: Pick<Published, 'villages'>, lng: number, lat: number, among?: readonly number[]): number {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  let nearest = -1;
  let least = Infinity;
  for (const row of among ?? published.villages.keys()) {
    const [x, y] = published.villages[row].at;
    const apart = ((x - lng) * narrowing) ** 2 + (y - lat) ** 2;
    if (apart < least) [nearest, least] = [row, apart];
  }
  return nearest;
}
