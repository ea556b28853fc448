import type { DeadlineVerdict, Study } from '../../results/index.ts';
import type { Text } from '../../text/index.ts';

export type Outcome = 'yes' | 'no' | 'open';

/**
 * What a planner may say about a deadline. "Yes" and "no" need nine runs in ten, and once all runs are in an interval that does not
 * reach past eight (two) in ten.
 */
export function outcomeOf(verdict: DeadlineVerdict, settled: boolean): Outcome {
  const { probability, interval } = verdict;
  if (probability >= 0.9) return settled && interval !== null && interval[0] < 0.8 ? 'open' : 'yes';
  if (probability <= 0.1) return settled && interval !== null && interval[1] > 0.2 ? 'open' : 'no';
  return 'open';
}

/** "2 日" or "36 小时": whole days are said as days. */
export function spanWords(text: Text, hours: number): string {
  const days = hours / 24;
  return Number.isInteger(days) && days >= 2
    ? text.t('planner:verdict.days', { days })
    : text.t('planner:verdict.hours', { hours: text.format.number(hours, Number.isInteger(hours) ? 0 : 1) });
}

/** The sentence a screen reader hears when a study has ended. */
export function announcement(text: Text, study: Study): string {
  const { sampledWithinDeadline: sampled, resultedWithinDeadline: resulted, replications } = study;
  const word = (verdict: DeadlineVerdict): string => text.t(`planner:verdict.${outcomeOf(verdict, true)}`);
  const chance = (verdict: DeadlineVerdict): string => text.format.probability(verdict.probability, verdict.interval, replications);
  return text.t('planner:verdict.announceSettled', {
    sampled: word(sampled),
    sampledProbability: chance(sampled),
    resulted: word(resulted),
    resultedProbability: chance(resulted),
  });
}
