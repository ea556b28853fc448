import { queueRamp, rampColor, waitRamp, type MapFrame, type Palette, type Theme } from '../../charts/index.ts';
import { crowding, type CityRun } from '../round/index.ts';
import { classOf, classScale, isGroundLayer, type ClassScale, type MapLayer, type MapOverlay, type MapScales } from './layers.ts';
import { disc, paintClass, paintLab, paintLevel, paintOutline, paintShare, paintState, paintValue } from './marks.ts';
import { paintCouriers, paintFlows, paintRound } from './paintTransport.ts';
import type { Viewport } from './places.ts';

/** A site in the picture. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export type SitePainter = (context: CanvasRenderingContext2D, site: number, spot: Spot) => void;

/** What stands in the place of the map's layers where the map shows something else: it paints the sites and fills the townships. */
export interface OwnLayer {
  readonly paintSite: SitePainter;
  /** Colours of the townships' classes; a class below 0 stays blank. Null leaves the ground as it is. */
  readonly ground: { readonly classes: Int8Array; readonly colors: readonly string[] } | null;
}

/** Everything that is painted but the hour. */
export interface Scene {
  readonly viewport: Viewport;
  readonly radii: Float32Array;
  readonly order: Uint32Array;
  /** null while nothing is computed yet. */
  readonly run: CityRun | null;
  readonly layer: MapLayer;
  readonly own: OwnLayer | null;
  readonly overlays: readonly MapOverlay[];
  readonly scales: MapScales;
  readonly siteCount: number;
  readonly labCount: number;
  readonly palette: Palette;
  readonly theme: Theme;
  /** Place numbers, −1 for none; those of townships follow the labs'. */
  readonly selected: number;
  readonly focused: number;
  readonly hovered: number;
  /** The chosen courier; −1 for none. */
  readonly courier: number;
}

/** Radius of a site that steps back behind its township. */
const DOT = 1.8;

/** How the sites of a scene are painted at one frame. */
function sitePainter({ run, layer, scales, palette, theme, siteCount }: Scene, frame: MapFrame | null): SitePainter {
  if (frame === null || run === null) return (context, _, { x, y, radius }) => paintValue(context, x, y, radius, palette.closed, palette);
  const { study } = run;
  const classes: ClassScale = classScale(layer, scales, theme) ?? { tops: [], colors: [palette.closed] };
  const ramp = layer === 'queue' ? queueRamp(theme) : waitRamp();
  const colorOf = (value: number): string => classes.colors[classOf(classes, value)];
  const isTop = (value: number): boolean => classOf(classes, value) === classes.tops.length;
  const painters: Record<MapLayer, SitePainter> = {
    state: (context, site, { x, y, radius }) => paintState(context, x, y, radius, frame.state(site), palette),
    done: (context, site, { x, y, radius }) => paintShare(context, x, y, radius, frame.shareDone(site), palette),
    queue: (context, site, { x, y, radius }) =>
      paintValue(context, x, y, radius, rampColor(ramp, frame.queue(site), scales.queue), palette),
    wait: (context, site, { x, y, radius }) =>
      paintValue(context, x, y, radius, rampColor(ramp, frame.waitMinutes(site), scales.waitMinutes), palette),
    crowding: (context, site, { x, y, radius }) => {
      const value = crowding(run, frame, site) ?? 0;
      paintClass(context, x, y, radius, colorOf(value), isTop(value), palette);
    },
    use: (context, site, { x, y, radius }) => {
      const share = study.sites.utilisation[site] ?? 0;
      paintLevel(context, x, y, radius, share, colorOf(share), palette);
    },
    finish: (context, site, { x, y, radius }) => {
      const hours = study.sites.finishMean[site];
      if (Number.isFinite(hours)) paintClass(context, x, y, radius, colorOf(hours), hours > scales.deadlineHours, palette);
      else paintValue(context, x, y, radius, null, palette);
    },
    township: (context, _, { x, y }) => paintOutline(context, x, y, DOT, palette),
    population: (context, _, { x, y, radius }) => paintOutline(context, x, y, radius, palette),
  };
  const open = painters[layer];
  if (layer !== 'wait' && layer !== 'queue' && layer !== 'crowding') return open;
  return (context, site, spot) => {
    if (site >= siteCount) return;
    const state = frame.state(site);
    if (state === 'done') paintState(context, spot.x, spot.y, spot.radius, 'done', palette);
    else if (layer !== 'queue' && (state === 'night' || state === 'notOpen'))
      paintValue(context, spot.x, spot.y, spot.radius, null, palette);
    else open(context, site, spot);
  };
}

/** Size of a lab's square for sites of this average radius. */
export const labSize = (radii: Float32Array): number => Math.max(13, Math.min(22, averageOf(radii) * 2.9));

function averageOf(radii: Float32Array): number {
  let sum = 0;
  for (const radius of radii) sum += radius;
  return sum / Math.max(1, radii.length);
}

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

/** All sites and labs at an hour. The caller has cleared the canvas and set its scale to CSS pixels. */
export function paintPlaces(context: CanvasRenderingContext2D, scene: Scene, hours: number): void {
  const { viewport, run, palette, siteCount, labCount, radii } = scene;
  const { xy, width, height } = viewport;
  const frame = run === null ? null : run.frameAt(hours);
  const paint = scene.own?.paintSite ?? sitePainter(scene, frame);
  const spot = (site: number): Spot => ({ x: xy[2 * site], y: xy[2 * site + 1], radius: radii[site] });
  const isSeen = ({ x, y, radius }: Spot): boolean => x > -radius && y > -radius && x < width + radius && y < height + radius;
  const scale = Math.max(0.8, averageOf(radii) / 5);
  const moving = run !== null && hours > 0 ? run.transport : null;
  if (moving !== null && scene.overlays.includes('flows')) paintFlows(context, moving, viewport, hours, palette, scale);
  for (const site of scene.order) {
    const at = spot(site);
    if (isSeen(at)) paint(context, site, at);
  }
  const size = labSize(radii);
  for (let lab = 0; lab < labCount; lab++) {
    const at = 2 * (siteCount + lab);
    const known = frame !== null && lab < frame.labCount;
    paintLab(context, xy[at], xy[at + 1], size, known ? frame.labUse(lab) : null, palette, known && frame.lines(lab) === 0);
  }
  if (moving !== null && scene.courier >= 0) paintRound(context, moving, scene.courier, viewport, hours, palette, siteCount);
  if (moving !== null && (scene.overlays.includes('couriers') || scene.courier >= 0))
    paintCouriers(context, moving, viewport, hours, palette, scale);
  const radiusOf = (place: number) => (place < siteCount ? radii[place] : size * 0.72);
  const marked = [
    { place: scene.hovered, dash: [2, 2] },
    { place: scene.focused, dash: [4, 3] },
    { place: scene.selected, dash: [] },
  ];
  if (scene.selected >= 0 && scene.selected < siteCount) paintServed(context, scene);
  for (const { place, dash } of marked) {
    if (place < 0 || place >= siteCount + labCount) continue;
    ring(context, xy[2 * place], xy[2 * place + 1], radiusOf(place), palette, dash);
    if (place < siteCount && (scene.own !== null || !isGroundLayer(scene.layer))) paint(context, place, spot(place));
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
