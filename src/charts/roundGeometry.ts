import { area, line, scaleLinear, type ScaleLinear } from 'd3';
import type { Band, Study } from '../results/index.ts';
import type { HourSpan } from './axis.ts';

/** Names of the four series, from the first thing that happens to the last. */
export const ROUND_SERIES = ['arrived', 'sampled', 'delivered', 'resulted'] as const;

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface RoundScales {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly plotHeight: number;
}

/** Scales of the round's chart: hours after the order to x, people to y. */
export function roundScales(span: HourSpan, top: number, width: number, height: number, margins: Margins): RoundScales {
  const plotHeight = Math.max(10, height - margins.top - margins.bottom);
  return {
    x: scaleLinear([span.from, span.to], [margins.left, Math.max(margins.left + 10, width - margins.right)]),
    y: scaleLinear([0, Math.max(1, top)], [margins.top + plotHeight, margins.top]),
    plotHeight,
  };
}

/** Value of a series at an hour, linear between its steps, its last value afterwards. `hours` are even steps from 0. */
export function valueAt(hours: Float64Array, values: Float64Array, at: number): number {
  const last = Math.min(hours.length, values.length) - 1;
  if (last < 0) return 0;
  if (last === 0 || at <= hours[0]) return values[0];
  if (at >= hours[last]) return values[last];
  const position = (at - hours[0]) / (hours[1] - hours[0]);
  const index = Math.min(Math.floor(position), last - 1);
  return values[index] + (values[index + 1] - values[index]) * (position - index);
}

/** Hours at which the visible part of a series is drawn: its steps inside the span, both ends, never more than two a pixel. */
export function drawnHours(hours: Float64Array, span: HourSpan, pixels: number): number[] {
  const step = hours.length > 1 ? hours[1] - hours[0] : 1;
  const stride = step * Math.max(1, Math.ceil((span.to - span.from) / step / Math.max(1, pixels * 2)));
  const drawn = [span.from];
  for (let hour = Math.floor(span.from / stride) * stride + stride; hour < span.to; hour += stride) drawn.push(hour);
  drawn.push(span.to);
  return drawn;
}

/** Path of a line through a series. */
export const linePath = (study: Study, values: Float64Array, at: readonly number[], { x, y }: RoundScales): string =>
  line<number>(
    (hour) => x(hour),
    (hour) => y(valueAt(study.hours, values, hour)),
  )(at) ?? '';

/** Path of the area between two series. */
export const areaPath = (study: Study, low: Float64Array, high: Float64Array, at: readonly number[], { x, y }: RoundScales): string =>
  area<number>()
    .x((hour) => x(hour))
    .y0((hour) => y(valueAt(study.hours, low, hour)))
    .y1((hour) => y(valueAt(study.hours, high, hour)))(at) ?? '';

/** First hour from which a series stays at its end, to `tolerance` people; null for an empty series. */
function settledHour(hours: Float64Array, band: Band, tolerance: number): number {
  const values = band.p10.length > 0 ? band.p10 : band.mean;
  const end = values[values.length - 1];
  let index = values.length - 1;
  while (index > 0 && values[index - 1] >= end - tolerance) index--;
  return hours[Math.min(index, hours.length - 1)] ?? 0;
}

/** Hours that the whole timeline shows: until nearly every run has its last result, in steps of 12 h so that it does not twitch. */
export function wholeSpan(study: Study): HourSpan {
  const settled = settledHour(study.hours, study.bands.resulted, study.participants * 1e-4);
  const deadline = Math.max(study.sampledWithinDeadline.deadlineHours, study.resultedWithinDeadline.deadlineHours);
  return { from: 0, to: Math.ceil((Math.max(settled, deadline) + 3) / 12) * 12 };
}
