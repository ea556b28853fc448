import i18next, { type i18n } from 'i18next';
import type { Bilingual, Language } from '../units/index.ts';
import { en } from './en/index.ts';
import { createFormats, type Formats } from './formats.ts';
import { zh } from './zh/index.ts';

export { clockMinutes, createFormats, type Formats } from './formats.ts';
export { createLightText, type LightKey, type LightText } from './light.ts';

type Resources = typeof zh;
export type Namespace = keyof Resources;
/** A key without i18next's plural ending. */
type Stem<Key> = Key extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : Key;
/** "namespace:key"; checked by the compiler. */
export type TextKey = { [N in Namespace]: `${N}:${Stem<keyof Resources[N] & string>}` }[Namespace];
export type TextValues = Readonly<Record<string, string | number>>;

/** All words and formats of one language, for page, command line and reports alike. */
export interface Text {
  readonly language: Language;
  /** The message of a key with `{{name}}` filled in; `count` chooses the English plural. */
  t(key: TextKey, values?: TextValues): string;
  /** For ids that come from data ("resource." + id): the message, or null where there is none. */
  find(key: string, values?: TextValues): string | null;
  readonly format: Formats;
  /** Picks the reader's language of a name; plain strings pass through. */
  pick(name: Bilingual | string): string;
  /** For react-i18next's <Trans>, which sets figures in bold inside a sentence. */
  readonly i18n: i18n;
}

/** Messages by language and namespace, for the parity test. */
export const MESSAGES = { zh, en } as const;
export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** Builds the words of one language. No side effects beyond memory; safe to call often. */
export function createText(language: Language): Text {
  const i18n = i18next.createInstance();
  void i18n.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { zh, en },
    ns: Object.keys(zh),
    defaultNS: 'product',
    keySeparator: false,
    interpolation: { escapeValue: false },
  });
  const format = createFormats(language);
  // A page asks for the same words hundreds of times a second while a study grows.
  const plain = new Map<TextKey, string>();
  const plainWords = (key: TextKey): string => {
    let words = plain.get(key);
    if (words === undefined) plain.set(key, (words = i18n.t(key)));
    return words;
  };
  return {
    language,
    t: (key, values) => (values === undefined ? plainWords(key) : i18n.t(key, values)),
    find: (key, values) => (i18n.exists(key, values ?? {}) ? i18n.t(key, values ?? {}) : null),
    format,
    pick: format.pick,
    i18n,
  };
}
