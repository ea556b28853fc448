import { paletteOf, type Theme } from '../../charts/index.ts';
import { interpolateRgb } from 'd3';
import { differenceBounds, type PlaceDifference, type PlaceDifferences } from '../../report/index.ts';
import type { Text } from '../../text/index.ts';

/** Seven classes: three of sooner, about the same, three of later. */
export interface DifferenceScale {
  /** Six bounds in hours, negative is sooner. */
  readonly bounds: readonly number[];
  readonly colors: readonly string[];
}

/** Class of what is about the same. */
export const EVEN_CLASS = 3;
/** How much of the strong colour each step away from the middle has. */
const STRENGTH = [0.35, 0.65, 1];

/** Blue is better in B, orange worse, both paler the nearer to nothing: told apart by colour-blind eyes, and each carries a sign. */
export function differenceColors(theme: Theme): string[] {
  const { sampled, breach, land } = paletteOf(theme);
  const [better, worse] = [sampled, breach].map((strong) => STRENGTH.map((share) => interpolateRgb(land, strong)(share)));
  return [...better.toReversed(), theme === 'dark' ? '#4a5663' : '#e3e6e9', ...worse];
}

export const differenceScale = (differences: PlaceDifferences, theme: Theme): DifferenceScale => ({
  bounds: differenceBounds(differences.sites ?? differences.townships),
  colors: differenceColors(theme),
});

/** Class of a difference; −1 where it cannot be told. A bound belongs to the stronger class. */
export function differenceClass({ bounds }: DifferenceScale, hours: number | null): number {
  if (hours === null) return -1;
  if (hours < 0) return bounds.filter((bound) => bound < 0 && hours > bound).length;
  return EVEN_CLASS + bounds.filter((bound) => bound > 0 && hours >= bound).length;
}

/** What each class is called. */
export function classNames({ t, format }: Text, { bounds }: DifferenceScale): string[] {
  const [low, middle, high] = bounds.slice(EVEN_CLASS).map((bound) => format.hours(bound));
  const plain = (at: number): string => format.number(bounds[EVEN_CLASS + at], bounds[EVEN_CLASS + at] % 1 === 0 ? 0 : 1);
  return [
    t('compare:map.legend.more', { from: high }),
    t('compare:map.legend.between', { from: plain(1), to: high }),
    t('compare:map.legend.between', { from: plain(0), to: middle }),
    t('compare:map.legend.about', { to: low }),
    t('compare:map.legend.laterBetween', { from: plain(0), to: middle }),
    t('compare:map.legend.laterBetween', { from: plain(1), to: high }),
    t('compare:map.legend.laterMore', { from: high }),
  ];
}

/** "B 12.4 h sooner (A Day 5 15:12, B Day 5 02:48)". */
export function differenceText({ t, format }: Text, scale: DifferenceScale, { a, b, hours }: PlaceDifference, clock: string): string {
  if (a === null || b === null) return t('compare:map.unknown');
  const at = (finish: number): string => format.clock(finish, clock);
  if (hours === null) return t('compare:map.never.both');
  if (hours === Infinity) return t('compare:map.never.b', { clock: at(a) });
  if (hours === -Infinity) return t('compare:map.never.a', { clock: at(b) });
  const difference =
    differenceClass(scale, hours) === EVEN_CLASS
      ? t('compare:map.same', { hours: format.hours(scale.bounds[EVEN_CLASS]) })
      : t(hours < 0 ? 'compare:map.sooner' : 'compare:map.later', { hours: format.hours(Math.abs(hours)) });
  return t('compare:map.words', { difference, a: at(a), b: at(b) });
}

/** How many places are sooner, about the same and later, in words. */
export function countWords(text: Text, scale: DifferenceScale, differences: readonly PlaceDifference[]): string {
  const classes = differences.map(({ hours }) => differenceClass(scale, hours));
  const count = (isIn: (at: number) => boolean): number => classes.filter((at) => at >= 0 && isIn(at)).length;
  return text.t('compare:map.count', {
    sooner: count((at) => at < EVEN_CLASS),
    same: count((at) => at === EVEN_CLASS),
    later: count((at) => at > EVEN_CLASS),
  });
}
