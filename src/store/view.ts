import { createPlayhead, type Playhead } from '../charts/index.ts';

/** What is being looked at; nothing here changes a result. */
export type Selection = { readonly kind: 'site' | 'lab' | 'township' | 'courier'; readonly index: number } | null;
/** Map, table, or the map beside the list of those who are done last. */
export type Pane = 'map' | 'table' | 'last';

export interface ViewSlice {
  /** The same hour frame by frame, for what is drawn without React; one object for good. */
  readonly playhead: Playhead;
  /** Hours after the order that map, timeline and stories show in words: as good as the playhead's, ten times a second. */
  readonly cursorHours: number;
  readonly playing: boolean;
  /** Simulated minutes per second of playback. */
  readonly speed: number;
  readonly selection: Selection;
  readonly pane: Pane;
  /** The layout for showing a round to others: no inputs, large figures. */
  readonly presenting: boolean;
  /** Id of the pinned run that a presentation shows; null for the plan's own. */
  readonly presentedPin: string | null;
  setCursor(hours: number): void;
  setPlaying(playing: boolean): void;
  setSpeed(speed: number): void;
  select(selection: Selection): void;
  setPane(pane: Pane): void;
  setPresenting(presenting: boolean): void;
  /** Shows a pinned run, or the plan's own; the hour stays. */
  present(pin: string | null): void;
}

export const PLAYBACK_SPEEDS: readonly number[] = [1, 10, 30, 60, 120, 240, 360];

const FIRST_SIGHT_HOURS = 30;

export function createView(set: (part: Partial<ViewSlice>) => void): ViewSlice {
  const playhead = createPlayhead(FIRST_SIGHT_HOURS);
  return {
    playhead,
    cursorHours: FIRST_SIGHT_HOURS,
    playing: false,
    speed: 60,
    selection: null,
    pane: 'map',
    presenting: false,
    presentedPin: null,
    setCursor(hours) {
      playhead.moveTo(Math.max(0, hours));
      set({ cursorHours: playhead.hours });
    },
    setPlaying: (playing) => set({ playing }),
    setSpeed: (speed) => set({ speed }),
    select: (selection) => set({ selection }),
    setPane: (pane) => set({ pane }),
    setPresenting: (presenting) => set({ presenting, presentedPin: null }),
    present: (presentedPin) => set({ presentedPin }),
  };
}
