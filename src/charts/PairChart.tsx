import { memo, useId } from 'react';
import type { Study } from '../results/index.ts';
import type { Text } from '../text/index.ts';
import { peopleUnit, type HourSpan } from './axis.ts';
import { spreadLabels } from './labels.ts';
import { paletteOf, type Theme } from './palette.ts';
import { drawnHours, linePath, roundScales, valueAt, wholeSpan, type Margins } from './roundGeometry.ts';
import { TimeAxis, timeAxisHeight } from './TimeAxis.tsx';
import { BASE_FONT_SIZE, FONT_FAMILY, textWidth } from './typography.ts';

export const PAIR_SERIES = ['sampled', 'resulted'] as const;
export const PAIR_SIDES = ['a', 'b'] as const;
/** A is drawn through, B is dashed. */
export const pairDash = (side: 'a' | 'b'): string | undefined => (side === 'b' ? '7 4' : undefined);

export interface PairChartProps {
  readonly a: Study;
  readonly b: Study;
  /** Local time of the order. */
  readonly clock: string;
  readonly span: HourSpan;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly text: Text;
  readonly theme: Theme;
  readonly fontSize?: number;
  /** Names at the right end of the lines; narrow screens name them elsewhere. */
  readonly endLabels?: boolean;
}

/** Hours that show both plans to their ends. */
export const pairSpan = (a: Study, b: Study): HourSpan => ({ from: 0, to: Math.max(wholeSpan(a).to, wholeSpan(b).to) });

const peopleOf = (a: Study, b: Study): number => Math.max(a.participants, b.participants);
const endName = (text: Text, side: 'a' | 'b', series: (typeof PAIR_SERIES)[number]): string =>
  text.t(`compare:line.${series}`, { side: side.toUpperCase() });

/** Room around the plot; what lies over the chart uses the same. */
export function pairMargins(text: Text, a: Study, b: Study, fontSize: number, endLabels: boolean): Margins {
  const top = peopleOf(a, b);
  const { divisor } = peopleUnit(top, text.language);
  const names = PAIR_SIDES.flatMap((side) => PAIR_SERIES.map((series) => textWidth(endName(text, side, series), fontSize)));
  return {
    top: Math.round(fontSize * 1.55),
    right: endLabels ? Math.round(Math.max(...names) + fontSize * 2.1) : Math.round(fontSize),
    bottom: timeAxisHeight(fontSize),
    left: Math.round(textWidth(text.format.number(top / divisor), fontSize) + fontSize * 1.3),
  };
}

export const pairScales = (a: Study, b: Study, span: HourSpan, width: number, height: number, margins: Margins) =>
  roundScales(span, peopleOf(a, b), width, height, margins);

