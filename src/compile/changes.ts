import type { CityPack, PlannedLab, PlannedSite } from '../city/index.ts';
import type { EngineChange, SiteInputs } from '../engine/index.ts';
import { parseOpenHours, type Change, type Scenario, type Settings, type Where } from '../scenario/index.ts';
import { TICKS_PER_HOUR, TICKS_PER_MINUTE } from '../units/index.ts';
import { ownCapacity } from './labs.ts';
import { spreadDesks } from './staffing.ts';

/** What people's words about places are translated with. */
export interface ChangeContext {
  readonly city: CityPack;
  readonly settings: Settings;
  readonly sites: readonly PlannedSite[];
  readonly labs: readonly PlannedLab[];
  readonly stage: Omit<SiteInputs, 'deskCapacity'>;
  readonly courierInterval: number;
}

/** A change that names a place the city does not have. */
export class UnknownPlaceError extends Error {
  override name = 'UnknownPlaceError';
  constructor(
    readonly path: string,
    readonly value: string,
  ) {
    super(`${path}: the city has no place with the id ${JSON.stringify(value)}`);
  }
}

const ticks = (hours: number): number => Math.round(hours * TICKS_PER_HOUR);

/** The scenario's dated changes as the engine's, sorted by date; a change with an end becomes two. Throws UnknownPlaceError. */
export function compileChanges(scenario: Scenario, context: ChangeContext): EngineChange[] {
  const compiled = scenario.changes.flatMap((change, i) =>
    change.kind === 'desks' ? [] : compileChange(change, `changes[${i}]`, context),
  );
  return [...compileDesks(scenario, context), ...compiled].sort((a, b) => a.at - b.at);
}

/**
 * Desks come and go by the desks there are at their date: in the order of dates, ends before beginnings of one instant, so that two
 * departures that overlap never take the same desk twice.
 */
function compileDesks(scenario: Scenario, context: ChangeContext): EngineChange[] {
  const desks = Int32Array.from(context.stage.desks);
  const compiled: EngineChange[] = [];
  const ends: Extract<EngineChange, { kind: 'desks' }>[] = [];
  const apply = (change: Extract<EngineChange, { kind: 'desks' }>): void => {
    change.sites.forEach((s, i) => (desks[s] += change.delta[i]));
    compiled.push(change);
  };
  const endUntil = (at: number): void => {
    ends.sort((a, b) => a.at - b.at);
    while (ends.length > 0 && ends[0].at <= at) apply(ends.shift()!);
  };
  const dated = scenario.changes.flatMap((change, i) => (change.kind === 'desks' ? [{ change, path: `changes[${i}]` }] : []));
  for (const { change, path } of dated.sort((a, b) => a.change.at - b.change.at)) {
    const at = ticks(change.at);
    endUntil(at);
    const sites = findSites(change.where, path, context);
    const delta = spreadDesks(context.stage.people, desks, sites, change.desks, isListed(change.where));
    apply({ at, kind: 'desks', sites, delta });
    if (change.until !== undefined) ends.push({ at: ticks(change.until), kind: 'desks', sites, delta: delta.map((n) => -n) });
  }
  endUntil(Infinity);
  return compiled;
}

function compileChange(change: Exclude<Change, { kind: 'desks' }>, path: string, context: ChangeContext): EngineChange[] {
  const at = ticks(change.at);
  const until = 'until' in change && change.until !== undefined ? ticks(change.until) : null;
  const pair = (first: EngineChange, last: (at: number) => EngineChange): EngineChange[] =>
    until === null ? [first] : [first, last(until)];
  switch (change.kind) {
    case 'siteClosed': {
      const sites = findSites({ sites: change.sites }, path, context);
      return pair({ at, kind: 'closed', sites, closed: true }, (end) => ({ at: end, kind: 'closed', sites, closed: false }));
    }
    case 'openHours': {
      const sites = findSites(change.where, path, context);
      const hours = (text: string, when: number): EngineChange => {
        const { from, to } = parseOpenHours(text);
        return { at: when, kind: 'hours', sites, open: from * TICKS_PER_MINUTE, close: to * TICKS_PER_MINUTE };
      };
      return pair(hours(change.openHours, at), (end) => hours(context.settings.openHours, end));
    }
    case 'pace': {
      const sites = findSites(change.where, path, context);
      return pair({ at, kind: 'pace', sites, factor: change.factor }, (end) => ({ at: end, kind: 'pace', sites, factor: 1 }));
    }
    case 'arrivals':
      return [{ at, kind: 'arrivals', sites: findSites(change.where, path, context), factor: change.factor, until: until ?? Infinity }];
    case 'poolSize':
      return [{ at, kind: 'poolSize', size: change.size }];
    case 'labCapacity':
      return findLabs(change.lab, path, context).flatMap((lab) => {
        const full = ownCapacity(context.settings, context.labs[lab]);
        return pair({ at, kind: 'labCapacity', lab, tubesPerDay: full * change.factor }, (end) => ({
          at: end,
          kind: 'labCapacity',
          lab,
          tubesPerDay: full,
        }));
      });
    case 'borrowedLab':
      return [];
    case 'travel': {
      const sites = findSites(change.where, path, context);
      return pair({ at, kind: 'travel', sites, factor: change.factor }, (end) => ({ at: end, kind: 'travel', sites, factor: 1 }));
    }
    case 'couriers': {
      const interval = Math.max(TICKS_PER_MINUTE, Math.round(context.courierInterval / change.factor));
      return pair({ at, kind: 'courierInterval', interval }, (end) => ({
        at: end,
        kind: 'courierInterval',
        interval: context.courierInterval,
      }));
    }
  }
}

/** A list of sites is served in its own order, one desk each; an area by need. */
function isListed(where: Where | undefined): boolean {
  return typeof where === 'object' && 'sites' in where;
}

function findSites(where: Where | undefined, path: string, { city, sites }: ChangeContext): Int32Array {
  if (where === undefined || where === 'all') return Int32Array.from(sites, (_, s) => s);
  if ('sites' in where) {
    const index = new Map(sites.map((site, s) => [site.id, s]));
    return Int32Array.from(where.sites, (id) => known(index.get(id), `${path}.sites`, id));
  }
  const townships = new Map(city.townships.map((township) => [township.id, township.districtId]));
  if ('townships' in where) {
    for (const id of where.townships) known(townships.get(id), `${path}.where.townships`, id);
    return selectSites(sites, (site) => where.townships.includes(site.townshipId));
  }
  for (const id of where.districts)
    known(
      city.districts.find((district) => district.id === id),
      `${path}.where.districts`,
      id,
    );
  return selectSites(sites, (site) => where.districts.includes(townships.get(site.townshipId) ?? ''));
}

function selectSites(sites: readonly PlannedSite[], chosen: (site: PlannedSite) => boolean): Int32Array {
  return Int32Array.from(sites.flatMap((site, s) => (chosen(site) ? [s] : [])));
}

function findLabs(id: string, path: string, { labs }: ChangeContext): number[] {
  if (id === 'all') return labs.map((_, i) => i);
  const index = labs.findIndex((lab) => lab.id === id);
  return [known(index < 0 ? undefined : index, `${path}.lab`, id)];
}

function known<T>(found: T | undefined, path: string, id: string): T {
  if (found === undefined) throw new UnknownPlaceError(path, id);
  return found;
}
