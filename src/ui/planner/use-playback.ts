import { useEffect } from 'react';
import { usePlannerStore } from './store-context.tsx';

/** Longest step between two pictures, in seconds; a tab that was asleep does not jump. */
const LONGEST_FRAME = 0.25;

/** Moves the cursor while `playing`, `speed` simulated minutes a second, and stops at `endHours`. */
export function usePlayback(playing: boolean, endHours: number): void {
  const store = usePlannerStore();
  useEffect(() => {
    if (!playing) return undefined;
    let before: number | null = null;
    let frame = requestAnimationFrame(function move(now) {
      const { cursorHours, speed, setCursor, setPlaying } = store.getState();
      const seconds = before === null ? 0 : Math.min(LONGEST_FRAME, (now - before) / 1000);
      before = now;
      const next = cursorHours + (seconds * speed) / 60;
      setCursor(Math.min(next, endHours));
      if (next >= endHours) setPlaying(false);
      else frame = requestAnimationFrame(move);
    });
    return () => cancelAnimationFrame(frame);
  }, [store, playing, endHours]);
}
