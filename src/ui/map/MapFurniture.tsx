import { Maximize2 } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import type { Text } from '../../text/index.ts';
import type { MapControls } from './GeographicMap.tsx';
import type { Viewport } from './places.ts';

interface MapFurnitureProps {
  readonly viewport: Viewport;
  readonly controls: RefObject<MapControls | null>;
  /** Place number under the pointer or the keyboard's focus, −1 for none. */
  readonly pointed: number;
  /** From this place number on they are townships. */
  readonly firstTownship: number;
  readonly title: string;
  readonly now: string;
  readonly geographic: boolean;
  /** Pixels at the right end that something of the page covers. */
  readonly coveredRight: number;
  readonly text: Text;
  readonly fontSize: number;
}

const KILOMETRES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200];

/** The longest round distance that is at most `room` pixels long. */
export function scaleBar(pixelsPerKilometre: number, room: number): { kilometres: number; pixels: number } {
  const kilometres = KILOMETRES.findLast((length) => length * pixelsPerKilometre <= room) ?? KILOMETRES[0];
  return { kilometres, pixels: kilometres * pixelsPerKilometre };
}

/** Everything around the picture: zoom buttons, scale, credit, and the words for the place that is pointed at. */
export function MapFurniture({
  viewport,
  controls,
  pointed,
  firstTownship,
  title,
  now,
  geographic,
  coveredRight,
  text,
  fontSize,
}: MapFurnitureProps) {
  const bar =
    viewport.pixelsPerKilometre === null ? null : scaleBar(viewport.pixelsPerKilometre, Math.min(fontSize * 8, viewport.width * 0.14));
  const [points, at] = pointed < firstTownship ? [viewport.xy, 2 * pointed] : [viewport.townships, 2 * (pointed - firstTownship)];
  const [x, y] = pointed < 0 ? [0, 0] : [points[at], points[at + 1]];
  const button = (sign: ReactNode, words: string, act: () => void) => (
    <button type="button" tabIndex={-1} aria-label={words} title={words} onClick={act}>
      {sign}
    </button>
  );
  return (
    <>
      {geographic && (
        <div
          className="map-zoom"
          data-export="skip"
          style={{ right: coveredRight + fontSize * 0.75 }}
          onPointerDown={(event) => event.stopPropagation()}
          onPointerUp={(event) => event.stopPropagation()}
        >
          {button('+', text.t('map:zoom.in'), () => controls.current?.zoomBy(0.5))}
          {button('−', text.t('map:zoom.out'), () => controls.current?.zoomBy(-0.5))}
          {button(<Maximize2 size="1rem" aria-hidden />, text.t('map:zoom.all'), () => controls.current?.showAll())}
        </div>
      )}
      <div className="map-foot" style={{ right: coveredRight + fontSize * 0.75 }}>
        {bar !== null && (
          <span className="scale">
            <i style={{ width: bar.pixels }} />
            {text.t('map:kilometres', { count: text.format.number(bar.kilometres, bar.kilometres < 1 ? 1 : 0) })}
          </span>
        )}
        {geographic && <span>{text.t('map:credit')}</span>}
      </div>
      {pointed >= 0 && (
        <div
          className="map-hint"
          aria-hidden="true"
          style={{
            left: Math.max(8, Math.min(x, viewport.width - coveredRight - fontSize * 20)),
            ...(y > viewport.height * 0.55 ? { bottom: viewport.height - y + 16 } : { top: y + 18 }),
          }}
        >
          <b>{title}</b>
          <span>{now}</span>
        </div>
      )}
    </>
  );
}
