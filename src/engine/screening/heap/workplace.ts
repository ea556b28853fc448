import { createCalendar, type Calendar } from '../../kernel/index.ts';
import type { ScreeningInput } from '../input.ts';

/** Kinds of a site's events, with their order at one instant: who comes at closing time finds the site closed, a tube that lapses takes the swab that ends with it. */
export const SITE_EVENT = {
  boundary: 0,
  arrival: 1,
  registered: 2,
  swabbed: 3,
  lapse: 4,
} as const;

/** The one tube of a site with an open tube a site, in place of a desk's number. */
export const SITE_TUBE = -1;
/** No specimen on the way from a desk to its tube. */
export const NO_SPECIMEN = -1;

/** Calendar and notes of the one site that is being advanced by events. All of it is made from the run's state and laid down there again. */
export interface Workplace {
  readonly calendar: Calendar;
  /** Open clock of arrival by place in the line for registration, for those who register. */
  readonly came: Float64Array;
  /** Marks of the swab under way at each desk, NO_SPECIMEN when its specimen is in a tube. */
  readonly specimen: Int32Array;
  /** 1 where a lapse is on the calendar: the site's tube first, then each desk's. */
  readonly watched: Uint8Array;
  /** People who have finished registration, all rounds. */
  registrationsEnded: number;
  /** Real instant from which the duty of the staff is not booked yet. */
  dutyFrom: number;
}

/** With boards a site may serve twice its own people and a few more. */
const ROOM_FOR_VISITORS = 64;

export function createWorkplace(input: ScreeningInput): Workplace {
  let people = 1;
  for (const n of input.sites.people) people = Math.max(people, n * Math.max(2, input.rounds.count) + ROOM_FOR_VISITORS);
  const desks = input.sites.deskCapacity.reduce((most, n) => Math.max(most, n), 1);
  return {
    calendar: createCalendar(),
    came: new Float64Array(people),
    specimen: new Int32Array(desks).fill(NO_SPECIMEN),
    watched: new Uint8Array(1 + desks),
    registrationsEnded: 0,
    dutyFrom: 0,
  };
}
