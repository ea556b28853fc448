import type { Bilingual } from '../units/index.ts';
import type { InputValue } from './definition.ts';

/** The newest file version that this program writes and reads. */
export const SCENARIO_SCHEMA = 'pingzhan.scenario/1';

/** Which places a change touches, by the pack's ids. */
export type Where =
  'all' | { readonly sites: readonly string[] } | { readonly townships: readonly string[] } | { readonly districts: readonly string[] };

interface Dated {
  /** Hours after the order. */
  readonly at: number;
  readonly comment?: string;
}
interface Timed extends Dated {
  /** Hours after the order at which it ends; absent = for good. */
  readonly until?: number;
}

/** A dated change of the plan. It alters nothing before its hour. */
export type Change =
  /** Desks that arrive (+) or leave (−): a sampler under reading A, a pair under B; one each to the sites with most residents per desk. */
  | (Timed & { readonly kind: 'desks'; readonly desks: number; readonly where?: Where })
  | (Timed & { readonly kind: 'siteClosed'; readonly sites: readonly string[] })
  | (Timed & { readonly kind: 'openHours'; readonly openHours: string; readonly where?: Where })
  /** Factor of the swab's time; 1.3 is slower. */
  | (Timed & { readonly kind: 'pace'; readonly factor: number; readonly where?: Where })
  /** Factor of the arrival rate; rain 0.5, a zone that must wait 0. */
  | (Timed & { readonly kind: 'arrivals'; readonly factor: number; readonly where?: Where })
  | (Dated & { readonly kind: 'poolSize'; readonly size: number })
  /** Factor of a lab's capacity; 0 = lost. */
  | (Timed & { readonly kind: 'labCapacity'; readonly lab: string; readonly factor: number })
  /** Ordered at `at`, at hand `readyAfterHours` later. */
  | (Dated & {
      readonly kind: 'borrowedLab';
      readonly readyAfterHours: number;
      readonly tubesPerDay: number;
      readonly travelMinutes: number;
    })
  /** Factor of the couriers' travel time. */
  | (Timed & { readonly kind: 'travel'; readonly factor: number; readonly where?: Where })
  | (Timed & { readonly kind: 'couriers'; readonly factor: number });

export type ChangeKind = Change['kind'];

/** A plan for one city, as kept in a file: only what differs from the city's and the catalogue's defaults, and what happens when. */
export interface Scenario {
  readonly schema: typeof SCENARIO_SCHEMA;
  readonly id?: string;
  readonly name: Bilingual | string;
  readonly note?: Bilingual | string;
  /** 'abstract', or the id of a city pack. */
  readonly city: string;
  readonly inputs: Readonly<Record<string, InputValue>>;
  readonly changes: readonly Change[];
}
