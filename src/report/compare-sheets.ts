import type { CityPack, PlannedSite } from '../city/index.ts';
import type { Comparison } from '../experiment/index.ts';
import type { Study } from '../results/index.ts';
import type { Text, TextKey } from '../text/index.ts';
import type { Bilingual } from '../units/index.ts';
import type { CsvCell } from './csv.ts';
import { FIGURES, figureDifference, figureValue, unitOf, type FigureId } from './figures.ts';
import type { PlaceDifference, PlaceDifferences } from './place-differences.ts';
import type { Sheet } from './sheet.ts';

const unitKey = (figure: FigureId): TextKey => `compare:unit.${unitOf(figure)}`;

/** Every figure of both plans and B minus A with its interval. */
export function comparisonSheet({ t }: Text, comparison: Comparison): Sheet {
  return {
    name: t('compare:screen.figures'),
    columns: [
      t('compare:column.figure'),
      t('compare:column.unit'),
      'A',
      'B',
      t('compare:column.minus'),
      t('exports:column.low'),
      t('exports:column.high'),
    ],
    rows: FIGURES.map((figure): CsvCell[] => {
      const { mean, interval } = figureDifference(comparison, figure);
      return [
        t(`compare:figure.${figure}`),
        t(unitKey(figure)),
        figureValue(comparison.a, figure),
        figureValue(comparison.b, figure),
        mean,
        interval?.[0] ?? null,
        interval?.[1] ?? null,
      ];
    }),
  };
}

/** People sampled and resulted in both plans each quarter of an hour, means over the runs. */
export function pairRoundSheet({ t, format }: Text, { a, b }: Comparison, clock: string): Sheet {
  const hours = a.hours.length >= b.hours.length ? a.hours : b.hours;
  const at = (values: Float64Array, step: number): number => values[Math.min(step, values.length - 1)];
  const curves = ['sampled', 'resulted'] as const;
  return {
    name: t('compare:screen.timeline'),
    columns: [
      t('exports:column.hours'),
      t('exports:column.clock'),
      ...curves.flatMap((curve) => ['A', 'B', t('compare:column.minus')].map((side) => `${t(`charts:${curve}`)} · ${side}`)),
    ],
    rows: Array.from(hours, (hour, step): CsvCell[] => [
      hour,
      format.clock(hour, clock),
      ...curves.flatMap((curve) => {
        const [first, second] = [at(a.bands[curve].mean, step), at(b.bands[curve].mean, step)];
        return [first, second, second - first];
      }),
    ]),
  };
}

const finite = (hours: number | null): number | null => (hours !== null && Number.isFinite(hours) ? hours : null);

/** When every place is done in both plans; an empty cell where it never is. Townships where the plans' sites are not the same. */
export function placeDifferenceSheet(
  { t, pick }: Text,
  city: CityPack,
  sites: readonly PlannedSite[],
  differences: PlaceDifferences,
): Sheet {
  const name = new Map(city.townships.map(({ id, name: words }) => [id, pick(words)]));
  const cells = ({ a, b, hours }: PlaceDifference): CsvCell[] => [finite(a), finite(b), finite(hours)];
  const rows =
    differences.sites?.map((difference, site): CsvCell[] => [
      pick(sites[site].name),
      name.get(sites[site].townshipId) ?? '',
      ...cells(difference),
    ]) ?? differences.townships.map((difference, at): CsvCell[] => [pick(city.townships[at].name), '', ...cells(difference)]);
  return {
    name: t('compare:screen.map'),
    columns: [
      t(differences.sites ? 'compare:column.site' : 'compare:column.township'),
      ...(differences.sites ? [t('compare:column.township')] : []),
      t('compare:column.finishA'),
      t('compare:column.finishB'),
      t('compare:column.finishMinus'),
    ],
    rows: differences.sites ? rows : rows.map((row) => row.filter((_, column) => column !== 1)),
  };
}

export interface NamedStudy {
  readonly name: Bilingual | string;
  readonly study: Study;
}

/** A row a plan, a column a figure: what lies side by side when more than two are compared. */
export function plansSheet({ t, pick }: Text, plans: readonly NamedStudy[], figures: readonly FigureId[]): Sheet {
  return {
    name: t('compare:screen.plans'),
    columns: [t('exports:scenario'), ...figures.map((figure) => `${t(`compare:figure.${figure}`)} · ${t(unitKey(figure))}`)],
    rows: plans.map(({ name, study }): CsvCell[] => [pick(name), ...figures.map((figure) => figureValue(study, figure))]),
  };
}
