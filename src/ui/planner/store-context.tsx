import { createContext, useContext, useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import type { CityPack } from '../../city/index.ts';
import { resolveSettings, type ResolvedSettings, type Scenario, type Settings } from '../../scenario/index.ts';
import type { PlannerState, PlannerStore } from '../../store/index.ts';
import { subscribeLater } from './later.ts';

export const StoreContext = createContext<PlannerStore | null>(null);

export function usePlannerStore(): PlannerStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('the planner needs a StoreContext above it');
  return store;
}

/** One part of the page's state; the component is drawn anew, at once, when that part changes. */
export function usePlanner<T>(select: (state: PlannerState) => T): T {
  return useStore(usePlannerStore(), select);
}

/**
 * As usePlanner, for what may wait until the hand on a slider and the verdict have been drawn (see later.ts): all that waits is drawn
 * together, in pieces that let inputs through, and appears at one instant. `select` is the same as long as the component is there.
 */
export function usePlannerLater<T>(select: (state: PlannerState) => T): T {
  const store = usePlannerStore();
  const [value, setValue] = useState(() => select(store.getState()));
  const follow = useEffectEvent(() => {
    const next = select(store.getState());
    setValue(() => next);
  });
  useEffect(() => subscribeLater(store, () => follow()), [store]);
  return value;
}

const resolved = new WeakMap<Scenario['inputs'], { readonly city: CityPack; readonly settings: ResolvedSettings }>();

/** The values in force, resolved once for all who ask. Dated changes set no input: while one is dragged, they stay the same object. */
export function settingsIn({ inputs }: Pick<Scenario, 'inputs'>, city: CityPack): ResolvedSettings {
  const known = resolved.get(inputs);
  if (known?.city === city) return known.settings;
  const settings = resolveSettings({ inputs }, city);
  resolved.set(inputs, { city, settings });
  return settings;
}

/** One value in force for the plan being edited; others may change without notice. */
export function useSetting<K extends keyof Settings>(path: K): Settings[K] {
  return usePlanner(({ plan, city }) => settingsIn(plan.scenario, city).settings[path]);
}

/** As useSetting, for what may wait. */
export function useSettingLater<K extends keyof Settings>(path: K): Settings[K] {
  return usePlannerLater(({ plan, city }) => settingsIn(plan.scenario, city).settings[path]);
}

/** Values in force for the scenario that the plan began as. */
export function useBaseSettings(): ResolvedSettings {
  return usePlanner(({ plan, city }) => settingsIn(plan.base, city));
}
