import type { ScaleLinear } from 'd3';
import type { Text } from '../text/index.ts';
import { clockTicks, hourStep, offsetTicks, type ClockTick, type HourSpan } from './axis.ts';
import type { Palette } from './palette.ts';
import { textWidth } from './typography.ts';

interface TimeAxisProps {
  readonly x: ScaleLinear<number, number>;
  readonly span: HourSpan;
  readonly orderClock: string;
  readonly top: number;
  /** Height of the plot above, for the grid lines. */
  readonly plotHeight: number;
  readonly fontSize: number;
  readonly palette: Palette;
  readonly text: Text;
  /** Without the second row of hours after the order. */
  readonly compact?: boolean;
}

/** Height of the axis in pixels: one row of local time, one of hours after the order. */
export const timeAxisHeight = (fontSize: number, compact = false): number => Math.round(fontSize * (compact ? 1.6 : 2.7));

export interface ClockLabel extends ClockTick {
  readonly words: string;
  /** Pixels: middle and half width. */
  readonly at: number;
  readonly half: number;
}

const PIXEL_GAP = 8;

/** Words of the first row: days at midnight, else the time; the first one also names its day where that fits. */
export function clockLabels(
  x: ScaleLinear<number, number>,
  span: HourSpan,
  orderClock: string,
  fontSize: number,
  text: Text,
): ClockLabel[] {
  const [left, right] = x.range();
  const step = hourStep((right - left) / (span.to - span.from), textWidth(text.t('charts:day', { day: 28 }), fontSize) + fontSize * 0.9);
  const named = (tick: ClockTick, words: string): ClockLabel => {
    const half = textWidth(words, fontSize) / 2;
    return { ...tick, words, half, at: Math.max(left + half - fontSize, Math.min(right - half + fontSize, x(tick.hours))) };
  };
  const labels = clockTicks(span, orderClock, step).map((tick) =>
    named(tick, tick.midnight ? text.t('charts:day', { day: tick.day }) : text.format.timeOfDay(tick.hours, orderClock)),
  );
  const [first, second] = labels;
  if (first !== undefined && !first.midnight) {
    const dated = named(first, `${text.t('charts:day', { day: first.day })} ${first.words}`);
    if (second === undefined || dated.at + dated.half + PIXEL_GAP <= second.at - second.half) labels[0] = dated;
  }
  // At the edges labels are pushed inwards; one that would touch its neighbour gives way.
  return labels.filter(
    (label, index) => index === 0 || label.at - label.half >= labels[index - 1].at + labels[index - 1].half + PIXEL_GAP / 2,
  );
}

/** Local clock and days in the first row, hours after the order in the second. */
export function TimeAxis({ x, span, orderClock, top, plotHeight, fontSize, palette, text, compact = false }: TimeAxisProps) {
  const [left, right] = x.range();
  const labels = clockLabels(x, span, orderClock, fontSize, text);
  const offsetStep = hourStep((right - left) / (span.to - span.from), textWidth('T+148.5 h', fontSize) + fontSize);
  const inside = (hours: number) => {
    const half = textWidth(text.format.offset(hours), fontSize) / 2;
    return x(hours) - half >= left - fontSize && x(hours) + half <= right + fontSize;
  };
  return (
    <g fontSize={fontSize} textAnchor="middle">
      {labels.map((label) => (
        <line
          key={label.hours}
          x1={x(label.hours)}
          x2={x(label.hours)}
          y1={top - plotHeight}
          y2={top + (label.midnight ? 6 : 4)}
          stroke={label.midnight ? palette.line : palette.grid}
          strokeOpacity={label.midnight ? 0.55 : 1}
        />
      ))}
      <line x1={left} x2={right} y1={top} y2={top} stroke={palette.line} />
      {labels.map((label) => (
        <text key={label.hours} x={label.at} y={top + fontSize * 1.3} fill={palette.ink} fontWeight={label.midnight ? 600 : 400}>
          {label.words}
        </text>
      ))}
      {!compact &&
        offsetTicks(span, offsetStep)
          .filter(inside)
          .map((hours) => (
            <text key={hours} x={x(hours)} y={top + fontSize * 2.5} fill={palette.inkSoft}>
              {text.format.offset(hours)}
            </text>
          ))}
    </g>
  );
}
