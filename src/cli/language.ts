import type { Language } from '../units/index.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** What follows the last --lang; undefined where there is none. */
export function askedLanguage(words: readonly string[]): string | undefined {
  const index = words.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (index < 0) return undefined;
  return words[index] === '--lang' ? words[index + 1] : words[index].slice('--lang='.length);
}

export const isLanguage = (name: string | undefined): name is Language => name === 'zh' || name === 'en';

/** Language of the words: --lang where it is given and known, else that of the locale; Chinese where neither says anything. */
export function chooseLanguage(words: readonly string[], variables: Variables): Language {
  const asked = askedLanguage(words);
  if (isLanguage(asked)) return asked;
  const locale = variables.LC_ALL || variables.LC_MESSAGES || variables.LANG || '';
  return /^(zh|c\b|posix|$)/i.test(locale) ? 'zh' : 'en';
}
