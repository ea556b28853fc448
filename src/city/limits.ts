/** Caps of a city pack, checked before memory is taken. */
export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_DEPTH = 64;
export const MOST_SITES = 10_000;
export const MOST_TOWNSHIPS = 5_000;
export const MOST_VILLAGES = 3_500;
export const MOST_PLACES = 10_000;
export const MOST_PEOPLE = 50_000_000;
export const MOST_LABS = 500;
