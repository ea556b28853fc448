import { COMPARED, type ComparedFigure, type Comparison, type Difference } from '../../experiment/index.ts';
import { csvText, runJson } from '../../report/index.ts';
import type { Study } from '../../results/index.ts';
import type { Text } from '../../text/index.ts';
import { tableText } from './table.ts';

export const COMPARE_SCHEMA = 'pingzhan.compare/1';

const VALUES: Readonly<Record<ComparedFigure, (study: Study) => number | null>> = {
  sampledFinishHours: (study) => study.sampledFinish.mean,
  resultedFinishHours: (study) => study.resultedFinish.mean,
  sampledT99Hours: (study) => study.sampledFinish.t99,
  resultedT99Hours: (study) => study.resultedFinish.t99,
  unsampledAtDeadline: (study) => study.sampledWithinDeadline.missing,
  unresultedAtDeadline: (study) => study.resultedWithinDeadline.missing,
  waitMeanMinutes: (study) => study.wait.mean,
  waitP90Minutes: (study) => study.wait.p90,
  tubes: (study) => study.means.tubes,
  plates: (study) => study.means.plates,
  staffHours: (study) => study.means.staffHours,
};
/** Figures that are counted rather than measured, shown without decimals. */
const COUNTED: ReadonlySet<ComparedFigure> = new Set(['unsampledAtDeadline', 'unresultedAtDeadline', 'tubes', 'plates', 'staffHours']);

export function compareJsonText(comparison: Comparison): string {
  const { a, b, differences } = comparison;
  return `${JSON.stringify({ schema: COMPARE_SCHEMA, a: runJson(a), b: runJson(b), differences }, null, 2)}\n`;
}

export function compareCsv(text: Text, { a, b, differences }: Comparison): string {
  const rows = COMPARED.map((figure) => {
    const { mean, interval } = differences[figure];
    return [
      figure,
      VALUES[figure](a),
      VALUES[figure](b),
      mean,
      interval?.[0] ?? null,
      interval?.[1] ?? null,
      a.seed,
      a.replications,
      a.scenario.fingerprint,
      b.scenario.fingerprint,
      a.engineVersion,
      text.t('product:simulated'),
    ];
  });
  return csvText(
    [
      'figure',
      'a',
      'b',
      'difference',
      'difference_low',
      'difference_high',
      'seed',
      'replications',
      'scenario_a',
      'scenario_b',
      'engine',
      'notice',
    ],
    rows,
  );
}

export interface ComparedNames {
  readonly a: string;
  readonly b: string;
}

export function compareWords(text: Text, names: ComparedNames, { a, b, differences }: Comparison): string {
  const { t, format } = text;
  const chance = (study: Study, finish: 'sampledWithinDeadline' | 'resultedWithinDeadline'): string =>
    format.probability(study[finish].probability, study[finish].interval, study.replications);
  const rows = [
    [t('cli:compare.column.figure'), 'A', 'B', t('cli:compare.column.difference')],
    [t('cli:compare.probabilitySampled'), chance(a, 'sampledWithinDeadline'), chance(b, 'sampledWithinDeadline'), ''],
    [t('cli:compare.probabilityResulted'), chance(a, 'resultedWithinDeadline'), chance(b, 'resultedWithinDeadline'), ''],
    ...COMPARED.map((figure) => {
      const digits = COUNTED.has(figure) ? 0 : 1;
      return [
        t(`cli:compare.${figure}`),
        format.number(VALUES[figure](a) ?? NaN, digits),
        format.number(VALUES[figure](b) ?? NaN, digits),
        differenceWords(text, differences[figure], digits),
      ];
    }),
  ];
  const provenance = t('cli:run.provenance', {
    count: a.replications,
    seed: a.seed,
    fingerprint: `A ${a.scenario.fingerprint}, B ${b.scenario.fingerprint}`,
    engine: a.engineVersion,
    simulated: t('product:simulated'),
  });
  return `${t('cli:compare.title', { a: names.a, b: names.b })}\n${provenance}\n\n${tableText(rows, ['left', 'right', 'right', 'right'])}`;
}

function differenceWords({ format }: Text, { mean, interval }: Difference, digits: number): string {
  if (mean === null) return '–';
  const sign = mean > 0 ? '+' : '';
  return `${sign}${format.number(mean, digits)}${interval ? ` [${format.ends(interval, digits)}]` : ''}`;
}
