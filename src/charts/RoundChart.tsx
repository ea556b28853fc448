import { memo, useId } from 'react';
import type { Study } from '../results/index.ts';
import type { Text } from '../text/index.ts';
import { peopleUnit, type HourSpan } from './axis.ts';
import { DeadlineMarks } from './DeadlineMarks.tsx';
import { LineEnds } from './LineEnds.tsx';
import { paletteOf, type Theme } from './palette.ts';
import { areaPath, drawnHours, linePath, ROUND_SERIES, roundScales, valueAt, type Margins, type RoundScales } from './roundGeometry.ts';
import { TimeAxis, timeAxisHeight } from './TimeAxis.tsx';
import { BASE_FONT_SIZE, FONT_FAMILY, textWidth } from './typography.ts';

export interface RoundChartProps {
  readonly study: Study;
  /** Local time of the order, "08:00". */
  readonly clock: string;
  readonly span: HourSpan;
  readonly nights: readonly HourSpan[];
  /** Hour at which people stop coming; null for none. */
  readonly windowEndHours?: number | null;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly text: Text;
  readonly theme: Theme;
  readonly fontSize?: number;
  /** In place of roundMargins, where others draw beside it on the same scale. */
  readonly margins?: Margins;
  /** Names at the right end of the lines; narrow screens name them elsewhere. */
  readonly endLabels?: boolean;
}

/** Room around the plot; the cursor layer uses the same. */
export function roundMargins(text: Text, top: number, fontSize: number, endLabels: boolean): Margins {
  const { divisor } = peopleUnit(top, text.language);
  const names = ROUND_SERIES.map((name) => textWidth(text.t(`charts:${name}`), fontSize));
  return {
    top: Math.round(fontSize * 1.55),
    right: endLabels ? Math.round(Math.max(...names) + fontSize * 2.1) : Math.round(fontSize),
    bottom: timeAxisHeight(fontSize),
    left: Math.round(textWidth(text.format.number(top / divisor), fontSize) + fontSize * 1.3),
  };
}

function Bands({
  study,
  at,
  scales,
  palette,
  hatch,
}: {
  study: Study;
  at: number[];
  scales: RoundScales;
  palette: ReturnType<typeof paletteOf>;
  hatch: string;
}) {
  const { arrived, sampled, delivered, resulted } = study.bands;
  return (
    <g fill="none" strokeLinejoin="round">
      <path d={areaPath(study, delivered.mean, sampled.mean, at, scales)} fill={`url(#${hatch})`} />
      <path d={areaPath(study, sampled.p10, sampled.p90, at, scales)} fill={palette.sampled} fillOpacity={0.2} />
      <path d={areaPath(study, resulted.p10, resulted.p90, at, scales)} fill={palette.resulted} fillOpacity={0.22} />
      <path
        d={linePath(study, arrived.mean, at, scales)}
        stroke={palette.arrived}
        strokeWidth={1.3}
        strokeDasharray="1.5 3"
        strokeLinecap="round"
      />
      <path d={linePath(study, delivered.mean, at, scales)} stroke={palette.sampled} strokeWidth={1.2} strokeDasharray="6 3" />
      <path d={linePath(study, sampled.mean, at, scales)} stroke={palette.sampled} strokeWidth={2.4} />
      <path d={linePath(study, resulted.mean, at, scales)} stroke={palette.resulted} strokeWidth={2.4} />
    </g>
  );
}

/** The round over time: people arrived, sampled, on the way (hatched) and resulted, with bands, nights, deadlines and both clocks. */
export const RoundChart = memo(function RoundChart(props: RoundChartProps) {
  const {
    study,
    clock,
    span,
    nights,
    windowEndHours = null,
    width,
    height,
    text,
    theme,
    fontSize = BASE_FONT_SIZE,
    endLabels = true,
  } = props;
  const id = useId().replace(/[^\w-]/g, '');
  const palette = paletteOf(theme);
  const top = study.participants;
  const margins = props.margins ?? roundMargins(text, top, fontSize, endLabels);
  const scales = roundScales(span, top, width, height, margins);
  const { x, y, plotHeight } = scales;
  const [left, right] = x.range();
  const bottom = margins.top + plotHeight;
  const at = drawnHours(study.hours, span, right - left);
  const unit = peopleUnit(top, text.language);
  const digits = top / unit.divisor < 4 && unit.divisor > 1 ? 1 : 0;
  const ends = ROUND_SERIES.map((name) => valueAt(study.hours, study.bands[name].mean, span.to));
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={text.t('charts:round.title')}
      fontFamily={FONT_FAMILY}
      fontSize={fontSize}
    >
      <defs>
        <clipPath id={`${id}-plot`}>
          <rect x={left} y={margins.top - 2} width={right - left} height={plotHeight + 3} />
        </clipPath>
        <pattern id={`${id}-way`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={6} height={6} fill={palette.sampled} fillOpacity={0.06} />
          <line x1={0} x2={0} y1={0} y2={6} stroke={palette.sampled} strokeOpacity={0.35} strokeWidth={1.5} />
        </pattern>
      </defs>
      <g clipPath={`url(#${id}-plot)`}>
        {nights.map((night) => (
          <rect
            key={night.from}
            x={x(night.from)}
            y={margins.top}
            width={Math.max(0, x(night.to) - x(night.from))}
            height={plotHeight}
            fill={palette.night}
          />
        ))}
      </g>
      {y.ticks(Math.max(2, Math.min(5, Math.floor(plotHeight / (fontSize * 2))))).map((value) => (
        <g key={value}>
          {value > 0 && <line x1={left} x2={right} y1={y(value)} y2={y(value)} stroke={palette.grid} />}
          <text x={left - fontSize * 0.5} y={y(value) + fontSize * 0.36} textAnchor="end" fill={palette.ink}>
            {text.format.number(value / unit.divisor, value === 0 ? 0 : digits)}
          </text>
        </g>
      ))}
      <text x={2} y={fontSize} fill={palette.inkSoft}>
        {text.t(unit.key)}
      </text>
      <TimeAxis {...{ x, span, top: bottom, plotHeight, fontSize, palette, text }} orderClock={clock} />
      <g clipPath={`url(#${id}-plot)`}>
        <Bands {...{ study, at, scales, palette }} hatch={`${id}-way`} />
      </g>
      <DeadlineMarks {...{ study, span, scales, margins, palette, text, fontSize, windowEndHours }} />
      {endLabels && <LineEnds {...{ ends, scales, palette, text, fontSize }} />}
    </svg>
  );
});
