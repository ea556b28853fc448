import { memo } from 'react';
import { paletteOf, type Theme } from '../../charts/index.ts';
import type { Text } from '../../text/index.ts';
import { GlyphIcon } from './GlyphIcon.tsx';
import { MAP_OVERLAYS, niceTop, type MapOverlay } from './layers.ts';
import { traceCourier } from './marks.ts';
import { flowWidth } from './paintTransport.ts';

interface OverlayKeyProps {
  readonly overlays: readonly MapOverlay[];
  /** Tubes where the widths end. */
  readonly fullLoad: number;
  readonly text: Text;
  readonly theme: Theme;
}

interface OverlaySwitchesProps {
  readonly overlays: readonly MapOverlay[];
  readonly onOverlays: (overlays: readonly MapOverlay[]) => void;
  readonly text: Text;
}

/** What may lie over the layer, each to be switched on and off. */
export const OverlaySwitches = memo(function OverlaySwitches({ overlays, onOverlays, text }: OverlaySwitchesProps) {
  return (
    <div className="map-layers overlays" role="group" aria-label={text.t('map:overlay.title')}>
      {MAP_OVERLAYS.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={overlays.includes(name)}
          onClick={() => onOverlays(MAP_OVERLAYS.filter((other) => overlays.includes(other) !== (other === name)))}
        >
          {text.t(`map:overlay.${name}`)}
        </button>
      ))}
    </div>
  );
});

const ICON = 18;

/** Three round amounts below the end of the scale. */
export const flowSteps = (fullLoad: number): number[] => {
  const top = niceTop(fullLoad);
  return [top / 5, top / 2, top].map((tubes) => Math.max(1, Math.round(tubes)));
};

/** What arrowheads and lines of the overlays mean. */
export const OverlayKey = memo(function OverlayKey({ overlays, fullLoad, text, theme }: OverlayKeyProps) {
  const palette = paletteOf(theme);
  const courier = (isLoaded: boolean) => (context: CanvasRenderingContext2D, middle: number) => {
    context.beginPath();
    traceCourier(context, middle, middle, 6.5, 1, -0.4);
    context.lineWidth = 1.2;
    context.strokeStyle = palette.ink;
    context.fillStyle = isLoaded ? palette.ink : palette.paper;
    context.fill();
    context.stroke();
  };
  const line = (tubes: number) => (context: CanvasRenderingContext2D, middle: number) => {
    context.globalAlpha = 0.55;
    context.strokeStyle = palette.ink;
    context.lineWidth = flowWidth(tubes, fullLoad, 1);
    context.beginPath();
    context.moveTo(0, middle);
    context.lineTo(2 * middle, middle);
    context.stroke();
  };
  if (overlays.length === 0) return null;
  return (
    <div className="map-overlay-key">
      {overlays.includes('couriers') && (
        <ul className="map-states row">
          <li>
            <GlyphIcon size={ICON} paint={courier(true)} />
            {text.t('map:overlay.loaded')}
          </li>
          <li>
            <GlyphIcon size={ICON} paint={courier(false)} />
            {text.t('map:overlay.empty')}
          </li>
        </ul>
      )}
      {overlays.includes('flows') && (
        <>
          <p>{text.t('map:overlay.flowsHelp')}</p>
          <ul className="map-states row">
            {flowSteps(fullLoad).map((tubes) => (
              <li key={tubes}>
                <GlyphIcon size={ICON} paint={line(tubes)} />
                {text.format.number(tubes)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
});
