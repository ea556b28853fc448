/** Kinds of the shared stage's events, with their order at one instant. */
export const EVENT = {
  courierStart: 0,
  courierStop: 1,
  delivery: 2,
  plateDone: 3,
  plateTimer: 4,
  reswab: 5,
} as const;
export type EventKind = (typeof EVENT)[keyof typeof EVENT];
