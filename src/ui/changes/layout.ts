import { textWidth } from '../../charts/index.ts';
import type { Change } from '../../scenario/index.ts';
import type { TrackScale } from '../timeline/index.ts';
import { endOf } from './dates.ts';
import { packRows, type Extent } from './rows.ts';
import { changeTitle, type ChangeWording } from './words.ts';

/** A change's place on the track, in pixels of the timeline. */
export interface PlacedChange {
  /** In the plan. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly row: number;
  /** It begins before what is shown. */
  readonly cut: boolean;
  /** It has no end, or ends after what is shown. */
  readonly open: boolean;
  /** Where a borrowed lab is at hand; null for all others. */
  readonly readyAt: number | null;
  readonly words: string;
}

export interface TrackLayout {
  readonly placed: readonly PlacedChange[];
  readonly rows: number;
  /** Changes of which nothing is shown. */
  readonly beyond: number;
}

/** Rows above which bars that stay for good share theirs with what comes later. */
const MOST_ROWS = 3;
/** Longest words on the track, in ems; the bar's name says all. */
export const MOST_WORDS = 15;
const SHORTEST_BAR = 6;

/** Title and comment, for the bar. */
export function barWords(change: Change, wording: ChangeWording): string {
  const title = changeTitle(change, wording);
  return change.comment ? `${title} · ${change.comment}` : title;
}

/** Where every change stands that the view shows any of. `held` is the one under a hand. */
export function layTrack(changes: readonly Change[], wording: ChangeWording, scale: TrackScale, held: number | null): TrackLayout {
  const { view, left, right, fontSize } = scale;
  const shown = changes.flatMap((change, index) => {
    const end = change.kind === 'borrowedLab' ? null : endOf(change);
    if (change.at > view.to || (end !== null && end < view.from)) return [];
    const open = end === null || end > view.to;
    const from = Math.max(left, scale.x(change.at));
    const to = open ? right : Math.max(from + SHORTEST_BAR, scale.x(end));
    const words = barWords(change, wording);
    const readyAt = change.kind === 'borrowedLab' ? Math.min(right, scale.x(change.at + change.readyAfterHours)) : null;
    return [{ index, from, to, open, cut: change.at < view.from, readyAt, words }];
  });
  const wordsEnd = (from: number, words: string) => from + Math.min(textWidth(words, fontSize), MOST_WORDS * fontSize) + fontSize * 2;
  const whole = shown.map(({ from, to, words }): Extent => ({ from, to: Math.max(to, wordsEnd(from, words)) }));
  const heldAt = shown.findIndex(({ index }) => index === held);
  const kept = heldAt < 0 ? null : heldAt;
  let packed = packRows(whole, kept);
  if (packed.count > MOST_ROWS) {
    const tight = shown.map(({ from, to, open, words }): Extent => ({
      from,
      to: open ? wordsEnd(from, words) : Math.max(to, wordsEnd(from, words)),
    }));
    packed = packRows(tight, kept);
  }
  return {
    placed: shown.map((change, at) => ({ ...change, row: packed.rows[at] })),
    rows: Math.max(1, packed.count),
    beyond: changes.length - shown.length,
  };
}
