import type { ReactNode } from 'react';
import { paletteOf, seriesStroke, valueAt, type Theme } from '../../charts/index.ts';
import type { Study } from '../../results/index.ts';
import type { Text } from '../../text/index.ts';

interface ReadOutProps {
  readonly study: Study;
  readonly cursorHours: number;
  readonly text: Text;
  readonly theme: Theme;
  readonly partial: boolean;
  readonly fontSize: number;
  readonly height: number;
  /** Room for the note, room for one row without it, or two rows. */
  readonly room: 'wide' | 'tight' | 'compact';
  /** Buttons at the end. */
  readonly children: ReactNode;
}

/** Legend and values at the cursor in one line of fixed widths, so that nothing moves while the cursor does. */
export function ReadOut({ study, cursorHours, text, theme, partial, fontSize, height, room, children }: ReadOutProps) {
  const palette = paletteOf(theme);
  const strokes = seriesStroke(palette);
  const { bands, hours } = study;
  const at = (values: Float64Array) => valueAt(hours, values, cursorHours);
  const range = (name: 'sampled' | 'resulted') =>
    text.t('charts:band.range', { low: text.format.people(at(bands[name].p10)), high: text.format.people(at(bands[name].p90)) });
  const rows = [
    { key: 'arrived', value: at(bands.arrived.mean), stroke: strokes.arrived, title: undefined },
    { key: 'sampled', value: at(bands.sampled.mean), stroke: strokes.sampled, title: range('sampled') },
    {
      key: 'carried',
      value: Math.max(0, at(bands.sampled.mean) - at(bands.delivered.mean)),
      stroke: { stroke: palette.sampled, strokeWidth: 6, strokeDasharray: '2 2', strokeOpacity: 0.5 },
      title: undefined,
    },
    { key: 'resulted', value: at(bands.resulted.mean), stroke: strokes.resulted, title: range('resulted') },
  ] as const;
  const note = partial
    ? text.t('charts:round.notePartial', { runs: study.replications })
    : text.t('charts:round.note', { runs: study.replications });
  return (
    <div className={`round-readout ${room}`} style={{ height }}>
      <dl data-export="words">
        {rows.map((row) => (
          <div key={row.key} title={row.title}>
            <svg width={fontSize * 1.3} height={fontSize * 0.6} aria-hidden="true">
              <line x1={0} x2={fontSize * 1.3} y1={fontSize * 0.3} y2={fontSize * 0.3} {...row.stroke} />
            </svg>
            <dt>{text.t(`charts:${row.key}`)}</dt>
            <dd>{text.format.people(row.value)}</dd>
          </div>
        ))}
      </dl>
      <p className="note" title={note}>
        {note}
      </p>
      <div className="buttons">{children}</div>
    </div>
  );
}
