import { useId, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import type { PlannedStation } from '../../coverage/index.ts';
import type { Text } from '../../text/index.ts';
import type { LngLat } from '../../units/index.ts';

interface StationMarksProps {
  readonly stations: readonly PlannedStation[];
  readonly selected: string | null;
  /** Pixels of a position in the picture, and the other way. */
  readonly toPixels: (at: LngLat) => readonly [x: number, y: number];
  readonly toPosition: (x: number, y: number) => LngLat;
  readonly text: Text;
  readonly onMove: (id: string, at: LngLat) => void;
  readonly onSelect: (id: string | null) => void;
  readonly onClose: (station: PlannedStation) => void;
}

/** Pixels that an arrow key moves a station; with Shift a fifth. */
const STEP = 10;
const FINE_STEP = 2;
const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Degrees with five decimals: about a metre. */
const rounded = ([lng, lat]: LngLat): LngLat => [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];

/** Stations as buttons on the picture: drag them, or move them by arrow keys; Delete closes. */
export function StationMarks({
  stations,
  selected,
  toPixels,
  toPosition,
  text,
  onMove,
  onSelect,
  onClose,
}: StationMarksProps): ReactElement {
  const { t, pick } = text;
  const help = useId();
  /** Where the pointer took hold of a mark: its distance from the middle. */
  const held = useRef<{ readonly dx: number; readonly dy: number; moved: boolean } | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>, { at, id, state }: PlannedStation) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    onSelect(id);
    if (state === 'closed') return;
    const [x, y] = toPixels(at);
    held.current = { dx: event.clientX - x, dy: event.clientY - y, moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>, { id, at }: PlannedStation) => {
    const hold = held.current;
    if (hold === null) return;
    const [x, y] = [event.clientX - hold.dx, event.clientY - hold.dy];
    const [x0, y0] = toPixels(at);
    if (!hold.moved && Math.hypot(x - x0, y - y0) < 3) return;
    hold.moved = true;
    onMove(id, rounded(toPosition(x, y)));
  };
  const onKeyDown = (event: KeyboardEvent, station: PlannedStation) => {
    const arrow = ARROWS[event.key];
    if (arrow !== undefined && station.state !== 'closed') {
      const [x, y] = toPixels(station.at);
      const step = event.shiftKey ? FINE_STEP : STEP;
      onMove(station.id, rounded(toPosition(x + arrow[0] * step, y + arrow[1] * step)));
    } else if (event.key === 'Delete' || event.key === 'Backspace') onClose(station);
    else if (event.key === 'Escape') onSelect(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="station-marks" role="group" aria-label={t('reach:map.stations')}>
      <p id={help} className="visually-hidden">
        {t('reach:map.stationHelp')}
      </p>
      {stations.map((station) => {
        const { id, name, at, state, vehicles } = station;
        const [x, y] = toPixels(at);
        return (
          <button
            key={id}
            type="button"
            className="station-mark"
            data-state={state}
            data-station={id}
            aria-pressed={id === selected}
            aria-describedby={help}
            aria-label={t('reach:map.station', { name: pick(name), state: t(`coverage:state.${state}`), vehicles, count: vehicles })}
            title={pick(name)}
            style={{ left: x, top: y }}
            onPointerDown={(event) => onPointerDown(event, station)}
            onPointerMove={(event) => onPointerMove(event, station)}
            onPointerUp={() => (held.current = null)}
            onPointerCancel={() => (held.current = null)}
            onFocus={() => onSelect(id)}
            onKeyDown={(event) => onKeyDown(event, station)}
          >
            <span aria-hidden="true">{state === 'closed' ? '×' : state === 'added' ? '+' : vehicles}</span>
          </button>
        );
      })}
    </div>
  );
}
