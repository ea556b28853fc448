import { clockLabels, FONT_FAMILY, textWidth, valueAt, type Margins, type Palette, type RoundScales } from '../../charts/index.ts';
import type { Study } from '../../results/index.ts';
import type { Text } from '../../text/index.ts';

interface CursorLayerProps {
  readonly study: Study;
  readonly clock: string;
  readonly cursorHours: number;
  /** Where the mouse is; null when it is elsewhere. */
  readonly hoverHours: number | null;
  readonly scales: RoundScales;
  readonly margins: Margins;
  readonly width: number;
  readonly height: number;
  readonly text: Text;
  readonly palette: Palette;
  readonly fontSize: number;
}

/** The cursor with its instant on the axis and a dot on every line; a thin line under the mouse. */
export function CursorLayer({
  study,
  clock,
  cursorHours,
  hoverHours,
  scales,
  margins,
  width,
  height,
  text,
  palette,
  fontSize,
}: CursorLayerProps) {
  const { x, y, plotHeight } = scales;
  const [from, to] = x.domain();
  const [left, right] = x.range();
  const bottom = margins.top + plotHeight;
  const labels = clockLabels(x, { from, to }, clock, fontSize, text);
  const flag = (hours: number, strong: boolean) => {
    const words = text.format.clock(hours, clock);
    const half = textWidth(words, fontSize) / 2 + fontSize * 0.45;
    const at = Math.max(left + half - fontSize, Math.min(right - half + fontSize, x(hours)));
    // Marks of the axis that the flag would cut are covered whole.
    const cut = labels.filter((label) => label.at + label.half > at - half && label.at - label.half < at + half);
    const from = Math.min(at - half, ...cut.map((label) => label.at - label.half));
    const to = Math.max(at + half, ...cut.map((label) => label.at + label.half));
    return (
      <g>
        <rect x={from - 2} y={bottom + 1} width={to - from + 4} height={fontSize * 1.5} fill={palette.paper} />
        <rect x={at - half} y={bottom + 1} width={half * 2} height={fontSize * 1.55} rx={3} fill={strong ? palette.ink : palette.inkSoft} />
        <text x={at} y={bottom + 1 + fontSize * 1.13} textAnchor="middle" fill={palette.paper} fontWeight={600}>
          {words}
        </text>
      </g>
    );
  };
  const dots = [
    { name: 'arrived', color: palette.arrived, r: 2.6 },
    { name: 'delivered', color: palette.sampled, r: 2.6 },
    { name: 'sampled', color: palette.sampled, r: 4.2 },
    { name: 'resulted', color: palette.resulted, r: 4.2 },
  ] as const;
  const visible = cursorHours >= from && cursorHours <= to;
  return (
    <svg
      className="round-cursor"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      fontFamily={FONT_FAMILY}
      fontSize={fontSize}
    >
      {hoverHours !== null && hoverHours >= from && hoverHours <= to && (
        <g>
          <line x1={x(hoverHours)} x2={x(hoverHours)} y1={margins.top} y2={bottom} stroke={palette.inkSoft} strokeWidth={1} />
          {flag(hoverHours, false)}
        </g>
      )}
      {visible && (
        <g>
          <line x1={x(cursorHours)} x2={x(cursorHours)} y1={margins.top - 1} y2={bottom} stroke={palette.ink} strokeWidth={1.6} />
          <path d={`M${x(cursorHours)},${margins.top - 1}l-5,-6h10z`} fill={palette.ink} />
          {dots.map((dot) => (
            <circle
              key={dot.name}
              cx={x(cursorHours)}
              cy={y(valueAt(study.hours, study.bands[dot.name].mean, cursorHours))}
              r={dot.r}
              fill={dot.color}
              stroke={palette.paper}
              strokeWidth={1.4}
            />
          ))}
          {flag(cursorHours, true)}
        </g>
      )}
    </svg>
  );
}
