import { LIMITS, reachOfVillages, type Addition } from '../../coverage/index.ts';
import type { CoverageFigures } from '../../geo/index.ts';
import type { Text } from '../../text/index.ts';
import type { Sheet } from '../sheet.ts';
import type { CoverageAnswer } from './json.ts';
import { placeWords } from './words.ts';

export const COVERAGE_TABLES = ['townships', 'villages', 'stations', 'services'] as const;
export type CoverageTable = (typeof COVERAGE_TABLES)[number];

const round = (value: number): number | null => (Number.isFinite(value) ? Math.round(value * 100) / 100 : null);

function figureColumns(text: Text): string[] {
  const { t } = text;
  return [
    t('coverage:column.residents'),
    t('coverage:column.mean'),
    t('coverage:column.median'),
    t('coverage:column.p90'),
    t('coverage:column.longest'),
    ...LIMITS.map((limit) => t('coverage:column.within', { limit })),
    t('coverage:column.beyond'),
  ];
}

const figureCells = ({ residents, mean, median, p90, longest, within, beyond }: CoverageFigures): (number | null)[] => [
  residents,
  round(mean),
  round(median),
  round(p90),
  round(longest),
  ...within,
  beyond,
];

/** One of the tables of an answer, ready for the screen and for files. */
export function coverageSheet(text: Text, table: CoverageTable, answer: CoverageAnswer): Sheet {
  return { name: text.t(`coverage:table.${table}`), ...SHEETS[table](text, answer) };
}

const SHEETS: Readonly<Record<CoverageTable, (text: Text, answer: CoverageAnswer) => Omit<Sheet, 'name'>>> = {
  townships: (text, { reach, now, change }) => ({
    columns: [
      text.t('coverage:column.township'),
      text.t('coverage:column.area'),
      ...figureColumns(text),
      ...(change ? [text.t('coverage:column.change')] : []),
    ],
    rows: reach.city.townships.map(({ name, setting }, row) => [
      text.pick(name),
      text.t(setting === 'urban-core' ? 'coverage:area.urban' : 'coverage:area.rural'),
      ...figureCells(now.coverage.townships[row]),
      ...(change ? [change.townships[row]] : []),
    ]),
  }),
  villages: (text, { reach, stations, now }) => ({
    columns: [
      text.t('coverage:column.village'),
      text.t('coverage:column.township'),
      text.t('coverage:column.residents'),
      text.t('coverage:column.minutes'),
      text.t('coverage:column.standard'),
      text.t('coverage:column.station'),
    ],
    rows: reachOfVillages(reach, now.nearest).map(({ village, township, minutes, standard, station }) => [
      text.pick(reach.city.villages[village].name),
      text.pick(reach.city.townships[township].name),
      reach.city.villages[village].residents,
      round(minutes),
      standard,
      station < 0 ? null : text.pick(stations[station].name),
    ]),
  }),
  stations: (text, { stations, now }) => ({
    columns: [
      text.t('coverage:column.station'),
      text.t('coverage:column.state'),
      text.t('coverage:column.vehicles'),
      text.t('coverage:column.nearest'),
      text.t('coverage:column.lng'),
      text.t('coverage:column.lat'),
    ],
    rows: stations.map(({ name, state, vehicles, at }, row) => [
      text.pick(name),
      text.t(`coverage:state.${state}`),
      vehicles,
      now.served[row],
      at[0],
      at[1],
    ]),
  }),
  services: (text, { services }) => ({
    columns: [
      text.t('coverage:column.service'),
      text.t('coverage:column.places'),
      ...figureColumns(text),
      text.t('coverage:column.access'),
      text.t('coverage:column.accessLeast'),
      text.t('coverage:column.left'),
      text.t('coverage:column.diverted'),
    ],
    rows: services.map(({ service, places, coverage, access, limited }) => [
      text.t(`coverage:service.${service}`),
      places,
      ...figureCells(coverage.all),
      round(access.all),
      round(access.least),
      limited && Math.round(limited.leftResidents),
      limited && Math.round(limited.divertedResidents),
    ]),
  }),
};

/** Shares of residents reached within each whole minute, by area; with `before` also those of the stations as they are. */
export function curveSheet(text: Text, curves: Readonly<Record<'urban' | 'rural', ReachCurves>>): Sheet {
  const areas = ['urban', 'rural'] as const;
  const isChanged = areas.some((area) => curves[area].before !== null);
  const named = (area: 'urban' | 'rural', when: 'now' | 'before'): string =>
    text.t(`coverage:column.curve.${when}`, { area: text.t(`coverage:area.${area}`) });
  return {
    name: text.t('charts:reach.title'),
    columns: [
      text.t('coverage:column.minutes'),
      ...areas.map((area) => named(area, 'now')),
      ...(isChanged ? areas.map((area) => named(area, 'before')) : []),
    ],
    rows: Array.from(curves.urban.now, (_, minute) => [
      minute,
      ...areas.map((area) => curves[area].now[minute]),
      ...(isChanged ? areas.map((area) => curves[area].before?.[minute] ?? null) : []),
    ]),
  };
}

interface ReachCurves {
  readonly now: ArrayLike<number>;
  readonly before: ArrayLike<number> | null;
}

/** What a further station at each of the places would do. */
export function additionSheet(text: Text, reach: CoverageAnswer['reach'], additions: readonly Addition[]): Sheet {
  const { urban } = reach.rules.standard;
  return {
    name: text.t('coverage:table.additions'),
    columns: [
      text.t('coverage:column.place'),
      text.t('coverage:column.gainedStrict', { urban }),
      text.t('coverage:column.gained'),
      text.t('coverage:column.sooner'),
      text.t('coverage:column.meanChange'),
      text.t('coverage:column.longest'),
    ],
    rows: additions.map((addition) => [
      placeWords(reach, addition.village, text),
      addition.gainedStrict,
      addition.gained,
      addition.sooner,
      round(addition.mean),
      round(addition.longest),
    ]),
  };
}
