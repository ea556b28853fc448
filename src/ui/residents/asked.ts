import { COVERAGE_MEASURES, PACES, roundDays, type CoverageMeasure, type Pace, type Published } from '../../published/index.ts';

export const VIEWS = ['find', 'coverage', 'about', 'notice'] as const;
export type View = (typeof VIEWS)[number];

/** Everything that somebody asks of the page; the address after `#` says it, so that a link shares it. */
export interface Asked {
  readonly view: View;
  /** Row of the village, −1 while none is chosen. */
  readonly village: number;
  readonly pace: Pace['id'];
  /** Day of the round from 1; 0 leaves it to the page: the first day on which something near is open. */
  readonly day: number;
  /** Clock hour before which somebody cannot go. */
  readonly fromHour: number;
  readonly measure: CoverageMeasure;
  /** Row of the site that a notice is about. */
  readonly site: number;
}

export const ASKED: Asked = { view: 'find', village: -1, pace: 'adult', day: 0, fromHour: 0, measure: 'site', site: 0 };

const whole = (value: string | null, least: number, most: number, otherwise: number): number =>
  value !== null && /^\d{1,3}$/.test(value) && Number(value) >= least && Number(value) <= most ? Number(value) : otherwise;

const rowOf = (rows: readonly { readonly id: string }[], id: string | null, otherwise: number): number => {
  const row = id === null ? -1 : rows.findIndex((candidate) => candidate.id === id);
  return row < 0 ? otherwise : row;
};

/** What an address asks; whatever it says wrongly is as if it were not said. Places go by id, for rows change from file to file. */
export function readAsked(fragment: string, published: Published): Asked {
  const said = new URLSearchParams(fragment.replace(/^#/, ''));
  const known = <T extends string>(words: readonly T[], value: string | null, otherwise: T): T =>
    words.find((word) => word === value) ?? otherwise;
  return {
    view: known(VIEWS, said.get('view'), ASKED.view),
    village: rowOf(published.villages, said.get('place'), ASKED.village),
    pace: known(
      PACES.map(({ id }) => id),
      said.get('pace'),
      ASKED.pace,
    ),
    day: whole(said.get('day'), 1, roundDays(published), ASKED.day),
    fromHour: whole(said.get('from'), 0, 23, ASKED.fromHour),
    measure: known(COVERAGE_MEASURES, said.get('measure'), ASKED.measure),
    site: rowOf(published.sites, said.get('site'), ASKED.site),
  };
}

/** The fragment of an address that asks this, with its `#`; what goes without saying is left out. */
export function writeAsked(asked: Asked, published: Published): string {
  const said = new URLSearchParams();
  if (asked.view !== ASKED.view) said.set('view', asked.view);
  if (asked.village >= 0) said.set('place', published.villages[asked.village].id);
  if (asked.pace !== ASKED.pace) said.set('pace', asked.pace);
  if (asked.day !== ASKED.day) said.set('day', String(asked.day));
  if (asked.fromHour !== ASKED.fromHour) said.set('from', String(asked.fromHour));
  if (asked.measure !== ASKED.measure) said.set('measure', asked.measure);
  if (asked.site !== ASKED.site) said.set('site', published.sites[asked.site].id);
  return `#${said.toString()}`;
}
