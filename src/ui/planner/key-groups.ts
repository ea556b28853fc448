import type { KeyGroup } from '../tour/index.ts';
import { CHANGE_SHORTCUTS, MAP_SHORTCUTS, PLAYBACK_SHORTCUTS, PRESENTATION_SHORTCUTS, TIMELINE_SHORTCUTS } from './playback/shortcuts.ts';

/** What the help on keys lists. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'tour:keys.page',
    shortcuts: [
      { keys: ['?'], label: 'tour:key.help' },
      { keys: ['Ctrl+Z', '⌘Z'], label: 'tour:key.undo' },
      { keys: ['Ctrl+Y', '⇧⌘Z'], label: 'tour:key.redo' },
      { keys: ['Esc'], label: 'tour:key.close' },
    ],
  },
  { title: 'tour:keys.play', shortcuts: PLAYBACK_SHORTCUTS },
  { title: 'tour:keys.timeline', shortcuts: TIMELINE_SHORTCUTS },
  { title: 'tour:keys.changes', shortcuts: CHANGE_SHORTCUTS },
  { title: 'tour:keys.map', shortcuts: MAP_SHORTCUTS },
  { title: 'tour:keys.present', shortcuts: PRESENTATION_SHORTCUTS },
];
