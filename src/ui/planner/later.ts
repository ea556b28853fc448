import { startTransition } from 'react';

/**
 * What may wait is drawn so long after a change, in milliseconds: by then the first answer is there, with the machine to itself, and is
 * drawn along with it. Further changes until then do not put it off.
 */
export const LATER_MS = 100;

/** Anything that tells of its changes. */
interface Changing {
  subscribe(listener: () => void): () => void;
}

interface Group {
  readonly listeners: Set<() => void>;
  tellSoon(): void;
}

const groups = new WeakMap<Changing, Group>();

function createGroup(store: Changing): Group {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = (): void => {
    timer = null;
    startTransition(() => listeners.forEach((listener) => listener()));
  };
  const tellSoon = (): void => {
    timer ??= setTimeout(tell, LATER_MS);
  };
  store.subscribe(tellSoon);
  return { listeners, tellSoon };
}

/**
 * Calls all who listen to a store together, as one transition, once some time has passed since a change. A listener is called once without
 * one: something may have changed since it was drawn.
 */
export function subscribeLater(store: Changing, listener: () => void): () => void {
  let group = groups.get(store);
  if (!group) groups.set(store, (group = createGroup(store)));
  const { listeners, tellSoon } = group;
  listeners.add(listener);
  tellSoon();
  return () => void listeners.delete(listener);
}
