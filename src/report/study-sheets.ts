import type { Marginal, Study } from '../results/index.ts';
import type { Text } from '../text/index.ts';
import type { CsvSubject } from './run-csv.ts';
import type { CsvCell } from './csv.ts';
import type { Sheet } from './sheet.ts';

const CURVES = ['arrived', 'sampled', 'delivered', 'resulted'] as const;

/** The round over time: mean and P10–P90 of every curve each quarter of an hour, in people. */
export function roundSheet({ t, format }: Text, study: Study, clock: string): Sheet {
  return {
    name: t('charts:round.title'),
    columns: [
      t('exports:column.hours'),
      t('exports:column.clock'),
      ...CURVES.flatMap((curve) => [
        `${t(`charts:${curve}`)} · ${t('exports:column.mean')}`,
        `${t(`charts:${curve}`)} · P10`,
        `${t(`charts:${curve}`)} · P90`,
      ]),
    ],
    rows: Array.from(study.hours, (hours, step): CsvCell[] => [
      hours,
      format.clock(hours, clock),
      ...CURVES.flatMap((curve) => [study.bands[curve].mean[step], study.bands[curve].p10[step], study.bands[curve].p90[step]]),
    ]),
  };
}

/** When each run was done, hours after the order; an empty cell where it never was. */
export function finishSheet({ t }: Text, study: Study, finish: 'sampled' | 'resulted'): Sheet {
  const deadline = study[finish === 'sampled' ? 'sampledWithinDeadline' : 'resultedWithinDeadline'].deadlineHours;
  return {
    name: t(`planner:finishes.${finish}`),
    columns: [t('exports:column.run'), t('exports:column.finish'), t('exports:column.onTime')],
    rows: Array.from(study.runFinishes[finish], (hours, run): CsvCell[] => [
      run + 1,
      Number.isFinite(hours) ? hours : null,
      t(hours <= deadline ? 'exports:yes' : 'exports:no'),
    ]),
  };
}

/** What a tenth more of each resource does to one finish, in hours; negative is sooner. */
export function marginalSheet({ t, find }: Text, marginals: readonly Marginal[], finish: 'sampled' | 'resulted'): Sheet {
  return {
    name: t(`planner:bottleneck.why.${finish}`),
    columns: ['resource', 'amount', 'effect', 'low', 'high'].map((column) => find(`exports:column.${column}`) ?? column),
    rows: marginals
      .filter((marginal) => marginal.finish === finish)
      .map(({ resource, amount, effectHours, interval }): CsvCell[] => [
        find(`product:resource.${resource}`) ?? resource,
        amount,
        effectHours,
        interval?.[0] ?? null,
        interval?.[1] ?? null,
      ]),
  };
}

/** Results of every site over all runs. */
export function sitesSheet({ t }: Text, { study, sites }: Pick<CsvSubject, 'study' | 'sites'>): Sheet {
  const { finishMean, finishP90, waitMean, unsampledAtDeadline, utilisation, onTimeShare } = study.sites;
  return {
    name: t('map:table.sites'),
    columns: [
      t('exports:column.id'),
      t('map:column.name'),
      `${t('map:column.residents')} · ${t('charts:unit.people')}`,
      t('exports:column.finishMean'),
      t('exports:column.finishP90'),
      t('exports:column.waitMinutes'),
      `${t('map:column.unsampled')} · ${t('charts:unit.people')}`,
      t('exports:column.utilisation'),
      t('exports:column.onTimeShare'),
    ],
    rows: sites.map(({ id, name, size }, s): CsvCell[] => [
      id,
      name,
      size,
      finishMean[s],
      finishP90[s],
      waitMean[s],
      unsampledAtDeadline[s],
      utilisation[s],
      onTimeShare[s],
    ]),
  };
}

/** Results of every laboratory over all runs; borrowed ones come after the city's own. */
export function labsSheet({ t }: Text, { study, labs }: Pick<CsvSubject, 'study' | 'labs'>): Sheet {
  const { tubes, utilisation, backlogPeak, lastResult } = study.labs;
  return {
    name: t('map:table.labs'),
    columns: [
      t('exports:column.id'),
      t('map:column.lab'),
      t('exports:column.tubesPerDay'),
      t('exports:column.tubes'),
      t('exports:column.utilisation'),
      t('exports:column.backlogPeak'),
      t('exports:column.lastResult'),
    ],
    rows: Array.from(tubes, (done, l): CsvCell[] => [
      labs[l]?.id ?? `borrowed-${l - labs.length + 1}`,
      labs[l]?.name ?? t('map:lab.borrowed', { number: l - labs.length + 1 }),
      labs[l]?.size ?? null,
      done,
      utilisation[l],
      backlogPeak[l],
      lastResult[l],
    ]),
  };
}
