import {
  CloudRain,
  FlaskConical,
  FlaskConicalOff,
  MapPinOff,
  Moon,
  TestTubes,
  Timer,
  TrafficCone,
  Truck,
  UserMinus,
  UserPlus,
  type LucideIcon,
} from 'lucide-react';
import type { Change } from '../../scenario/index.ts';
import type { TextKey } from '../../text/index.ts';
import { snapped } from './dates.ts';
import type { ChangeWording } from './words.ts';

/** What a change begins with when it is added: the plan's own sizes, and the place that is selected on the map. */
export interface ReadyFacts {
  readonly wording: ChangeWording;
  /** Desks on duty, tubes a day of the city's own labs, people in a tube. */
  readonly desks: number;
  readonly tubesPerDay: number;
  readonly poolSize: number;
  /** Ids of what is selected on the map; null for nothing. */
  readonly siteId: string | null;
  readonly labId: string | null;
}

/** A kind of change as people call it, with figures to begin with. */
export interface ReadyKind {
  readonly key: string;
  readonly label: TextKey;
  readonly icon: LucideIcon;
  /** The change at an hour; null where the plan has no place for it. */
  create(at: number, facts: ReadyFacts): Change | null;
}

/** To one leading digit, at least 1. */
function round(value: number): number {
  const decade = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))));
  return Math.max(1, Math.round(value / decade) * decade);
}

const BORROWED_READY_HOURS = 12;
const BORROWED_TRAVEL_MINUTES = 60;

/** Ends are stated where such things usually end: rain after hours, a broken lab after half a day. All figures are ours, to be edited (assumed). */
export const READY_KINDS: readonly ReadyKind[] = [
  {
    key: 'teams',
    label: 'changes:kind.desksArrive',
    icon: UserPlus,
    create: (at, { desks }) => ({ kind: 'desks', at, desks: round(desks / 4), where: 'all' }),
  },
  {
    key: 'staffOff',
    label: 'changes:kind.desksLeave',
    icon: UserMinus,
    create: (at, { desks }) => ({ kind: 'desks', at, until: at + 8, desks: -round(desks / 10), where: 'all' }),
  },
  {
    key: 'labLost',
    label: 'changes:kind.labLost',
    icon: FlaskConicalOff,
    create: (at, { labId, wording }) => {
      const lab = labId ?? wording.places.labs[0]?.id;
      return lab === undefined ? null : { kind: 'labCapacity', at, until: at + 12, lab, factor: 0 };
    },
  },
  {
    key: 'borrowedLab',
    label: 'changes:kind.borrowedLab',
    icon: FlaskConical,
    create: (at, { tubesPerDay }) => ({
      kind: 'borrowedLab',
      at,
      readyAfterHours: BORROWED_READY_HOURS,
      tubesPerDay: round(tubesPerDay),
      travelMinutes: BORROWED_TRAVEL_MINUTES,
    }),
  },
  {
    key: 'siteClosed',
    label: 'changes:kind.siteClosed',
    icon: MapPinOff,
    create: (at, { siteId, wording }) => {
      const site = siteId ?? wording.places.sites[0]?.id;
      return site === undefined ? null : { kind: 'siteClosed', at, until: at + 6, sites: [site] };
    },
  },
  {
    key: 'rain',
    label: 'changes:kind.rain',
    icon: CloudRain,
    create: (at, { wording }) => ({ kind: 'arrivals', at, until: at + 3, factor: 0.5, comment: wording.text.t('changes:kind.rain') }),
  },
  {
    key: 'night',
    label: 'changes:kind.night',
    icon: Moon,
    create: (at) => ({ kind: 'openHours', at, openHours: '00:00-24:00' }),
  },
  {
    key: 'poolSize',
    label: 'changes:kind.poolSize',
    icon: TestTubes,
    create: (at, { poolSize }) => ({ kind: 'poolSize', at, size: poolSize === 20 ? 10 : 20 }),
  },
  {
    key: 'pace',
    label: 'changes:kind.paceSlower',
    icon: Timer,
    create: (at) => ({ kind: 'pace', at, until: at + 6, factor: 1.3 }),
  },
  {
    key: 'travel',
    label: 'changes:kind.travelSlower',
    icon: TrafficCone,
    create: (at) => ({ kind: 'travel', at, until: at + 3, factor: 1.5 }),
  },
  {
    key: 'couriers',
    label: 'changes:kind.couriersMore',
    icon: Truck,
    create: (at) => ({ kind: 'couriers', at, factor: 1.5 }),
  },
];

/** The change that a choice in the menu adds at an hour, on a quarter of an hour. */
export const createReady = (kind: ReadyKind, at: number, facts: ReadyFacts): Change | null => kind.create(Math.max(0, snapped(at)), facts);

/** What a change does to the round, for its colour beside its words: helps, hinders, or neither by itself. */
export type Tone = 'help' | 'harm' | 'plain';

export function changeTone(change: Change): Tone {
  switch (change.kind) {
    case 'desks':
      return change.desks < 0 ? 'harm' : 'help';
    case 'siteClosed':
      return 'harm';
    case 'borrowedLab':
      return 'help';
    case 'openHours':
    case 'poolSize':
    case 'arrivals':
      return 'plain';
    case 'pace':
    case 'travel':
      return change.factor > 1 ? 'harm' : 'help';
    case 'labCapacity':
    case 'couriers':
      return change.factor < 1 ? 'harm' : 'help';
  }
}

/** The picture of a change, that of the menu's choice it is most like. */
export function changeIcon(change: Change): LucideIcon {
  const of = (key: string): LucideIcon => READY_KINDS.find((kind) => kind.key === key)!.icon;
  switch (change.kind) {
    case 'desks':
      return of(change.desks < 0 ? 'staffOff' : 'teams');
    case 'labCapacity':
      return of(change.factor < 1 ? 'labLost' : 'borrowedLab');
    case 'openHours':
      return of('night');
    case 'arrivals':
      return of('rain');
    case 'siteClosed':
    case 'poolSize':
    case 'borrowedLab':
    case 'pace':
    case 'travel':
    case 'couriers':
      return of(change.kind);
  }
}
