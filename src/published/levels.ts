/** A wait is kept in one byte: finer where people tell waits apart, coarser where only the hours count. */
const FINE_STEP = 5;
const FINE_END = 240;
const MIDDLE_STEP = 15;
const MIDDLE_END = 720;
const COARSE_STEP = 60;
const FINE_LEVELS = FINE_END / FINE_STEP;
const MIDDLE_LEVELS = FINE_LEVELS + (MIDDLE_END - FINE_END) / MIDDLE_STEP;

/** The site is closed, not yet open, or done. */
export const CLOSED = 255;
/** Longer than the scale, or not served before the end of the run. */
export const BEYOND = 254;

/** Level of a wait in minutes ≥ 0, the nearest one; BEYOND for more than the scale holds or for Infinity. */
export function levelOf(minutes: number): number {
  if (minutes <= FINE_END) return Math.round(minutes / FINE_STEP);
  if (minutes <= MIDDLE_END) return FINE_LEVELS + Math.round((minutes - FINE_END) / MIDDLE_STEP);
  const level = MIDDLE_LEVELS + Math.round((minutes - MIDDLE_END) / COARSE_STEP);
  return level < BEYOND ? level : BEYOND;
}

/** Minutes of a level; Infinity for BEYOND, NaN for CLOSED. */
export function minutesOf(level: number): number {
  if (level === CLOSED) return NaN;
  if (level === BEYOND) return Infinity;
  if (level <= FINE_LEVELS) return level * FINE_STEP;
  if (level <= MIDDLE_LEVELS) return FINE_END + (level - FINE_LEVELS) * MIDDLE_STEP;
  return MIDDLE_END + (level - MIDDLE_LEVELS) * COARSE_STEP;
}
