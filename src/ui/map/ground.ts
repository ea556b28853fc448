import type { Polygon, MultiPolygon, Position } from 'geojson';
import type { CityPack } from '../../city/index.ts';
import { townshipShares, type CityRun } from '../round/index.ts';
import { classOf, classScale, type MapLayer, type MapScales } from './layers.ts';
import type { Palette, Theme } from '../../charts/index.ts';

/** Where the plane of the outlines lies in the picture: pixels = origin + scale × plane. */
export interface PlaneView {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The townships' modelled outlines on a plane, and their areas. */
export interface Ground {
  readonly paths: readonly Path2D[];
  readonly squareKilometres: Float64Array;
}

const KILOMETRES_A_DEGREE = 111.32;
const ringsOf = (outline: Polygon | MultiPolygon): Position[][] =>
  outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();

/** Area of an outline in km², exact to a hundredth for a place of a few kilometres; holes run the other way round and subtract. */
export function outlineArea(outline: Polygon | MultiPolygon): number {
  let sum = 0;
  for (const ring of ringsOf(outline)) {
    const shrink = Math.cos((ring[0][1] * Math.PI) / 180);
    for (let at = 0; at + 1 < ring.length; at++) sum += (ring[at][0] * ring[at + 1][1] - ring[at + 1][0] * ring[at][1]) * shrink;
  }
  return (Math.abs(sum) / 2) * KILOMETRES_A_DEGREE ** 2;
}

/** `project` gives plane coordinates of a longitude and latitude. */
export function createGround(city: CityPack, project: (position: Position) => { readonly x: number; readonly y: number }): Ground {
  const paths = city.townships.map(({ outline }) => {
    const path = new Path2D();
    for (const ring of ringsOf(outline)) {
      ring.forEach((position, at) => {
        const { x, y } = project(position);
        if (at === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      });
      path.closePath();
    }
    return path;
  });
  return { paths, squareKilometres: Float64Array.from(city.townships, ({ outline }) => outlineArea(outline)) };
}

/** Residents a square kilometre of each township, NaN where no site serves it. */
export const densities = (run: Pick<CityRun, 'townshipResidents'>, squareKilometres: Float64Array): Float64Array =>
  run.townshipResidents.map((residents, township) => (residents > 0 ? residents / squareKilometres[township] : NaN));

/** The class of each township at an hour; −1 where it stays blank. */
export function townshipClasses(run: CityRun, ground: Ground, layer: MapLayer, scales: MapScales, theme: Theme, hours: number): Int8Array {
  const scale = classScale(layer, scales, theme);
  const values = layer === 'township' ? townshipShares(run, run.frameAt(hours)) : densities(run, ground.squareKilometres);
  return Int8Array.from(values, (value) => (scale === null || Number.isNaN(value) ? -1 : classOf(scale, value)));
}

/** Fills the townships by class; those without one stay blank. The caller has cleared the canvas; `ratio` are device pixels a CSS pixel. */
export function paintGround(
  context: CanvasRenderingContext2D,
  { paths }: Ground,
  { scale, x, y }: PlaneView,
  classes: Int8Array,
  colors: readonly string[],
  line: string,
  ratio: number,
): void {
  context.save();
  context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * x, ratio * y);
  context.lineWidth = 0.8 / scale;
  context.strokeStyle = line;
  paths.forEach((path, township) => {
    if (!(classes[township] >= 0)) return;
    context.fillStyle = colors[classes[township]];
    context.globalAlpha = 0.88;
    context.fill(path, 'evenodd');
    context.globalAlpha = 1;
    context.stroke(path);
  });
  context.restore();
}

/** Draws the outline of one township: light below, ink above, so that it stands out on any ground. */
export function paintTownshipOutline(
  context: CanvasRenderingContext2D,
  { paths }: Ground,
  { scale, x, y }: PlaneView,
  township: number,
  palette: Palette,
  dash: readonly number[],
): void {
  const ratio = context.getTransform().a;
  context.save();
  context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * x, ratio * y);
  context.lineJoin = 'round';
  context.strokeStyle = palette.paper;
  context.lineWidth = 5 / scale;
  context.stroke(paths[township]);
  context.strokeStyle = palette.ink;
  context.lineWidth = 2.4 / scale;
  context.setLineDash(dash.map((length) => length / scale));
  context.stroke(paths[township]);
  context.restore();
}

/** The township under a point of the picture; −1 for none. */
export function townshipUnder({ paths }: Ground, { scale, x, y }: PlaneView, at: { readonly x: number; readonly y: number }): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return -1;
  return paths.findIndex((path) => context.isPointInPath(path, (at.x - x) / scale, (at.y - y) / scale, 'evenodd'));
}
