import { outcomeOf } from '../../report/index.ts';
import type { DeadlineVerdict, Study } from '../../results/index.ts';
import type { Text } from '../../text/index.ts';

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
