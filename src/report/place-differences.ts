import type { CityPack, PlannedSite } from '../city/index.ts';
import type { Study } from '../results/index.ts';

/** When a place is done in both plans, mean hours after the order; Infinity where some run never ended, null where the plan has no such place. */
export interface PlaceDifference {
  readonly a: number | null;
  readonly b: number | null;
  /** B minus A in hours, ±Infinity where only one is ever done; null where it cannot be told. */
  readonly hours: number | null;
}

export interface PlaceDifferences {
  /** In B's order of sites; null where the plans do not have the same sites. */
  readonly sites: readonly PlaceDifference[] | null;
  /** In the pack's order. A township is done with its last site. */
  readonly townships: readonly PlaceDifference[];
}

export interface PlacedStudy {
  readonly sites: readonly PlannedSite[];
  readonly study: Study;
}

function differenceOf(a: number | null, b: number | null): PlaceDifference {
  const isTold = a !== null && b !== null && !Number.isNaN(b - a);
  return { a, b, hours: isTold ? b - a : null };
}

/** True where both plans have the same sites for the same people, so that a site of one is that of the other. */
export const haveSameSites = (a: readonly PlannedSite[], b: readonly PlannedSite[]): boolean =>
  a.length === b.length && a.every(({ id, residents }, index) => id === b[index].id && residents === b[index].residents);

const finishOf = (study: Study, site: number): number => {
  const hours = study.sites.finishMean[site];
  return Number.isFinite(hours) ? hours : Infinity;
};

/** When each township is done: with the last of its sites; null where it has none. */
function townshipFinishes(city: CityPack, { sites, study }: PlacedStudy): (number | null)[] {
  const row = new Map(city.townships.map(({ id }, index) => [id, index]));
  const finishes: (number | null)[] = city.townships.map(() => null);
  sites.forEach(({ townshipId }, site) => {
    const township = row.get(townshipId);
    if (township !== undefined) finishes[township] = Math.max(finishes[township] ?? 0, finishOf(study, site));
  });
  return finishes;
}

/** What a plan changes for every place: hours by which it is done sooner or later, over the mean of the same runs. */
export function placeDifferences(city: CityPack, a: PlacedStudy, b: PlacedStudy): PlaceDifferences {
  const [before, after] = [townshipFinishes(city, a), townshipFinishes(city, b)];
  return {
    sites: haveSameSites(a.sites, b.sites)
      ? b.sites.map((_, site) => differenceOf(finishOf(a.study, site), finishOf(b.study, site)))
      : null,
    townships: before.map((hours, township) => differenceOf(hours, after[township])),
  };
}

/** Hours beyond which a difference counts as strong, by how far most places differ. */
const LADDERS = [
  [0.5, 1, 2],
  [0.5, 2, 4],
  [1, 3, 6],
  [1, 6, 12],
  [2, 12, 24],
  [4, 24, 48],
  [6, 36, 72],
] as const;
/** Share of the places whose difference lies below what the ladder is chosen by. */
const MOST = 0.95;
const REACHED = 0.6;

/** Bounds of seven classes around nothing, in hours: much, clearly and a little sooner, about the same, and so on. */
export function differenceBounds(differences: readonly PlaceDifference[]): number[] {
  const sizes = differences
    .flatMap(({ hours }) => (hours !== null && Number.isFinite(hours) ? [Math.abs(hours)] : []))
    .sort((x, y) => x - y);
  const most = sizes.length === 0 ? 0 : sizes[Math.floor((sizes.length - 1) * MOST)];
  const ladder = LADDERS.find((steps) => steps[2] >= REACHED * most) ?? LADDERS[LADDERS.length - 1];
  return [...ladder.map((step) => -step).reverse(), ...ladder];
}
