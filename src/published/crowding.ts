import type { WaitThresholds } from './shape.ts';

/** 畅通 / 忙碌 / 拥堵 / 休息. */
export type Crowding = 'clear' | 'busy' | 'jammed' | 'closed';

/** The word for a wait in minutes; NaN is a closed site. A wait at a threshold already has the stronger word. */
export function crowdingOf(minutes: number, { busy, jammed }: WaitThresholds): Crowding {
  if (Number.isNaN(minutes)) return 'closed';
  if (minutes < busy) return 'clear';
  return minutes < jammed ? 'busy' : 'jammed';
}
