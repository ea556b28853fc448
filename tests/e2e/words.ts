import type { Page } from '@playwright/test';

/** Everything a reader or a screen reader is told: visible text, labels, titles, descriptions; a line each. */
export function readWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];
    const attributes = [...document.querySelectorAll('body *')].flatMap((element) =>
      spoken.map((name) => element.getAttribute(name) ?? ''),
    );
    const texts = document.body.innerText.split('\n');
    const hidden = [...document.querySelectorAll('.visually-hidden, svg text, svg title, svg desc')].map(
      (element) => element.textContent ?? '',
    );
    return [...new Set([...texts, ...attributes, ...hidden].map((line) => line.trim()).filter(Boolean))];
  });
}

/** Words of the Latin alphabet that Chinese pages may hold: units, symbols, keys, file formats, the other language's name. */
const AT_HOME_IN_CHINESE = /\b(T|h|P\d{2}|JSON|PNG|SVG|CSV|XLSX|GeoJSON|EN|A|B|Esc|Shift|Ctrl|Delete|Enter|PageUp|PageDown|Home|End)\b/g;
/** The scenario's fingerprint and a command-line flag are the same in every language. */
const NOT_WORDS = /\b(?=[0-9a-f]*\d)[0-9a-f]{6,}\b|--[a-z]+/g;

export function strayLatin(lines: readonly string[]): string[] {
  return lines.filter((line) => /[A-Za-z]{2,}/.test(line.replace(NOT_WORDS, '').replace(AT_HOME_IN_CHINESE, '')));
}

/** In English, Han stands only in the language switch. */
export function strayHan(lines: readonly string[]): string[] {
  return lines.filter((line) => /\p{Script=Han}/u.test(line) && line !== '中' && !/^中\s*\/?\s*EN$/.test(line));
}
