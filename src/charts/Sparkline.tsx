import { memo } from 'react';
import type { Study } from '../results/index.ts';
import type { HourSpan } from './axis.ts';
import { paletteOf, type Theme } from './palette.ts';
import { drawnHours, linePath, roundScales } from './roundGeometry.ts';

export interface SparklineProps {
  readonly study: Study;
  readonly span: HourSpan;
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  /** What the picture says, for those who do not see it. */
  readonly label: string;
}

/** Sampled and resulted of one study without axes, with the deadline as a rule: for a cell of the claim check or a table. */
export const Sparkline = memo(function Sparkline({ study, span, width, height, theme, label }: SparklineProps) {
  const palette = paletteOf(theme);
  const scales = roundScales(span, study.participants, width, height, { top: 2, right: 1, bottom: 2, left: 1 });
  const at = drawnHours(study.hours, span, width);
  const deadline = scales.x(study.sampledWithinDeadline.deadlineHours);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line x1={1} x2={width - 1} y1={height - 2} y2={height - 2} stroke={palette.grid} />
      <line x1={deadline} x2={deadline} y1={0} y2={height} stroke={palette.breach} strokeDasharray="3 2" />
      <path d={linePath(study, study.bands.resulted.mean, at, scales)} fill="none" stroke={palette.resulted} strokeWidth={1.6} />
      <path d={linePath(study, study.bands.sampled.mean, at, scales)} fill="none" stroke={palette.sampled} strokeWidth={1.6} />
    </svg>
  );
});

export interface UnsampledLineProps extends SparklineProps {
  /** People at the upper edge, so that several lines can be read against each other. */
  readonly top: number;
}

/** People not sampled yet over time, mean over the runs, with the deadline as a rule: one of several below each other in a table. */
export const UnsampledLine = memo(function UnsampledLine({ study, span, top, width, height, theme, label }: UnsampledLineProps) {
  const palette = paletteOf(theme);
  const scales = roundScales(span, top, width, height, { top: 2, right: 1, bottom: 2, left: 1 });
  const left = study.bands.sampled.mean.map((sampled) => Math.max(0, study.participants - sampled));
  const at = drawnHours(study.hours, span, width);
  const line = linePath(study, left, at, scales);
  const deadline = scales.x(study.sampledWithinDeadline.deadlineHours);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line x1={1} x2={width - 1} y1={height - 2} y2={height - 2} stroke={palette.grid} />
      <path
        d={`${line}L${scales.x(span.to)},${height - 2}L${scales.x(span.from)},${height - 2}Z`}
        fill={palette.sampled}
        fillOpacity={0.15}
      />
      <path d={line} fill="none" stroke={palette.sampled} strokeWidth={1.6} />
      <line x1={deadline} x2={deadline} y1={0} y2={height} stroke={palette.breach} strokeDasharray="3 2" strokeWidth={1.4} />
    </svg>
  );
});
