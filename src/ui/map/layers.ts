import type { TextKey } from '../../text/index.ts';
import type { TypicalRun } from '../../results/index.ts';

/** What the colour of a site says. */
export const MAP_LAYERS = ['state', 'wait', 'done', 'queue'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

export const layerName = (layer: MapLayer): TextKey => `map:layer.${layer}`;

const NICE = [1, 2, 5];

/** A round number at or above `value`. */
export function niceTop(value: number): number {
  for (let power = 1; power <= 1e9; power *= 10) for (const step of NICE) if (step * power >= value) return step * power;
  return value;
}

/** Where the colours of a run end; one scale for the whole run, so that playback is comparable. */
export interface MapScales {
  readonly waitMinutes: number;
  readonly queue: number;
}

const WAIT_TOPS = [60, 120, 240, 480, 720, 960, 1440, 2160, 2880];
/** Share of what is ever seen that lies below the top. */
const BELOW_TOP = 0.95;
/** One cell in so many is read; the scale needs no more. */
const STRIDE = 7;

/** Value below which nearly all positive cells of a column lie; 0 where there is none. */
function nearlyHighest(column: ArrayLike<number>): number {
  const seen: number[] = [];
  for (let cell = 0; cell < column.length; cell += STRIDE) if (column[cell] > 0) seen.push(column[cell]);
  const sorted = Float64Array.from(seen).sort();
  return sorted.length === 0 ? 0 : sorted[Math.floor((sorted.length - 1) * BELOW_TOP)];
}

/** Scales under which nearly every site stays nearly always; those of an empty picture while there is no run. */
export function mapScales(typical: TypicalRun | null): MapScales {
  if (typical === null) return { waitMinutes: 120, queue: 100 };
  const wait = nearlyHighest(typical.siteWaitMinutes);
  return {
    waitMinutes: WAIT_TOPS.find((top) => top >= wait) ?? WAIT_TOPS[WAIT_TOPS.length - 1],
    queue: Math.max(10, niceTop(nearlyHighest(typical.siteQueue))),
  };
}
