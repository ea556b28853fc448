import { line, scaleLinear, scalePoint } from 'd3';
import type { MeanFigure } from '../results/index.ts';
import type { Text } from '../text/index.ts';
import { spreadLabels } from './labels.ts';
import { paletteOf, type Theme } from './palette.ts';
import { BASE_FONT_SIZE, FONT_FAMILY, textWidth } from './typography.ts';

/** Mean response of both areas at one number of confirmed cases a day. */
export interface SurgePoint {
  readonly casesPerDay: number;
  readonly urban: MeanFigure;
  readonly rural: MeanFigure;
}

export interface SurgeChartProps {
  readonly points: readonly SurgePoint[];
  readonly standard: { readonly urban: number; readonly rural: number };
  readonly width: number;
  readonly height: number;
  readonly text: Text;
  readonly theme: Theme;
  readonly fontSize?: number;
}

const AREAS = ['urban', 'rural'] as const;

/** What confirmed cases that ride in the same ambulances do to the mean response: means with intervals, standards dashed. */
export function SurgeChart({ points, standard, width, height, text, theme, fontSize = BASE_FONT_SIZE }: SurgeChartProps) {
  const palette = paletteOf(theme);
  const most = Math.max(
    standard.rural * 1.08,
    ...points.flatMap((point) => AREAS.map((area) => point[area].interval?.[1] ?? point[area].mean)),
  );
  const names = AREAS.map((area) => text.t(`charts:reach.${area}`));
  const left = Math.ceil(textWidth('999', fontSize)) + 8;
  const right = Math.ceil(Math.max(...names.map((name) => textWidth(name, fontSize)))) + 14;
  const [upper, lower] = [Math.round(fontSize * 0.9), height - Math.round(fontSize * 1.8)];
  const x = scalePoint<number>(
    points.map(({ casesPerDay }) => casesPerDay),
    [left + fontSize * 2, width - right - fontSize],
  );
  const y = scaleLinear([0, most], [lower, upper]);
  const colors = { urban: palette.sampled, rural: palette.resulted };
  const ends = spreadLabels(
    AREAS.map((area) => y(points[points.length - 1]?.[area].mean ?? 0)),
    fontSize * 1.25,
    upper,
    lower,
  );
  const words = points.map(({ casesPerDay, urban, rural }) =>
    text.t('charts:surge.point', {
      cases: text.format.number(casesPerDay),
      urban: text.format.number(urban.mean, 1),
      rural: text.format.number(rural.mean, 1),
    }),
  );
  return (
    <svg
      {...{ width, height, fontSize }}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${text.t('charts:surge.title')}: ${words.join(text.language === 'zh' ? '；' : '; ')}`}
      fontFamily={FONT_FAMILY}
    >
      {y.ticks(4).map((minutes) => (
        <g key={minutes}>
          <line x1={left} x2={width - right} y1={y(minutes)} y2={y(minutes)} stroke={palette.grid} />
          <text x={left - 6} y={y(minutes) + fontSize * 0.35} textAnchor="end" fill={palette.inkSoft}>
            {minutes}
          </text>
        </g>
      ))}
      {points.map(({ casesPerDay }) => (
        <text key={casesPerDay} x={x(casesPerDay)} y={height - fontSize * 0.5} textAnchor="middle" fill={palette.inkSoft}>
          {text.t('charts:surge.cases', { cases: text.format.number(casesPerDay) })}
        </text>
      ))}
      {AREAS.map((area, index) => (
        <g key={area}>
          <line
            x1={left}
            x2={width - right}
            y1={y(standard[area])}
            y2={y(standard[area])}
            stroke={palette.breach}
            strokeWidth={1.3}
            strokeDasharray="5 3"
          />
          <path
            d={
              line<SurgePoint>(
                (point) => x(point.casesPerDay)!,
                (point) => y(point[area].mean),
              )(points) ?? undefined
            }
            fill="none"
            stroke={colors[area]}
            strokeWidth={2.2}
          />
          {points.map((point, place) => {
            const isLast = place === points.length - 1;
            const [low, high] = point[area].interval ?? [point[area].mean, point[area].mean];
            const at = x(point.casesPerDay)!;
            return (
              <g key={point.casesPerDay}>
                <path d={`M${at - 4},${y(low)}h8m-4,0V${y(high)}m-4,0h8`} fill="none" stroke={palette.ink} strokeWidth={1.1} />
                {area === 'urban' ? (
                  <circle cx={at} cy={y(point[area].mean)} r={3.6} fill={colors[area]} />
                ) : (
                  <rect x={at - 3.4} y={y(point[area].mean) - 3.4} width={6.8} height={6.8} fill={colors[area]} />
                )}
                <text x={at + (isLast ? -7 : 7)} y={y(point[area].mean) - 5} textAnchor={isLast ? 'end' : 'start'} fill={palette.ink}>
                  {text.format.number(point[area].mean, 1)}
                </text>
              </g>
            );
          })}
          <text x={width - right + 8} y={ends[index] + fontSize * 0.35} fill={palette.ink}>
            {names[index]}
          </text>
        </g>
      ))}
    </svg>
  );
}
