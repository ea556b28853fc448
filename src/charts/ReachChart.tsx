import { line, scaleLinear } from 'd3';
import type { Text } from '../text/index.ts';
import { spreadLabels } from './labels.ts';
import { paletteOf, type Theme } from './palette.ts';
import { BASE_FONT_SIZE, FONT_FAMILY, textWidth } from './typography.ts';

/** Residents of one area by the minutes in which they are reached. */
export interface ReachSeries {
  readonly area: 'urban' | 'rural';
  /** Share reached within 0, 1, 2 … minutes. */
  readonly now: ArrayLike<number>;
  /** The same before a change; null where nothing has changed. */
  readonly before: ArrayLike<number> | null;
  readonly standardMinutes: number;
}

export interface ReachChartProps {
  readonly series: readonly ReachSeries[];
  /** What is counted, where it is not residents. */
  readonly title?: string;
  readonly width: number;
  readonly height: number;
  readonly text: Text;
  readonly theme: Theme;
  readonly fontSize?: number;
}

const SHARES = [0, 0.25, 0.5, 0.75, 1];
const TICK_MINUTES = 10;

/**
 * Who is reached within so many minutes, area by area, against the standard of each: full lines now, thin dashed ones before. The country's
 * line is dotted with squares, so that colour does not stand alone.
 */
export function ReachChart({ series, title, width, height, text, theme, fontSize = BASE_FONT_SIZE }: ReachChartProps) {
  const palette = paletteOf(theme);
  const top = Math.max(1, ...series.map(({ now }) => now.length - 1));
  const labels = series.map(({ area }) => text.t(`charts:reach.${area}`));
  const left = Math.ceil(textWidth('100%', fontSize)) + 8;
  const right = Math.ceil(Math.max(...labels.map((label) => textWidth(label, fontSize)))) + 12;
  const [upper, lower] = [Math.round(fontSize * 1.6), height - Math.round(fontSize * 1.7)];
  const x = scaleLinear([0, top], [left, width - right]);
  const y = scaleLinear([0, 1], [lower, upper]);
  const path = (curve: ArrayLike<number>) =>
    line<number>(
      (_, minute) => x(minute),
      (share) => y(share),
    )(Array.from(curve)) ?? undefined;
  const colorOf = (area: ReachSeries['area']): string => (area === 'urban' ? palette.sampled : palette.resulted);
  const ends = spreadLabels(
    series.map(({ now }) => y(now[now.length - 1])),
    fontSize * 1.25,
    upper,
    lower,
  );
  const marks = series.map(({ standardMinutes, now }) =>
    text.t('charts:reach.within', { minutes: standardMinutes, share: text.format.percent(now[standardMinutes]) }),
  );
  const places = series.map(({ standardMinutes }) => x(standardMinutes));
  const gap = Math.max(...places) - Math.min(...places);
  const isTight = gap < Math.max(...marks.map((mark) => textWidth(mark, fontSize))) + fontSize;
  const anchors = places.map((place) => (!isTight ? 'middle' : place > Math.min(...places) ? 'start' : 'end'));
  const summary = series
    .map(({ area, now, standardMinutes }) =>
      text.t('charts:reach.summary', {
        area: text.t(`charts:reach.${area}`),
        minutes: standardMinutes,
        share: text.format.percent(now[standardMinutes]),
      }),
    )
    .join(text.language === 'zh' ? '；' : '; ');
  return (
    <svg
      {...{ width, height, fontSize }}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${title ?? text.t('charts:reach.title')}: ${summary}`}
      fontFamily={FONT_FAMILY}
    >
      {SHARES.map((share) => (
        <g key={share}>
          <line x1={left} x2={width - right} y1={y(share)} y2={y(share)} stroke={palette.grid} />
          <text x={left - 6} y={y(share) + fontSize * 0.35} textAnchor="end" fill={palette.inkSoft}>
            {text.format.percent(share, 0)}
          </text>
        </g>
      ))}
      {Array.from({ length: Math.floor(top / TICK_MINUTES) + 1 }, (_, k) => k * TICK_MINUTES).map((minute) => (
        <text key={minute} x={x(minute)} y={height - fontSize * 0.4} textAnchor="middle" fill={palette.inkSoft}>
          {minute + TICK_MINUTES > top ? text.t('charts:reach.minutes', { minutes: minute }) : minute}
        </text>
      ))}
      {series.map(({ area, standardMinutes }, index) => (
        <g key={area}>
          <line
            x1={x(standardMinutes)}
            x2={x(standardMinutes)}
            y1={upper - 2}
            y2={lower}
            stroke={palette.breach}
            strokeWidth={1.4}
            strokeDasharray="5 3"
          />
          <text x={x(standardMinutes)} y={fontSize} textAnchor={anchors[index]} fill={palette.ink} fontWeight={600}>
            {marks[index]}
          </text>
        </g>
      ))}
      {series.map(({ area, before, now }, index) => (
        <g key={area}>
          {before !== null && (
            <path d={path(before)} fill="none" stroke={colorOf(area)} strokeWidth={1.2} strokeDasharray="3 3" strokeOpacity={0.9} />
          )}
          <path d={path(now)} fill="none" stroke={colorOf(area)} strokeWidth={2.2} />
          {area === 'rural' &&
            Array.from({ length: Math.floor(top / 5) }, (_, k) => (k + 1) * 5).map((minute) => (
              <rect key={minute} x={x(minute) - 2.5} y={y(now[minute]) - 2.5} width={5} height={5} fill={colorOf(area)} />
            ))}
          <text x={width - right + 8} y={ends[index] + fontSize * 0.35} fill={palette.ink}>
            {labels[index]}
          </text>
        </g>
      ))}
    </svg>
  );
}
