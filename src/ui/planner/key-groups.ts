import type { KeyGroup } from '../tour/index.ts';
import { MAP_SHORTCUTS, PLAYBACK_SHORTCUTS } from './playback/shortcuts.ts';

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
  { title: 'tour:keys.map', shortcuts: MAP_SHORTCUTS },
];
