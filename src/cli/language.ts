import type { Language } from '../units/index.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Language of the words: --lang where it is given and known, else that of the locale; Chinese where neither says anything. */
export function chooseLanguage(words: readonly string[], variables: Variables): Language {
  const index = words.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = index < 0 ? undefined : words[index].startsWith('--lang=') ? words[index].slice('--lang='.length) : words[index + 1];
  if (asked === 'zh' || asked === 'en') return asked;
  const locale = variables.LC_ALL || variables.LC_MESSAGES || variables.LANG || '';
  return /^(zh|c\b|posix|$)/i.test(locale) ? 'zh' : 'en';
}
