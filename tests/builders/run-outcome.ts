import type { RunState, ScreeningRun } from '../../src/engine/index.ts';
import { atLabOf } from './at-lab.ts';

/** All that a run has come to, as plain arrays: every person, tube, count, site, courier and lab; calendars and plans of arrivals left out. */
export function fullOutcome(run: ScreeningRun): object {
  const { site, person } = run.state;
  const people = Array.from(site.sampled, (n, s) => [site.personStart[s], site.personStart[s] + n] as const);
  return {
    ...countedOutcome(run),
    starts: people.map(([from, to]) => Array.from(person.ready.subarray(from, to))),
    came: people.map(([from, to]) => Array.from(person.arrival.subarray(from, to))),
  };
}

/** The same without single people. */
export function countedOutcome({ state }: ScreeningRun): object {
  return {
    tubes: tubesOf(state),
    counts: plain(state.count),
    site: plain({ ...state.site, ...NOT_AN_OUTCOME }),
    lab: plain(state.lab),
    courier: plain(state.courier),
    recalls: state.recall.size,
    labWaitingPeak: state.labWaitingPeak,
  };
}

/** Where a site stands once nobody is left hangs on when it was last looked at; so do its plans. */
const NOT_AN_OUTCOME = Object.fromEntries(
  [
    'clock',
    'isOpen',
    'overtime',
    'offset',
    'openClockAtClose',
    'prepared',
    'board',
    'registrarFree',
    'planSize',
    'planNext',
    'planFrom',
    'planTo',
    'planLow',
    'planHigh',
    'tubeFirst',
    'tubeMarks',
    'tubeLast',
    'tubeStart',
    'tubeRoom',
    'personStart',
  ].map((name) => [name, null]),
);

function tubesOf(state: RunState): number[][] {
  const { site, tube } = state;
  const atLab = atLabOf(state);
  return Array.from(site.tubes).flatMap((n, s) =>
    Array.from({ length: n }, (_, i) => {
      const id = site.tubeStart[s] + i;
      return [tube.openedAt[id], tube.closedAt[id], atLab[id], tube.people[id], tube.marks[id], tube.round[id]];
    }),
  );
}

/** What is not zero, with its place: most counts are of bins in which nothing happens. */
function present(values: Float64Array): string[] {
  const held: string[] = [];
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) held.push(`${i}: ${values[i]}`);
  return held;
}

function plain(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      if (name === 'rounds') return [name, plain(value as object)];
      return [name, ArrayBuffer.isView(value) ? present(value as Float64Array) : value];
    }),
  );
}
