import type { TextKey } from '../../../text/index.ts';

/** A line of the help on keys: what to press, and what it does. */
export interface Shortcut {
  /** Keys that do the same, as people call them; "Shift+→" is one key. */
  readonly keys: readonly string[];
  readonly label: TextKey;
}

/** Keys that work on the whole page, outside of fields and lists. */
export const PLAYBACK_SHORTCUTS: readonly Shortcut[] = [
  { keys: ['Space'], label: 'play:key.toggle' },
  { keys: ['←', '→'], label: 'play:key.step' },
  { keys: ['Shift+←', 'Shift+→'], label: 'play:key.longStep' },
  { keys: ['Home', 'End'], label: 'play:key.ends' },
  { keys: ['J', 'K'], label: 'play:key.events' },
  { keys: ['[', ']'], label: 'play:key.speed' },
  { keys: ['F'], label: 'play:key.present' },
];

/** Keys of the presentation layout, beside those of the playback. */
export const PRESENTATION_SHORTCUTS: readonly Shortcut[] = [
  { keys: ['1', '…', '9'], label: 'play:key.runs' },
  { keys: ['L', 'Shift+L'], label: 'play:key.layers' },
  { keys: ['V'], label: 'play:key.flows' },
  { keys: ['C'], label: 'play:key.couriers' },
  { keys: ['Esc'], label: 'play:key.leave' },
];

/** Keys of the timeline while its cursor has the focus, beside those of the playback. */
export const TIMELINE_SHORTCUTS: readonly Shortcut[] = [
  { keys: ['PageUp', 'PageDown'], label: 'play:key.sixHours' },
  { keys: ['+', '-', '0'], label: 'play:key.zoomTime' },
  { keys: ['Ctrl', '⌘'], label: 'play:key.wheel' },
];

/** Keys of a dated change on the timeline while it has the focus. */
export const CHANGE_SHORTCUTS: readonly Shortcut[] = [
  { keys: ['←', '→'], label: 'play:key.moveChange' },
  { keys: ['↑', '↓'], label: 'play:key.moveChangeHour' },
  { keys: ['Shift+←', 'Shift+→'], label: 'play:key.stretchChange' },
  { keys: ['Enter'], label: 'play:key.editChange' },
  { keys: ['Delete'], label: 'play:key.removeChange' },
  { keys: ['Ctrl+D', '⌘D'], label: 'play:key.copyChange' },
];

/** Keys of the map while it has the focus. */
export const MAP_SHORTCUTS: readonly Shortcut[] = [
  { keys: ['←', '→', '↑', '↓'], label: 'play:key.places' },
  { keys: ['Enter'], label: 'play:key.open' },
  { keys: ['Esc'], label: 'play:key.clear' },
  { keys: ['+', '-', '0'], label: 'play:key.zoom' },
];
