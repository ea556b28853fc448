import type { DeadlineVerdict, Study } from '../results/index.ts';
import type { Settings } from '../scenario/index.ts';
import type { Text } from '../text/index.ts';

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

/** A message whose figures the page sets in bold, without the marks. */
export const plainWords = (message: string): string => message.replace(/<\/?b>/g, '');

/**
 * What is to be added about results: how many of those without one are in re-test, and the chance that every first result is out in time.
 * Null while most of those without a result wait for their first.
 */
export function retestWords(text: Text, study: Study): string | null {
  const { missing } = study.resultedWithinDeadline;
  const first = study.firstResultWithinDeadline;
  if (Math.round(missing) === 0 || first.missing > missing / 2) return null;
  return text.t('planner:verdict.retest', {
    people: text.format.peopleUnit(Math.round(missing - first.missing)),
    chance: text.format.probability(first.probability, first.interval, study.replications),
  });
}

/** One deadline in sentences: the question, the answer with its chance, the expected finish, and who is missing. */
export interface DeadlineWords {
  readonly outcome: Outcome;
  readonly question: string;
  readonly answer: string;
  readonly chance: string;
  readonly finish: string;
  readonly spread: string | null;
  readonly missing: string;
  readonly retest: string | null;
}

export function deadlineWords(text: Text, finish: 'sampled' | 'resulted', study: Study, settings: Settings): DeadlineWords {
  const { t, format } = text;
  const verdict = finish === 'sampled' ? study.sampledWithinDeadline : study.resultedWithinDeadline;
  const estimate = finish === 'sampled' ? study.sampledFinish : study.resultedFinish;
  const outcome = outcomeOf(verdict, true);
  const offset = format.offset(verdict.deadlineHours);
  const missing = Math.round(verdict.missing);
  const label = t(verdict.interval === null ? 'planner:verdict.runsOnTime' : 'planner:verdict.probability');
  return {
    outcome,
    question: t(`planner:verdict.${finish}Question`, { span: spanWords(text, settings['deadline.hours']) }),
    answer: t(`planner:verdict.${outcome}`),
    chance: `${label} ${format.probability(verdict.probability, verdict.interval, study.replications)}`,
    finish:
      estimate.mean === null
        ? t(`planner:verdict.${finish}Never`, { days: settings['horizon.days'] })
        : plainWords(
            t(`planner:verdict.${finish}At`, {
              clock: format.clock(estimate.mean, settings['order.clock']),
              offset: format.offset(estimate.mean),
            }),
          ),
    spread:
      estimate.p10 === null || estimate.p90 === null || study.replications < 2
        ? null
        : t('planner:verdict.spread', { low: format.number(estimate.p10, 1), high: format.number(estimate.p90, 1) }),
    missing:
      missing === 0
        ? t('planner:verdict.noneMissing', { offset })
        : plainWords(
            t(finish === 'sampled' ? 'planner:verdict.unsampled' : 'planner:verdict.unresulted', {
              offset,
              people: format.peopleUnit(missing),
            }),
          ),
    retest: finish === 'resulted' ? retestWords(text, study) : null,
  };
}
