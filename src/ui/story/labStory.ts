import type { Lab } from '../../city/index.ts';
import { frameAt } from '../../charts/index.ts';
import { labHelp } from './help.ts';
import { labLinks } from './links.ts';
import { labMoments } from './moments.ts';
import { FULL } from './pace.ts';
import type { Story, StoryInputs } from './story.ts';

/** Utilisation below which a lab counts as often waiting for specimens. */
const IDLE = 0.75;

/** The story of one laboratory at the cursor's instant. */
export function labStory(inputs: StoryInputs, labs: readonly Lab[], index: number): Story {
  const { study, typical, city, sites, clock, cursorHours, text } = inputs;
  const { format } = text;
  const lab = labs[index];
  const frame = frameAt(typical, city, sites, cursorHours);
  const all = labs.reduce((sum, { tubesPerDay }) => sum + tubesPerDay, 0);
  const row = index * typical.steps;
  const backlog = typical.labBacklog.subarray(row, row + typical.steps);
  const peak = backlog.reduce((most, tubes) => Math.max(most, tubes), 0);
  const peakHours = (backlog.indexOf(peak) * typical.stepMinutes) / 60;
  const lines = frame.lines(index);
  const last = study.labs.lastResult[index];
  const use = study.labs.utilisation[index];
  const facts = [
    lines > 0
      ? text.t('story:lab.now', {
          clock: format.clock(cursorHours, clock),
          backlog: format.tubes(frame.backlog(index)),
          busy: frame.linesBusy(index),
          lines,
        })
      : text.t('story:lab.outOfUse'),
    text.t('story:lab.capacity', {
      tubes: format.tubesPerDay(lab.tubesPerDay),
      share: format.percent(all > 0 ? lab.tubesPerDay / all : 0),
      lines: typical.labLines.subarray(row, row + typical.steps).reduce((most, count) => Math.max(most, count), 0),
    }),
    text.t('story:lab.peak', { tubes: format.tubes(peak), clock: format.clock(peakHours, clock), offset: format.offset(peakHours) }),
    text.t('story:lab.use', { use: format.percent(use, 0), tubes: format.tubes(study.labs.tubes[index]) }),
  ];
  if (Number.isFinite(last)) facts.push(text.t('story:lab.last', { clock: format.clock(last, clock), offset: format.offset(last) }));
  const late = study.resultedWithinDeadline.probability < 0.95;
  const reasons = !late ? [] : use >= FULL ? [text.t('story:lab.full')] : use < IDLE ? [text.t('story:lab.idle')] : [];
  return {
    kicker: text.t('story:lab.kicker'),
    title: text.pick(lab.name),
    facts,
    moments: labMoments(inputs, index),
    reasons,
    help: labHelp(inputs, lab, index),
    links: labLinks(inputs, index),
  };
}
