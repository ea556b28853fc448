import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { HourSpan } from '../../charts/index.ts';
import { clampView, isWhole, zoomView } from './view.ts';

/** One press of a zoom button or key. */
const NEARER = 0.6;

/** Which hours are shown. */
export interface TimeView {
  readonly view: HourSpan;
  readonly whole: HourSpan;
  readonly zoomed: boolean;
  setView(next: HourSpan): void;
  showAll(): void;
  /** Nearer (+1) or farther (−1) around an hour. */
  zoom(direction: 1 | -1, around: number): void;
  /** Moves a view that would lose the hour. */
  reveal(hours: number): void;
}

/** The hours shown of a whole that starts at the order. */
export function useTimeView(wholeTo: number): TimeView {
  const whole = useMemo<HourSpan>(() => ({ from: 0, to: wholeTo }), [wholeTo]);
  const [chosen, setChosen] = useState<HourSpan | null>(null);
  const view = useMemo(() => (chosen === null ? whole : clampView(chosen, whole)), [chosen, whole]);
  const setView = (next: HourSpan): void => setChosen(isWhole(next, whole) ? null : next);
  return {
    view,
    whole,
    zoomed: chosen !== null,
    setView,
    showAll: () => setChosen(null),
    zoom: (direction, around) => setView(zoomView(view, whole, direction > 0 ? NEARER : 1 / NEARER, around)),
    reveal: (hours) => {
      if (hours >= view.from && hours <= view.to) return;
      const length = view.to - view.from;
      setView(clampView({ from: hours - length / 2, to: hours + length / 2 }, whole));
    },
  };
}

/** Ctrl or ⌘ with the wheel zooms around the hour under the pointer; the page must not zoom with it, so the listener is not passive. */
export function useWheelZoom(element: RefObject<HTMLElement | null>, view: TimeView, hoursAt: (clientX: number) => number): void {
  const latest = useRef({ view, hoursAt });
  useLayoutEffect(() => {
    latest.current = { view, hoursAt };
  });
  useEffect(() => {
    const target = element.current!;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const now = latest.current;
      const factor = Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 120);
      now.view.setView(zoomView(now.view.view, now.view.whole, factor, now.hoursAt(event.clientX)));
    };
    target.addEventListener('wheel', onWheel, { passive: false });
    return () => target.removeEventListener('wheel', onWheel);
  }, [element]);
}
