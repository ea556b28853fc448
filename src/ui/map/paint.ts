import { queueRamp, rampColor, waitRamp, type MapFrame, type Palette, type SiteState, type Theme } from '../../charts/index.ts';
import type { MapLayer, MapScales } from './layers.ts';
import type { Viewport } from './places.ts';

export interface Scene {
  readonly viewport: Viewport;
  readonly radii: Float32Array;
  readonly order: Uint32Array;
  /** null while nothing is computed yet. */
  readonly frame: MapFrame | null;
  readonly layer: MapLayer;
  readonly scales: MapScales;
  readonly siteCount: number;
  readonly labCount: number;
  readonly palette: Palette;
  readonly theme: Theme;
  /** Place numbers, −1 for none. */
  readonly selected: number;
  readonly focused: number;
  readonly hovered: number;
}

const TURN = Math.PI * 2;

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
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
  else if (state === 'jam') {
    context.fillStyle = palette.onMark;
    context.fillRect(x - Math.max(0.6, radius * 0.15), y - radius * 0.55, Math.max(1.2, radius * 0.3), radius * 0.68);
    context.fillRect(x - Math.max(0.6, radius * 0.15), y + radius * 0.28, Math.max(1.2, radius * 0.3), radius * 0.28);
  } else if (state === 'queue') {
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

/** A lab: white square with a cross, and below it the share of its lines in use. */
export function paintLab(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  use: number | null,
  palette: Palette,
): void {
  const half = size / 2;
  context.fillStyle = '#ffffff';
  context.strokeStyle = '#17222e';
  context.lineWidth = 1.8;
  context.beginPath();
  context.roundRect(x - half, y - half, size, size, 2.5);
  context.fill();
  context.stroke();
  context.fillStyle = '#00664a';
  context.fillRect(x - size * 0.09, y - size * 0.3, size * 0.18, size * 0.6);
  context.fillRect(x - size * 0.3, y - size * 0.09, size * 0.6, size * 0.18);
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

function paintSite(
  context: CanvasRenderingContext2D,
  scene: Scene,
  site: number,
  ramps: { wait: readonly string[]; queue: readonly string[] },
): void {
  const { frame, palette, viewport } = scene;
  const x = viewport.xy[2 * site];
  const y = viewport.xy[2 * site + 1];
  const radius = scene.radii[site];
  if (frame === null) return paintValue(context, x, y, radius, palette.closed, palette);
  if (scene.layer === 'done') return paintShare(context, x, y, radius, frame.shareDone(site), palette);
  const state = frame.state(site);
  if (scene.layer === 'state') return paintState(context, x, y, radius, state, palette);
  if (state === 'done') return paintState(context, x, y, radius, 'done', palette);
  if (scene.layer === 'queue')
    return paintValue(context, x, y, radius, rampColor(ramps.queue, frame.queue(site), scene.scales.queue), palette);
  const open = state !== 'night' && state !== 'notOpen';
  paintValue(context, x, y, radius, open ? rampColor(ramps.wait, frame.waitMinutes(site), scene.scales.waitMinutes) : null, palette);
}

/** Size of a lab's square for sites of this average radius. */
export const labSize = (radii: Float32Array): number => {
  let sum = 0;
  for (const radius of radii) sum += radius;
  return Math.max(13, Math.min(22, (sum / Math.max(1, radii.length)) * 2.9));
};

function ring(context: CanvasRenderingContext2D, x: number, y: number, radius: number, palette: Palette, dash: number[]): void {
  disc(context, x, y, radius + 3);
  context.setLineDash([]);
  context.lineWidth = 4.5;
  context.strokeStyle = palette.paper;
  context.stroke();
  context.setLineDash(dash);
  context.lineWidth = 2.2;
  context.strokeStyle = palette.ink;
  context.stroke();
  context.setLineDash([]);
}

/** One frame of all sites and labs. The caller has cleared the canvas and set its scale to CSS pixels. */
export function paintPlaces(context: CanvasRenderingContext2D, scene: Scene): void {
  const { viewport, frame, palette, siteCount, labCount } = scene;
  const ramps = { wait: waitRamp(), queue: queueRamp(scene.theme) };
  for (const site of scene.order) paintSite(context, scene, site, ramps);
  const size = labSize(scene.radii);
  for (let lab = 0; lab < labCount; lab++) {
    const at = 2 * (siteCount + lab);
    const known = frame !== null && lab < frame.labCount;
    paintLab(context, viewport.xy[at], viewport.xy[at + 1], size, known ? frame.labUse(lab) : null, palette);
  }
  const radiusOf = (place: number) => (place < siteCount ? scene.radii[place] : size * 0.72);
  const marked = [
    { place: scene.hovered, dash: [2, 2] },
    { place: scene.focused, dash: [4, 3] },
    { place: scene.selected, dash: [] },
  ];
  if (scene.selected >= 0) paintServed(context, scene);
  for (const { place, dash } of marked) {
    if (place < 0) continue;
    ring(context, viewport.xy[2 * place], viewport.xy[2 * place + 1], radiusOf(place), palette, dash);
    if (place < siteCount) paintSite(context, scene, place, ramps);
  }
}

/** Lines from the selected site to the villages that it serves. */
function paintServed(context: CanvasRenderingContext2D, { viewport, selected, palette }: Scene): void {
  const { served, xy } = viewport;
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.1;
  context.beginPath();
  for (let at = 0; at < served.length; at += 2) {
    context.moveTo(xy[2 * selected], xy[2 * selected + 1]);
    context.lineTo(served[at], served[at + 1]);
  }
  context.stroke();
  context.fillStyle = palette.ink;
  for (let at = 0; at < served.length; at += 2) context.fillRect(served[at] - 2.5, served[at + 1] - 2.5, 5, 5);
}
