import { Pause, Play } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { paletteOf, type Theme } from '../../charts/index.ts';
import type { EmergencyDay } from '../../store/index.ts';
import type { LngLat } from '../../units/index.ts';
import { IconButton, useText } from '../kit/index.ts';
import { preparedContext, type Viewport } from '../map/index.ts';
import { paintVehicle, SHOWN_DOES, vehiclesAt } from './paintVehicles.ts';

interface VehicleLayerProps {
  readonly day: EmergencyDay;
  readonly viewport: Viewport;
  readonly toPixels: (at: LngLat) => readonly [x: number, y: number];
  readonly theme: Theme;
}

/** Simulated hours a second. */
const SPEED = 0.2;
const FIRST_HOUR = 9;

const clockOf = (hour: number): string =>
  `${String(Math.floor(hour) % 24).padStart(2, '0')}:${String(Math.floor((hour % 1) * 60)).padStart(2, '0')}`;

/** Vehicles on the map over a day of the typical run, with play, pause and a slider. */
export function VehicleLayer({ day, viewport, toPixels, theme }: VehicleLayerProps): ReactElement {
  const { t } = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hour, setHour] = useState(FIRST_HOUR);
  const [playing, setPlaying] = useState(false);
  const { hours, startClock } = day.trace;
  useEffect(() => {
    if (!playing) return undefined;
    let last = performance.now();
    let frame = 0;
    const step = (now: number): void => {
      const passed = (now - last) / 1000;
      last = now;
      setHour((before) => (before + passed * SPEED) % hours);
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [playing, hours]);
  const vehicles = vehiclesAt(day, hour);
  useLayoutEffect(() => {
    const context = preparedContext(canvas.current!, viewport.width, viewport.height);
    if (context === null) return;
    const palette = paletteOf(theme);
    for (const { does, at } of vehicles) paintVehicle(context, does, ...toPixels(at), palette);
  });
  const counts = SHOWN_DOES.map((does) => ({ does, count: vehicles.filter((vehicle) => vehicle.does === does).length }));
  const words = counts
    .filter(({ count }) => count > 0)
    .map(({ does, count }) => `${t(`emergency:does.${does}`)} ${count}`)
    .join(' · ');
  const clock = clockOf(startClock + hour);
  return (
    <>
      <canvas ref={canvas} className="map-canvas" style={{ width: viewport.width, height: viewport.height }} aria-hidden="true" />
      <div className="vehicle-bar" role="group" aria-label={t('reach:play.region')}>
        <IconButton
          icon={playing ? Pause : Play}
          label={t(playing ? 'reach:play.pause' : 'reach:play.play')}
          onClick={() => setPlaying(!playing)}
        />
        <b className="vehicle-clock">{clock}</b>
        <input
          type="range"
          min={0}
          max={hours}
          step={0.05}
          value={hour}
          aria-label={t('reach:play.hour')}
          aria-valuetext={clock}
          onChange={(event) => setHour(Math.min(hours - 0.01, Number(event.target.value)))}
        />
        <span className="vehicle-words">{words || t('reach:play.idle')}</span>
      </div>
    </>
  );
}
