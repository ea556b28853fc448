import { useMemo } from 'react';
import { compileVariant, type CompiledVariant } from '../../compile/index.ts';
import type { CityPack } from '../../city/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Picture } from '../../store/index.ts';
import { usePlanner } from './store-context.tsx';

/** The run that map, table, timeline and stories show, and the sites and labs it ran on; null parts are still to come. */
export interface ShownCity {
  readonly picture: Picture | null;
  readonly compiled: CompiledVariant | null;
}

/** A plan that cannot be compiled has no sites to show; the job says what is wrong with it. */
function compileOrNull(city: CityPack, scenario: Scenario): CompiledVariant | null {
  try {
    return compileVariant(city, scenario);
  } catch {
    return null;
  }
}

export function useShownCity(): ShownCity {
  const city = usePlanner((state) => state.city);
  const picture = usePlanner((state) => state.picture);
  const base = usePlanner((state) => state.plan.base);
  const scenario = picture?.scenario ?? base;
  return { picture, compiled: useMemo(() => compileOrNull(city, scenario), [city, scenario]) };
}
