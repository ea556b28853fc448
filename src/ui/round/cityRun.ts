import { frameAt, type MapFrame } from '../../charts/index.ts';
import type { CityPack, PlannedSite } from '../../city/index.ts';
import type { EngineChange, ScreeningInput } from '../../engine/index.ts';
import type { Study, TypicalRun } from '../../results/index.ts';
import { TICKS_PER_HOUR } from '../../units/index.ts';
import { transportOf, type Transport } from './transport.ts';

/** The run that map and table show: the typical one at any hour, and what its study says of the whole round. */
export interface CityRun {
  readonly typical: TypicalRun;
  readonly study: Study;
  frameAt(hours: number): MapFrame;
  /** Desks on duty at each site, dated changes included. */
  desksAt(hours: number): Int32Array;
  /** Row of each site's township in the pack; −1 where it has none. */
  readonly townshipOf: Int32Array;
  /** Residents whom the sites of each township serve. */
  readonly townshipResidents: Float64Array;
  /** Couriers and the tubes that they carry. */
  readonly transport: Transport;
  /** What the round was run on; null where only figures are at hand. */
  readonly input: ScreeningInput | null;
}

interface CityRunParts {
  readonly city: CityPack;
  readonly sites: readonly PlannedSite[];
  readonly study: Study;
  readonly typical: TypicalRun;
  /** Desks at each site from the start. */
  readonly desks: Int32Array;
  readonly input: ScreeningInput | null;
  /** Planned site at which each of the engine's sites lies. */
  readonly anchors?: Int32Array;
}

/** Desks after each dated change, in order of dates; the first holds from the beginning. */
export function deskSteps(desks: Int32Array, changes: readonly EngineChange[]): { hours: number; desks: Int32Array }[] {
  const steps = [{ hours: -Infinity, desks }];
  for (const change of changes) {
    if (change.kind !== 'desks') continue;
    const next = Int32Array.from(steps[steps.length - 1].desks);
    change.sites.forEach((site, index) => {
      if (site < next.length) next[site] += change.delta[index];
    });
    steps.push({ hours: change.at / TICKS_PER_HOUR, desks: next });
  }
  return steps;
}

export function createCityRun({ city, sites, study, typical, desks, input, anchors }: CityRunParts): CityRun {
  const participation = study.participants / study.population;
  const steps = deskSteps(desks, input?.changes ?? []);
  const row = new Map(city.townships.map(({ id }, index) => [id, index]));
  const townshipOf = Int32Array.from(sites, ({ townshipId }) => row.get(townshipId) ?? -1);
  const townshipResidents = new Float64Array(city.townships.length);
  townshipOf.forEach((township, site) => {
    if (township >= 0) townshipResidents[township] += sites[site].residents;
  });
  return {
    typical,
    study,
    frameAt: (hours) => frameAt(typical, city, sites, hours, participation),
    desksAt: (hours) => steps.findLast((step) => step.hours <= hours)!.desks,
    townshipOf,
    townshipResidents,
    transport: transportOf(typical.rounds, sites.length, anchors),
    input,
  };
}

/** People who queue for each desk: the map's measure of crowding. 0 where nobody queues, null where no desk is. */
export const crowding = (run: CityRun, frame: MapFrame, site: number): number | null => {
  const desks = run.desksAt(frame.hours)[site];
  return desks > 0 ? frame.queue(site) / desks : null;
};

/** The planned sites of a township. */
export function sitesOf({ townshipOf }: Pick<CityRun, 'townshipOf'>, township: number): number[] {
  const sites: number[] = [];
  townshipOf.forEach((of, site) => of === township && sites.push(site));
  return sites;
}

/** Share of each township's participants who are swabbed, NaN where no site serves it. */
export function townshipShares({ study, townshipOf, townshipResidents }: CityRun, frame: MapFrame): Float64Array {
  const shares = new Float64Array(townshipResidents.length);
  for (let site = 0; site < townshipOf.length; site++) if (townshipOf[site] >= 0) shares[townshipOf[site]] += frame.sampled(site);
  const participation = study.participants / study.population;
  return shares.map((sampled, township) => Math.min(1, sampled / (townshipResidents[township] * participation)));
}
