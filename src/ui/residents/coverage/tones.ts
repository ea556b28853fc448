import { FAR_MINUTES, type CoverageMeasure } from '../../../published/index.ts';

/** Ends of the map's classes, minutes: thirds of what counts as far. */
export const breaksOf = (measure: CoverageMeasure): readonly [number, number, number] => {
  const far = FAR_MINUTES[measure];
  return [far / 3, (far * 2) / 3, far];
};

/** Class of a mean: 0–3, from near to far; "none" where nobody lives. */
export function toneOf(measure: CoverageMeasure, minutes: number): string {
  if (Number.isNaN(minutes)) return 'none';
  return String(breaksOf(measure).filter((end) => minutes >= end).length);
}
