import type { StoreApi } from 'zustand/vanilla';
import type { CityPack } from '../city/index.ts';
import { faultOf, type FaultReason, type Library } from '../library/index.ts';
import { MOST_PINS, type PinnedRun, type PinsSlice } from './pins.ts';

export interface KeptPins {
  /** Brings back what was pinned before, ahead of what has been pinned since; the answer holds the ids that cannot be shown any more. */
  restore(cities: readonly CityPack[]): Promise<readonly string[]>;
  /** Resolves once all that was asked for so far is on the disk or has failed. */
  settled(): Promise<void>;
}

/** Keeps the pinned runs in step with the library from here on. `onFault` hears what could not be kept. */
export function keepPins(
  library: Library,
  planner: StoreApi<PinsSlice>,
  now: () => number,
  onFault: (reason: FaultReason) => void,
): KeptPins {
  let queue: Promise<void> = Promise.resolve();
  /** As they lie on the disk. */
  const kept = new Map<string, PinnedRun>();
  const enqueue = (work: () => Promise<void>): void => {
    queue = queue.then(work).catch((error: unknown) => onFault(faultOf(error).reason));
  };
  const follow = (pins: readonly PinnedRun[]): void => {
    const gone = [...kept.keys()].filter((id) => pins.every((pin) => pin.id !== id));
    if (gone.length > 0) enqueue(() => library.runs.remove(gone));
    for (const id of gone) kept.delete(id);
    for (const pin of pins) {
      if (kept.get(pin.id) === pin) continue;
      kept.set(pin.id, pin);
      enqueue(() => library.runs.write(pin, now()));
    }
  };
  planner.subscribe((state, before) => {
    if (state.pins !== before.pins) follow(state.pins);
  });
  return {
    async restore(cities) {
      const { runs, unreadable } = await library.runs.readAll(cities);
      const { pins, restorePins } = planner.getState();
      // More than there is room for stay on the disk and come back when there is.
      const back = runs.filter(({ id }) => pins.every((pin) => pin.id !== id)).slice(0, MOST_PINS - pins.length);
      for (const run of back) kept.set(run.id, run);
      if (back.length > 0) restorePins([...back, ...pins]);
      return unreadable;
    },
    settled: () => queue,
  };
}
