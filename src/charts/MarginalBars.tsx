import { scaleLinear } from 'd3';
import type { Marginal } from '../results/index.ts';
import type { Text } from '../text/index.ts';
import { paletteOf, type Theme } from './palette.ts';
import { BASE_FONT_SIZE, FONT_FAMILY, textWidth } from './typography.ts';

export interface MarginalBarsProps {
  readonly marginals: readonly Marginal[];
  readonly finish: 'sampled' | 'resulted';
  readonly width: number;
  readonly text: Text;
  readonly theme: Theme;
  readonly fontSize?: number;
}

/** Rows of a bar chart: largest gain first; an effect whose interval holds 0 is said to be invisible. */
export const marginalRows = (marginals: readonly Marginal[], finish: 'sampled' | 'resulted'): Marginal[] =>
  marginals.filter((marginal) => marginal.finish === finish).sort((a, b) => a.effectHours - b.effectHours);

const unclear = (marginal: Marginal): boolean =>
  Math.abs(marginal.effectHours) < 0.05 || (marginal.interval !== null && marginal.interval[0] <= 0 && marginal.interval[1] >= 0);

/** The change in the reader's words: "+37 个采样台". */
export function amountWords(marginal: Marginal, text: Text): string {
  const { amount, resource } = marginal;
  return text.t(`charts:amount.${resource}`, { amount: text.format.number(amount, Number.isInteger(amount) ? 0 : 1) });
}

/** Hours by which the mean finish moves when a resource grows, with intervals. Left of the line is sooner. */
export function MarginalBars({ marginals, finish, width, text, theme, fontSize = BASE_FONT_SIZE }: MarginalBarsProps) {
  const palette = paletteOf(theme);
  const rows = marginalRows(marginals, finish);
  const rowHeight = Math.round(fontSize * 2.9);
  const height = rows.length * rowHeight + 4;
  const reach = Math.max(0.5, ...rows.flatMap((row) => [Math.abs(row.effectHours), ...(row.interval ?? []).map(Math.abs)]));
  const valueWidth = Math.max(...['+99.9 小时', text.t('charts:marginal.none')].map((words) => textWidth(words, fontSize))) + fontSize;
  const x = scaleLinear([-reach, 0], [2, Math.max(60, width - valueWidth)]);
  const clamp = (hours: number) => x(Math.min(0, Math.max(-reach, hours)));
  const color = finish === 'sampled' ? palette.sampled : palette.resulted;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={text.t('charts:marginal.title')}
      fontFamily={FONT_FAMILY}
      fontSize={fontSize}
    >
      {rows.map((row, index) => {
        const y = index * rowHeight + fontSize * 1.1;
        const name = text.find(`product:resource.${row.resource}`) ?? row.resource;
        const bar = y + fontSize * 0.45;
        return (
          <g key={row.resource}>
            <text x={2} y={y} fill={palette.ink}>
              {name} <tspan fill={palette.inkSoft}>{amountWords(row, text)}</tspan>
            </text>
            <rect
              x={clamp(row.effectHours)}
              width={Math.max(1.5, x(0) - clamp(row.effectHours))}
              y={bar}
              height={fontSize * 0.75}
              fill={color}
              fillOpacity={unclear(row) ? 0.35 : 1}
            />
            {row.interval !== null && (
              <path
                d={`M${clamp(row.interval[0])},${bar + fontSize * 0.1}v${fontSize * 0.55}m0,${-fontSize * 0.275}H${clamp(row.interval[1])}m0,${-fontSize * 0.275}v${fontSize * 0.55}`}
                stroke={palette.ink}
                strokeWidth={1.2}
                fill="none"
              />
            )}
            <text x={x(0) + fontSize * 0.5} y={bar + fontSize * 0.72} fill={palette.ink}>
              {unclear(row) ? text.t('charts:marginal.none') : text.format.change(row.effectHours)}
            </text>
          </g>
        );
      })}
      <line x1={x(0)} x2={x(0)} y1={fontSize * 1.3} y2={height} stroke={palette.line} />
    </svg>
  );
}
