import { changeRange, type Change } from '../../scenario/index.ts';

/** Dates on the track stand on quarters of an hour. */
export const SNAP_HOURS = 0.25;

/** What is held: the whole change, or one of its ends. */
export type Part = 'whole' | 'start' | 'end';

/** Hours between which a hand may move dates: from the order to the end of what the timeline shows, and never beyond what a file may say. */
export interface DateLimits {
  /** An end that is moved to here or later is none: the change stays for good. */
  readonly latest: number;
}

/** The nearest quarter of an hour. */
export const snapped = (hours: number): number => Math.round(hours / SNAP_HOURS) * SNAP_HOURS;
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(Math.max(low, high), value));

/** Hours after the order at which the change ends, or a borrowed lab is at hand; null for good. */
export function endOf(change: Change): number | null {
  if (change.kind === 'borrowedLab') return change.at + change.readyAfterHours;
  return 'until' in change ? (change.until ?? null) : null;
}

/** Kinds that can have an end of their own. */
export const canEnd = (change: Change): boolean => change.kind !== 'poolSize' && change.kind !== 'borrowedLab';

/** Ends that can be moved alone: a borrowed lab's end is when it is at hand. */
export const movableParts = (change: Change): readonly Part[] =>
  change.kind === 'poolSize' ? ['whole'] : change.kind === 'borrowedLab' ? ['whole', 'end'] : ['whole', 'start', 'end'];

const latestDate = (change: Change): number => changeRange(change.kind, 'at').max;

/** The same change with another end; null takes it away. Kinds without an end stay as they are. */
export function withEnd(change: Change, end: number | null): Change {
  if (change.kind === 'poolSize' || change.kind === 'borrowedLab') return change;
  const { until: _old, ...rest } = change;
  return end === null ? rest : { ...rest, until: end };
}

/** The whole change `by` hours later, on a quarter of an hour and inside the limits; its length stays. */
function moved(change: Change, by: number, { latest }: DateLimits): Change {
  const end = endOf(change);
  const length = end === null || change.kind === 'borrowedLab' ? 0 : end - change.at;
  const bound = Math.max(Math.min(latest, latestDate(change) - length), change.at);
  const at = clamp(snapped(change.at + by), 0, bound);
  if (at === change.at) return change;
  return end === null || !canEnd(change) ? { ...change, at } : withEnd({ ...change, at }, at + length);
}

function withStart(change: Change, by: number, { latest }: DateLimits): Change {
  const end = endOf(change);
  const at = clamp(snapped(change.at + by), 0, end === null ? Math.max(latest, change.at) : end - SNAP_HOURS);
  return at === change.at ? change : { ...change, at };
}

function stretched(change: Change, by: number, { latest }: DateLimits): Change {
  const earliest = change.at + SNAP_HOURS;
  if (change.kind === 'borrowedLab') {
    const { min, max } = changeRange('borrowedLab', 'readyAfterHours');
    const ready = clamp(snapped(change.at + change.readyAfterHours + by), change.at + min, change.at + max);
    return { ...change, readyAfterHours: ready - change.at };
  }
  const bound = Math.min(latest, latestDate(change));
  const end = snapped((endOf(change) ?? bound) + by);
  return withEnd(change, end >= bound && by >= 0 ? null : clamp(end, earliest, latestDate(change)));
}

/**
 * The change after its `part` has been carried `by` hours. Dates land on quarters of an hour, never before the order, never past what a
 * file may say; a change is never shorter than a quarter of an hour, and an end carried to the limit is none.
 */
export function carried(change: Change, part: Part, by: number, limits: DateLimits): Change {
  if (!movableParts(change).includes(part) || by === 0) return change;
  return part === 'whole' ? moved(change, by, limits) : part === 'start' ? withStart(change, by, limits) : stretched(change, by, limits);
}

const HOUR = 1;
const SIX_HOURS = 6;
const KEY_HOURS: Readonly<Record<string, number>> = {
  ArrowLeft: -SNAP_HOURS,
  ArrowRight: SNAP_HOURS,
  ArrowDown: -HOUR,
  ArrowUp: HOUR,
  PageDown: -SIX_HOURS,
  PageUp: SIX_HOURS,
};

/** What a key does to a change on the track: left and right a quarter of an hour, up and down an hour, Shift its end. Null: nothing. */
export function carriedByKey(change: Change, key: string, shift: boolean, limits: DateLimits): Change | null {
  const by = KEY_HOURS[key];
  return by === undefined ? null : carried(change, shift ? 'end' : 'whole', by, limits);
}
