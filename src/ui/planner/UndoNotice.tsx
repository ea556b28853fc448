import { useEffect, useRef, useState, type ReactElement } from 'react';
import { editWords } from '../changes/index.ts';
import { useText } from '../kit/index.ts';
import { usePlannerStore } from './store-context.tsx';
import { useChangeWording } from './use-change-wording.ts';

/** Tells a screen reader what a step of undo or redo did, however it was asked for. */
export function UndoNotice(): ReactElement {
  const { t } = useText();
  const store = usePlannerStore();
  const wording = useChangeWording();
  const words = useRef(wording);
  useEffect(() => {
    words.current = wording;
  });
  const [said, setSaid] = useState('');
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.history === before.history) return;
        const edit = (from: typeof now, to: typeof now): string => editWords(from.plan, to.plan, to.city, words.current);
        if (now.history.future[0] === before.plan) setSaid(t('changes:undo.done', { edit: edit(now, before) }));
        else if (now.history.past[0] === before.plan && before.history.future[0] === now.plan)
          setSaid(t('changes:redo.done', { edit: edit(before, now) }));
        else setSaid('');
      }),
    [store, t],
  );
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  );
}
