import { classColors, deadlineColors, type Theme } from '../../charts/index.ts';
import type { TypicalRun } from '../../results/index.ts';
import type { TextKey } from '../../text/index.ts';

/** What the colours of the map say. */
export const MAP_LAYERS = ['state', 'wait', 'queue', 'crowding', 'done', 'township', 'use', 'finish', 'population'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** What may lie over any layer. */
export const MAP_OVERLAYS = ['couriers', 'flows'] as const;
export type MapOverlay = (typeof MAP_OVERLAYS)[number];
export const NO_OVERLAYS: readonly MapOverlay[] = [];

/** Overlays from names as they are remembered; unknown ones are left out. */
export const overlaysOf = (names: readonly string[]): MapOverlay[] => MAP_OVERLAYS.filter((overlay) => names.includes(overlay));

export const isMapLayer = (name: string): name is MapLayer => MAP_LAYERS.some((layer) => layer === name);
export const layerName = (layer: MapLayer): TextKey => `map:layer.${layer}`;
/** Layers in which the townships are filled and the sites step back. */
export const isGroundLayer = (layer: MapLayer): boolean => layer === 'township' || layer === 'population';
/** Layers that a city has; without geography there is no ground to fill. */
export const layersOf = (geographic: boolean): readonly MapLayer[] =>
  geographic ? MAP_LAYERS : MAP_LAYERS.filter((layer) => !isGroundLayer(layer));
/** Layers about the whole run, which a moving cursor does not change. */
export const isStandingLayer = (layer: MapLayer): boolean => layer === 'use' || layer === 'finish' || layer === 'population';

const NICE = [1, 2, 5];

/** A round number at or above `value`. */
export function niceTop(value: number): number {
  for (let power = 1; power <= 1e9; power *= 10) for (const step of NICE) if (step * power >= value) return step * power;
  return value;
}

/** Values in classes: colours[i] from tops[i − 1] up to, not including, tops[i]. One colour more than tops. */
export interface ClassScale {
  readonly tops: readonly number[];
  readonly colors: readonly string[];
}

/** The class of a value: the number of tops that it has reached. */
export function classOf({ tops }: ClassScale, value: number): number {
  let index = 0;
  while (index < tops.length && value >= tops[index]) index++;
  return index;
}

/** Share of a township's people who are swabbed; the last class is all of them. */
const SHARE_TOPS = [0.2, 0.4, 0.6, 0.8, 0.9995];
const USE_TOPS = [0.5, 0.7, 0.85, 0.95];
/** People a desk. At a metre's distance as many metres of queue. */
const CROWDING_TOPS = [10, 30, 100, 300];
/** Residents a square kilometre. */
const DENSITY_TOPS = [250, 500, 1000, 2500];
/** Hours from the deadline. */
const FINISH_STEPS = [-24, -12, 0, 12, 24, 48];

/** Where the colours of a run end; one scale for the whole run, so that playback is comparable. */
export interface MapScales {
  readonly waitMinutes: number;
  readonly queue: number;
  readonly deadlineHours: number;
}

export const classScale = (layer: MapLayer, { deadlineHours }: MapScales, theme: Theme): ClassScale | null => {
  const scale = (tops: readonly number[], colors: readonly string[]): ClassScale => ({ tops, colors });
  if (layer === 'township') return scale(SHARE_TOPS, classColors('share', SHARE_TOPS.length + 1, theme));
  if (layer === 'use') return scale(USE_TOPS, classColors('use', USE_TOPS.length + 1, theme));
  if (layer === 'crowding') return scale(CROWDING_TOPS, classColors('crowding', CROWDING_TOPS.length + 1, theme));
  if (layer === 'population') return scale(DENSITY_TOPS, classColors('density', DENSITY_TOPS.length + 1, theme));
  if (layer !== 'finish') return null;
  const tops = FINISH_STEPS.map((step) => deadlineHours + step).filter((hours) => hours > 0);
  const early = tops.filter((hours) => hours <= deadlineHours).length;
  return scale(tops, deadlineColors(early, tops.length + 1 - early, theme));
};

const WAIT_TOPS = [60, 120, 240, 480, 720, 960, 1440, 2160, 2880];
/** Share of what is ever seen that lies below the top. */
const BELOW_TOP = 0.95;
/** One cell in so many is read; the scale needs no more. */
const STRIDE = 7;
const FIRST_SIGHT: MapScales = { waitMinutes: 120, queue: 100, deadlineHours: 48 };

/** Value below which nearly all positive cells of a column lie; 0 where there is none. */
function nearlyHighest(column: ArrayLike<number>): number {
  const seen: number[] = [];
  for (let cell = 0; cell < column.length; cell += STRIDE) if (column[cell] > 0) seen.push(column[cell]);
  const sorted = Float64Array.from(seen).sort();
  return sorted.length === 0 ? 0 : sorted[Math.floor((sorted.length - 1) * BELOW_TOP)];
}

/** Scales under which nearly every site stays nearly always; those of an empty picture while there is no run. */
export function mapScales(typical: TypicalRun | null, deadlineHours = FIRST_SIGHT.deadlineHours): MapScales {
  if (typical === null) return { ...FIRST_SIGHT, deadlineHours };
  const wait = nearlyHighest(typical.siteWaitMinutes);
  return {
    waitMinutes: WAIT_TOPS.find((top) => top >= wait) ?? WAIT_TOPS[WAIT_TOPS.length - 1],
    queue: Math.max(10, niceTop(nearlyHighest(typical.siteQueue))),
    deadlineHours,
  };
}
