import { area, line, scaleLinear, type ScaleLinear } from 'd3';
import { memo } from 'react';
import type { Text } from '../text/index.ts';
import type { HourSpan } from './axis.ts';
import { paletteOf, type Palette, type Theme } from './palette.ts';
import { clockLabels } from './TimeAxis.tsx';

/** One curve of a lane, a value every `stepMinutes` from the order on. */
export interface LaneSeries {
  readonly key: string;
  readonly label: string;
  readonly values: ArrayLike<number>;
  readonly kind: 'area' | 'line';
  readonly color: 'sampled' | 'resulted' | 'line' | 'arrived' | 'ink';
  /** Highest value of the curve's own scale; by default its own maximum. */
  readonly top?: number;
  /** Its unit, as part of a column's label. */
  readonly unit: string;
  /** A value with its unit, short. */
  readonly format: (value: number) => string;
}

/** A resource over time: what there is of it, what waits for it. */
export interface Lane {
  readonly key: string;
  readonly name: string;
  readonly series: readonly LaneSeries[];
}

/** A lane's place in the drawing, in pixels from its top. */
export interface LaidLane {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  /** Room of the curves; no height where the lane is folded. */
  readonly plotTop: number;
  readonly plotHeight: number;
}

interface LaneChartProps {
  readonly lanes: readonly LaidLane[];
  readonly stepMinutes: number;
  readonly span: HourSpan;
  /** Ends of the plot in pixels. */
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly height: number;
  readonly nights: readonly HourSpan[];
  readonly deadlineHours: number;
  readonly clock: string;
  readonly text: Text;
  readonly theme: Theme;
  readonly fontSize: number;
  readonly title: string;
}

function maximum(values: ArrayLike<number>): number {
  let highest = 0;
  for (let index = 0; index < values.length; index++) if (values[index] > highest) highest = values[index];
  return highest;
}

/** Steps that are drawn: those inside the span and one on either side, at most one a pixel. */
function drawnSteps(span: HourSpan, stepMinutes: number, count: number, pixels: number): number[] {
  const first = Math.max(0, Math.floor((span.from * 60) / stepMinutes));
  const last = Math.min(count - 1, Math.ceil((span.to * 60) / stepMinutes));
  const stride = Math.max(1, Math.floor((last - first) / Math.max(1, pixels)));
  const steps: number[] = [];
  for (let step = first; step < last; step += stride) steps.push(step);
  if (last >= first) steps.push(last);
  return steps;
}

interface CurveProps {
  readonly series: LaneSeries;
  readonly laid: LaidLane;
  readonly x: ScaleLinear<number, number>;
  readonly span: HourSpan;
  readonly stepMinutes: number;
  readonly palette: Palette;
}

function Curve({ series, laid, x, span, stepMinutes, palette }: CurveProps) {
  const bottom = laid.plotTop + laid.plotHeight;
  const y = scaleLinear([0, Math.max(1e-9, series.top ?? maximum(series.values))], [bottom, laid.plotTop]);
  const [left, right] = x.range();
  const steps = drawnSteps(span, stepMinutes, series.values.length, right - left);
  const at = (step: number) => x((step * stepMinutes) / 60);
  const stroke = palette[series.color];
  if (series.kind === 'line') {
    const path = line<number>(at, (step) => y(series.values[step]))(steps);
    return <path d={path ?? ''} fill="none" stroke={stroke} strokeWidth={1.6} strokeLinejoin="round" />;
  }
  const path = area<number>(at, bottom, (step) => y(series.values[step]))(steps);
  return <path d={path ?? ''} fill={stroke} fillOpacity={0.28} stroke={stroke} strokeWidth={1} strokeLinejoin="round" />;
}

/** Lanes one below the other on one scale of time: each an area and a line with scales of their own, nights and deadline through all. */
export const LaneChart = memo(function LaneChart(props: LaneChartProps) {
  const { lanes, stepMinutes, span, left, right, width, height, nights, deadlineHours, clock, text, theme, fontSize, title } = props;
  const palette = paletteOf(theme);
  const x = scaleLinear([span.from, span.to], [left, right]);
  const inside = (hours: number) => Math.max(left, Math.min(right, x(hours)));
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {nights.map(({ from, to }) => (
        <rect key={from} x={inside(from)} width={inside(to) - inside(from)} y={0} height={height} fill={palette.night} />
      ))}
      {clockLabels(x, span, clock, fontSize, text).map(({ hours, midnight }) => (
        <line
          key={hours}
          x1={x(hours)}
          x2={x(hours)}
          y1={0}
          y2={height}
          stroke={midnight ? palette.line : palette.grid}
          strokeOpacity={midnight ? 0.55 : 1}
        />
      ))}
      {lanes.map((laid) => (
        <g key={laid.lane.key}>
          {laid.plotHeight > 0 &&
            laid.lane.series.map((series) => <Curve key={series.key} {...{ series, laid, x, span, stepMinutes, palette }} />)}
          <line x1={0} x2={width} y1={laid.top + laid.height - 0.5} y2={laid.top + laid.height - 0.5} stroke={palette.grid} />
        </g>
      ))}
      {deadlineHours >= span.from && deadlineHours <= span.to && (
        <line
          x1={x(deadlineHours)}
          x2={x(deadlineHours)}
          y1={0}
          y2={height}
          stroke={palette.breach}
          strokeWidth={1.4}
          strokeDasharray="5 3"
        />
      )}
    </svg>
  );
});
