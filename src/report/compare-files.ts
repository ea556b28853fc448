import type { Comparison } from '../experiment/index.ts';
import type { Text } from '../text/index.ts';
import { csvText } from './csv.ts';
import { FIGURES, figureDifference, figureValue } from './figures.ts';
import { runJson } from './run-json.ts';

export const COMPARE_SCHEMA = 'pingzhan.compare/1';

/** Both studies and their paired differences, as `compare --json` and the page give them. */
export function compareJsonText({ a, b, differences, onTime }: Comparison): string {
  const content = { schema: COMPARE_SCHEMA, a: runJson(a), b: runJson(b), differences, onTime };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const HEADER = [
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
];

/** A row a figure; hours after the order, people, minutes, tubes, shares of runs. */
export function compareCsv(text: Text, comparison: Comparison): string {
  const { a, b } = comparison;
  const rows = FIGURES.map((figure) => {
    const { mean, interval } = figureDifference(comparison, figure);
    return [
      figure,
      figureValue(a, figure),
      figureValue(b, figure),
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
  return csvText(HEADER, rows);
}
