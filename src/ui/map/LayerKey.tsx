import { memo, type ReactNode } from 'react';
import { paletteOf, queueRamp, SITE_STATES, waitRamp, type Theme } from '../../charts/index.ts';
import type { Text } from '../../text/index.ts';
import { GlyphIcon } from './GlyphIcon.tsx';
import { classScale, isGroundLayer, type ClassScale, type MapLayer, type MapScales } from './layers.ts';
import { paintClass, paintLevel, paintShare, paintState, paintValue } from './marks.ts';

export interface LayerKeyProps {
  readonly layer: MapLayer;
  readonly scales: MapScales;
  readonly text: Text;
  readonly theme: Theme;
}

const ICON = 18;
const RADIUS = 6.5;

function Ramp({ colors, stops, unit }: { colors: readonly string[]; stops: readonly string[]; unit: string }) {
  return (
    <div className="map-ramp">
      <svg viewBox={`0 0 ${colors.length} 10`} preserveAspectRatio="none" shapeRendering="crispEdges" aria-hidden="true">
        {colors.map((color, index) => (
          <rect key={index} x={index} width={1.05} height={10} fill={color} />
        ))}
      </svg>
      <div className="stops">
        {stops.map((stop, index) => (
          <span key={index}>{stop}</span>
        ))}
      </div>
      <span className="unit">{unit}</span>
    </div>
  );
}

/** What each class of a layer is called: its bounds, in the layer's own unit. */
export function classWords(layer: MapLayer, { tops }: ClassScale, text: Text): string[] {
  const { t, format } = text;
  const word = (value: number): string =>
    layer === 'finish'
      ? `T+${format.number(value)}`
      : layer === 'township' || layer === 'use'
        ? format.percent(Math.round(value * 100) / 100, 0)
        : format.number(value);
  const finish = layer === 'finish';
  const last = tops.length - 1;
  return Array.from({ length: tops.length + 1 }, (_, index) => {
    if (index === 0) return t(finish ? 'map:legend.before' : 'map:legend.below', { top: word(tops[0]) });
    if (index > last)
      return layer === 'township' ? word(1) : t(finish ? 'map:legend.after' : 'map:legend.above', { top: word(tops[last]) });
    return t('map:legend.between', { from: word(tops[index - 1]), to: word(tops[index]) });
  });
}

/** What the colours and shapes of a layer mean. Redrawn only with the layer: its icons are canvases of their own. */
export const LayerKey = memo(function LayerKey({ layer, scales, text, theme }: LayerKeyProps) {
  const palette = paletteOf(theme);
  const entry = (key: string, words: string, paint: (context: CanvasRenderingContext2D, middle: number) => void) => (
    <li key={key}>
      <GlyphIcon size={ICON} paint={paint} />
      {words}
    </li>
  );
  const done = entry('done', text.t('map:state.done'), (context, middle) => paintState(context, middle, middle, RADIUS, 'done', palette));
  const closed = entry('closed', text.t('map:legend.closed'), (context, middle) =>
    paintValue(context, middle, middle, RADIUS, null, palette),
  );
  if (layer === 'state')
    return (
      <ul className="map-states">
        {SITE_STATES.map((state) =>
          entry(state, text.t(`map:state.${state}`), (context, middle) => paintState(context, middle, middle, RADIUS, state, palette)),
        )}
      </ul>
    );
  if (layer === 'done')
    return (
      <ul className="map-states row">
        {[0, 0.25, 0.5, 0.75, 1].map((share) =>
          entry(String(share), text.format.percent(share, 0), (context, middle) =>
            paintShare(context, middle, middle, RADIUS, share, palette),
          ),
        )}
      </ul>
    );
  const classes = classScale(layer, scales, theme);
  if (classes !== null) {
    const words = classWords(layer, classes, text);
    const middleOf = (index: number): number => ((classes.tops[index - 1] ?? 0) + (classes.tops[index] ?? 1)) / 2;
    const mark = (index: number) => (context: CanvasRenderingContext2D, middle: number) => {
      const color = classes.colors[index];
      if (isGroundLayer(layer)) {
        context.fillStyle = color;
        context.strokeStyle = palette.line;
        context.fillRect(2, 3, ICON - 4, ICON - 6);
        context.strokeRect(2, 3, ICON - 4, ICON - 6);
      } else if (layer === 'use') paintLevel(context, middle, middle, RADIUS, middleOf(index), color, palette);
      else {
        const isMarked = layer === 'finish' ? (classes.tops[index] ?? Infinity) > scales.deadlineHours : index === classes.tops.length;
        paintClass(context, middle, middle, RADIUS, color, isMarked, palette);
      }
    };
    const rest: ReactNode[] =
      layer === 'crowding'
        ? [closed, done]
        : layer === 'finish'
          ? [entry('never', text.t('map:legend.never'), (context, middle) => paintValue(context, middle, middle, RADIUS, null, palette))]
          : [];
    return (
      <ul className="map-states pairs">
        {words.map((word, index) => entry(word, word, mark(index)))}
        {rest}
      </ul>
    );
  }
  const inHours = scales.waitMinutes > 120;
  const [top, ramp, unit] =
    layer === 'wait'
      ? [inHours ? scales.waitMinutes / 60 : scales.waitMinutes, waitRamp(), text.t(inHours ? 'map:legend.hours' : 'map:legend.minutes')]
      : [scales.queue, queueRamp(theme), text.t('map:legend.people')];
  return (
    <>
      <Ramp
        colors={ramp}
        stops={[0, 0.25, 0.5, 0.75].map((share) => text.format.number(top * share)).concat(`${text.format.number(top)}+`)}
        unit={unit}
      />
      <ul className="map-states row">
        {layer === 'wait' && closed}
        {done}
      </ul>
    </>
  );
});
