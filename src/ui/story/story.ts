import type { CityPack, PlannedSite } from '../../city/index.ts';
import type { Study, TypicalRun } from '../../results/index.ts';
import type { Change } from '../../scenario/index.ts';
import type { Text } from '../../text/index.ts';
import type { CityRun, PlaceRef } from '../round/index.ts';
import type { SiteFacts } from './facts.ts';

export interface StoryInputs {
  readonly study: Study;
  readonly typical: TypicalRun;
  readonly city: CityPack;
  readonly sites: readonly PlannedSite[];
  readonly facts: SiteFacts;
  /** Local time of the order. */
  readonly clock: string;
  readonly cursorHours: number;
  /** Hour at which people stop coming; null where unknown. */
  readonly windowEndHours: number | null;
  /** The whole run, for what is told of couriers and townships; null where only figures are at hand. */
  readonly run?: CityRun | null;
  /** Minutes to a lab that is borrowed, one way; an hour where the plan says nothing. */
  readonly borrowedTravelMinutes?: number;
  readonly text: Text;
}

/** What curves are made of: nothing that moves with the cursor. */
export type Followed = Pick<StoryInputs, 'typical' | 'sites' | 'text' | 'run'>;

/** Something that happened at an hour of the typical run. */
export interface Moment {
  readonly hours: number;
  readonly words: string;
}

/** What would help here: a sentence, and the dated change that would try it. */
export interface Help {
  readonly words: string;
  readonly change: Change | null;
}

/** Another story that belongs to this one. */
export interface StoryLink {
  readonly words: string;
  readonly place: PlaceRef;
}

export interface Story {
  readonly kicker: string;
  readonly title: string;
  /** What it is and does; the first says what it does now. */
  readonly facts: readonly string[];
  /** In the order of time. */
  readonly moments: readonly Moment[];
  /** Why it is late; empty when it is not. */
  readonly reasons: readonly string[];
  readonly help: readonly Help[];
  readonly links: readonly StoryLink[];
}

/** The hour of the first step whose value passes the test; null where none does. */
export function firstHour(values: ArrayLike<number>, stepMinutes: number, passes: (value: number) => boolean): number | null {
  for (let step = 0; step < values.length; step++) if (passes(values[step])) return (step * stepMinutes) / 60;
  return null;
}

/** The step of the largest value. */
export function peakStep(values: ArrayLike<number>): number {
  let best = 0;
  for (let step = 1; step < values.length; step++) if (values[step] > values[best]) best = step;
  return best;
}

export const inOrder = (moments: readonly (Moment | null)[]): Moment[] =>
  moments.filter((moment) => moment !== null && Number.isFinite(moment.hours)).sort((a, b) => a!.hours - b!.hours) as Moment[];

export const average = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
