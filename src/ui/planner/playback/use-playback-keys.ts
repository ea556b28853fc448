import { useEffect, useEffectEvent } from 'react';
import { PLAYBACK_SPEEDS } from '../../../store/index.ts';
import { usePlannerStore } from '../store-context.tsx';
import { neighbourEvent, type RoundEvent } from './events.ts';

const STEP_HOURS = 0.25;
const LONG_STEP_HOURS = 1;

/** Where keys already mean something: fields, sliders, menus, dialogs. */
const OWN_KEYS = 'input:not([type=radio]), textarea, select, [contenteditable], [role=slider], [role=menu], [role=dialog], [role=combobox]';
/** In the list of the map's places arrows, Home, End and the space bar move and choose; letters and brackets are free. */
const PLACE_LIST = '[role=listbox]';
const FREE_IN_LIST = /^[a-z[\]]$/i;
/** Choices move by arrow keys alone. */
const ARROWED = 'input[type=radio]';
/** What the space bar presses. */
const PRESSED_BY_SPACE = 'button, a, summary, [role=tab]';

const isIn = (target: EventTarget | null, selector: string): boolean => target instanceof Element && target.closest(selector) !== null;

/** What a key does to the playback; false where it does nothing. */
export interface PlaybackActs {
  toggle(): void;
  seek(hours: number): void;
  jump(direction: 1 | -1): void;
  faster(direction: 1 | -1): void;
  present(): void;
}

/** Runs what a key means; false for keys that mean nothing here. */
export function playByKey(key: string, shift: boolean, now: number, endHours: number, acts: PlaybackActs): boolean {
  const step = shift ? LONG_STEP_HOURS : STEP_HOURS;
  const meanings: Record<string, () => void> = {
    ' ': acts.toggle,
    ArrowLeft: () => acts.seek(Math.max(0, now - step)),
    ArrowRight: () => acts.seek(Math.min(endHours, now + step)),
    Home: () => acts.seek(0),
    End: () => acts.seek(endHours),
    j: () => acts.jump(-1),
    k: () => acts.jump(1),
    '[': () => acts.faster(-1),
    ']': () => acts.faster(1),
    f: acts.present,
  };
  const meaning = meanings[key.length === 1 ? key.toLowerCase() : key];
  meaning?.();
  return meaning !== undefined;
}

/** The next speed up or down; stays at the ends. */
export function nextSpeed(speed: number, direction: 1 | -1): number {
  const at = PLAYBACK_SPEEDS.findIndex((known) => known >= speed);
  return PLAYBACK_SPEEDS[Math.max(0, Math.min(PLAYBACK_SPEEDS.length - 1, (at < 0 ? PLAYBACK_SPEEDS.length - 1 : at) + direction))];
}

/** Plays or pauses; from the end it starts anew. */
export function usePlayToggle(endHours: number): () => void {
  const store = usePlannerStore();
  return () => {
    const { playing, cursorHours, setCursor, setPlaying } = store.getState();
    if (!playing && cursorHours >= endHours) setCursor(0);
    setPlaying(!playing);
  };
}

/** Keys of the playback for the whole page, wherever they mean nothing else. */
export function usePlaybackKeys(events: readonly RoundEvent[], endHours: number): void {
  const store = usePlannerStore();
  const toggle = usePlayToggle(endHours);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isIn(event.target, OWN_KEYS)) return;
    if (isIn(event.target, PLACE_LIST) && !FREE_IN_LIST.test(event.key)) return;
    if (event.key.startsWith('Arrow') && isIn(event.target, ARROWED)) return;
    if (event.key === ' ' && isIn(event.target, PRESSED_BY_SPACE)) return;
    const { playhead, speed, setCursor, setSpeed, presenting, setPresenting, comparing } = store.getState();
    const known = playByKey(event.key, event.shiftKey, playhead.hours, endHours, {
      toggle,
      seek: setCursor,
      jump: (direction) => {
        const found = neighbourEvent(events, playhead.hours, direction);
        if (found !== null) setCursor(found.hours);
      },
      faster: (direction) => setSpeed(nextSpeed(speed, direction)),
      present: () => {
        if (!comparing) setPresenting(!presenting);
      },
    });
    if (known) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeyDown(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
