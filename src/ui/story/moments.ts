import { JAM_FROM_MINUTES } from '../../charts/index.ts';
import type { EngineChange } from '../../engine/index.ts';
import { TICKS_PER_HOUR } from '../../units/index.ts';
import { sitesOf } from '../round/index.ts';
import { firstHour, inOrder, peakStep, type Followed, type Moment, type StoryInputs } from './story.ts';

/** What a dated change means at one site; null where it has no part in it. */
function changeAtSite(change: EngineChange, site: number, { text }: StoryInputs): string | null {
  if (!('sites' in change)) return null;
  const at = change.sites.indexOf(site);
  if (at < 0) return null;
  if (change.kind === 'closed') return text.t(change.closed ? 'story:moment.closed' : 'story:moment.reopened');
  if (change.kind !== 'desks' || change.delta[at] === 0) return null;
  const count = Math.abs(change.delta[at]);
  return text.t(change.delta[at] > 0 ? 'story:moment.desksCome' : 'story:moment.desksGo', { count: text.format.number(count) });
}

const changesAt = (inputs: StoryInputs, words: (change: EngineChange) => string | null): (Moment | null)[] =>
  (inputs.run?.input?.changes ?? []).map((change) => {
    const said = words(change);
    return said === null ? null : { hours: change.at / TICKS_PER_HOUR, words: said };
  });

/** What happened at a site and when, in the typical run. */
export function siteMoments(inputs: StoryInputs, site: number): Moment[] {
  const { typical, study, text } = inputs;
  const { t, format } = text;
  const row = <T extends Int32Array | Float32Array>(column: T): T => column.subarray(site * typical.steps, (site + 1) * typical.steps) as T;
  const jam = firstHour(row(typical.siteWaitMinutes), typical.stepMinutes, (wait) => wait >= JAM_FROM_MINUTES);
  const queue = row(typical.siteQueue);
  const peak = peakStep(queue);
  const { deadlineHours } = study.sampledWithinDeadline;
  const deadlineStep = Math.min(typical.steps - 1, Math.floor((deadlineHours * 60) / typical.stepMinutes));
  const finish = typical.siteFinishHours[site];
  return inOrder([
    { hours: typical.siteOpeningHours[site], words: t('story:moment.opens') },
    jam === null ? null : { hours: jam, words: t('story:moment.jam') },
    queue[peak] === 0
      ? null
      : { hours: (peak * typical.stepMinutes) / 60, words: t('story:moment.peak', { queue: format.peopleExact(queue[peak]) }) },
    finish <= deadlineHours
      ? null
      : {
          hours: deadlineHours,
          words: t('story:moment.deadline', { sampled: format.peopleExact(row(typical.siteSampled)[deadlineStep]) }),
        },
    { hours: finish, words: t('story:moment.done') },
    ...changesAt(inputs, (change) => changeAtSite(change, site, inputs)),
  ]);
}

/** What happened at a laboratory and when, in the typical run. */
export function labMoments(inputs: StoryInputs, lab: number): Moment[] {
  const { typical, study, text } = inputs;
  const { t, format } = text;
  const hoursOf = (step: number): number => (step * typical.stepMinutes) / 60;
  const lines = typical.labLines.subarray(lab * typical.steps, (lab + 1) * typical.steps);
  const backlog = typical.labBacklog.subarray(lab * typical.steps, (lab + 1) * typical.steps);
  const turns: (Moment | null)[] = [];
  for (let step = 1; step < lines.length; step++) {
    if (lines[step - 1] > 0 && lines[step] === 0) turns.push({ hours: hoursOf(step), words: t('story:moment.labStops') });
    if (lines[step - 1] === 0 && lines[step] > 0) turns.push({ hours: hoursOf(step), words: t('story:moment.labStarts') });
  }
  const first = typical.rounds.atLabHours.reduce(
    (least, hours, round) => (typical.rounds.lab[round] === lab ? Math.min(least, hours) : least),
    Infinity,
  );
  const peak = peakStep(backlog);
  return inOrder([
    { hours: first, words: t('story:moment.firstTubes') },
    ...turns,
    backlog[peak] === 0 ? null : { hours: hoursOf(peak), words: t('story:moment.backlog', { tubes: format.tubes(backlog[peak]) }) },
    { hours: study.labs.lastResult[lab], words: t('story:moment.lastResult') },
  ]);
}

/** People sampled in a township at every step of the typical run. */
export function townshipSampled({ typical, run }: Followed, township: number): Float64Array {
  const sum = new Float64Array(typical.steps);
  for (const site of run ? sitesOf(run, township) : [])
    for (let step = 0; step < typical.steps; step++) sum[step] += typical.siteSampled[site * typical.steps + step];
  return sum;
}

/** Milestones of a township's progress. */
const MILESTONES = [0.5, 0.9, 0.99];

/** What happened in a township and when, in the typical run. */
export function townshipMoments(inputs: StoryInputs, township: number): Moment[] {
  const { typical, study, run, sites, text } = inputs;
  const { t, format } = text;
  const own = run ? sitesOf(run, township) : [];
  if (own.length === 0) return [];
  const sampled = townshipSampled(inputs, township);
  const participants = own.reduce((sum, site) => sum + sites[site].residents, 0) * (study.participants / study.population);
  const last = own.reduce((late, site) => (typical.siteFinishHours[site] > typical.siteFinishHours[late] ? site : late), own[0]);
  return inOrder([
    { hours: Math.min(...own.map((site) => typical.siteOpeningHours[site])), words: t('story:moment.firstOpens') },
    ...MILESTONES.map((share) => {
      const hours = firstHour(sampled, typical.stepMinutes, (people) => people >= share * participants);
      return hours === null ? null : { hours, words: t('story:moment.share', { share: format.percent(share, 0) }) };
    }),
    { hours: typical.siteFinishHours[last], words: t('story:moment.lastSite', { site: text.pick(sites[last].name) }) },
  ]);
}
