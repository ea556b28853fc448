/** Where a number comes from; shown to the user beside every default. `user` marks a value that the user set. */
export type SourceTag = 'stated' | 'official' | 'observed' | 'paper' | 'inferred' | 'assumed';

/** How well a position is known. Schematic places are drawn and labelled 示意. */
export type Accuracy = 'official' | 'imported' | 'schematic';

/** A display name or sentence in both languages. Never used as a key. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Longitude and latitude in degrees, WGS-84. */
export type LngLat = readonly [lng: number, lat: number];

export type Language = 'zh' | 'en';

/** The engine's tick is one millisecond; instants are integer-valued numbers of ticks after the order (T0). */
export const TICKS_PER_SECOND = 1000;
export const TICKS_PER_MINUTE = 60_000;
export const TICKS_PER_HOUR = 3_600_000;
export const TICKS_PER_DAY = 86_400_000;
