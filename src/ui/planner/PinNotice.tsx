import { useEffect, useState, type ReactElement } from 'react';
import { useText } from '../kit/index.ts';
import { usePlannerStore } from './store-context.tsx';

/** Tells a screen reader that a run was pinned, at once or when it was done. */
export function PinNotice(): ReactElement {
  const { t, pick } = useText();
  const store = usePlannerStore();
  const [said, setSaid] = useState('');
  useEffect(
    () =>
      store.subscribe((now, before) => {
        const added = now.pins.at(-1);
        if (added && now.pins.length === before.pins.length + 1) setSaid(t('compare:pin.done', { name: pick(added.name) }));
      }),
    [store, t, pick],
  );
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  );
}
