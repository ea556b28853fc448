import { area, line, scaleLinear } from 'd3';
import { memo } from 'react';
import type { Text } from '../text/index.ts';
import type { HourSpan } from './axis.ts';
import { paletteOf, type Theme } from './palette.ts';
import { TimeAxis, timeAxisHeight } from './TimeAxis.tsx';
import { BASE_FONT_SIZE, FONT_FAMILY, textWidth } from './typography.ts';

/** One curve of a place: a window onto a typed column, one value a step. */
export interface PlaceSeries {
  readonly label: string;
  readonly values: ArrayLike<number>;
  readonly kind: 'area' | 'line';
  readonly color: 'sampled' | 'resulted' | 'breach' | 'line';
  /** Highest value of the curve's own scale; by default its own maximum. */
  readonly top?: number;
  /** Wording of a value of this curve. */
  readonly format: (value: number) => string;
}

export interface PlaceChartProps {
  readonly title: string;
  readonly series: readonly PlaceSeries[];
  readonly stepMinutes: number;
  readonly span: HourSpan;
  readonly nights: readonly HourSpan[];
  readonly deadlineHours: number;
  readonly clock: string;
  readonly cursorHours: number;
  readonly width: number;
  /** Height of each panel; one below the other, so that two units never share an axis. */
  readonly panelHeight?: number;
  readonly text: Text;
  readonly theme: Theme;
  readonly fontSize?: number;
}

const maximum = (values: ArrayLike<number>): number => {
  let highest = 0;
  for (let index = 0; index < values.length; index++) if (values[index] > highest) highest = values[index];
  return highest;
};

/** Queue and sampling of a site, or backlog and lines of a lab: small panels on one time axis, with the cursor's values. */
export const PlaceChart = memo(function PlaceChart(props: PlaceChartProps) {
  const {
    title,
    series,
    stepMinutes,
    span,
    nights,
    deadlineHours,
    clock,
    cursorHours,
    width,
    panelHeight = 64,
    text,
    theme,
    fontSize = BASE_FONT_SIZE,
  } = props;
  const palette = paletteOf(theme);
  const head = Math.round(fontSize * 1.6);
  const left = 2;
  const right = Math.max(left + 10, width - 6);
  const axisHeight = timeAxisHeight(fontSize);
  const height = series.length * (head + panelHeight) + axisHeight;
  const x = scaleLinear([span.from, span.to], [left, right]);
  const lastStep = Math.max(1, Math.round((span.to * 60) / stepMinutes));
  const stride = Math.max(1, Math.floor(lastStep / Math.max(1, right - left)));
  const cursorStep = Math.floor((cursorHours * 60) / stepMinutes);
  const bottom = height - axisHeight;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={title}
      fontFamily={FONT_FAMILY}
      fontSize={fontSize}
    >
      {nights.map((night) => (
        <rect
          key={night.from}
          x={x(night.from)}
          width={Math.max(0, x(Math.min(night.to, span.to)) - x(night.from))}
          y={0}
          height={bottom}
          fill={palette.night}
        />
      ))}
      <TimeAxis {...{ x, span, top: bottom, plotHeight: bottom, fontSize, palette, text }} orderClock={clock} />
      {series.map((curve, index) => {
        const top = index * (head + panelHeight) + head;
        const y = scaleLinear([0, Math.max(1, curve.top ?? maximum(curve.values))], [top + panelHeight, top + 2]);
        const at: number[] = [];
        for (let step = 0; step <= lastStep && step < curve.values.length; step += stride) at.push(step);
        const hours = (step: number) => x((step * stepMinutes) / 60);
        const shape =
          curve.kind === 'area'
            ? area<number>(hours, top + panelHeight, (step) => y(curve.values[step]))(at)
            : line<number>(hours, (step) => y(curve.values[step]))(at);
        const now = curve.values[Math.max(0, Math.min(cursorStep, curve.values.length - 1))] ?? 0;
        const value = curve.format(now);
        const stroke = palette[curve.color];
        return (
          <g key={curve.label}>
            <rect x={left} y={top - head} width={right - left} height={head} fill={palette.paper} />
            <text x={left} y={top - fontSize * 0.45} fill={palette.inkSoft}>
              {curve.label}
            </text>
            {textWidth(curve.label + value, fontSize) + fontSize * 2 < right && (
              <text x={right} y={top - fontSize * 0.45} textAnchor="end" fill={palette.ink} fontWeight={600}>
                {value}
              </text>
            )}
            <path
              d={shape ?? ''}
              fill={curve.kind === 'area' ? stroke : 'none'}
              fillOpacity={0.28}
              stroke={stroke}
              strokeWidth={1.8}
              strokeLinejoin="round"
            />
            <line x1={left} x2={right} y1={top + panelHeight} y2={top + panelHeight} stroke={palette.line} strokeWidth={0.8} />
            <circle cx={x(Math.min(cursorHours, span.to))} cy={y(now)} r={3.2} fill={stroke} stroke={palette.paper} />
          </g>
        );
      })}
      {deadlineHours <= span.to && (
        <line
          x1={x(deadlineHours)}
          x2={x(deadlineHours)}
          y1={head}
          y2={bottom}
          stroke={palette.breach}
          strokeWidth={1.4}
          strokeDasharray="5 3"
        />
      )}
      <line
        x1={x(Math.min(cursorHours, span.to))}
        x2={x(Math.min(cursorHours, span.to))}
        y1={head}
        y2={bottom}
        stroke={palette.ink}
        strokeWidth={1.2}
      />
    </svg>
  );
});
