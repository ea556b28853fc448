import { memo, type ReactElement } from 'react';
import { firstFitting, textWidth } from '../../charts/index.ts';
import type { Change } from '../../scenario/index.ts';
import type { TrackScale } from '../timeline/index.ts';
import { MOST_WORDS, type TrackLayout } from './layout.ts';
import { changeTone, type Tone } from './readyKinds.ts';

const COLORS: Readonly<Record<Tone, { readonly fill: string; readonly line: string }>> = {
  help: { fill: 'var(--good-soft)', line: 'var(--resulted)' },
  harm: { fill: 'var(--breach-soft)', line: 'var(--breach)' },
  plain: { fill: 'var(--accent-soft)', line: 'var(--accent)' },
};
const EDGE = 3;

interface StillBarsProps {
  readonly changes: readonly Change[];
  readonly layout: TrackLayout;
  readonly scale: TrackScale;
  /** Pixels of one row. */
  readonly rowHeight: number;
  /** Said over the bars on a line of its own; none where it is null. */
  readonly caption: string | null;
  readonly title: string;
  /** Not on the page: it stands in files for bars that can be dragged. */
  readonly forFiles?: boolean;
}

/** Words that fit the longest a bar may say. */
function shortened(words: string, fontSize: number): string {
  const most = MOST_WORDS * fontSize;
  if (textWidth(words, fontSize) <= most) return words;
  const cuts = Array.from({ length: words.length }, (_, cut) => `${words.slice(0, words.length - 1 - cut)}…`);
  return firstFitting(cuts, fontSize, most);
}

const placesOf = ({ layout, scale, rowHeight, caption }: StillBarsProps): string =>
  [
    scale.left,
    scale.right,
    scale.fontSize,
    rowHeight,
    caption,
    ...layout.placed.map(({ index, from, to, row, open, words }) => `${index} ${from} ${to} ${row} ${open} ${words}`),
  ].join('|');

/** Dated changes as a drawing that nothing can be done to: those of another run, and any that leave the page in a file. */
export const StillBars = memo(
  function StillBars({ changes, layout, scale, rowHeight, caption, title, forFiles = false }: StillBarsProps): ReactElement {
    const { left, right, fontSize } = scale;
    const top = caption === null ? 0 : rowHeight;
    const height = top + layout.rows * rowHeight + 2;
    return (
      <svg
        className={forFiles ? 'for-files' : 'still-bars'}
        style={{ fontFamily: 'var(--font)' }}
        width={right}
        height={height}
        fontSize={fontSize}
        {...(forFiles ? { 'aria-hidden': true } : { role: 'img', 'aria-label': title })}
      >
        <rect x={left} y={top} width={right - left} height={height - top} rx={6} style={{ fill: 'var(--surface-2)' }} />
        {caption !== null && (
          <text x={left} y={rowHeight / 2} dominantBaseline="central" style={{ fill: 'var(--ink-2)' }}>
            {caption}
          </text>
        )}
        {layout.placed.map(({ index, from, to, row, open, readyAt, words }) => {
          const { fill, line } = COLORS[changeTone(changes[index])];
          const [y, tall] = [top + row * rowHeight + 1, rowHeight - 2];
          return (
            <g key={index}>
              <rect x={from} y={y} width={to - from} height={tall} rx={4} style={{ fill, fillOpacity: open ? 0.7 : 1 }} />
              <rect x={from} y={y} width={EDGE} height={tall} style={{ fill: line }} />
              {!open && <rect x={from} y={y} width={to - from} height={tall} rx={4} style={{ fill: 'none', stroke: line }} />}
              {readyAt !== null && <rect x={readyAt - 2} y={y} width={2} height={tall} style={{ fill: line }} />}
              <text x={from + EDGE + fontSize * 0.4} y={y + tall / 2} dominantBaseline="central" style={{ fill: 'var(--ink)' }}>
                {shortened(words, fontSize)}
              </text>
            </g>
          );
        })}
      </svg>
    );
  },
  (before, after) => before.title === after.title && before.forFiles === after.forFiles && placesOf(before) === placesOf(after),
);
