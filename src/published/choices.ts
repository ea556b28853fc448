import { hourWait, roundDays, type HourWait } from './hours.ts';
import { walkKilometres, walkMinutes, type Pace } from './pace.ts';
import type { Published } from './shape.ts';

/** Parts of a day by clock hours; the last hour is left out. */
export const DAY_PARTS = [
  { id: 'small', from: 0, to: 6 },
  { id: 'early', from: 6, to: 9 },
  { id: 'morning', from: 9, to: 12 },
  { id: 'noon', from: 12, to: 14 },
  { id: 'afternoon', from: 14, to: 18 },
  { id: 'evening', from: 18, to: 21 },
  { id: 'night', from: 21, to: 24 },
] as const;

export type DayPart = (typeof DAY_PARTS)[number]['id'];

/** The part of a day that a clock hour 0–23 belongs to. */
export const partOf = (hour: number): DayPart => DAY_PARTS.find(({ to }) => hour < to)!.id;

/** Arriving at one site within one clock hour of one day. Minutes; `walk` one way. */
export interface Choice {
  readonly site: number;
  readonly day: number;
  readonly hour: number;
  readonly walk: number;
  readonly km: number;
  readonly wait: HourWait;
  /** Walk and expected (median) wait. */
  readonly total: number;
  /** Whether the plan has this village's people served here. */
  readonly isOwn: boolean;
}

export interface Asking {
  readonly village: number;
  readonly day: number;
  readonly pace: Pace;
  /** Only arrivals from this clock hour on, when somebody cannot go sooner. */
  readonly fromHour?: number;
  readonly part?: DayPart;
}

/** How many choices are shown, and how many other sites near by stand for election. */
export const SHOWN = 3;
const NEARBY = 5;
/** Nobody is sent on a longer way to a site that is not the village's own, minutes. */
export const LONGEST_WALK = 60;

export interface Reach {
  readonly site: number;
  readonly km: number;
  readonly isOwn: boolean;
}

/** Sites that somebody of this village may think of: those planned for it, then the nearest others, nearest first. */
export function reachableSites(published: Published, village: number, pace: Pace): Reach[] {
  const { at } = published.villages[village];
  const all = published.sites.map((site, row): Reach => ({
    site: row,
    km: walkKilometres(at, site.at, published.rules),
    isOwn: site.serves.includes(village),
  }));
  const byWay = (a: Reach, b: Reach): number => a.km - b.km || a.site - b.site;
  const others = all.filter(({ isOwn, km }) => !isOwn && walkMinutes(km, pace) <= LONGEST_WALK).sort(byWay);
  return [...all.filter(({ isOwn }) => isOwn).sort(byWay), ...others.slice(0, NEARBY)];
}

/** Every hour in which one of the reachable sites is surely open, as a choice. */
function hoursOpen(published: Published, asking: Asking): Choice[] {
  const { village, day, pace, fromHour = 0, part } = asking;
  const choices: Choice[] = [];
  for (const { site, km, isOwn } of reachableSites(published, village, pace)) {
    const walk = walkMinutes(km, pace);
    for (let hour = fromHour; hour < 24; hour++) {
      if (part !== undefined && partOf(hour) !== part) continue;
      const wait = hourWait(published, site, day, hour);
      if (!Number.isNaN(wait.p50)) choices.push({ site, day, hour, walk, km, wait, total: walk + wait.p50, isOwn });
    }
  }
  return choices;
}

/** Shorter first; at the same length the village's own site, then the earlier hour, then the nearer site. */
const better = (a: Choice, b: Choice): number =>
  compare(a.total, b.total) || Number(b.isOwn) - Number(a.isOwn) || a.hour - b.hour || a.km - b.km || a.site - b.site;

const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/**
 * The best choices of site and hour on a day, by walk and expected wait: of each site and part of the day only its best hour, of these the
 * three shortest. The village's own sites stand first, and one of them is always among the three, for others may turn people away.
 */
export function bestChoices(published: Published, asking: Asking): Choice[] {
  const best = new Map<string, Choice>();
  for (const choice of hoursOpen(published, asking)) {
    const key = `${choice.site} ${partOf(choice.hour)}`;
    const known = best.get(key);
    if (!known || better(choice, known) < 0) best.set(key, choice);
  }
  const ranked = [...best.values()].sort(better);
  const shown = ranked.slice(0, SHOWN);
  const own = ranked.find(({ isOwn }) => isOwn);
  if (own && !shown.some(({ isOwn }) => isOwn)) shown.splice(SHOWN - 1, 1, own);
  return [...shown.filter(({ isOwn }) => isOwn), ...shown.filter(({ isOwn }) => !isOwn)];
}

export interface PartForecast {
  readonly part: DayPart;
  /** The shortest hour of the part; null where the site is not surely open in any. */
  readonly best: { readonly hour: number; readonly wait: HourWait } | null;
}

/** What a site is like in every part of a day. */
export function partsOfDay(published: Published, site: number, day: number): PartForecast[] {
  return DAY_PARTS.map(({ id, from, to }) => {
    let best: PartForecast['best'] = null;
    for (let hour = from; hour < to; hour++) {
      const wait = hourWait(published, site, day, hour);
      if (!Number.isNaN(wait.p50) && (best === null || wait.p50 < best.wait.p50)) best = { hour, wait };
    }
    return { part: id, best };
  });
}

/** The first day on which some of the village's own sites are open, or day 1. */
export function firstDay(published: Published, village: number, pace: Pace): number {
  for (let day = 1; day <= roundDays(published); day++) if (hoursOpen(published, { village, day, pace }).length > 0) return day;
  return 1;
}
