import { useLayoutEffect, useMemo, useRef } from 'react';
import { FONT_FAMILY } from '../../charts/index.ts';
import { preparedContext } from './GlyphIcon.tsx';
import { placeLabels, type LabelWish } from './labels.ts';
import { labSize, paintPlaces, type Scene } from './paint.ts';

interface PlaceCanvasProps {
  readonly scene: Scene;
  /** Names beside the places, in the order of viewport.townships. */
  readonly names: readonly { readonly words: string; readonly weight: number }[];
  readonly fontSize: number;
}

/** Sites and labs on one canvas, names on another that is repainted only when the view changes. */
export function PlaceCanvas({ scene, names, fontSize }: PlaceCanvasProps) {
  const { viewport, palette, radii, labCount } = scene;
  const places = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLCanvasElement>(null);

  // Offsets depend on the magnification, not on where the map was dragged to, so names stay put while it moves.
  const layoutKey = `${viewport.magnification.toFixed(4)} ${viewport.width} ${viewport.height} ${viewport.townships.length}`;
  const offsets = useMemo(() => {
    const labRadius = labSize(radii) * 0.8;
    const discRadii = new Float32Array(radii.length + labCount).fill(labRadius);
    discRadii.set(radii);
    const wishes: LabelWish[] = names.slice(0, viewport.townships.length / 2).map((name, index) => ({ ...name, x: viewport.townships[2 * index], y: viewport.townships[2 * index + 1] }));
    // The whole city at first sight stays inside the picture; nearer, a name may lie beyond its edge until the map is moved.
    const beyond = viewport.magnification > 1.02 ? 1e5 : 0;
    const moved = wishes.map((wish) => ({ ...wish, x: wish.x + beyond, y: wish.y + beyond }));
    return placeLabels(moved, viewport.xy.map((value) => value + beyond), discRadii, viewport.width + 2 * beyond, viewport.height + 2 * beyond, fontSize);
  }, [layoutKey, names, radii, fontSize, labCount]);

  useLayoutEffect(() => {
    const context = preparedContext(places.current!, viewport.width, viewport.height);
    if (context !== null) paintPlaces(context, scene);
  }, [scene, viewport]);

  useLayoutEffect(() => {
    const context = preparedContext(words.current!, viewport.width, viewport.height);
    if (context === null) return;
    context.font = `500 ${fontSize}px ${FONT_FAMILY}`;
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
  }, [viewport, offsets, names, palette, fontSize]);

  const size = { width: viewport.width, height: viewport.height };
  return (
    <>
      <canvas ref={places} className="map-canvas" style={size} aria-hidden="true" />
      <canvas ref={words} className="map-canvas" style={size} aria-hidden="true" />
    </>
  );
}
