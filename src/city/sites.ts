import { createStream, drawLognormalFactor, PURPOSE } from '../engine/index.ts';
import type { Bilingual, LngLat } from '../units/index.ts';
import { apportion } from './apportion.ts';
import { allocateSites, groupTownships, populatedTownships, SITE_NUMBER_BITS, villageRows } from './layout.ts';
import { MOST_PEOPLE, MOST_SITES } from './limits.ts';
import type { CityPack, Township } from './pack.ts';
import { siteSpots } from './spots.ts';

export interface SitePlan {
  /** Whole, 1–10,000. */
  readonly sites: number;
  /** Coefficient of variation of site sizes inside a township, 0–2. */
  readonly spread: number;
  /** Whole people, 1–50 million; the pack's residents are scaled to it. */
  readonly population: number;
}

export interface ServedVillage {
  readonly villageId: string;
  readonly residents: number;
}

export interface PlannedSite {
  /** The township's code and the site's number in it, such as "420704002-017". */
  readonly id: string;
  /** Fixed stream key, an unsigned 32-bit number from the same two; never CITY_PLACE. */
  readonly key: number;
  readonly name: Bilingual;
  readonly townshipId: string;
  /** Where it stands: the village most of whose people it serves. */
  readonly villageId: string;
  readonly at: LngLat;
  readonly residents: number;
  /** Villages that it serves, with whole people that add up to `residents`. */
  readonly serves: readonly ServedVillage[];
}

type Draft = Omit<PlannedSite, 'at' | 'name'>;

/**
 * Places the sampling sites: each next site goes to the township with most residents per site, every populated township has one (with
 * fewer sites than townships the smaller join the nearest larger); inside it sizes are equal shares × lognormal(cv = spread), one draw per
 * (township, number), so that another site moves no other draw; villages in an order of neighbours are cut into runs of these sizes.
 * Deterministic and the same on every JavaScript engine. Throws RangeError outside the ranges of SitePlan.
 */
export function planSites(city: CityPack, plan: SitePlan): PlannedSite[] {
  requireRange('sites', plan.sites, 1, MOST_SITES, true);
  requireRange('population', plan.population, 1, MOST_PEOPLE, true);
  requireRange('spread', plan.spread, 0, 2, false);
  const layout = populatedTownships(city);
  const people = apportion(
    city.villages.map((village) => village.residents),
    plan.population,
  );
  const townshipPeople = layout.map(({ villages }) => villages.reduce((sum, v) => sum + people[v], 0));
  const groups = groupTownships(layout, townshipPeople, plan.sites);
  const groupPeople = groups.map((members) => members.reduce((sum, member) => sum + townshipPeople[member], 0));
  const counts = allocateSites(groupPeople, plan.sites);
  return groups.flatMap((members, g) => {
    const host = layout[members[0]];
    const villages = members.flatMap((member) => layout[member].villages);
    const keys = Array.from({ length: counts[g] }, (_, i) => ((host.slot << SITE_NUMBER_BITS) | (i + 1)) >>> 0);
    const sizes = siteSizes(keys, plan.spread, groupPeople[g]);
    return finish(city, host.township, cutIntoRuns(city, host.township, villages, people, keys, sizes));
  });
}

function requireRange(name: string, value: number, min: number, max: number, whole: boolean): void {
  if (!(value >= min && value <= max) || (whole && !Number.isInteger(value))) {
    throw new RangeError(`planSites: ${name} must be ${whole ? 'a whole number ' : ''}from ${min} to ${max}, not ${value}`);
  }
}

function siteSizes(keys: readonly number[], spread: number, residents: number): number[] {
  return apportion(
    keys.map((key) => drawLognormalFactor(createStream(0, 0, key, PURPOSE.plan), spread)),
    residents,
  );
}

/** Hands the villages' people out to the sites in order; a village may be shared by sites and a site may serve several villages. */
function cutIntoRuns(
  city: CityPack,
  township: Township,
  villages: readonly number[],
  people: readonly number[],
  keys: readonly number[],
  sizes: readonly number[],
): Draft[] {
  let v = 0;
  let leftInVillage = people[villages[0]];
  return keys.map((key, i) => {
    const serves: ServedVillage[] = [];
    let main = villages[v];
    let mostServed = 0;
    for (let wanted = sizes[i]; wanted > 0;) {
      while (leftInVillage === 0) leftInVillage = people[villages[++v]];
      const served = Math.min(wanted, leftInVillage);
      serves.push({ villageId: city.villages[villages[v]].id, residents: served });
      // A site that serves smaller townships besides stands in its own.
      if (served > mostServed && city.villages[villages[v]].townshipId === township.id) {
        mostServed = served;
        main = villages[v];
      }
      wanted -= served;
      leftInVillage -= served;
    }
    const id = `${township.id}-${String(i + 1).padStart(3, '0')}`;
    return { id, key, townshipId: township.id, villageId: city.villages[main].id, residents: sizes[i], serves };
  });
}

/** Gives the sites of each village their spots and names. */
function finish(city: CityPack, host: Township, drafts: readonly Draft[]): PlannedSite[] {
  const rows = villageRows(city);
  const perVillage = new Map<string, number>();
  for (const { villageId } of drafts) perVillage.set(villageId, (perVillage.get(villageId) ?? 0) + 1);
  const spots = new Map<string, LngLat[]>();
  for (const [villageId, count] of perVillage) {
    spots.set(villageId, siteSpots(city.villages[rows.get(villageId) ?? 0].at, count, host.outline));
  }
  const numbers = new Map<string, number>();
  return drafts.map((draft) => {
    const village = city.villages[rows.get(draft.villageId) ?? 0];
    const number = (numbers.get(draft.villageId) ?? 0) + 1;
    numbers.set(draft.villageId, number);
    const several = (perVillage.get(draft.villageId) ?? 1) > 1;
    const at = (spots.get(draft.villageId) ?? [village.at])[number - 1];
    return { ...draft, at, name: siteName(city, host, village.name, several ? number : null) };
  });
}

function siteName(city: CityPack, township: Township, village: Bilingual, number: number | null): Bilingual {
  const suffix = number === null ? { zh: '采样点', en: ' site' } : { zh: `${number}号采样点`, en: ` site ${number}` };
  if (city.travel === null) return { zh: suffix.zh, en: suffix.en.trim().replace(/^site/, 'Site') };
  return { zh: `${township.name.zh}·${village.zh}${suffix.zh}`, en: `${township.name.en} · ${village.en}${suffix.en}` };
}
