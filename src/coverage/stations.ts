import type { CityPack } from '../city/index.ts';
import type { Bilingual, LngLat } from '../units/index.ts';
import { placeNear } from './places.ts';

/** How a plan's stations differ from the city's. */
export interface StationEdits {
  /** Ids of closed stations. */
  readonly closed: readonly string[];
  /** New positions by id. */
  readonly moved: Readonly<Record<string, LngLat>>;
  readonly added: readonly AddedStation[];
}

export interface AddedStation {
  readonly id: string;
  readonly at: LngLat;
}

export const NO_EDITS: StationEdits = { closed: [], moved: {}, added: [] };

export interface PlannedStation {
  readonly id: string;
  readonly name: Bilingual;
  readonly at: LngLat;
  readonly vehicles: number;
  readonly state: 'kept' | 'moved' | 'closed' | 'added';
}

/** What an added station starts with (assumed). */
export const VEHICLES_OF_ADDED = 1;

/** The stations of a plan: the city's in their order, closed ones included, then the added ones. Throws RangeError on an unknown id. */
export function planStations(city: CityPack, edits: StationEdits): PlannedStation[] {
  const known = new Set(city.stations.map(({ id }) => id));
  for (const id of [...edits.closed, ...Object.keys(edits.moved)])
    if (!known.has(id)) throw new RangeError(`planStations: no station ${id}`);
  const closed = new Set(edits.closed);
  return [
    ...city.stations.map(({ id, name, at, vehicles }): PlannedStation => {
      const moved = edits.moved[id] as LngLat | undefined;
      return { id, name, at: moved ?? at, vehicles, state: closed.has(id) ? 'closed' : moved ? 'moved' : 'kept' };
    }),
    ...edits.added.map(({ id, at }): PlannedStation => {
      const { zh, en } = placeNear(city, at).name;
      return { id, name: { zh: `${zh}（新设）`, en: `${en} (new)` }, at, vehicles: VEHICLES_OF_ADDED, state: 'added' };
    }),
  ];
}

/** Whether a plan's stations are the city's as they are. */
export const isUnedited = ({ closed, moved, added }: StationEdits): boolean =>
  closed.length === 0 && added.length === 0 && Object.keys(moved).length === 0;
