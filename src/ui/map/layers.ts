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

const WAIT_TOPS = [60, 120, 240, 480, 960];
const ninetieth = (values: ArrayLike<number>): number => {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) * 0.9)];
};

/** Scales under which nearly every site of the run stays; those of an empty picture while there is no run. */
export function mapScales(typical: TypicalRun | null): MapScales {
  if (typical === null || typical.sitePeakQueue.length === 0) return { waitMinutes: 120, queue: 100 };
  const wait = ninetieth(typical.siteWaitP90Minutes);
  return {
    waitMinutes: WAIT_TOPS.find((top) => top >= wait) ?? WAIT_TOPS[WAIT_TOPS.length - 1],
    queue: Math.max(10, niceTop(ninetieth(typical.sitePeakQueue))),
  };
}
