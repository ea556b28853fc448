import { BASE_FONT_SIZE, FONT_FAMILY, paletteOf } from '../../charts/index.ts';
import { paintPage } from './paint-page.ts';
import { wrapped, type Caption } from './svg-file.ts';

const SCALE = 2;
const PAD = 12;

/** What an element shows as a picture twice as fine as the page, title above, provenance below. */
export async function pngFile(element: Element, { title, lines, theme }: Caption): Promise<Blob> {
  await document.fonts.ready;
  const palette = paletteOf(theme);
  const box = element.getBoundingClientRect();
  const size = BASE_FONT_SIZE;
  const width = Math.max(320, Math.ceil(box.width)) + 2 * PAD;
  const foot = lines.flatMap((line) => wrapped(line, size, width - 2 * PAD));
  const top = PAD + size * 1.8;
  const bottom = top + Math.ceil(box.height) + size * 0.8;
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = Math.ceil(bottom + foot.length * size * 1.4 + PAD) * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.scale(SCALE, SCALE);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'alphabetic';
  context.fillStyle = palette.ink;
  context.font = `650 ${size * 1.1}px ${FONT_FAMILY}`;
  context.fillText(title, PAD, PAD + size);
  context.save();
  context.translate(PAD, top);
  context.beginPath();
  context.rect(0, 0, box.width, box.height);
  context.clip();
  await paintPage(context, element, SCALE);
  context.restore();
  context.fillStyle = palette.inkSoft;
  context.font = `400 ${size}px ${FONT_FAMILY}`;
  foot.forEach((line, index) => context.fillText(line, PAD, bottom + (index + 1) * size * 1.4));
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the canvas gave no picture')) : resolve(blob)), 'image/png'),
  );
}
