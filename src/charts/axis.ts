import { clockMinutes } from '../text/index.ts';

export interface HourSpan {
  /** Hours after the order. */
  readonly from: number;
  readonly to: number;
}

export interface ClockTick {
  /** Hours after the order. */
  readonly hours: number;
  /** Day of the local calendar, the order's day is 1. */
  readonly day: number;
  readonly midnight: boolean;
}

const STEPS = [0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 72, 96, 168, 240, 336];

/** Smallest usual step of hours whose marks stand at least `room` pixels apart. */
export const hourStep = (pixelsPerHour: number, room: number): number =>
  STEPS.find((step) => step * pixelsPerHour >= room) ?? STEPS[STEPS.length - 1];

/** Marks at round local times inside the span; `orderClock` is the local time of hour 0. */
export function clockTicks(span: HourSpan, orderClock: string, step: number): ClockTick[] {
  const origin = clockMinutes(orderClock) / 60;
  const ticks: ClockTick[] = [];
  for (let index = Math.ceil((span.from + origin) / step - 1e-9); index * step - origin <= span.to + 1e-9; index++) {
    const local = index * step;
    ticks.push({ hours: local - origin, day: Math.floor(local / 24) + 1, midnight: local % 24 === 0 });
  }
  return ticks;
}

/** Marks at round hours after the order, for the second row of the axis. */
export function offsetTicks(span: HourSpan, step: number): number[] {
  const ticks: number[] = [];
  for (let index = Math.ceil(span.from / step - 1e-9); index * step <= span.to + 1e-9; index++) ticks.push(index * step);
  return ticks;
}

/** People on an axis: 万人 in Chinese, thousands in English, single people where the city is small. */
export function peopleUnit(top: number, language: 'zh' | 'en'): { divisor: number; key: 'charts:unit.people' | 'charts:unit.large' } {
  const divisor = language === 'zh' ? 10_000 : 1_000;
  return top >= 2 * divisor ? { divisor, key: 'charts:unit.large' } : { divisor: 1, key: 'charts:unit.people' };
}
