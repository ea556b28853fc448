import type { CityPack } from '../city/index.ts';
import { faultOf, isUnreadable, type FaultReason, type Library, type PlanReading } from '../library/index.ts';
import { checkScenario } from '../scenario/index.ts';
import type { Plan } from './plan.ts';
import type { Memory } from './preferences.ts';

/** Where the plan of the only tab is kept. A tab that came second keeps its own under an id that begins with TAB. */
export const WORKING = 'working';
export const TAB = 'tab-';
/** What lay where a plan is kept and could not be opened is moved to an id that begins so. */
export const ASIDE = 'aside-';
const SLOT_KEY = 'pingzhan.slot';

/** A plan is written when nothing has changed for QUIET_MS, and after MOST_MS at the latest. */
export const QUIET_MS = 500;
export const MOST_MS = 2_000;

/** What was found when the page began: where this tab keeps its plan, and the plan that lay there. */
export interface Beginning {
  readonly slot: string;
  /** Of what lies there; null where nothing does. */
  readonly revision: number | null;
  readonly plan: Plan | null;
  readonly keptAt: number | null;
  readonly savedAs: string | null;
  readonly fault: FaultReason | null;
  /** True where something lay there that could not be opened; it was moved aside and is in the list. */
  readonly movedAside: boolean;
}

export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const opensHere = (reading: PlanReading, cities: readonly CityPack[]): boolean => {
  if (isUnreadable(reading)) return false;
  const { base, scenario } = reading;
  return [base, scenario].every((part) => {
    const city = cities.find(({ id }) => id === part.city);
    return city !== undefined && checkScenario(part, city).problems.length === 0;
  });
};

/** Reads what this tab kept before; never rejects. `slots` lives as long as the tab. */
export async function readBeginning(library: Library, slots: Memory, cities: readonly CityPack[]): Promise<Beginning> {
  const nothing: Beginning = { slot: WORKING, revision: null, plan: null, keptAt: null, savedAs: null, fault: null, movedAside: false };
  try {
    const own = slots.read(SLOT_KEY);
    const mine = own?.startsWith(TAB) ? await library.plans.read(own) : null;
    const slot = mine === null ? WORKING : own!;
    const reading = mine ?? (await library.plans.read(WORKING));
    if (reading === null) return nothing;
    if (!opensHere(reading, cities) || isUnreadable(reading)) {
      await library.plans.move(slot, `${ASIDE}${newId()}`);
      return { ...nothing, slot, movedAside: true };
    }
    const { revision, base, scenario, savedAt, savedAs } = reading;
    return { ...nothing, slot, revision, plan: { base, scenario }, keptAt: savedAt, savedAs };
  } catch (error) {
    return { ...nothing, fault: faultOf(error).reason };
  }
}

export interface KeepingEvents {
  readonly onPending: () => void;
  readonly onKept: (at: number, slot: string, revision: number) => void;
  /** Another tab had written since: this tab's plan now lies under an id of its own. */
  readonly onApart: () => void;
  readonly onFault: (reason: FaultReason) => void;
}

export interface Keeping {
  readonly slot: () => string;
  readonly revision: () => number | null;
  /** The plan has changed: it will be written soon. */
  touch(): void;
  /** Writes at once what waits to be written. */
  flush(): Promise<void>;
  /** From here on, this tab goes on from another revision of its slot. */
  takeOver(revision: number): void;
}

interface KeepingParts {
  readonly library: Library;
  readonly slots: Memory;
  readonly beginning: Beginning;
  readonly now: () => number;
  /** The plan to be kept, and the named scenario it belongs to. */
  readonly plan: () => { readonly plan: Plan; readonly savedAs: string | null };
  readonly events: KeepingEvents;
}

/** Writes the working plan some moments after every change, never over what another tab has written. */
export function createKeeping({ library, slots, beginning, now, plan: current, events }: KeepingParts): Keeping {
  let { slot, revision } = beginning;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let since: number | null = null;
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    const { plan, savedAs } = current();
    const savedAt = now();
    const draft = { savedAt, base: plan.base, scenario: plan.scenario, savedAs };
    try {
      let outcome = await library.plans.write({ id: slot, ...draft }, revision);
      const apart = outcome.kind === 'conflict';
      if (outcome.kind === 'conflict') {
        slot = `${TAB}${newId()}`;
        slots.write(SLOT_KEY, slot);
        outcome = await library.plans.write({ id: slot, ...draft }, null);
      }
      if (outcome.kind === 'kept') revision = outcome.plan.revision;
      events.onKept(savedAt, slot, revision ?? 0);
      if (apart) events.onApart();
    } catch (error) {
      events.onFault(faultOf(error).reason);
    }
  };
  const flush = (): Promise<void> => {
    if (timer === null) return writing;
    clearTimeout(timer);
    [timer, since] = [null, null];
    writing = writing.then(write);
    return writing;
  };
  return {
    slot: () => slot,
    revision: () => revision,
    touch() {
      since ??= now();
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void flush(), Math.max(0, Math.min(QUIET_MS, since + MOST_MS - now())));
      events.onPending();
    },
    flush,
    takeOver(next) {
      revision = next;
    },
  };
}
