import { useMemo } from 'react';
import { desksOnDuty } from '../../scenario/index.ts';
import { useChangeDesk, type ChangeDesk, type ChangeEdits } from '../changes/index.ts';
import { settingsIn, usePlanner, usePlannerLater, usePlannerStore, useSettingLater } from './store-context.tsx';
import { useChangeWording } from './use-change-wording.ts';

/** The plan's dated changes with what may be done to them, for track, menu, list and form. */
export function usePlanChanges(): ChangeDesk {
  const store = usePlannerStore();
  const changes = usePlanner((state) => state.plan.scenario.changes);
  const selection = usePlanner((state) => state.selection);
  const desks = usePlannerLater(({ plan, city }) => desksOnDuty(settingsIn(plan.scenario, city).settings));
  const [tubesPerDay, poolSize] = [useSettingLater('lab.tubesPerDay'), useSettingLater('pool.size')];
  const wording = useChangeWording();
  const edits = useMemo((): ChangeEdits => {
    const { addChange, editChange, removeChange, abandonGesture } = store.getState();
    return { add: addChange, edit: editChange, remove: removeChange, abandon: abandonGesture };
  }, [store]);
  const placeId = (kind: 'site' | 'lab'): string | null => {
    const places = kind === 'site' ? wording.places.sites : wording.places.labs;
    return selection?.kind === kind ? (places[selection.index]?.id ?? null) : null;
  };
  return useChangeDesk(changes, edits, {
    wording,
    desks,
    tubesPerDay,
    poolSize,
    siteId: placeId('site'),
    labId: placeId('lab'),
  });
}
