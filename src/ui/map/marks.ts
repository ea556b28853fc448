import type { Palette, SiteState } from '../../charts/index.ts';

const TURN = Math.PI * 2;

/** Begins a circle. */
export function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
}

function bang(context: CanvasRenderingContext2D, x: number, y: number, radius: number, color: string): void {
  context.fillStyle = color;
  context.fillRect(x - Math.max(0.6, radius * 0.15), y - radius * 0.55, Math.max(1.2, radius * 0.3), radius * 0.68);
  context.fillRect(x - Math.max(0.6, radius * 0.15), y + radius * 0.28, Math.max(1.2, radius * 0.3), radius * 0.28);
}

function bar(context: CanvasRenderingContext2D, x: number, y: number, radius: number, color: string): void {
  context.fillStyle = color;
  context.fillRect(x - radius * 0.55, y - Math.max(0.6, radius * 0.16), radius * 1.1, Math.max(1.2, radius * 0.32));
}

function tick(context: CanvasRenderingContext2D, x: number, y: number, radius: number, color: string): void {
  context.strokeStyle = color;
  context.lineWidth = Math.max(1.2, radius * 0.28);
  context.beginPath();
  context.moveTo(x - radius * 0.5, y + radius * 0.02);
  context.lineTo(x - radius * 0.12, y + radius * 0.4);
  context.lineTo(x + radius * 0.52, y - radius * 0.38);
  context.stroke();
}

/** A site by its state; each state has a shape of its own beside its colour. */
export function paintState(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  state: SiteState,
  palette: Palette,
): void {
  const hollow = state === 'notOpen';
  const fill = {
    notOpen: palette.paper,
    night: palette.closed,
    clear: palette.idle,
    queue: palette.sampled,
    jam: palette.breach,
    done: palette.resulted,
  }[state];
  disc(context, x, y, radius);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = hollow ? 1.3 : 0.9;
  context.strokeStyle = hollow ? palette.closed : palette.paper;
  context.stroke();
  if (state === 'night') bar(context, x, y, radius, palette.onMark);
  else if (state === 'done') tick(context, x, y, radius, palette.onMark);
  else if (state === 'jam') bang(context, x, y, radius, palette.onMark);
  else if (state === 'queue') {
    disc(context, x, y, Math.max(0.9, radius * 0.26));
    context.fillStyle = palette.onMark;
    context.fill();
  }
}

/** A site filled like a clock by the share of its people who are swabbed. */
export function paintShare(context: CanvasRenderingContext2D, x: number, y: number, radius: number, share: number, palette: Palette): void {
  disc(context, x, y, radius);
  context.fillStyle = palette.paper;
  context.fill();
  if (share > 0) {
    context.beginPath();
    context.moveTo(x, y);
    context.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + TURN * Math.min(1, share));
    context.closePath();
    context.fillStyle = share >= 1 ? palette.resulted : palette.sampled;
    context.fill();
  }
  disc(context, x, y, radius);
  context.lineWidth = 1.2;
  context.strokeStyle = share >= 1 ? palette.resulted : palette.sampled;
  context.stroke();
  if (share >= 1) tick(context, x, y, radius, palette.onMark);
}

/** A site in a colour of a ramp; closed ones are hollow with a bar. */
export function paintValue(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  color: string | null,
  palette: Palette,
): void {
  disc(context, x, y, radius);
  context.fillStyle = color ?? palette.paper;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = color === null ? palette.closed : palette.inkSoft;
  context.stroke();
  if (color === null) bar(context, x, y, radius, palette.closed);
}

/** Ink or white, whichever stands out from a colour written as "rgb(…)" or "#rrggbb". */
function contrasting(color: string): string {
  const parts = color.startsWith('#')
    ? [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16))
    : (color.match(/\d+/g) ?? []).map(Number);
  return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2] > 140 ? '#17222e' : '#ffffff';
}

/** A site in the colour of its class; what calls for attention carries an exclamation mark beside its colour. */
export function paintClass(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  color: string,
  marked: boolean,
  palette: Palette,
): void {
  paintValue(context, x, y, radius, color, palette);
  if (marked) bang(context, x, y, radius, contrasting(color));
}

/** A site filled from below like a gauge by a share. */
export function paintLevel(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  share: number,
  color: string,
  palette: Palette,
): void {
  disc(context, x, y, radius);
  context.fillStyle = palette.paper;
  context.fill();
  const angle = Math.acos(Math.max(-1, Math.min(1, 1 - 2 * share)));
  context.beginPath();
  context.arc(x, y, radius, Math.PI / 2 - angle, Math.PI / 2 + angle);
  context.closePath();
  context.fillStyle = color;
  context.fill();
  disc(context, x, y, radius);
  context.lineWidth = 1.1;
  context.strokeStyle = palette.inkSoft;
  context.stroke();
}

/** A site that steps back behind its township: a dot, or a circle of its size. */
export function paintOutline(context: CanvasRenderingContext2D, x: number, y: number, radius: number, palette: Palette): void {
  disc(context, x, y, radius);
  context.lineWidth = 2.4;
  context.strokeStyle = palette.paper;
  context.stroke();
  context.lineWidth = 1.1;
  context.strokeStyle = palette.ink;
  context.stroke();
}

function strike(context: CanvasRenderingContext2D, x: number, y: number, reach: number, palette: Palette): void {
  context.beginPath();
  context.moveTo(x - reach, y + reach);
  context.lineTo(x + reach, y - reach);
  context.lineWidth = 5;
  context.strokeStyle = palette.paper;
  context.stroke();
  context.lineWidth = 2.6;
  context.strokeStyle = palette.breach;
  context.stroke();
}

/** Adds a courier to the path that is begun: an arrowhead towards (towardsX, towardsY). */
export function traceCourier(path: CanvasPath, x: number, y: number, size: number, towardsX: number, towardsY: number): void {
  const away = Math.hypot(towardsX, towardsY) || 1;
  const [dx, dy] = [(towardsX / away) * size, (towardsY / away) * size];
  path.moveTo(x + dx, y + dy);
  path.lineTo(x - dx * 0.8 - dy * 0.75, y - dy * 0.8 + dx * 0.75);
  path.lineTo(x - dx * 0.35, y - dy * 0.35);
  path.lineTo(x - dx * 0.8 + dy * 0.75, y - dy * 0.8 - dx * 0.75);
  path.closePath();
}

/** A lab: white square with a cross, and below it the share of its lines in use; struck through while it has no line. */
export function paintLab(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  use: number | null,
  palette: Palette,
  outOfUse = false,
): void {
  const half = size / 2;
  context.fillStyle = outOfUse ? '#d6dce1' : '#ffffff';
  context.strokeStyle = '#17222e';
  context.lineWidth = 1.8;
  context.beginPath();
  context.roundRect(x - half, y - half, size, size, 2.5);
  context.fill();
  context.stroke();
  context.fillStyle = '#00664a';
  context.fillRect(x - size * 0.09, y - size * 0.3, size * 0.18, size * 0.6);
  context.fillRect(x - size * 0.3, y - size * 0.09, size * 0.6, size * 0.18);
  if (outOfUse) {
    strike(context, x, y, half + 3, palette);
    return;
  }
  if (use === null) return;
  const top = y + half + 2.5;
  context.fillStyle = palette.paper;
  context.fillRect(x - half - 1, top - 1, size + 2, 6);
  context.strokeStyle = palette.inkSoft;
  context.lineWidth = 1;
  context.strokeRect(x - half, top, size, 4);
  context.fillStyle = palette.ink;
  context.fillRect(x - half, top, size * Math.min(1, use), 4);
}
