import type { Text } from '../text/index.ts';
import { spreadLabels } from './labels.ts';
import type { Palette } from './palette.ts';
import { ROUND_SERIES, type RoundScales } from './roundGeometry.ts';

interface LineEndsProps {
  /** People at the right edge, in the order of ROUND_SERIES. */
  readonly ends: readonly number[];
  readonly scales: RoundScales;
  readonly palette: Palette;
  readonly text: Text;
  readonly fontSize: number;
}

/** Stroke of each series, as on its line. */
export const seriesStroke = (
  palette: Palette,
): Record<(typeof ROUND_SERIES)[number], { stroke: string; strokeWidth: number; strokeDasharray?: string }> => ({
  arrived: { stroke: palette.arrived, strokeWidth: 1.6, strokeDasharray: '1.5 3' },
  sampled: { stroke: palette.sampled, strokeWidth: 2.6 },
  delivered: { stroke: palette.sampled, strokeWidth: 1.4, strokeDasharray: '6 3' },
  resulted: { stroke: palette.resulted, strokeWidth: 2.6 },
});

/** Names at the right ends of the lines, moved apart and tied to them by a stroke of the line's own kind. */
export function LineEnds({ ends, scales, palette, text, fontSize }: LineEndsProps) {
  const { x, y } = scales;
  const right = x.range()[1];
  const [bottom, top] = y.range();
  const gap = fontSize * 1.3;
  // Ends that meet keep the order of the process from top to bottom.
  const wanted = ends.map((people, index) => y(people) + index * 1e-3);
  const places = spreadLabels(wanted, gap, top + fontSize * 0.3, Math.max(bottom, top + gap * (ends.length - 1)));
  const strokes = seriesStroke(palette);
  return (
    <g>
      {ROUND_SERIES.map((name, index) => (
        <g key={name}>
          <path
            d={`M${right},${y(ends[index])}L${right + fontSize * 0.6},${places[index]}`}
            stroke={strokes[name].stroke}
            strokeOpacity={0.6}
          />
          <path d={`M${right + fontSize * 0.6},${places[index]}h${fontSize}`} {...strokes[name]} />
          <text x={right + fontSize * 1.9} y={places[index] + fontSize * 0.36} fill={palette.ink}>
            {text.t(`charts:${name}`)}
          </text>
        </g>
      ))}
    </g>
  );
}
