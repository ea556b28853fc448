import { classColors, type Theme } from '../../charts/index.ts';

/** Minutes at which a colour of the response map ends; the last class is open. */
export const REACH_TOPS: readonly number[] = [5, 10, 15, 20, 30];
export const REACH_CLASSES = REACH_TOPS.length + 1;

/** Longer is further from the paper. */
export const reachColors = (theme: Theme): string[] => classColors('reach', REACH_CLASSES, theme);

/** The class of so many minutes; a limit itself still counts as within it. */
export function reachClass(minutes: number): number {
  const index = REACH_TOPS.findIndex((top) => minutes <= top);
  return index < 0 ? REACH_TOPS.length : index;
}

/** Minutes of which the isochrone can be drawn. */
export const ISOCHRONES: readonly number[] = [8, 10, 15, 20, 30];
