import type { ReactNode } from 'react';
import type { HourSpan } from '../../charts/index.ts';

/** The timeline's scale for what is drawn under its chart. Pixels count from the left edge of the timeline. */
export interface TrackScale {
  readonly view: HourSpan;
  readonly whole: HourSpan;
  /** Ends of the plot. */
  readonly left: number;
  readonly right: number;
  readonly fontSize: number;
  /** Pixel of an hour after the order. */
  x(hours: number): number;
  /** Moves a zoomed view so that the hour is in it. */
  reveal(hours: number): void;
}

/** Something under the chart on the same scale of time. */
export interface LaidTrack {
  /** Pixels. */
  readonly height: number;
  readonly node: ReactNode;
}

/** Pixels of an hour on a scale and back. */
export const hoursAtPixel = ({ view, left, right }: TrackScale, pixel: number): number =>
  view.from + ((pixel - left) / Math.max(1, right - left)) * (view.to - view.from);

/** Hours that a way of so many pixels stands for. */
export const hoursOfPixels = ({ view, left, right }: TrackScale, pixels: number): number =>
  (pixels / Math.max(1, right - left)) * (view.to - view.from);
