export { clockTicks, hourStep, offsetTicks, peopleUnit, type ClockTick, type HourSpan } from './axis.ts';
export { deadlineMarks } from './DeadlineMarks.tsx';
export { FinishPlot, quantileDots, type FinishPlotProps } from './FinishPlot.tsx';
export { frameAt, JAM_FROM_MINUTES, QUEUE_FROM_MINUTES, SITE_STATES, type MapFrame, type SiteState } from './frame.ts';
export { spreadLabels } from './labels.ts';
export { LaneChart, type LaidLane, type Lane, type LaneSeries } from './LaneChart.tsx';
export { seriesStroke } from './LineEnds.tsx';
export { amountWords, MarginalBars, marginalRows, type MarginalBarsProps } from './MarginalBars.tsx';
export { nightsOf } from './nights.ts';
export {
  classColors,
  deadlineColors,
  paletteOf,
  queueRamp,
  rampColor,
  waitRamp,
  type ClassedQuantity,
  type Palette,
  type Theme,
} from './palette.ts';
export { createPlayhead, type Playhead } from './playhead.ts';
export { PAIR_SERIES, PAIR_SIDES, PairChart, pairDash, pairMargins, pairScales, pairSpan, type PairChartProps } from './PairChart.tsx';
export { PlaceChart, type PlaceChartProps, type PlaceSeries } from './PlaceChart.tsx';
export { ReachChart, type ReachChartProps, type ReachSeries } from './ReachChart.tsx';
export { RoundChart, roundMargins, type RoundChartProps } from './RoundChart.tsx';
export { ROUND_SERIES, roundScales, valueAt, wholeSpan, type Margins, type RoundScales } from './roundGeometry.ts';
export { Sparkline, UnsampledLine, type SparklineProps, type UnsampledLineProps } from './Sparkline.tsx';
export { clockLabels, TimeAxis, timeAxisHeight, type ClockLabel } from './TimeAxis.tsx';
export { BASE_FONT_SIZE, firstFitting, FONT_FAMILY, textWidth } from './typography.ts';
export { SurgeChart, type SurgeChartProps, type SurgePoint } from './SurgeChart.tsx';
