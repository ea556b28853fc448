import type { Lab } from '../../city/index.ts';
import { sitesOf } from '../round/index.ts';
import { FULL, lacksPace, sitePace } from './pace.ts';
import type { Help, StoryInputs } from './story.ts';

/** Hours from borrowing a lab until it reads (stated), and minutes to it, one way, where the plan says nothing (assumed). */
const READY_AFTER_HOURS = 12;
const TRAVEL_MINUTES = 60;
/** Borrowed capacity is asked for in steps of so many tubes a day. */
const TUBES_STEP = 100;
/** More desks than this at one place is no advice. */
const MOST_DESKS = 500;

/** Desks that a site is short of: what the deadline needs at the pace of the typical run, less what it has. */
export function missingDesks(inputs: StoryInputs, site: number): number {
  const pace = sitePace(inputs, site);
  if (inputs.study.sites.onTimeShare[site] >= 0.95 || !lacksPace(pace) || !(pace.done > 0)) return 0;
  return Math.max(0, Math.ceil(pace.participants / (pace.done * pace.openHours)) - inputs.facts.desks[site]);
}

/** What would help a late site, by arithmetic on the typical run; the change beside it tries it. */
export function siteHelp(inputs: StoryInputs, site: number): Help[] {
  const { sites, facts, study, text } = inputs;
  const { t, format } = text;
  const help: Help[] = [];
  const desks = missingDesks(inputs, site);
  if (desks > 0 && desks <= MOST_DESKS)
    help.push({
      words: t('story:help.desks', { desks: format.number(desks), rate: format.number(sitePace(inputs, site).done, 1) }),
      change: { kind: 'desks', at: 0, desks, where: { sites: [sites[site].id] } },
    });
  if (study.sites.onTimeShare[site] < 0.95 && facts.byDevice[site] === 0) help.push({ words: t('story:help.device'), change: null });
  return help;
}

/** What would help the late sites of a township, together. */
export function townshipHelp(inputs: StoryInputs, township: number): Help[] {
  const { run, city, text } = inputs;
  const missing = (run ? sitesOf(run, township) : []).map((site) => missingDesks(inputs, site)).filter((desks) => desks > 0);
  const desks = missing.reduce((sum, count) => sum + count, 0);
  if (desks === 0 || desks > MOST_DESKS) return [];
  const { number } = text.format;
  return [
    {
      words: text.t('story:help.townshipDesks', { desks: number(desks), sites: number(missing.length) }),
      change: { kind: 'desks', at: 0, desks, where: { townships: [city.townships[township].id] } },
    },
  ];
}

/** What would help a laboratory that has stopped, or one whose lines never stop while results are late. */
export function labHelp(inputs: StoryInputs, lab: Lab, index: number): Help[] {
  const { study, typical, cursorHours, borrowedTravelMinutes: travelMinutes = TRAVEL_MINUTES, text } = inputs;
  const { t, format } = text;
  const step = Math.max(0, Math.min(typical.steps - 1, Math.floor((cursorHours * 60) / typical.stepMinutes)));
  const row = index * typical.steps;
  const borrow = (at: number, tubes: number): Help[] => {
    const tubesPerDay = Math.ceil(tubes / TUBES_STEP) * TUBES_STEP;
    if (tubesPerDay < TUBES_STEP) return [];
    const ready = at + READY_AFTER_HOURS;
    const words = { tubes: format.tubesPerDay(tubesPerDay), clock: format.clock(ready, inputs.clock), offset: format.offset(ready) };
    return [
      {
        words: t(at > 0 ? 'story:help.borrowNow' : 'story:help.borrow', words),
        change: { kind: 'borrowedLab', at, tubesPerDay, readyAfterHours: READY_AFTER_HOURS, travelMinutes },
      },
    ];
  };
  const hadLines = typical.labLines.subarray(row, row + step).some((lines) => lines > 0);
  if (typical.labLines[row + step] === 0 && hadLines) return borrow(Math.round(cursorHours * 4) / 4, lab.tubesPerDay);
  const { deadlineHours, probability } = study.resultedWithinDeadline;
  if (probability >= 0.95 || study.labs.utilisation[index] < FULL) return [];
  const first = typical.rounds.atLabHours.reduce(
    (least, hours, round) => (typical.rounds.lab[round] === index ? Math.min(least, hours) : least),
    Infinity,
  );
  const inTime = (lab.tubesPerDay / 24) * Math.max(0, deadlineHours - first);
  const hoursLeft = deadlineHours - Math.max(READY_AFTER_HOURS, Number.isFinite(first) ? first : 0) - travelMinutes / 60;
  const missing = study.labs.tubes[index] - inTime;
  return missing > 0 && hoursLeft > 1 ? borrow(0, (missing / hoursLeft) * 24) : [];
}
