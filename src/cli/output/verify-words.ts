import { fewestCustomers, formatTime, MOST_CUSTOMERS, type QueueCheck, type QueuePlan } from '../../experiment/index.ts';
import type { Text } from '../../text/index.ts';
import { tableText } from './table.ts';

/** One queue, simulated and known. */
export interface CheckedCase {
  readonly plan: QueuePlan;
  readonly check: QueueCheck;
  readonly isCovered: boolean;
}

/** Figures in the user's own unit of time: five significant digits. */
const figure = (value: number): string => (value === 0 ? '0' : String(Number(value.toPrecision(5))));

/** The table of simulation against theory, with its verdict. */
export function verificationTable(text: Text, checked: readonly CheckedCase[]): string {
  const { t } = text;
  const head = ['queue', 'servers', 'arrival', 'service', 'simulated', 'interval', 'theory', 'verdict'] as const;
  const rows = checked.map(({ plan, check: { simulated, theory }, isCovered }) => [
    theory?.formula ?? '',
    String(plan.servers),
    formatTime(plan.arrival),
    formatTime(plan.service),
    figure(simulated.meanWait),
    simulated.interval99.map(figure).join('–'),
    theory ? figure(theory.meanWait) : '',
    t(isCovered ? 'verify:covered' : 'verify:missed'),
  ]);
  const table = tableText(
    [head.map((column) => t(`verify:column.${column}`)), ...rows],
    ['left', 'right', 'left', 'left', 'right', 'right', 'right', 'left'],
  );
  const missed = checked.filter(({ isCovered }) => !isCovered).length;
  const verdict =
    missed === 0 ? t('verify:allCovered', { count: checked.length }) : t('verify:someMissed', { missed, count: checked.length });
  return `${table}\n${verdict}\n`;
}

/** How many customers would be enough, in two digits rounded up. */
function shortWords({ t }: Text, fewest: number): string {
  if (fewest > MOST_CUSTOMERS) return t('verify:queue.isNeverLong');
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(fewest)) - 1);
  return t('verify:queue.isShort', { fewest: Math.min(MOST_CUSTOMERS, Math.ceil(fewest / unit) * unit) });
}

/** One queue of the user's own in words. */
export function queueWords(text: Text, plan: QueuePlan, { simulated, theory, approximation }: QueueCheck): string {
  const { t } = text;
  const percent = (share: number): string => text.format.percent(share, 2);
  const [low, high] = simulated.interval99;
  const lines = [
    t('verify:queue.title', { servers: plan.servers, arrival: formatTime(plan.arrival), service: formatTime(plan.service) }),
    t('verify:queue.simulated', {
      mean: figure(simulated.meanWait),
      low: figure(low),
      high: figure(high),
      utilisation: percent(simulated.utilisation),
    }),
    theory
      ? t('verify:queue.theory', { mean: figure(theory.meanWait), formula: theory.formula, utilisation: percent(theory.utilisation) })
      : approximation
        ? t('verify:queue.approximation', { mean: figure(approximation.meanWait), formula: approximation.formula })
        : t('verify:queue.noTheory'),
    t(simulated.parts === 'replications' ? 'verify:queue.replications' : 'verify:queue.batches', { warmUp: simulated.warmUp }),
    ...(simulated.isShort ? [shortWords(text, fewestCustomers(plan))] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
