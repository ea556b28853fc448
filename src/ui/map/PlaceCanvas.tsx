import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { FONT_FAMILY, type Playhead } from '../../charts/index.ts';
import { preparedContext } from './GlyphIcon.tsx';
import { useGlyphs } from './glyphs.ts';
import { paintGround, paintTownshipOutline, townshipClasses, type Ground } from './ground.ts';
import { createLabelLayout, type LabelScene } from './labels.ts';
import { classScale, isGroundLayer } from './layers.ts';
import { labSize, paintPlaces, type Scene } from './paint.ts';

interface PlaceCanvasProps {
  /** Has to be the same object while nothing of it changes: it is painted anew for each. */
  readonly scene: Scene;
  /** The hour that is painted, frame by frame. */
  readonly playhead: Playhead;
  /** The townships' outlines; null where there are none. */
  readonly ground: Ground | null;
  /** Names beside the places, in the order of viewport.townships. */
  readonly names: readonly { readonly words: string; readonly weight: number }[];
  readonly fontSize: number;
}

function labelScene({ viewport, radii, labCount }: Scene, names: PlaceCanvasProps['names'], fontSize: number): LabelScene {
  const discRadii = new Float32Array(radii.length + labCount).fill(labSize(radii) * 0.8);
  discRadii.set(radii);
  const { townships, xy, width, height, magnification } = viewport;
  const wishes = names
    .slice(0, townships.length / 2)
    .map((name, index) => ({ ...name, x: townships[2 * index], y: townships[2 * index + 1] }));
  return { wishes, discs: xy, radii: discRadii, width, height, fontSize, magnification };
}

/** How far apart the first two names stand, in pixels: it changes with the scale of the map and stays while the map is dragged. */
const spreadOf = (townships: ArrayLike<number>): number =>
  townships.length < 4 ? 0 : Math.round(Math.hypot(townships[2] - townships[0], townships[3] - townships[1]));

/** Paints at once and then whenever the playhead moves; React has no part in it. */
function usePainting(playhead: Playhead, paint: (hours: number) => void): void {
  useLayoutEffect(() => paint(playhead.hours), [playhead, paint]);
  useEffect(() => playhead.subscribe(paint), [playhead, paint]);
}

/** Paints the townships by class on a canvas, anew only when a class has changed. */
function createGroundPainter({ run, layer, own, scales, theme, palette, viewport }: Scene, ground: Ground) {
  const { width, height, plane } = viewport;
  const colors = own === null ? (classScale(layer, scales, theme)?.colors ?? []) : (own.ground?.colors ?? []);
  const blank = new Int8Array(0);
  let painted: string | null = null;
  return (canvas: HTMLCanvasElement, hours: number): void => {
    const classes =
      own === null ? (run === null ? blank : townshipClasses(run, ground, layer, scales, theme, hours)) : (own.ground?.classes ?? blank);
    const key = classes.join();
    if (key === painted) return;
    painted = key;
    const context = preparedContext(canvas, width, height);
    if (context !== null && plane !== null) paintGround(context, ground, plane, classes, colors, palette.line, context.getTransform().a);
  };
}

function GroundCanvas({ scene, playhead, ground }: Pick<PlaceCanvasProps, 'scene' | 'playhead'> & { ground: Ground }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = scene.viewport;
  const painter = useMemo(() => createGroundPainter(scene, ground), [scene, ground]);
  const paint = useCallback((hours: number) => painter(canvas.current!, hours), [painter]);
  usePainting(playhead, paint);
  return <canvas ref={canvas} className="map-canvas ground" style={{ width, height }} aria-hidden="true" />;
}

/** Outlines the townships that are pointed at, focused or chosen. */
function outlineTownships(context: CanvasRenderingContext2D, scene: Scene, ground: Ground): void {
  const { viewport, palette, siteCount, labCount } = scene;
  const marked = [
    { place: scene.hovered, dash: [2, 3] },
    { place: scene.focused, dash: [5, 4] },
    { place: scene.selected, dash: [] },
  ];
  for (const { place, dash } of marked) {
    const township = place - siteCount - labCount;
    if (township >= 0 && viewport.plane !== null) paintTownshipOutline(context, ground, viewport.plane, township, palette, dash);
  }
}

/** Townships, sites and labs each on a canvas, names on another that is repainted only when the view changes. */
export function PlaceCanvas({ scene, playhead, ground, names, fontSize }: PlaceCanvasProps) {
  const { viewport, palette, radii, labCount } = scene;
  const places = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLCanvasElement>(null);

  const [layout] = useState(createLabelLayout);
  const { xy, width, height, magnification, townships } = viewport;
  // The view follows other sites a frame later than their sizes; until it does, the names stand among the wrong discs.
  const offsets = layout(
    () => labelScene(scene, names, fontSize),
    [names, radii, labCount, xy.length, width, height, fontSize, townships.length, spreadOf(townships), magnification.toFixed(4)],
  );

  const paint = useCallback(
    (hours: number) => {
      const context = preparedContext(places.current!, scene.viewport.width, scene.viewport.height);
      if (context === null) return;
      paintPlaces(context, scene, hours);
      if (ground !== null) outlineTownships(context, scene, ground);
    },
    [scene, ground],
  );
  usePainting(playhead, paint);

  const font = `500 ${fontSize}px ${FONT_FAMILY}`;
  const allNames = useMemo(() => names.map((name) => name.words).join(''), [names]);
  const glyphs = useGlyphs(font, allNames);
  useLayoutEffect(() => {
    const context = preparedContext(words.current!, viewport.width, viewport.height);
    if (context === null) return;
    context.font = font;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = palette.paper;
    context.fillStyle = palette.ink;
    for (let index = 0; index < offsets.length && 2 * index < viewport.townships.length; index++) {
      const offset = offsets[index];
      if (offset === null) continue;
      const x = viewport.townships[2 * index] + offset[0];
      const y = viewport.townships[2 * index + 1] + offset[1];
      context.globalAlpha = 0.85;
      context.strokeText(names[index].words, x, y);
      context.globalAlpha = 1;
      context.fillText(names[index].words, x, y);
    }
  }, [viewport, offsets, names, palette, font, glyphs]);

  const size = { width: viewport.width, height: viewport.height };
  const isGroundFilled = scene.own === null ? isGroundLayer(scene.layer) : scene.own.ground !== null;
  return (
    <>
      {ground !== null && isGroundFilled && <GroundCanvas {...{ scene, playhead, ground }} />}
      <canvas ref={places} className="map-canvas places" style={size} aria-hidden="true" />
      <canvas ref={words} className="map-canvas" style={size} aria-hidden="true" />
    </>
  );
}
