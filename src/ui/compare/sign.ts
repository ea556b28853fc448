import type { Palette } from '../../charts/index.ts';
import { EVEN_CLASS } from './difference.ts';

const STRONGEST = [0, 2 * EVEN_CLASS];

/** Whether what is better in B is less of something (hours) or more (people): bars are less, crosses more. */
export type BetterSign = 'less' | 'more';

/** The sign of a class inside its disc: a bar for less, a cross for more; nothing where it is about the same. */
export function paintSign(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  at: number,
  palette: Palette,
  better: BetterSign,
): void {
  if (at < 0 || at === EVEN_CLASS) return;
  const thick = Math.max(1.2, radius * 0.24);
  const isMore = at > EVEN_CLASS === (better === 'less');
  context.fillStyle = STRONGEST.includes(at) ? palette.onMark : palette.ink;
  context.fillRect(x - radius * 0.55, y - thick / 2, radius * 1.1, thick);
  if (isMore) context.fillRect(x - thick / 2, y - radius * 0.55, thick, radius * 1.1);
}
