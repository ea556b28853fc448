import { memo, useCallback, type ReactElement } from 'react';
import { paletteOf, type Theme } from '../../charts/index.ts';
import type { CoverageRules } from '../../coverage/index.ts';
import { useText } from '../kit/index.ts';
import { preparedContext } from '../map/index.ts';
import { hatch } from './paintReach.ts';
import type { ReachLayer } from './ReachCanvas.tsx';
import { ISOCHRONES, REACH_TOPS, reachColors } from './reachClasses.ts';

interface ReachLegendProps {
  readonly layer: ReachLayer;
  readonly isochrone: number;
  readonly rules: CoverageRules;
  readonly theme: Theme;
  readonly narrow: boolean;
  readonly onLayer: (layer: ReachLayer) => void;
  readonly onIsochrone: (minutes: number) => void;
}

const LAYERS: readonly ReachLayer[] = ['cells', 'townships'];
const SWATCH = { width: 18, height: 14 };

function Swatch({ color, hatched, theme }: { color: string | null; hatched: boolean; theme: Theme }): ReactElement {
  const palette = paletteOf(theme);
  const paint = useCallback(
    (canvas: HTMLCanvasElement | null) => {
      const context = canvas && preparedContext(canvas, SWATCH.width, SWATCH.height);
      if (!context) return;
      context.fillStyle = color ?? palette.land;
      context.fillRect(0, 0, SWATCH.width, SWATCH.height);
      const pattern = hatched ? hatch(context, palette.ink) : null;
      if (pattern) {
        context.fillStyle = pattern;
        context.fillRect(0, 0, SWATCH.width, SWATCH.height);
      }
      context.strokeStyle = palette.line;
      context.strokeRect(0.5, 0.5, SWATCH.width - 1, SWATCH.height - 1);
    },
    [color, hatched, palette],
  );
  return <canvas ref={paint} className="reach-swatch" style={SWATCH} aria-hidden="true" />;
}

/** What the colours mean, which picture is shown, and which isochrone. */
export const ReachLegend = memo(function ReachLegend(props: ReachLegendProps): ReactElement {
  const { layer, isochrone, rules, theme, narrow, onLayer, onIsochrone } = props;
  const { t } = useText();
  const colors = reachColors(theme);
  const last = REACH_TOPS.length - 1;
  const words = colors.map((_, index) => {
    if (index > last) return t('reach:legend.above', { top: REACH_TOPS[last] });
    return index === 0
      ? t('reach:legend.upTo', { top: REACH_TOPS[0] })
      : t('reach:legend.between', { from: REACH_TOPS[index - 1], to: REACH_TOPS[index] });
  });
  return (
    <section className="map-legend reach-legend" aria-label={t('reach:legend.region')}>
      <p className="title">{t('reach:legend.title')}</p>
      <div className="map-layers reach-layers" role="group" aria-label={t('reach:legend.picture')}>
        {LAYERS.map((name) => (
          <button key={name} type="button" aria-pressed={name === layer} onClick={() => onLayer(name)}>
            {t(`reach:layer.${name}`)}
          </button>
        ))}
      </div>
      <ul className="map-states pairs">
        {colors.map((color, index) => (
          <li key={color}>
            <Swatch {...{ color, theme }} hatched={false} />
            {words[index]}
          </li>
        ))}
        <li className="reach-beyond">
          <Swatch color={null} hatched theme={theme} />
          {t('reach:legend.beyond', { urban: rules.standard.urban, rural: rules.standard.rural })}
        </li>
      </ul>
      <p className="reach-line">{t('reach:legend.isochrone')}</p>
      <div className="map-layers reach-isochrones" role="group" aria-label={t('reach:legend.isochrone')}>
        {ISOCHRONES.map((minutes) => (
          <button
            key={minutes}
            type="button"
            aria-pressed={minutes === isochrone}
            aria-label={t('reach:legend.minutes', { minutes })}
            onClick={() => onIsochrone(minutes)}
          >
            {minutes}
          </button>
        ))}
      </div>
      <p className="soft">{t(narrow ? 'reach:legend.noteShort' : 'reach:legend.note')}</p>
    </section>
  );
});
