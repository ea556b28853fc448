import { useCallback, useImperativeHandle, useMemo, useRef, useState, type ReactElement, type Ref } from 'react';
import type { Theme } from '../../charts/index.ts';
import type { PlannedStation } from '../../coverage/index.ts';
import type { CoverageFacts, EmergencyDay } from '../../store/index.ts';
import type { LngLat } from '../../units/index.ts';
import { useSize, useText } from '../kit/index.ts';
import { GeographicMap, MapFurniture, planeOf, pointOfPlane, type MapControls, type Viewport } from '../map/index.ts';
import { ReachCanvas, type ReachLayer } from './ReachCanvas.tsx';
import { ReachLegend } from './ReachLegend.tsx';
import { StationMarks } from './StationMarks.tsx';
import { VehicleLayer } from './VehicleLayer.tsx';

/** What the screen around asks of the map. */
export interface ReachMapHandle {
  /** The position in the middle of the picture. */
  middle(): LngLat | null;
}

interface ReachMapProps {
  readonly facts: CoverageFacts;
  /** A day of the simulation; null until it is there. */
  readonly day: EmergencyDay | null;
  readonly selected: string | null;
  readonly theme: Theme;
  readonly fontSize: number;
  readonly onMove: (id: string, at: LngLat) => void;
  readonly onSelect: (id: string | null) => void;
  readonly onClose: (station: PlannedStation) => void;
  readonly handle: Ref<ReachMapHandle>;
}

const NARROW = 560;
const NOBODY: readonly never[] = [];

/** The city by minutes until an ambulance comes, with the stations on it. */
export function ReachMap({ facts, day, selected, theme, fontSize, onMove, onSelect, onClose, handle }: ReachMapProps): ReactElement {
  const text = useText();
  const { city } = facts.reach;
  const [box, size] = useSize();
  const [viewport, setViewport] = useState<Viewport | null>(null);
  const [layer, setLayer] = useState<ReachLayer>('cells');
  const [isochrone, setIsochrone] = useState(15);
  const controls = useRef<MapControls>(null);
  const narrow = size !== null && size.width < NARROW;
  const inset = useMemo(
    () =>
      narrow
        ? { left: 14, right: 14, top: 14, bottom: 84 }
        : { left: Math.round(fontSize * 15.5), right: Math.round(fontSize * 3.6), top: 18, bottom: Math.round(fontSize * 5.4) },
    [narrow, fontSize],
  );
  const project = useMemo(() => planeOf(city), [city]);
  const unproject = useMemo(() => pointOfPlane(city), [city]);
  const view = viewport?.plane ?? null;
  const toPixels = useCallback(
    (at: LngLat): [number, number] => {
      if (view === null) return [0, 0];
      const { x, y } = project([...at]);
      return [view.x + view.scale * x, view.y + view.scale * y];
    },
    [view, project],
  );
  const toPosition = useCallback(
    (x: number, y: number): LngLat => (view === null ? [0, 0] : unproject({ x: (x - view.x) / view.scale, y: (y - view.y) / view.scale })),
    [view, unproject],
  );
  useImperativeHandle(handle, () => ({ middle: () => (viewport === null ? null : toPosition(viewport.width / 2, viewport.height / 2)) }), [
    viewport,
    toPosition,
  ]);
  const legend = (
    <ReachLegend {...{ layer, isochrone, theme, narrow }} rules={facts.reach.rules} onLayer={setLayer} onIsochrone={setIsochrone} />
  );
  return (
    <section
      className={narrow ? 'city-map reach-map narrow' : 'city-map reach-map'}
      aria-label={text.t('reach:map.label', { city: text.pick(city.name) })}
      style={{ fontSize }}
    >
      <div ref={box} className="map-picture">
        {size !== null && size.width > 0 && (
          <GeographicMap
            {...{ city, theme, inset, controls }}
            sites={NOBODY}
            labs={NOBODY}
            servedVillages={NOBODY}
            width={size.width}
            height={size.height}
            onViewport={setViewport}
          />
        )}
        {viewport !== null && (
          <>
            <ReachCanvas {...{ facts, viewport, layer, isochrone, theme }} />
            {day !== null && <VehicleLayer {...{ day, viewport, toPixels, theme }} />}
            <StationMarks stations={facts.stations} {...{ selected, toPixels, toPosition, text, onMove, onSelect, onClose }} />
            <MapFurniture
              {...{ viewport, controls, text, fontSize }}
              pointed={-1}
              firstTownship={0}
              title=""
              now=""
              geographic
              coveredRight={0}
            />
          </>
        )}
        {!narrow && legend}
      </div>
      {narrow && legend}
    </section>
  );
}
