import { useId, useMemo, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import {
  PAIR_SERIES,
  PAIR_SIDES,
  PairChart,
  pairDash,
  pairMargins,
  pairScales,
  pairSpan,
  paletteOf,
  valueAt,
  type Theme,
} from '../../charts/index.ts';
import { pairRoundSheet } from '../../report/index.ts';
import type { Comparison } from '../../experiment/index.ts';
import type { Study } from '../../results/index.ts';
import { ChartFrame, type ExportSource } from '../export/index.ts';
import { useText } from '../kit/index.ts';
import { cursorByKey, toMinute } from '../timeline/index.ts';

interface PairTimelineProps {
  readonly comparison: Comparison;
  readonly source: ExportSource;
  readonly clock: string;
  /** Hours after the order. */
  readonly cursorHours: number;
  readonly onCursor: (hours: number) => void;
  /** Pixels of the whole component. */
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  readonly fontSize: number;
}

const NARROW = 620;
/** Ems of a line of the read-out, and of the lowest chart. */
const LINE = 1.55;
const LOWEST = 8;
/** Lines that the read-out takes at a width in ems. */
const headLines = (ems: number): number => (ems > 80 ? 1 : ems > 42 ? 2 : 4);

const peopleAt = (study: Study, series: 'sampled' | 'resulted', hours: number): number =>
  valueAt(study.hours, study.bands[series].mean, hours);

/** Both plans at the cursor, a group of words for each curve: A, B and what lies between them. */
function PairReadOut({
  comparison,
  cursorHours,
  theme,
  height,
}: Pick<PairTimelineProps, 'comparison' | 'cursorHours' | 'theme' | 'height'>): ReactElement {
  const { t, format } = useText();
  const palette = paletteOf(theme);
  return (
    <div className="pair-readout" style={{ height }}>
      {PAIR_SERIES.map((series) => {
        const [a, b] = PAIR_SIDES.map((side) => peopleAt(comparison[side], series, cursorHours));
        const gap = Math.round(b) - Math.round(a);
        const words =
          gap === 0
            ? t('compare:line.even')
            : t(`compare:line.${gap > 0 ? 'more' : 'fewer'}`, { amount: format.peopleUnit(Math.abs(gap)) });
        return (
          <div key={series} className="pair-series">
            <dl>
              {PAIR_SIDES.map((side) => (
                <div key={side}>
                  <dt>
                    <svg width="22" height="6" aria-hidden="true">
                      <line x1={0} x2={22} y1={3} y2={3} stroke={palette[series]} strokeWidth={2.2} strokeDasharray={pairDash(side)} />
                    </svg>
                    {t(`compare:line.${series}`, { side: side.toUpperCase() })}
                  </dt>
                  <dd>{format.people(side === 'a' ? a : b)}</dd>
                </div>
              ))}
            </dl>
            <span className="pair-gap">{words}</span>
          </div>
        );
      })}
    </div>
  );
}

/** Both plans over time under one cursor, which is a slider: drag, arrows, Page keys, Home and End. */
export function PairTimeline(props: PairTimelineProps): ReactElement {
  const { comparison, source, clock, cursorHours, onCursor, width, theme, fontSize } = props;
  const headHeight = Math.round(fontSize * headLines(width / fontSize) * LINE);
  const height = Math.max(LOWEST * fontSize, props.height - headHeight);
  const text = useText();
  const { t, format } = text;
  const { a, b } = comparison;
  const plot = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const span = useMemo(() => pairSpan(a, b), [a, b]);
  const endLabels = width >= NARROW;
  const margins = useMemo(() => pairMargins(text, a, b, fontSize, endLabels), [text, a, b, fontSize, endLabels]);
  const { x, y, plotHeight } = pairScales(a, b, span, width, height, margins);
  const [left, right] = x.range();
  const palette = paletteOf(theme);
  const at = Math.min(cursorHours, span.to);

  const seek = (event: PointerEvent<HTMLDivElement>): void => {
    const box = plot.current!.getBoundingClientRect();
    onCursor(Math.max(0, toMinute(x.invert(Math.max(left, Math.min(right, event.clientX - box.left))))));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = cursorByKey(event.key, event.shiftKey, cursorHours, span);
    if (target === null) return;
    event.preventDefault();
    onCursor(target);
  };
  const words = (side: 'a' | 'b', series: 'sampled' | 'resulted'): string => format.peopleUnit(peopleAt(comparison[side], series, at));
  return (
    <ChartFrame
      title={t('compare:screen.timeline')}
      theme={theme}
      source={source}
      table={() => pairRoundSheet(text, comparison, clock)}
      heading={<PairReadOut {...{ comparison, cursorHours, theme }} height={headHeight} />}
    >
      <p className="visually-hidden" id={helpId}>
        {t('compare:line.help')}
      </p>
      <div
        ref={plot}
        className="round-plot"
        role="slider"
        tabIndex={0}
        aria-label={t('charts:timeline.label')}
        aria-describedby={helpId}
        aria-valuemin={span.from}
        aria-valuemax={span.to}
        aria-valuenow={Math.round(at * 100) / 100}
        aria-valuetext={t('compare:line.value', {
          clock: format.clock(at, clock),
          sampledA: words('a', 'sampled'),
          sampledB: words('b', 'sampled'),
          resultedA: words('a', 'resulted'),
          resultedB: words('b', 'resulted'),
        })}
        style={{ height }}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          seek(event);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && seek(event)}
      >
        <PairChart {...{ a, b, clock, span, width, height, text, theme, fontSize, endLabels }} />
        <svg className="round-cursor" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <line x1={x(at)} x2={x(at)} y1={margins.top - 1} y2={margins.top + plotHeight} stroke={palette.ink} strokeWidth={1.6} />
          <path d={`M${x(at)},${margins.top - 1}l-5,-6h10z`} fill={palette.ink} />
          {PAIR_SIDES.flatMap((side) =>
            PAIR_SERIES.map((series) => (
              <circle
                key={side + series}
                cx={x(at)}
                cy={y(peopleAt(comparison[side], series, at))}
                r={4}
                fill={side === 'a' ? palette[series] : palette.paper}
                stroke={side === 'a' ? palette.paper : palette[series]}
                strokeWidth={side === 'a' ? 1.4 : 2}
              />
            )),
          )}
        </svg>
      </div>
    </ChartFrame>
  );
}
