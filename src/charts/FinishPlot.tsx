import { scaleLinear } from 'd3';
import type { Text } from '../text/index.ts';
import type { HourSpan } from './axis.ts';
import { paletteOf, type Theme } from './palette.ts';
import { TimeAxis, timeAxisHeight } from './TimeAxis.tsx';
import { BASE_FONT_SIZE, firstFitting, FONT_FAMILY, textWidth } from './typography.ts';

export interface FinishPlotProps {
  /** Finish of each run in hours after the order, any order; NaN or Infinity for a run that never got there. */
  readonly finishHours: ArrayLike<number>;
  readonly deadlineHours: number;
  readonly clock: string;
  /** Which finish: decides colour and word. */
  readonly finish: 'sampled' | 'resulted';
  readonly width: number;
  readonly height: number;
  readonly text: Text;
  readonly theme: Theme;
  readonly fontSize?: number;
  /** Number of dots; each stands for an equal share of the runs. */
  readonly dots?: number;
}

/**
 * Places of the dots: equal-probability quantiles of the runs, stacked in columns one dot wide. The deadline is the edge of a column, so
 * that no dot stands on the wrong side of it.
 */
export function quantileDots(
  finishHours: ArrayLike<number>,
  dots: number,
  columnHours: number,
  deadlineHours: number,
): { hours: number; level: number }[] {
  const sorted = Array.from(finishHours)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const shown = finishHours.length === 0 ? 0 : Math.round((dots * sorted.length) / finishHours.length);
  const levels = new Map<number, number>();
  return Array.from({ length: shown }, (_, index) => {
    const hours = sorted[Math.min(sorted.length - 1, Math.floor(((index + 0.5) / shown) * sorted.length))];
    const column = Math.ceil((hours - deadlineHours) / columnHours) - 1;
    const level = levels.get(column) ?? 0;
    levels.set(column, level + 1);
    return { hours: deadlineHours + (column + 0.5) * columnHours, level };
  });
}

/** Finish times of all runs as countable dots before and after the deadline: late ones are hollow, not only of another colour. */
export function FinishPlot({
  finishHours,
  deadlineHours,
  clock,
  finish,
  width,
  height,
  text,
  theme,
  fontSize = BASE_FONT_SIZE,
  dots = 50,
}: FinishPlotProps) {
  const palette = paletteOf(theme);
  const values = Array.from(finishHours);
  const reached = values.filter(Number.isFinite).sort((a, b) => a - b);
  const low = Math.min(deadlineHours, reached[0] ?? deadlineHours);
  const high = Math.max(deadlineHours, reached[reached.length - 1] ?? deadlineHours);
  const pad = Math.max(1, (high - low) * 0.06);
  const span: HourSpan = { from: Math.max(0, low - pad), to: high + pad };
  const axisHeight = timeAxisHeight(fontSize);
  const top = Math.round(fontSize * 1.7);
  const plotHeight = Math.max(10, height - top - axisHeight);
  const x = scaleLinear([span.from, span.to], [fontSize, width - fontSize]);
  const hoursPerPixel = (span.to - span.from) / Math.max(1, width - 2 * fontSize);
  // The largest dot with which the tallest column still fits.
  const fits = (radius: number) => {
    const tallest = Math.max(0, ...quantileDots(values, dots, 2 * radius * hoursPerPixel, deadlineHours).map((dot) => dot.level + 1));
    return tallest * 2 * radius <= plotHeight;
  };
  const radius = [6, 5, 4, 3.2, 2.6, 2, 1.5].find(fits) ?? 1;
  const placed = quantileDots(values, dots, 2 * radius * hoursPerPixel, deadlineHours);
  const onTime = reached.filter((hours) => hours <= deadlineHours).length / Math.max(1, values.length);
  // Runs that never got there lie beyond every other, so the middle run is counted over all of them.
  const median: number | undefined = reached[Math.floor((values.length - 1) / 2)];
  const color = finish === 'sampled' ? palette.sampled : palette.resulted;
  const base = top + plotHeight;
  const words = firstFitting(
    [
      `${text.t('charts:deadline', { offset: text.format.offset(deadlineHours) })} · ${text.t('charts:finish.onTime', { percent: text.format.percent(onTime) })}`,
      text.t('charts:finish.onTime', { percent: text.format.percent(onTime) }),
    ],
    fontSize,
    width - fontSize,
  );
  const half = textWidth(words, fontSize) / 2;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${text.t('charts:finish.title')}: ${words}`}
      fontFamily={FONT_FAMILY}
      fontSize={fontSize}
    >
      <TimeAxis {...{ x, span, top: base, plotHeight, fontSize, palette, text }} orderClock={clock} />
      <line
        x1={x(deadlineHours)}
        x2={x(deadlineHours)}
        y1={top - 4}
        y2={base}
        stroke={palette.breach}
        strokeWidth={1.6}
        strokeDasharray="5 3"
      />
      <text
        x={Math.max(half + 2, Math.min(width - half - 2, x(deadlineHours)))}
        y={fontSize}
        textAnchor="middle"
        fill={palette.ink}
        fontWeight={600}
      >
        {words}
      </text>
      {placed.map((dot, index) => (
        <circle
          key={index}
          cx={x(dot.hours)}
          cy={base - radius - dot.level * 2 * radius}
          r={radius - 0.6}
          fill={dot.hours <= deadlineHours ? color : palette.paper}
          stroke={dot.hours <= deadlineHours ? color : palette.breach}
          strokeWidth={1.3}
        />
      ))}
      {median !== undefined && <path d={`M${x(median)},${base + 1}l-5,7h10z`} fill={palette.ink} />}
    </svg>
  );
}
