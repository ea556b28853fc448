/** What is being looked at; nothing here changes a result. */
export type Selection = { readonly kind: 'site' | 'lab'; readonly index: number } | null;
export type Pane = 'map' | 'table';

export interface ViewSlice {
  /** Hours after the order that map, timeline and stories show. */
  readonly cursorHours: number;
  readonly playing: boolean;
  /** Simulated minutes per second of playback. */
  readonly speed: number;
  readonly selection: Selection;
  readonly pane: Pane;
  setCursor(hours: number): void;
  setPlaying(playing: boolean): void;
  setSpeed(speed: number): void;
  select(selection: Selection): void;
  setPane(pane: Pane): void;
}

export const PLAYBACK_SPEEDS: readonly number[] = [30, 60, 180, 360];

export function createView(set: (part: Partial<ViewSlice>) => void): ViewSlice {
  return {
    cursorHours: 30,
    playing: false,
    speed: 60,
    selection: null,
    pane: 'map',
    setCursor: (hours) => set({ cursorHours: Math.max(0, hours) }),
    setPlaying: (playing) => set({ playing }),
    setSpeed: (speed) => set({ speed }),
    select: (selection) => set({ selection }),
    setPane: (pane) => set({ pane }),
  };
}
