import { useCallback, useEffect, useState } from 'react';
import type { Published } from '../../published/index.ts';
import { readAsked, writeAsked, type Asked } from './asked.ts';

export type Ask = (change: Partial<Asked>) => void;

/** What is asked, kept in the address: another page or place is a step that Back undoes, smaller changes are not. */
export function useAsked(published: Published): readonly [Asked, Ask] {
  const [asked, setAsked] = useState(() => readAsked(window.location.hash, published));
  useEffect(() => {
    const follow = (): void => setAsked(readAsked(window.location.hash, published));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [published]);
  const ask = useCallback<Ask>(
    (change) => {
      const before = readAsked(window.location.hash, published);
      const next = { ...before, ...change };
      const address = writeAsked(next, published);
      const isStep = next.view !== before.view || next.village !== before.village;
      if (isStep) window.history.pushState(null, '', address);
      else window.history.replaceState(null, '', address);
      setAsked(next);
    },
    [published],
  );
  return [asked, ask];
}
