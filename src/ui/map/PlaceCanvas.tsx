import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { FONT_FAMILY } from '../../charts/index.ts';
import { preparedContext } from './GlyphIcon.tsx';
import { useGlyphs } from './glyphs.ts';
import { createLabelLayout, type LabelScene } from './labels.ts';
import { labSize, paintPlaces, type Scene } from './paint.ts';

interface PlaceCanvasProps {
  readonly scene: Scene;
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

/** Sites and labs on one canvas, names on another that is repainted only when the view changes. */
export function PlaceCanvas({ scene, names, fontSize }: PlaceCanvasProps) {
  const { viewport, palette, radii, labCount } = scene;
  const places = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLCanvasElement>(null);

  const [layout] = useState(createLabelLayout);
  const { width, height, magnification, townships } = viewport;
  const offsets = layout(
    () => labelScene(scene, names, fontSize),
    [names, radii, labCount, width, height, fontSize, townships.length, magnification.toFixed(4)],
  );

  useLayoutEffect(() => {
    const context = preparedContext(places.current!, viewport.width, viewport.height);
    if (context !== null) paintPlaces(context, scene);
  }, [scene, viewport]);

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
  return (
    <>
      <canvas ref={places} className="map-canvas" style={size} aria-hidden="true" />
      <canvas ref={words} className="map-canvas" style={size} aria-hidden="true" />
    </>
  );
}
