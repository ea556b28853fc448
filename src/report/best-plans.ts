import { isPairable, pairStudies } from '../experiment/index.ts';
import type { Study } from '../results/index.ts';
import { directionOf, figureDifference, figureValue, isMoreBetter, type FigureId } from './figures.ts';

/** A plan's place by one figure among several: the best, not to be told from the best, or neither. */
export type Standing = 'best' | 'level' | null;

/**
 * Who is best by a figure. "level": its paired difference from the best is no more than luck. Nobody is where all are the same, and nobody
 * is level where plans were not simulated with the same luck. Plans that never get there come last.
 */
export function standings(studies: readonly Study[], figure: FigureId): Standing[] {
  const sign = isMoreBetter(figure) ? -1 : 1;
  const cost = studies.map((study) => {
    const value = figureValue(study, figure);
    return value === null || !Number.isFinite(value) ? Infinity : sign * value;
  });
  const least = Math.min(...cost);
  const best = cost.indexOf(least);
  const isLevel = (study: Study, at: number): boolean => {
    if (cost[at] === least) return true;
    if (cost[at] === Infinity || !isPairable(studies[best], study)) return false;
    const direction = directionOf(figure, figureDifference(pairStudies(studies[best], study), figure));
    return direction === 'open' || direction === 'tiny' || direction === 'same';
  };
  const level = studies.map(isLevel);
  if (least === Infinity || level.every(Boolean)) return studies.map(() => null);
  return cost.map((value, at) => (value === least ? 'best' : level[at] ? 'level' : null));
}
