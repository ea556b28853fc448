/** Family of every drawing; the page loads Noto Sans SC as a web font after the systems' own. */
export const FONT_FAMILY = "'PingFang SC','Microsoft YaHei','Noto Sans SC Variable','Noto Sans SC','Noto Sans CJK SC',sans-serif";

/** Base size in pixels at a root of 16 px; Chinese never goes below it. */
export const BASE_FONT_SIZE = 14;

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;
const NARROW = /[.,:;'|!ilj ()·]/;

/** Estimated advance of a line of text in pixels, a little generous. Measuring would tie the drawing to one machine's fonts. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text)
    em += WIDE.test(character) ? 1 : NARROW.test(character) ? 0.34 : /[A-Z+%–−万]/.test(character) ? 0.68 : 0.58;
  return em * fontSize;
}

/** The first of several wordings, longest first, that fits; the last when none does. */
export function firstFitting(wordings: readonly string[], fontSize: number, room: number): string {
  return wordings.find((wording) => textWidth(wording, fontSize) <= room) ?? wordings[wordings.length - 1];
}
