import { useMemo, useState, type ReactElement } from 'react';
import { UnsampledLine, wholeSpan, type Theme } from '../../charts/index.ts';
import { figureValue, figureWords, isMoreBetter, plansSheet, standings, type FigureId } from '../../report/index.ts';
import { isPairable } from '../../experiment/index.ts';
import type { Study } from '../../results/index.ts';
import type { Bilingual } from '../../units/index.ts';
import { TableFiles, type ExportSource } from '../export/index.ts';
import { arrangedRows, useText, type Column, type Sorting } from '../kit/index.ts';
import { PlanActions, PlanName } from './PlanCells.tsx';
import { Worded } from './Worded.tsx';

/** A plan of the table; without an id it is not pinned and can neither be renamed nor deleted. */
export interface ListedPlan {
  readonly id: string | null;
  readonly name: Bilingual | string;
  readonly study: Study;
}

export interface PlansTableProps {
  readonly plans: readonly ListedPlan[];
  readonly source: ExportSource;
  /** Local time of the order. */
  readonly clock: string;
  readonly theme: Theme;
  readonly onRename: (id: string, name: string) => void;
  readonly onDelete: (id: string) => void;
  readonly onTake: (side: 'a' | 'b', id: string | null) => void;
}

const TABLE_FIGURES = [
  'sampledOnTime',
  'unsampledAtDeadline',
  'sampledFinishHours',
  'sampledT99Hours',
  'resultedOnTime',
  'unresultedAtDeadline',
  'resultedFinishHours',
  'waitMeanMinutes',
  'staffHours',
  'tubes',
  'vehicleKilometres',
] as const satisfies readonly FigureId[];
type TableFigure = (typeof TABLE_FIGURES)[number];

const LINE = { width: 132, height: 32 };

/** The hours of 99 % as a bar, so that rows are compared at a glance; the words stand above it. */
function HoursBar({ share }: { share: number }): ReactElement {
  return (
    <svg className="plans-bar" width="100%" height="6" aria-hidden="true">
      <rect className="rail" width="100%" height="6" rx="3" />
      <rect className="bar" width={`${Math.round(100 * share)}%`} height="6" rx="3" />
    </svg>
  );
}

/** Up to a dozen plans, a row each: figures, the best of each column in a word, people unsampled as a small curve. Sorted by any column. */
export function PlansTable({ plans, source, clock, theme, onRename, onDelete, onTake }: PlansTableProps): ReactElement {
  const text = useText();
  const { t, pick, language, format } = text;
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const studies = useMemo(() => plans.map(({ study }) => study), [plans]);
  const marks = useMemo(() => new Map(TABLE_FIGURES.map((figure) => [figure, standings(studies, figure)])), [studies]);
  const columns = useMemo<Column[]>(
    () => [
      {
        key: 'name',
        label: t('compare:column.plan'),
        numeric: false,
        value: (row) => pick(plans[row].name),
        words: (row) => pick(plans[row].name),
      },
      ...TABLE_FIGURES.map((figure): Column => ({
        key: figure,
        label: t(`compare:figure.${figure}`),
        numeric: true,
        value: (row) => figureValue(studies[row], figure),
        words: (row) => figureWords(text, studies[row], figure, clock),
      })),
    ],
    [plans, studies, clock, text, t, pick],
  );
  const rows = useMemo(() => arrangedRows(columns, plans.length, '', sorting, language), [columns, plans.length, sorting, language]);
  const span = useMemo(() => ({ from: 0, to: Math.max(...studies.map((study) => wholeSpan(study).to)) }), [studies]);
  const mostPeople = Math.max(...studies.map(({ participants }) => participants));
  const latest = Math.max(...studies.map((study) => figureValue(study, 'sampledT99Hours') ?? 0));
  const isPaired = studies.every((study) => isPairable(studies[0], study));
  /** The best first, then the other way, then the order of pinning again. */
  const sortBy = ({ key, numeric }: Column): void => {
    const firstDown = numeric && isMoreBetter(key as FigureId);
    if (sorting?.key !== key) setSorting({ key, descending: firstDown });
    else setSorting(sorting.descending === firstDown ? { key, descending: !firstDown } : null);
  };
  const order = ({ key }: Column) => (sorting?.key !== key ? 'none' : sorting.descending ? 'descending' : 'ascending');
  const head = (column: Column): ReactElement => (
    <th key={column.key} scope="col" aria-sort={order(column)} className={column.numeric ? 'numeric' : undefined}>
      <button type="button" title={t('compare:kpi.sort', { column: column.label })} onClick={() => sortBy(column)}>
        {column.label}
        <span aria-hidden="true">{{ none: '', ascending: ' ▲', descending: ' ▼' }[order(column)]}</span>
      </button>
    </th>
  );
  const cell = (row: number, figure: TableFigure): ReactElement => {
    const standing = marks.get(figure)![row];
    const hours = figureValue(studies[row], figure);
    return (
      <td key={figure} className="numeric" data-standing={standing}>
        <Worded words={figureWords(text, studies[row], figure, clock)} apart />
        {figure === 'sampledT99Hours' && hours !== null && latest > 0 && <HoursBar share={hours / latest} />}
        {standing && <span className="plans-mark">{t(`compare:kpi.${standing}`)}</span>}
      </td>
    );
  };
  return (
    <section className="plans" aria-label={t('compare:screen.plans')}>
      <div className="compare-head">
        <h2 className="card-title">{t('compare:screen.plans')}</h2>
        {!isPaired && <p className="soft">{t('compare:kpi.unpaired')}</p>}
        <TableFiles sheet={() => plansSheet(text, plans, TABLE_FIGURES)} source={source} />
      </div>
      <div className="plans-scroll">
        <table>
          <thead>
            <tr>
              {head(columns[0])}
              <th scope="col">{t('compare:kpi.unsampled')}</th>
              {columns.slice(1).map(head)}
              <th scope="col">{t('compare:kpi.act')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { id, name, study } = plans[row];
              const words = pick(name);
              return (
                <tr key={id ?? 'plan'}>
                  <th scope="row">
                    <PlanName name={words} isPinned={id !== null} onRename={(next) => id !== null && onRename(id, next)} />
                  </th>
                  <td>
                    <UnsampledLine
                      {...{ study, span, theme, ...LINE }}
                      top={mostPeople}
                      label={t('compare:kpi.unsampledOf', {
                        name: words,
                        missing: format.peopleUnit(study.sampledWithinDeadline.missing),
                      })}
                    />
                  </td>
                  {TABLE_FIGURES.map((figure) => cell(row, figure))}
                  <td>
                    <PlanActions
                      name={words}
                      onTake={(side) => onTake(side, id)}
                      {...(id === null ? {} : { onDelete: () => onDelete(id) })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
