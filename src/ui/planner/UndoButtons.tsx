import { Redo2, Undo2 } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { editWords } from '../changes/index.ts';
import { IconButton, useText } from '../kit/index.ts';
import { usePlanner } from './store-context.tsx';
import { useChangeWording } from './use-change-wording.ts';

/** One step back or forward; each button says what it will take back or do again. */
export function UndoButtons(): ReactElement {
  const { t } = useText();
  const city = usePlanner((state) => state.city);
  const plan = usePlanner((state) => state.plan);
  const { past, future } = usePlanner((state) => state.history);
  const undo = usePlanner((state) => state.undo);
  const redo = usePlanner((state) => state.redo);
  const wording = useChangeWording();
  const [said, setSaid] = useState('');
  const [before, after] = [past[0], future[0]];
  const undoWords = useMemo(() => (before ? editWords(before, plan, city, wording) : null), [before, plan, city, wording]);
  const redoWords = useMemo(() => (after ? editWords(plan, after, city, wording) : null), [after, plan, city, wording]);
  return (
    <div className="undo" role="group">
      <IconButton
        icon={Undo2}
        label={undoWords === null ? t('changes:undo') : t('changes:undo.named', { edit: undoWords })}
        disabled={undoWords === null}
        onClick={() => {
          setSaid(t('changes:undo.done', { edit: undoWords ?? '' }));
          undo();
        }}
      />
      <IconButton
        icon={Redo2}
        label={redoWords === null ? t('changes:redo') : t('changes:redo.named', { edit: redoWords })}
        disabled={redoWords === null}
        onClick={() => {
          setSaid(t('changes:redo.done', { edit: redoWords ?? '' }));
          redo();
        }}
      />
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </div>
  );
}
