/** Caps of a city pack, checked before rows are looked at. Readers of files refuse more than 20 MB and a depth over 64 before that. */
export const MOST_SITES = 10_000;
export const MOST_LABS = 500;
export const MOST_PEOPLE = 50_000_000;
/** Outline points of a whole pack. */
export const MOST_POINTS = 500_000;
/** The travel table grows with the square of the villages; 3,500 make 16 MB. */
export const MOST_ROWS = {
  sources: 1000,
  districts: 500,
  townships: 5000,
  villages: 3500,
  labs: MOST_LABS,
  stations: 10_000,
  hospitals: 10_000,
  clinics: 10_000,
  water: 10_000,
  roads: 10_000,
} as const;
