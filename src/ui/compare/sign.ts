import type { Palette } from '../../charts/index.ts';
import { EVEN_CLASS } from './difference.ts';

const STRONGEST = [0, 2 * EVEN_CLASS];

/** The sign of a class inside its disc: a bar for sooner, a cross for later; nothing where it is about the same. */
export function paintSign(context: CanvasRenderingContext2D, x: number, y: number, radius: number, at: number, palette: Palette): void {
  if (at < 0 || at === EVEN_CLASS) return;
  const thick = Math.max(1.2, radius * 0.24);
  context.fillStyle = STRONGEST.includes(at) ? palette.onMark : palette.ink;
  context.fillRect(x - radius * 0.55, y - thick / 2, radius * 1.1, thick);
  if (at > EVEN_CLASS) context.fillRect(x - thick / 2, y - radius * 0.55, thick, radius * 1.1);
}
