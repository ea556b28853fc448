import { nightsOf } from '../../../charts/index.ts';
import type { Study, TypicalRun } from '../../../results/index.ts';
import type { Change } from '../../../scenario/index.ts';
import { changeTitle, type ChangeWording } from '../../changes/index.ts';

/** An instant worth jumping to. */
export interface RoundEvent {
  readonly kind: 'order' | 'opening' | 'closing' | 'deadline' | 'sampled99' | 'sampled' | 'resulted' | 'change' | 'changeEnd';
  /** Hours after the order. */
  readonly hours: number;
  readonly words: string;
}

/** Events that are the plan's own doing: dated changes, their beginnings and ends. */
export const isChange = ({ kind }: RoundEvent): boolean => kind === 'change' || kind === 'changeEnd';

/** The first change after one hour and not after another, where a presentation stops to be talked about; null for none. */
export const stopBetween = (events: readonly RoundEvent[], after: number, until: number): number | null =>
  events.find((event) => isChange(event) && event.hours > after && event.hours <= until)?.hours ?? null;

interface Told {
  readonly study: Study;
  /** Opening and closing hours are those of the run on the map; null leaves them out. */
  readonly typical: TypicalRun | null;
  readonly changes: readonly Change[];
  readonly wording: ChangeWording;
}

function changeEvents(change: Change, wording: ChangeWording): RoundEvent[] {
  const { t } = wording.text;
  const title = changeTitle(change, wording);
  const begins: RoundEvent = { kind: 'change', hours: change.at, words: title };
  if (change.kind === 'borrowedLab')
    return [begins, { kind: 'changeEnd', hours: change.at + change.readyAfterHours, words: t('play:event.ready', { change: title }) }];
  const until = 'until' in change ? change.until : undefined;
  return until === undefined ? [begins] : [begins, { kind: 'changeEnd', hours: until, words: t('play:event.ends', { change: title }) }];
}

/** The round's instants in order: order, openings and closings, deadline, milestones (means over the runs), and every dated change. */
export function roundEvents({ study, typical, changes, wording }: Told): RoundEvent[] {
  const { t } = wording.text;
  const fixed = (
    kind: 'order' | 'opening' | 'closing' | 'deadline' | 'sampled99' | 'sampled' | 'resulted',
    hours: number | null,
  ): RoundEvent[] => (hours === null || !Number.isFinite(hours) ? [] : [{ kind, hours, words: t(`play:event.${kind}`) }]);
  const events = [
    ...fixed('order', 0),
    ...(typical === null
      ? []
      : fixed(
          'opening',
          typical.siteOpeningHours.reduce((first, hours) => Math.min(first, hours), Infinity),
        )),
    ...(typical === null ? [] : fixed('closing', nightsOf(typical)[0]?.from ?? null)),
    ...fixed('deadline', study.sampledWithinDeadline.deadlineHours),
    ...fixed('sampled99', study.sampledFinish.t99),
    ...fixed('sampled', study.sampledFinish.mean),
    ...fixed('resulted', study.resultedFinish.mean),
    ...changes.flatMap((change) => changeEvents(change, wording)),
  ];
  return events.sort((a, b) => a.hours - b.hours);
}

/** Two instants nearer than this are one to a reader, in hours. */
const SAME = 1 / 120;

/** The first event after (+1) or the last before (−1) an hour; null where there is none. */
export function neighbourEvent(events: readonly RoundEvent[], hours: number, direction: 1 | -1): RoundEvent | null {
  const found = direction > 0 ? events.find((event) => event.hours > hours + SAME) : events.findLast((event) => event.hours < hours - SAME);
  return found ?? null;
}
