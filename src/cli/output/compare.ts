import { comparisonHeadline, comparisonRows, planDifferences, type ComparedPlans } from '../../report/index.ts';
import type { Text } from '../../text/index.ts';
import { tableText } from './table.ts';

/** The comparison as the page says it: who is better and what it costs, what differs between the plans, then every figure. */
export function compareWords(text: Text, plans: ComparedPlans): string {
  const { t, pick } = text;
  const { city, comparison } = plans;
  const { a, b } = comparison;
  const headline = comparisonHeadline(text, comparison);
  const provenance = t('cli:run.provenance', {
    count: a.replications,
    seed: a.seed,
    fingerprint: `A ${a.scenario.fingerprint}, B ${b.scenario.fingerprint}`,
    engine: a.engineVersion,
    simulated: t('product:simulated'),
  });
  const differences = planDifferences(text, city, plans.a, plans.b);
  const listed =
    differences.length === 0
      ? [t('compare:plans.none')]
      : [t('compare:plans.title'), ...differences.map(({ what, before, after }) => `  ${t('compare:plans.row', { what, before, after })}`)];
  const rows = [
    [t('compare:column.figure'), 'A', 'B', t('compare:column.difference')],
    ...comparisonRows(text, plans).map(({ label, a: first, b: second, difference }) => [label, first, second, difference]),
  ];
  return [
    t('compare:title', { a: pick(plans.a.name), b: pick(plans.b.name) }),
    provenance,
    '',
    headline.verdict,
    ...(headline.cost === null ? [] : [headline.cost]),
    headline.standing,
    '',
    ...listed,
    '',
    tableText(rows, ['left', 'right', 'right', 'right']),
  ].join('\n');
}
