import { useLayoutEffect, useMemo, useRef, type ReactElement } from 'react';
import { paletteOf, type Theme } from '../../charts/index.ts';
import type { CoverageFacts } from '../../store/index.ts';
import { createGround, paintGround, planeOf, preparedContext, type Viewport } from '../map/index.ts';
import { createCellShapes } from './cellShapes.ts';
import { paintCells, paintIsochrone } from './paintReach.ts';
import { reachClass, reachColors } from './reachClasses.ts';

export type ReachLayer = 'cells' | 'townships';

interface ReachCanvasProps {
  readonly facts: CoverageFacts;
  readonly viewport: Viewport;
  readonly layer: ReachLayer;
  /** Minutes whose line is drawn. */
  readonly isochrone: number;
  readonly theme: Theme;
}

/** The response map: cells or townships by minutes, and one isochrone. Painted anew whenever a station moves. */
export function ReachCanvas({ facts, viewport, layer, isochrone, theme }: ReachCanvasProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { city, grid } = facts.reach;
  const shapes = useMemo(() => createCellShapes(grid, planeOf(city)), [grid, city]);
  const ground = useMemo(() => createGround(city, planeOf(city)), [city]);
  useLayoutEffect(() => {
    const context = preparedContext(canvas.current!, viewport.width, viewport.height);
    const view = viewport.plane;
    if (context === null || view === null) return;
    const palette = paletteOf(theme);
    const colors = reachColors(theme);
    if (layer === 'cells') paintCells(context, shapes, view, facts, colors, palette);
    else {
      const classes = Int8Array.from(facts.now.coverage.townships, ({ mean, residents }) => (residents > 0 ? reachClass(mean) : -1));
      paintGround(context, ground, view, classes, colors, palette.line, context.getTransform().a);
    }
    paintIsochrone(context, shapes, view, facts.now.nearest.minutes, isochrone, palette);
  }, [facts, viewport, layer, isochrone, theme, shapes, ground]);
  return (
    <canvas ref={canvas} className="map-canvas ground" style={{ width: viewport.width, height: viewport.height }} aria-hidden="true" />
  );
}
