import { useLayoutEffect, useRef } from 'react';

interface GlyphIconProps {
  readonly size: number;
  /** Paints at the middle of a square of `size` pixels. */
  readonly paint: (context: CanvasRenderingContext2D, middle: number) => void;
}

/** Makes a canvas sharp on this screen and clears it; coordinates are CSS pixels afterwards. */
export function preparedContext(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const ratio = window.devicePixelRatio || 1;
  const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== pixelWidth || canvas.height !== pixelHeight) {
    canvas.width = pixelWidth;
    canvas.height = pixelHeight;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/** A mark of the map in the legend, painted by the map's own painter. */
export function GlyphIcon({ size, paint }: GlyphIconProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = preparedContext(canvas.current!, size, size);
    if (context !== null) paint(context, size / 2);
  });
  return <canvas ref={canvas} style={{ width: size, height: size, flex: 'none' }} aria-hidden="true" />;
}
