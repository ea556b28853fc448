import type { Change } from '../../scenario/index.ts';
import type { LaidTrack, TrackScale } from '../timeline/index.ts';
import { layTrack } from './layout.ts';
import { StillBars } from './StillBars.tsx';
import type { ChangeWording } from './words.ts';

/** Ems of a row. */
const ROW_EMS = 1.6;
/** Rows seen at once; more are scrolled to. */
const MOST_SEEN = 3;

/** The dated changes of a run that is only shown, under a line that says whose they are; nothing where there are none. */
export function stillTrack(changes: readonly Change[], wording: ChangeWording, caption: string): (scale: TrackScale) => LaidTrack {
  return (scale) => {
    const layout = layTrack(changes, wording, scale, null);
    if (layout.placed.length === 0) return { height: 0, node: null };
    const rowHeight = Math.round(scale.fontSize * ROW_EMS);
    const height = (Math.min(layout.rows, MOST_SEEN) + 1) * rowHeight + 2;
    return {
      height,
      node: (
        <div className="still-track" style={{ height }}>
          <StillBars {...{ changes, layout, scale, rowHeight, caption }} title={caption} />
        </div>
      ),
    };
  };
}
