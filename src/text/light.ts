import type { Bilingual, Language } from '../units/index.ts';
import { product as productEn } from './en/product.ts';
import { residents as residentsEn } from './en/residents.ts';
import { createFormats, type Formats } from './formats.ts';
import { product as productZh } from './zh/product.ts';
import { residents as residentsZh } from './zh/residents.ts';

const WORDS = { zh: { product: productZh, residents: residentsZh }, en: { product: productEn, residents: residentsEn } } as const;

const SLOT = /(\p{Script=Han} )?\{\{(\w+)\}\}/gu;
const STARTS_WITH_HAN = /^\p{Script=Han}/u;

type Words = (typeof WORDS)['zh'];
type Values = Readonly<Record<string, string | number>>;
/** "namespace:key" of the two namespaces that the residents' page has. */
export type LightKey = { [N in keyof Words]: `${N}:${keyof Words[N] & string}` }[keyof Words];

/** The words and formats of a light page: two namespaces, `{{name}}` filled in, no plural forms, no library. */
export interface LightText {
  readonly language: Language;
  t(key: LightKey, values?: Values): string;
  readonly format: Formats;
  pick(name: Bilingual | string): string;
}

/** Words of the residents' page in one language; the same messages and number formats as everywhere else. */
export function createLightText(language: Language): LightText {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = WORDS[language];
  const format = createFormats(language);
  return {
    language,
    t(key, values = {}) {
      const [namespace, name] = key.split(':');
      return words[namespace][name].replace(SLOT, (slot, before: string | undefined, value: string) => {
        const filled = String(values[value] ?? slot);
        // Chinese sets a figure off by a blank, a word never: "等候 20 分钟", "等候约 20 分钟".
        return before === undefined ? filled : STARTS_WITH_HAN.test(filled) ? before.trimEnd() + filled : before + filled;
      });
    },
    format,
    pick: format.pick,
  };
}
