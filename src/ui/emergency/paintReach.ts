import type { Palette } from '../../charts/index.ts';
import { standardOf } from '../../geo/index.ts';
import type { CoverageFacts } from '../../store/index.ts';
import type { PlaneView } from '../map/index.ts';
import { isochroneEdges, type CellShapes } from './cellShapes.ts';
import { REACH_CLASSES, reachClass } from './reachClasses.ts';

/** Where nobody lives a cell steps back. */
const EMPTY_ALPHA = 0.3;
const PEOPLED_ALPHA = 0.85;
const HATCH = 6;

/** Cells by class of minutes; those beyond their standard are hatched, so that colour does not stand alone. */
export function paintCells(
  context: CanvasRenderingContext2D,
  shapes: CellShapes,
  view: PlaneView,
  { reach, now }: CoverageFacts,
  colors: readonly string[],
  palette: Palette,
): void {
  const { grid, rules } = reach;
  const { minutes } = now.nearest;
  const classes = Array.from({ length: REACH_CLASSES * 2 }, () => new Path2D());
  const beyond = new Path2D();
  for (let cell = 0; cell < grid.cells; cell++) {
    if (grid.wet[cell] === 1 || minutes[cell] === Infinity) continue;
    const isPeopled = grid.residents[cell] > 0;
    addCell(classes[reachClass(minutes[cell]) + (isPeopled ? 0 : REACH_CLASSES)], shapes, view, cell);
    if (isPeopled && minutes[cell] > standardOf(grid, cell, rules.standard)) addCell(beyond, shapes, view, cell);
  }
  classes.forEach((path, index) => {
    context.globalAlpha = index < REACH_CLASSES ? PEOPLED_ALPHA : EMPTY_ALPHA;
    context.fillStyle = colors[index % REACH_CLASSES];
    context.fill(path);
  });
  context.globalAlpha = 1;
  const pattern = hatch(context, palette.ink);
  if (pattern === null) return;
  context.fillStyle = pattern;
  context.fill(beyond);
}

function addCell(path: Path2D, { corners, xy }: CellShapes, { scale, x, y }: PlaneView, cell: number): void {
  for (let k = 0, at = 2 * cell * corners; k < corners; k++, at += 2) {
    if (k === 0) path.moveTo(x + scale * xy[at], y + scale * xy[at + 1]);
    else path.lineTo(x + scale * xy[at], y + scale * xy[at + 1]);
  }
  path.closePath();
}

/** Strokes from lower left to upper right. */
export function hatch(context: CanvasRenderingContext2D, color: string): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = tile.height = HATCH;
  const strokes = tile.getContext('2d');
  if (strokes === null) return null;
  strokes.strokeStyle = color;
  strokes.lineWidth = 1.1;
  strokes.beginPath();
  for (const shift of [-HATCH, 0, HATCH]) {
    strokes.moveTo(shift, HATCH);
    strokes.lineTo(shift + HATCH, 0);
  }
  strokes.stroke();
  return context.createPattern(tile, 'repeat');
}

/** The line around all that is reached within a limit: light below, ink above. */
export function paintIsochrone(
  context: CanvasRenderingContext2D,
  shapes: CellShapes,
  { scale, x, y }: PlaneView,
  minutes: ArrayLike<number>,
  limit: number,
  palette: Palette,
): void {
  const { corners, xy, edges } = shapes;
  const line = new Path2D();
  for (const row of isochroneEdges(shapes, minutes, limit)) {
    const [from, to] = [edges[row] * corners + edges[row + 2], edges[row] * corners + ((edges[row + 2] + 1) % corners)];
    line.moveTo(x + scale * xy[2 * from], y + scale * xy[2 * from + 1]);
    line.lineTo(x + scale * xy[2 * to], y + scale * xy[2 * to + 1]);
  }
  context.lineCap = 'round';
  context.strokeStyle = palette.paper;
  context.lineWidth = 4.5;
  context.stroke(line);
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.8;
  context.stroke(line);
}
