import { compileVariant } from '../../../compile/index.ts';
import { createReach, NO_EDITS, planStations, reachOfServices, rulesOf } from '../../../coverage/index.ts';
import type { CoverageAnswer } from '../../../report/index.ts';
import { openGrid } from '../../cities.ts';
import type { CommandEnvironment } from '../../environment.ts';
import { openPlan } from '../../plan.ts';
import { readRoads } from './roads.ts';
import { readStationEdits, type RawEdits } from './station-edits.ts';

export interface RawCityOptions extends RawEdits {
  readonly set?: readonly string[];
  readonly city?: string;
  readonly shut?: readonly string[];
}

/** Opens a plan's city with its roads and works out whom its stations reach, and what differs from the city's own stations. */
export async function openReach(
  environment: CommandEnvironment,
  scenario: string | undefined,
  raw: RawCityOptions,
  parts: { readonly services: boolean },
): Promise<CoverageAnswer> {
  const { variant, settings } = openPlan(environment, scenario, {
    ...(raw.city === undefined ? {} : { city: raw.city }),
    sets: raw.set ?? [],
  });
  const { city } = variant;
  const grid = await openGrid(environment, city);
  const reach = createReach(city, grid, rulesOf(settings), { shutRoads: readRoads(city, raw.shut ?? []) });
  const stations = planStations(city, readStationEdits(city, grid, raw));
  const now = reach.of(stations);
  const isEdited = stations.some(({ state }) => state !== 'kept');
  return {
    reach,
    stations,
    now,
    change: isEdited ? reach.change(reach.of(planStations(city, NO_EDITS)), now) : null,
    services: parts.services ? reachOfServices(reach, stations, compileVariant(city, variant.scenario).sites) : [],
  };
}
