import { memo, useState } from 'react';
import { paletteOf, type Theme } from '../../charts/index.ts';
import type { Text } from '../../text/index.ts';
import { GlyphIcon } from './GlyphIcon.tsx';
import { LayerKey } from './LayerKey.tsx';
import { isStandingLayer, layerName, layersOf, NO_OVERLAYS, type MapLayer, type MapOverlay, type MapScales } from './layers.ts';
import { OverlayKey, OverlaySwitches } from './OverlayKey.tsx';
import { paintLab } from './marks.ts';

export interface LegendProps {
  readonly layer: MapLayer;
  /** Absent: the layer cannot be changed here. */
  readonly onLayer?: (layer: MapLayer) => void;
  /** What lies over the layer; nothing by default. */
  readonly overlays?: readonly MapOverlay[];
  readonly onOverlays?: (overlays: readonly MapOverlay[]) => void;
  /** Tubes where the widths of the flows end; null while there is no run. */
  readonly fullLoad?: number | null;
  /** Local clock of what is shown, ready to read. */
  readonly clock: string;
  readonly scales: MapScales;
  readonly text: Text;
  readonly theme: Theme;
  readonly geographic: boolean;
  readonly schematic: boolean;
  readonly ready: boolean;
  /** On a phone: layers in a menu, the key folded. */
  readonly narrow: boolean;
}

const LAB_ICON = 22;

const LabKey = memo(function LabKey({ text, theme }: Pick<LegendProps, 'text' | 'theme'>) {
  return (
    <ul className="map-states fixed">
      <li>
        <GlyphIcon size={LAB_ICON} paint={(context, middle) => paintLab(context, middle, middle - 4, 12, 0.6, paletteOf(theme))} />
        {text.t('map:legend.lab')}
      </li>
    </ul>
  );
});

const LayerButtons = memo(function LayerButtons({
  layer,
  onLayer,
  text,
  geographic,
}: Pick<LegendProps, 'layer' | 'onLayer' | 'text' | 'geographic'>) {
  return (
    <div className="map-layers" role="group" aria-label={text.t('map:layer.title')}>
      {layersOf(geographic).map((name) => (
        <button key={name} type="button" aria-pressed={name === layer} onClick={() => onLayer?.(name)}>
          {text.t(layerName(name))}
        </button>
      ))}
    </div>
  );
});

function LayerMenu({ layer, onLayer, text, geographic }: Pick<LegendProps, 'layer' | 'onLayer' | 'text' | 'geographic'>) {
  return (
    <select
      className="map-menu"
      aria-label={text.t('map:layer.title')}
      value={layer}
      onChange={(event) => onLayer?.(event.target.value as MapLayer)}
    >
      {layersOf(geographic).map((name) => (
        <option key={name} value={name}>
          {text.t(layerName(name))}
        </option>
      ))}
    </select>
  );
}

/** What the picture shows, what its colours and sizes mean, and the choice of the layer. */
export function Legend(props: LegendProps) {
  const {
    layer,
    onLayer,
    overlays = NO_OVERLAYS,
    onOverlays,
    fullLoad = null,
    clock,
    scales,
    text,
    theme,
    geographic,
    schematic,
    ready,
    narrow,
  } = props;
  const [unfolded, setUnfolded] = useState(false);
  const folded = narrow && !unfolded;
  const title = isStandingLayer(layer) ? text.t('map:legend.titleWhole') : text.t('map:legend.title', { clock });
  return (
    <section className="map-legend" aria-label={text.t('map:layer.title')}>
      <p className="title">{title}</p>
      {onLayer !== undefined &&
        (narrow ? <LayerMenu {...{ layer, onLayer, text, geographic }} /> : <LayerButtons {...{ layer, onLayer, text, geographic }} />)}
      {onOverlays !== undefined && <OverlaySwitches {...{ overlays, onOverlays, text }} />}
      {narrow && (
        <button type="button" className="map-fold" aria-expanded={!folded} onClick={() => setUnfolded(folded)}>
          {text.t(folded ? 'map:legend.unfold' : 'map:legend.fold')}
        </button>
      )}
      {!folded && (
        <div className="map-key">
          <p>{text.t(`map:legend.${layer}`)}</p>
          <LayerKey {...{ layer, scales, text, theme }} />
          {layer === 'crowding' && <p className="soft">{text.t('map:legend.crowding.note')}</p>}
          <LabKey text={text} theme={theme} />
          {fullLoad !== null && <OverlayKey {...{ overlays, fullLoad, text, theme }} />}
          <p className="soft">
            {text.t('map:legend.size')}
            {geographic && schematic ? `${text.language === 'zh' ? '；' : '. '}${text.t('map:schematic')}` : ''}
          </p>
          {!geographic && <p className="soft">{text.t('map:beads')}</p>}
        </div>
      )}
      {!ready && <p className="soft">{text.t('map:waiting')}</p>}
    </section>
  );
}
