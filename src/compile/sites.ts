import { apportion, type CityPack, type PlannedSite } from '../city/index.ts';
import type { SiteInputs } from '../engine/index.ts';
import { desksOnDuty, type Settings } from '../scenario/index.ts';
import { allocateByLoad, allocateDevices } from './staffing.ts';

/** Door teams of one district, simulated like a site without queue. */
export interface DoorTeams {
  /** Index of the planned site from which the teams set out. */
  readonly anchor: number;
  readonly people: number;
  readonly teams: number;
}

const DOOR_TEAM_KEY = 0xf0000000;
/** Hand registrars a desk where there is no device: two helpers under reading A, the pair's own registrar under B. */
const HAND_REGISTRARS = { A: 2, B: 1 } as const;

export interface SiteStage {
  readonly inputs: Omit<SiteInputs, 'deskCapacity'>;
  readonly doorTeams: readonly DoorTeams[];
  /** Planned site whose place each stage site has. */
  readonly anchors: Int32Array;
}

/** People, desks and registration of every planned site, and of the door teams behind them in the list. */
export function compileSites(city: CityPack, settings: Settings, sites: readonly PlannedSite[]): SiteStage {
  const shares = sites.map((site) => site.residents);
  const residents = shares.reduce((sum, n) => sum + n, 0);
  const participants = Math.round(residents * settings['demand.participation']);
  const atHome = Math.round(participants * settings['doorstep.share']);
  const people = Int32Array.from(apportion(shares, participants - atHome));
  const desks = allocateByLoad(people, desksOnDuty(settings));
  const devices = allocateDevices(people, desks, settings['devices.total']);
  const byHand = HAND_REGISTRARS[settings['staff.reading'] === 'A' ? 'A' : 'B'];
  const doorTeams = atHome > 0 ? planDoorTeams(city, sites, atHome, settings['doorstep.teams']) : [];
  const teamed = <T extends Int32Array | Uint32Array | Uint8Array>(array: T, tail: number[]): T => {
    const joined = new (array.constructor as new (n: number) => T)(array.length + tail.length);
    joined.set(array);
    joined.set(tail, array.length);
    return joined;
  };
  const none = doorTeams.map(() => 0);
  return {
    doorTeams,
    anchors: teamed(
      Int32Array.from(sites, (_, i) => i),
      doorTeams.map((team) => team.anchor),
    ),
    inputs: {
      count: sites.length + doorTeams.length,
      key: teamed(
        Uint32Array.from(sites, (site) => site.key),
        doorTeams.map((_, i) => DOOR_TEAM_KEY + i),
      ),
      people: teamed(
        people,
        doorTeams.map((team) => team.people),
      ),
      desks: teamed(
        desks,
        doorTeams.map((team) => team.teams),
      ),
      registrars: teamed(
        devices.map((n, s) => (n > 0 ? n : byHand * desks[s])),
        none,
      ),
      registrarsPerDesk: teamed(
        devices.map((n) => (n > 0 ? 0 : byHand)),
        none,
      ),
      byDevice: teamed(
        Uint8Array.from(devices, (n) => (n > 0 ? 1 : 0)),
        none,
      ),
      doorstep: teamed(
        new Uint8Array(sites.length),
        doorTeams.map(() => 1),
      ),
    },
  };
}

/** One group of door teams a district, based at its largest site; at least one team each. */
function planDoorTeams(city: CityPack, sites: readonly PlannedSite[], people: number, teams: number): DoorTeams[] {
  const districtOf = new Map(city.townships.map((township) => [township.id, township.districtId]));
  const groups = new Map<string, { residents: number; anchor: number }>();
  sites.forEach((site, i) => {
    const id = districtOf.get(site.townshipId) ?? '';
    const group = groups.get(id) ?? { residents: 0, anchor: i };
    group.residents += site.residents;
    if (site.residents > sites[group.anchor].residents) group.anchor = i;
    groups.set(id, group);
  });
  const list = [...groups.values()];
  const weights = list.map((group) => group.residents);
  const visited = apportion(weights, people);
  const given = allocateByLoad(weights, Math.max(teams, list.length));
  return list.map((group, i) => ({ anchor: group.anchor, people: visited[i], teams: given[i] }));
}
