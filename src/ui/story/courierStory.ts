import type { Lab } from '../../city/index.ts';
import { tripWords } from '../round/index.ts';
import { courierLinks } from './links.ts';
import type { Followed, Moment, Story, StoryInputs } from './story.ts';

/** The story of a courier: where it is, what it carries in the round, every tour. Empty facts where no run is at hand. */
export function courierStory(inputs: StoryInputs, labs: readonly Lab[], index: number): Story {
  const { run, sites, city, clock, cursorHours, text } = inputs;
  const { t, format } = text;
  const title = t('map:place.courier', { number: index + 1 });
  const kicker = t('story:courier.kicker');
  if (!run) return { kicker, title, facts: [], moments: [], reasons: [], help: [], links: [] };
  const { transport } = run;
  const { rounds } = transport;
  const own = transport.roundsOf(index);
  const tubes = own.reduce((sum, round) => sum + rounds.tubes[round], 0);
  const hours = own.reduce((sum, round) => sum + rounds.backHours[round] - rounds.startHours[round], 0);
  const fullest = own.reduce((most, round) => (rounds.tubes[round] > rounds.tubes[most] ? round : most), own[0]);
  const labName = (round: number): string => text.pick(labs[rounds.lab[round]]?.name ?? '');
  const facts = [
    t('story:courier.now', {
      clock: format.clock(cursorHours, clock),
      now: tripWords(transport.tripAt(index, cursorHours), run, { city, sites, labs }, clock, text),
    }),
    t('story:courier.total', {
      rounds: format.number(own.length),
      tubes: format.tubes(tubes),
      minutes: format.minutes((60 * hours) / Math.max(1, own.length)),
    }),
  ];
  if (fullest !== undefined)
    facts.push(
      t('story:courier.fullest', { tubes: format.tubes(rounds.tubes[fullest]), clock: format.clock(rounds.startHours[fullest], clock) }),
    );
  const moments: Moment[] = own.map((round) => ({
    hours: rounds.startHours[round],
    words: t('story:moment.tour', {
      tubes: format.tubes(rounds.tubes[round]),
      lab: labName(round),
      clock: format.clock(rounds.atLabHours[round], clock),
    }),
  }));
  return { kicker, title, facts, moments, reasons: [], help: [], links: courierLinks(inputs, index) };
}

/** Tubes on board of a courier at every step of the run. */
export function courierLoads({ typical, run }: Followed, courier: number): Int32Array {
  return Int32Array.from(
    { length: typical.steps },
    (_, step) => run?.transport.tripAt(courier, (step * typical.stepMinutes) / 60)?.tubes ?? 0,
  );
}
