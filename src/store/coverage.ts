import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CityPack, PlannedSite } from '../city/index.ts';
import {
  createReach,
  NO_EDITS,
  planStations,
  reachOfServices,
  tryAdditions,
  type Addition,
  type CoverageRules,
  type PlannedStation,
  type Reach,
  type ServiceReach,
  type StationEdits,
  type StationReach,
} from '../coverage/index.ts';
import type { CoverageChange, RoadGrid } from '../geo/index.ts';
import type { LngLat } from '../units/index.ts';

/** Whom the stations of the plan reach, at once with every move of a station. */
export interface CoverageFacts {
  readonly reach: Reach;
  /** The city's stations in their order, closed ones included, then added ones. */
  readonly stations: readonly PlannedStation[];
  readonly now: StationReach;
  /** The city's stations as they are, at the same rules. */
  readonly stated: StationReach;
  /** From stated to now. */
  readonly change: CoverageChange;
}

export interface CoverageState {
  /** `absent`: the city has no geography. */
  readonly status: 'closed' | 'opening' | 'ready' | 'absent' | 'failed';
  readonly edits: StationEdits;
  readonly facts: CoverageFacts | null;
  /** What one further station at each village would do; null while it is being worked out. */
  readonly additions: readonly Addition[] | null;
  readonly services: readonly ServiceReach[] | null;
  /** Whether services are worked out: they cost more than all the rest, so only once they are looked at. */
  readonly servicesWanted: boolean;
  /** Id of a station. */
  readonly selected: string | null;
  /** Opens a city, or gives an open one other rules; edits of another city are dropped. */
  open(city: CityPack, rules: CoverageRules, sites: readonly PlannedSite[]): Promise<void>;
  moveStation(id: string, at: LngLat): void;
  setClosed(id: string, closed: boolean): void;
  /** The answer is the id of the new station, which is selected. */
  addStation(at: LngLat): string;
  /** Puts a station of the city back as it was; takes an added one away. */
  resetStation(id: string): void;
  resetStations(): void;
  select(id: string | null): void;
  /** Services are looked at: works them out, now and after every change. */
  wantServices(): void;
}

export type CoverageStore = StoreApi<CoverageState>;

/** Suggestions and services wait until nothing has changed for so long: they cost more than a frame. */
export const QUIET_MS = 250;

/** Lets a piece of work wait; calling the answer gives it up. */
export type Later = (work: () => void, milliseconds: number) => () => void;

const timers: Later = (work, milliseconds) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/** State of the ambulance screen's coverage. `openGrid` brings a city's roads, null where it has none. */
export function createCoverageStore(parts: {
  readonly openGrid: (city: CityPack) => Promise<RoadGrid | null>;
  readonly later?: Later;
  /** Told the edits once nothing has moved for a while: for what costs more than coverage, a simulation. */
  readonly onSettled?: (edits: StationEdits) => void;
}): CoverageStore {
  const later = parts.later ?? timers;
  const grids = new WeakMap<CityPack, Promise<RoadGrid | null>>();
  return createStore<CoverageState>()((set, get) => {
    let giveUp = (): void => undefined;
    let sites: readonly PlannedSite[] = [];
    let added = 0;

    /** Works out at once whom the stations reach, and later what costs more. */
    const answer = (reach: Reach, edits: StationEdits): void => {
      const stations = planStations(reach.city, edits);
      const now = reach.of(stations);
      const known = get().facts;
      const stated = known?.reach === reach ? known.stated : reach.of(planStations(reach.city, NO_EDITS));
      set({ edits, facts: { reach, stations, now, stated, change: reach.change(stated, now) }, additions: null });
      giveUp();
      giveUp = later(() => {
        const services = get().servicesWanted ? reachOfServices(reach, stations, sites) : null;
        set({ additions: tryAdditions(reach, now), services });
        parts.onSettled?.(edits);
      }, QUIET_MS);
    };
    const edit = (change: (edits: StationEdits) => StationEdits): void => {
      const { facts, edits } = get();
      if (facts) answer(facts.reach, change(edits));
    };
    const without = (moved: StationEdits['moved'], id: string) => Object.fromEntries(Object.entries(moved).filter(([key]) => key !== id));
    const isAdded = (edits: StationEdits, id: string): boolean => edits.added.some((station) => station.id === id);
    return {
      status: 'closed',
      edits: NO_EDITS,
      facts: null,
      additions: null,
      services: null,
      servicesWanted: false,
      selected: null,
      async open(city, rules, plannedSites) {
        const isOther = get().facts !== null && get().facts?.reach.city.id !== city.id;
        sites = plannedSites;
        if (get().facts === null || isOther) set({ status: 'opening' });
        let opening = grids.get(city);
        if (!opening) grids.set(city, (opening = parts.openGrid(city)));
        try {
          const grid = await opening;
          if (grid === null || city.stations.length === 0) {
            set({ status: 'absent', facts: null, edits: NO_EDITS, additions: null, services: null, selected: null });
            return;
          }
          if (isOther) set({ edits: NO_EDITS, selected: null });
          answer(createReach(city, grid, rules), get().edits);
          set({ status: 'ready' });
        } catch {
          grids.delete(city);
          set({ status: 'failed' });
        }
      },
      moveStation: (id, at) =>
        edit((edits) =>
          isAdded(edits, id)
            ? { ...edits, added: edits.added.map((station) => (station.id === id ? { ...station, at } : station)) }
            : { ...edits, moved: { ...edits.moved, [id]: at } },
        ),
      setClosed: (id, closed) =>
        edit((edits) => ({
          ...edits,
          closed: closed ? [...new Set([...edits.closed, id])] : edits.closed.filter((other) => other !== id),
        })),
      addStation(at) {
        const id = `added-${++added}`;
        edit((edits) => ({ ...edits, added: [...edits.added, { id, at }] }));
        set({ selected: id });
        return id;
      },
      resetStation(id) {
        edit((edits) => ({
          closed: edits.closed.filter((other) => other !== id),
          moved: without(edits.moved, id),
          added: edits.added.filter((station) => station.id !== id),
        }));
        if (!get().facts?.stations.some((station) => station.id === id)) set({ selected: null });
      },
      resetStations() {
        edit(() => NO_EDITS);
        if (!get().facts?.stations.some((station) => station.id === get().selected)) set({ selected: null });
      },
      select: (selected) => set({ selected }),
      wantServices() {
        const { facts, services } = get();
        set({ servicesWanted: true });
        if (facts && services === null) set({ services: reachOfServices(facts.reach, facts.stations, sites) });
      },
    };
  });
}
