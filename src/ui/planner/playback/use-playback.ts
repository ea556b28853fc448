import { useEffect, useEffectEvent } from 'react';
import { usePlannerStore } from '../store-context.tsx';
import { stopBetween, type RoundEvent } from './events.ts';

/** Longest step between two pictures, in seconds; a tab that was asleep does not jump. */
const LONGEST_FRAME = 0.25;
/** Words follow the pictures this often, in milliseconds. */
const WORDS_EVERY_MS = 100;

/**
 * Moves the playhead while `playing`, `speed` simulated minutes a second, and stops at `endHours`; the cursor in words follows. A
 * presentation also stops at every dated change of the plan, so that it can be talked about; playing goes on from there.
 */
export function usePlayback(playing: boolean, endHours: number, events: readonly RoundEvent[]): void {
  const store = usePlannerStore();
  const nextStop = useEffectEvent((from: number, to: number): number | null =>
    store.getState().presenting ? stopBetween(events, from, to) : null,
  );
  useEffect(() => {
    if (!playing) return undefined;
    const { playhead } = store.getState();
    let before: number | null = null;
    let worded = 0;
    let frame = requestAnimationFrame(function move(now) {
      const { speed, setCursor, setPlaying } = store.getState();
      const seconds = before === null ? 0 : Math.min(LONGEST_FRAME, (now - before) / 1000);
      before = now;
      const wanted = Math.min(endHours, playhead.hours + (seconds * speed) / 60);
      const stop = nextStop(playhead.hours, wanted);
      const next = stop ?? wanted;
      const ends = stop !== null || next >= endHours;
      if (ends || now - worded >= WORDS_EVERY_MS) {
        worded = now;
        setCursor(next);
      } else playhead.moveTo(next);
      if (ends) setPlaying(false);
      else frame = requestAnimationFrame(move);
    });
    return () => {
      cancelAnimationFrame(frame);
      // What was drawn last is what the words say when it stands.
      store.getState().setCursor(playhead.hours);
    };
  }, [store, playing, endHours]);
}
