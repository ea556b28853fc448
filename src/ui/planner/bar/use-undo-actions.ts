import { Redo2, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { editWords } from '../../changes/index.ts';
import { useText } from '../../kit/index.ts';
import { usePlanner, usePlannerLater } from '../store-context.tsx';
import { useChangeWording } from '../use-change-wording.ts';
import type { BarAction } from './actions.ts';

/** One step back or forward; each says what it will take back or do again. */
export function useUndoActions(): readonly BarAction[] {
  const { t } = useText();
  const city = usePlannerLater((state) => state.city);
  const plan = usePlannerLater((state) => state.plan);
  const { past, future } = usePlannerLater((state) => state.history);
  const undo = usePlanner((state) => state.undo);
  const redo = usePlanner((state) => state.redo);
  const wording = useChangeWording();
  const [before, after] = [past[0], future[0]];
  const undoWords = useMemo(() => (before ? editWords(before, plan, city, wording) : null), [before, plan, city, wording]);
  const redoWords = useMemo(() => (after ? editWords(plan, after, city, wording) : null), [after, plan, city, wording]);
  return [
    {
      id: 'undo',
      icon: Undo2,
      label: undoWords === null ? t('changes:undo') : t('changes:undo.named', { edit: undoWords }),
      disabled: undoWords === null,
      onRun: undo,
    },
    {
      id: 'redo',
      icon: Redo2,
      label: redoWords === null ? t('changes:redo') : t('changes:redo.named', { edit: redoWords }),
      disabled: redoWords === null,
      onRun: redo,
    },
  ];
}
