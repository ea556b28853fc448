import { useMemo } from 'react';
import type { Published } from '../../../published/index.ts';
import { createFlatMap, pathOf, type FlatMap } from '../flat-map.ts';

export interface CityMap {
  readonly map: FlatMap;
  /** Outline of every township, as the `d` of a path. */
  readonly outlines: readonly string[];
}

/** The city's outlines, drawn once for a publication. */
export function useCityMap({ townships, villages }: Published): CityMap {
  return useMemo(() => {
    const map = createFlatMap([...townships.flatMap(({ rings }) => rings.flat()), ...villages.map(({ at }) => at)]);
    return { map, outlines: townships.map(({ rings }) => pathOf(map, rings)) };
  }, [townships, villages]);
}
