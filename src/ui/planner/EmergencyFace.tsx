import { useEffect, useMemo, type ReactElement } from 'react';
import { openCityGrid } from '../../city/index.ts';
import { compileVariant } from '../../compile/index.ts';
import { STANDARD_RULES } from '../../coverage/index.ts';
import { createCoverageStore, type CoverageStore, type PlannerStore } from '../../store/index.ts';
import { EmergencyScreen } from '../emergency/index.ts';
import { usePlanner, usePlannerStore } from './store-context.tsx';
import { useRootFont } from './use-root-font.ts';

/** Brings the file of a city's roads; null where none comes with the program. */
export type FetchGrid = (cityId: string) => Promise<unknown>;

/** One coverage a planner, so that stations stay where they were put while the other face is shown. */
const stores = new WeakMap<PlannerStore, CoverageStore>();

function coverageOf(planner: PlannerStore, fetchGrid: FetchGrid): CoverageStore {
  const known = stores.get(planner);
  if (known) return known;
  const store = createCoverageStore({ openGrid: async (city) => openCityGrid(city, await fetchGrid(city.id)) });
  stores.set(planner, store);
  return store;
}

/** The ambulance face over the planner's city and inputs. */
export function EmergencyFace({ theme, fetchGrid }: { theme: 'light' | 'dark'; fetchGrid: FetchGrid }): ReactElement {
  const store = coverageOf(usePlannerStore(), fetchGrid);
  const city = usePlanner((state) => state.city);
  const scenario = usePlanner((state) => state.plan.scenario);
  const rem = useRootFont();
  const open = useMemo(
    () => () => void store.getState().open(city, STANDARD_RULES, compileVariant(city, scenario).sites),
    [store, city, scenario],
  );
  useEffect(open, [open]);
  return <EmergencyScreen {...{ store, theme }} fontSize={rem * 0.875} inputs={null} onRetry={open} />;
}
