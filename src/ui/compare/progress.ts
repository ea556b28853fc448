import type { Theme } from '../../charts/index.ts';
import type { Text } from '../../text/index.ts';
import type { CityRun } from '../map/index.ts';
import { differenceClass, differenceColors, EVEN_CLASS, type DifferenceScale } from './difference.ts';

/** Shares of a site's people; less done in B counts as worse, so the scale runs over A minus B. */
const BOUNDS = [-0.5, -0.25, -0.05, 0.05, 0.25, 0.5];

export const progressScale = (theme: Theme): DifferenceScale => ({ bounds: BOUNDS, colors: differenceColors(theme) });

/** What of its people every site has swabbed in both plans at an hour, 0–1. */
export interface Progress {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** Progress by hour; the last hour asked for is kept, because all sites of a picture ask for the same. */
export function createProgress(a: CityRun, b: CityRun, sites: number): (hours: number) => Progress {
  let kept: { readonly hours: number; readonly progress: Progress } | null = null;
  return (hours) => {
    if (kept?.hours === hours) return kept.progress;
    const [first, second] = [a.frameAt(hours), b.frameAt(hours)];
    const progress = {
      a: Float64Array.from({ length: sites }, (_, site) => first.shareDone(site)),
      b: Float64Array.from({ length: sites }, (_, site) => second.shareDone(site)),
    };
    kept = { hours, progress };
    return progress;
  };
}

export const progressClass = (scale: DifferenceScale, { a, b }: Progress, site: number): number =>
  differenceClass(scale, a[site] - b[site]);

const points = (share: number): number => Math.round(Math.abs(share) * 100);

/** "B has 23 points more (A 41%, B 64%)". */
export function progressText({ t, format }: Text, scale: DifferenceScale, progress: Progress, site: number): string {
  const [a, b] = [progress.a[site], progress.b[site]];
  const at = progressClass(scale, progress, site);
  const values = { a: format.percent(a, 0), b: format.percent(b, 0), points: points(b - a) };
  return t(at === EVEN_CLASS ? 'compare:now.same' : at < EVEN_CLASS ? 'compare:now.more' : 'compare:now.fewer', values);
}

/** What each class is called. */
export function progressClassNames({ t }: Text): string[] {
  const [low, middle, high] = BOUNDS.slice(EVEN_CLASS).map(points);
  return [
    t('compare:now.legend.moreThan', { from: high }),
    t('compare:now.legend.more', { from: middle, to: high }),
    t('compare:now.legend.more', { from: low, to: middle }),
    t('compare:now.legend.about', { to: low }),
    t('compare:now.legend.fewer', { from: low, to: middle }),
    t('compare:now.legend.fewer', { from: middle, to: high }),
    t('compare:now.legend.fewerThan', { from: high }),
  ];
}

/** How many sites are ahead, even and behind in B. */
export function progressCounts({ t }: Text, scale: DifferenceScale, progress: Progress): string {
  const counts = [0, 0, 0];
  progress.a.forEach((_, site) => counts[Math.sign(progressClass(scale, progress, site) - EVEN_CLASS) + 1]++);
  return t('compare:now.count', { ahead: counts[0], same: counts[1], behind: counts[2] });
}