/** Two plans over time: people sampled and resulted, A drawn through and B dashed, the gap between them tinted, with the deadlines. */
export const PairChart = memo(function PairChart(props: PairChartProps) {
  const { a, b, clock, span, width, height, text, theme, fontSize = BASE_FONT_SIZE, endLabels = true } = props;
  const id = useId().replace(/[^\w-]/g, '');
  const palette = paletteOf(theme);
  const margins = pairMargins(text, a, b, fontSize, endLabels);
  const scales = pairScales(a, b, span, width, height, margins);
  const { x, y, plotHeight } = scales;
  const [left, right] = x.range();
  const bottom = margins.top + plotHeight;
  const unit = peopleUnit(peopleOf(a, b), text.language);
  const lines = PAIR_SIDES.flatMap((side) => {
    const study = side === 'a' ? a : b;
    const at = drawnHours(study.hours, span, right - left);
    return PAIR_SERIES.map((series) => ({
      side,
      series,
      color: palette[series],
      path: linePath(study, study.bands[series].mean, at, scales),
      end: valueAt(study.hours, study.bands[series].mean, span.to),
    }));
  });
  const gap = (series: (typeof PAIR_SERIES)[number]): string => {
    const hours = drawnHours(a.hours, span, right - left);
    const edge = (study: Study, order: readonly number[]): string =>
      order.map((hour) => `${x(hour).toFixed(1)},${y(valueAt(study.hours, study.bands[series].mean, hour)).toFixed(1)}`).join('L');
    return `M${edge(a, hours)}L${edge(b, hours.toReversed())}Z`;
  };
  const deadlines = [...new Set([a, b].map((study) => study.sampledWithinDeadline.deadlineHours))].filter((hours) => hours <= span.to);
  const wanted = lines.map(({ end }, index) => y(end) + index * 1e-3);
  const places = spreadLabels(wanted, fontSize * 1.3, margins.top - fontSize * 0.4, Math.max(bottom, margins.top + fontSize * 4));
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={text.t('compare:screen.timeline')}
      fontFamily={FONT_FAMILY}
      fontSize={fontSize}
    >
      <defs>
        <clipPath id={`${id}-plot`}>
          <rect x={left} y={margins.top - 2} width={right - left} height={plotHeight + 3} />
        </clipPath>
      </defs>
      {y.ticks(Math.max(2, Math.min(5, Math.floor(plotHeight / (fontSize * 2))))).map((value) => (
        <g key={value}>
          {value > 0 && <line x1={left} x2={right} y1={y(value)} y2={y(value)} stroke={palette.grid} />}
          <text x={left - fontSize * 0.5} y={y(value) + fontSize * 0.36} textAnchor="end" fill={palette.ink}>
            {text.format.number(value / unit.divisor, value > 0 && unit.divisor > 1 && peopleOf(a, b) / unit.divisor < 4 ? 1 : 0)}
          </text>
        </g>
      ))}
      <text x={2} y={fontSize} fill={palette.inkSoft}>
        {text.t(unit.key)}
      </text>
      <TimeAxis {...{ x, span, top: bottom, plotHeight, fontSize, palette, text }} orderClock={clock} />
      <g clipPath={`url(#${id}-plot)`} fill="none" strokeLinejoin="round">
        {PAIR_SERIES.map((series) => (
          <path key={series} d={gap(series)} fill={palette[series]} fillOpacity={0.12} fillRule="evenodd" />
        ))}
        {lines.map(({ side, series, color, path }) => (
          <path key={side + series} d={path} stroke={color} strokeWidth={2.2} strokeDasharray={pairDash(side)} />
        ))}
      </g>
      {deadlines.map((hours) => {
        const words = text.t('charts:deadline', { offset: text.format.offset(hours) });
        const leftwards = x(hours) + textWidth(words, fontSize) > right + margins.right;
        return (
          <g key={hours}>
            <line
              x1={x(hours)}
              x2={x(hours)}
              y1={margins.top - 4}
              y2={bottom}
              stroke={palette.breach}
              strokeDasharray="2 3"
              strokeWidth={1.4}
            />
            <text
              x={x(hours) + (leftwards ? -4 : 4)}
              y={fontSize}
              textAnchor={leftwards ? 'end' : 'start'}
              fill={palette.ink}
              fontWeight={600}
            >
              {words}
            </text>
          </g>
        );
      })}
      {endLabels &&
        lines.map(({ side, series, color, end }, index) => (
          <g key={side + series}>
            <path d={`M${right},${y(end)}L${right + fontSize * 0.5},${places[index]}`} stroke={color} strokeOpacity={0.6} fill="none" />
            <path
              d={`M${right + fontSize * 0.5},${places[index]}h${fontSize * 1.2}`}
              stroke={color}
              strokeWidth={2.2}
              strokeDasharray={side === 'b' ? '5 3' : undefined}
            />
            <text x={right + fontSize * 1.95} y={places[index] + fontSize * 0.36} fill={palette.ink}>
              {endName(text, side, series)}
            </text>
          </g>
        ))}
    </svg>
  );
});
