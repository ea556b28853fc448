import { memo } from 'react';
import { paletteOf, queueRamp, SITE_STATES, waitRamp, type Theme } from '../../charts/index.ts';
import type { Text } from '../../text/index.ts';
import { GlyphIcon } from './GlyphIcon.tsx';
import { layerName, MAP_LAYERS, type MapLayer, type MapScales } from './layers.ts';
import { paintLab, paintShare, paintState, paintValue } from './paint.ts';

export interface LegendProps {
  readonly layer: MapLayer;
  /** Absent: the layer cannot be changed here. */
  readonly onLayer?: (layer: MapLayer) => void;
  /** Local clock of what is shown, ready to read. */
  readonly clock: string;
  readonly scales: MapScales;
  readonly text: Text;
  readonly theme: Theme;
  readonly geographic: boolean;
  readonly schematic: boolean;
  readonly ready: boolean;
}

const ICON = 18;

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

/** Redrawn only with the layer: its icons are canvases of their own. */
const LayerKey = memo(function LayerKey({ layer, scales, text, theme }: Pick<LegendProps, 'layer' | 'scales' | 'text' | 'theme'>) {
  const palette = paletteOf(theme);
  const entry = (key: string, words: string, paint: (context: CanvasRenderingContext2D, middle: number) => void) => (
    <li key={key}>
      <GlyphIcon size={ICON} paint={paint} />
      {words}
    </li>
  );
  if (layer === 'state')
    return (
      <ul className="map-states">
        {SITE_STATES.map((state) =>
          entry(state, text.t(`map:state.${state}`), (context, middle) => paintState(context, middle, middle, 6.5, state, palette)),
        )}
      </ul>
    );
  if (layer === 'done')
    return (
      <ul className="map-states row">
        {[0, 0.25, 0.5, 0.75, 1].map((share) =>
          entry(String(share), text.format.percent(share, 0), (context, middle) =>
            paintShare(context, middle, middle, 6.5, share, palette),
          ),
        )}
      </ul>
    );
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
        {layer === 'wait' &&
          entry('closed', text.t('map:legend.closed'), (context, middle) => paintValue(context, middle, middle, 6.5, null, palette))}
        {entry('done', text.t('map:state.done'), (context, middle) => paintState(context, middle, middle, 6.5, 'done', palette))}
      </ul>
    </>
  );
});

const LabKey = memo(function LabKey({ text, theme }: Pick<LegendProps, 'text' | 'theme'>) {
  return (
    <ul className="map-states fixed">
      <li>
        <GlyphIcon size={ICON + 4} paint={(context, middle) => paintLab(context, middle, middle - 4, 12, 0.6, paletteOf(theme))} />
        {text.t('map:legend.lab')}
      </li>
    </ul>
  );
});

/** What the picture shows, what its colours and sizes mean, and the choice of the layer. */
export function Legend(props: LegendProps) {
  const { layer, onLayer, clock, scales, text, theme, geographic, schematic, ready } = props;
  return (
    <section className="map-legend" aria-label={text.t('map:layer.title')}>
      <p className="title">{text.t('map:legend.title', { clock })}</p>
      {onLayer !== undefined && (
        <div className="map-layers" role="group" aria-label={text.t('map:layer.title')}>
          {MAP_LAYERS.map((name) => (
            <button key={name} type="button" aria-pressed={name === layer} onClick={() => onLayer(name)}>
              {text.t(layerName(name))}
            </button>
          ))}
        </div>
      )}
      <p>{text.t(`map:legend.${layer}`)}</p>
      <LayerKey {...{ layer, scales, text, theme }} />
      <LabKey text={text} theme={theme} />
      <p className="soft">
        {text.t('map:legend.size')}
        {geographic && schematic ? `${text.language === 'zh' ? '；' : '. '}${text.t('map:schematic')}` : ''}
      </p>
      {!geographic && <p className="soft">{text.t('map:beads')}</p>}
      {!ready && <p className="soft">{text.t('map:waiting')}</p>}
    </section>
  );
}
