import { valueAt } from '../../charts/index.ts';
import type { Study } from '../../results/index.ts';
import type { Text } from '../../text/index.ts';

const peopleAt = (study: Study, name: 'sampled' | 'resulted', hours: number, text: Text): string =>
  text.format.peopleUnit(valueAt(study.hours, study.bands[name].mean, hours));

/** The chart in a sentence, for those who do not see it. */
export function summaryWords(study: Study, hours: number, clock: string, text: Text): string {
  const { format } = text;
  return text.t('charts:round.summary', {
    clock: format.clock(hours, clock),
    offset: format.offset(hours),
    sampled: peopleAt(study, 'sampled', hours, text),
    resulted: peopleAt(study, 'resulted', hours, text),
    deadline: format.offset(study.sampledWithinDeadline.deadlineHours),
    missingSampled: format.peopleUnit(study.sampledWithinDeadline.missing),
    missingResulted: format.peopleUnit(study.resultedWithinDeadline.missing),
  });
}

/** The cursor's instant with what is done by then. */
export function valueWords(study: Study, hours: number, clock: string, text: Text): string {
  return text.t('charts:timeline.value', {
    clock: text.format.clock(hours, clock),
    offset: text.format.offset(hours),
    sampled: peopleAt(study, 'sampled', hours, text),
    resulted: peopleAt(study, 'resulted', hours, text),
  });
}
