import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { resolveSettings, type ResolvedSettings, type Scenario } from '../../scenario/index.ts';
import type { PlannerState, PlannerStore } from '../../store/index.ts';

export const StoreContext = createContext<PlannerStore | null>(null);

export function usePlannerStore(): PlannerStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('the planner needs a StoreContext above it');
  return store;
}

/** One part of the page's state; the component is drawn anew only when that part changes. */
export function usePlanner<T>(select: (state: PlannerState) => T): T {
  return useStore(usePlannerStore(), select);
}

/** Values in force for the plan being edited, or for another scenario of the same city. */
export function useSettings(of?: Scenario): ResolvedSettings {
  const city = usePlanner((state) => state.city);
  // Dated changes set no input: while one is dragged, the settings stay the same object.
  const inputs = usePlanner((state) => (of ?? state.plan.scenario).inputs);
  return useMemo(() => resolveSettings({ inputs }, city), [inputs, city]);
}
