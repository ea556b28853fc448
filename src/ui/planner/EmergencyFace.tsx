import { use, useEffect, useMemo, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { openCityGrid, type CityPack } from '../../city/index.ts';
import { compileVariant } from '../../compile/index.ts';
import { rulesOf } from '../../coverage/index.ts';
import type { RoadGrid } from '../../geo/index.ts';
import {
  createCoverageStore,
  createEmergencyStore,
  type CoverageStore,
  type EmergencyService,
  type EmergencyStore,
  type PlannerStore,
} from '../../store/index.ts';
import { EmergencyScreen } from '../emergency/index.ts';
import { EmergencyInputs } from './EmergencyInputs.tsx';
import { usePlanner, usePlannerStore } from './store-context.tsx';
import { useRootFont } from './use-root-font.ts';

/** What the ambulance face needs of the machinery below, fetched when it is first shown. */
export interface AmbulanceParts {
  /** The file of a city's roads; null where none comes with the program. */
  fetchGrid(cityId: string): Promise<unknown>;
  loadService(): Promise<EmergencyService>;
}

interface Stores {
  readonly coverage: CoverageStore;
  readonly emergency: EmergencyStore;
}

/** One pair of stores a planner, so that stations stay where they were put while the other face is shown. */
const known = new WeakMap<PlannerStore, Promise<Stores>>();

async function createStores(planner: PlannerStore, { fetchGrid, loadService }: AmbulanceParts): Promise<Stores> {
  const service = await loadService();
  const grids = new WeakMap<CityPack, Promise<RoadGrid | null>>();
  const openGrid = (city: CityPack): Promise<RoadGrid | null> => {
    const opening = grids.get(city) ?? fetchGrid(city.id).then((file) => openCityGrid(city, file));
    grids.set(city, opening);
    opening.catch(() => grids.delete(city));
    return opening;
  };
  const { city, plan } = planner.getState();
  const emergency = createEmergencyStore({ city, scenario: plan.scenario, openGrid, service });
  const coverage = createCoverageStore({
    openGrid,
    onSettled: (edits) => {
      if (edits !== emergency.getState().edits.stations) emergency.getState().setStations(edits);
    },
  });
  return { coverage, emergency };
}

function storesOf(planner: PlannerStore, parts: AmbulanceParts): Promise<Stores> {
  const stores = known.get(planner) ?? createStores(planner, parts);
  known.set(planner, stores);
  return stores;
}

interface EmergencyFaceProps {
  readonly theme: 'light' | 'dark';
  readonly parts: AmbulanceParts;
  readonly inputsShown: boolean;
}

/** The ambulance face over the planner's city and inputs: coverage at once, the simulation behind it. */
export function EmergencyFace({ theme, parts, inputsShown }: EmergencyFaceProps): ReactElement {
  const { coverage, emergency } = use(storesOf(usePlannerStore(), parts));
  const city = usePlanner((state) => state.city);
  const scenario = usePlanner((state) => state.plan.scenario);
  const settings = useStore(emergency, (state) => state.settings);
  const rem = useRootFont();
  // Simulating again for every frame of a slider is the store's business; coverage follows by its rules alone.
  const rules = useMemo(() => rulesOf(settings), [settings]);
  const open = useMemo(
    () => () => void coverage.getState().open(city, rules, compileVariant(city, scenario).sites),
    [coverage, city, scenario, rules],
  );
  useEffect(open, [open]);
  useEffect(() => {
    emergency.getState().follow(city, scenario);
    void emergency.getState().open();
  }, [emergency, city, scenario]);
  return (
    <EmergencyScreen
      {...{ coverage, emergency, theme }}
      fontSize={rem * 0.875}
      inputs={inputsShown ? <EmergencyInputs store={emergency} /> : null}
      onRetry={open}
    />
  );
}
