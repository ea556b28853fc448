import { BASE_FONT_SIZE, FONT_FAMILY, paletteOf, textWidth, type Theme } from '../../charts/index.ts';
import { linesOf, opacityOf } from './paint-words.ts';
import { drawingsIn, standaloneClone } from './svg-clone.ts';

export interface Caption {
  readonly title: string;
  /** Where the figures come from, a line each. */
  readonly lines: readonly string[];
  readonly theme: Theme;
}

const SVG = 'http://www.w3.org/2000/svg';
const PAD = 12;

/** Breaks a line at " · " so that no part is wider than the picture. */
export function wrapped(line: string, fontSize: number, room: number): string[] {
  const lines: string[] = [];
  for (const part of line.split(' · ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} · ${part}`, fontSize) <= room) lines[lines.length - 1] = `${last} · ${part}`;
    else lines.push(part);
  }
  return lines;
}

/** Words of the page that belong to a picture, marked data-export="words": each line where it stands, as the page dresses it. */
function wordsIn(element: Element): { words: string; attributes: Record<string, string | number>; box: DOMRect }[] {
  return [...element.querySelectorAll('[data-export="words"]')].flatMap((marked) => {
    const walker = document.createTreeWalker(marked, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement!;
      const style = getComputedStyle(parent);
      if (style.visibility === 'hidden' || parent.closest('.visually-hidden, [data-export="skip"]') !== null) continue;
      const dress = {
        fill: style.color,
        'font-size': style.fontSize,
        'font-weight': style.fontWeight,
        opacity: opacityOf(parent, element),
      };
      for (const { words, box } of linesOf(node as Text)) found.push({ words, box, attributes: dress });
    }
    return found;
  });
}

/** All drawings of an element as one file that stands alone: fonts named, title above, provenance below. */
export function svgFile(element: Element, { title, lines, theme }: Caption): string {
  const palette = paletteOf(theme);
  const box = element.getBoundingClientRect();
  const size = BASE_FONT_SIZE;
  const width = Math.max(320, Math.ceil(box.width)) + 2 * PAD;
  const foot = lines.flatMap((line) => wrapped(line, size, width - 2 * PAD));
  const top = PAD + size * 1.8;
  const bottom = top + Math.ceil(box.height) + size * 0.8;
  const height = Math.ceil(bottom + foot.length * size * 1.4 + PAD);
  const make = (name: string, attributes: Readonly<Record<string, string | number>>, words?: string): SVGElement => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (words !== undefined) made.textContent = words;
    return made;
  };
  const root = make('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': FONT_FAMILY,
    'font-size': size,
    role: 'img',
  });
  root.append(
    make('title', {}, title),
    make('desc', {}, lines.join('\n')),
    make('rect', { width, height, fill: palette.paper }),
    make('text', { x: PAD, y: PAD + size, fill: palette.ink, 'font-weight': 650, 'font-size': size * 1.1 }, title),
  );
  for (const drawing of drawingsIn(element)) {
    const place = drawing.getBoundingClientRect();
    if (place.width === 0) continue;
    const copy = standaloneClone(drawing);
    copy.setAttribute('x', String(PAD + place.left - box.left));
    copy.setAttribute('y', String(top + place.top - box.top));
    copy.setAttribute('width', String(place.width));
    copy.setAttribute('height', String(place.height));
    root.append(copy);
  }
  for (const { words, attributes, box: place } of wordsIn(element)) {
    const at = { x: PAD + place.left - box.left, y: top + (place.top + place.bottom) / 2 - box.top, 'dominant-baseline': 'central' };
    root.append(make('text', { ...attributes, ...at }, words));
  }
  foot.forEach((line, index) => root.append(make('text', { x: PAD, y: bottom + (index + 1) * size * 1.4, fill: palette.inkSoft }, line)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}
