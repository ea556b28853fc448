import { BASE_FONT_SIZE, FONT_FAMILY, paletteOf, textWidth, type Theme } from '../../charts/index.ts';
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
  foot.forEach((line, index) => root.append(make('text', { x: PAD, y: bottom + (index + 1) * size * 1.4, fill: palette.inkSoft }, line)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}
