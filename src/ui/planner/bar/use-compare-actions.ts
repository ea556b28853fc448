import { Columns2, Pin } from 'lucide-react';
import { MOST_PINS } from '../../../store/index.ts';
import { useText } from '../../kit/index.ts';
import { usePlanner, usePlannerLater } from '../store-context.tsx';
import type { BarAction } from './actions.ts';

/** Puts the result aside, and opens the comparison of what was put aside. */
export function useCompareActions(): readonly BarAction[] {
  const { t } = useText();
  const cityId = usePlanner((state) => state.city.id);
  const pins = usePlanner((state) => state.pins);
  const awaited = usePlanner((state) => state.awaitedPin !== null);
  const fingerprint = usePlannerLater(({ answers, plan }) =>
    answers?.settled && answers.scenario === plan.scenario ? answers.study.scenario.fingerprint : null,
  );
  const hasAnswer = usePlannerLater(({ answers, job }) => answers !== null || job.status === 'running');
  const comparing = usePlanner((state) => state.comparing);
  const pin = usePlanner((state) => state.pin);
  const open = usePlanner((state) => state.openComparison);
  const close = usePlanner((state) => state.closeComparison);
  const isPinned = pins.some(({ study }) => study.scenario.fingerprint === fingerprint);
  const isFull = pins.length >= MOST_PINS;
  const count = pins.filter((pinned) => pinned.cityId === cityId).length;
  const pinLabel = (): string => {
    if (isPinned) return t('compare:pin.already');
    if (isFull) return t('compare:pin.full', { most: MOST_PINS });
    return t(awaited ? 'compare:pin.waiting.label' : 'compare:pin.label');
  };
  return [
    {
      id: 'pin',
      icon: Pin,
      label: pinLabel(),
      word: t(awaited ? 'compare:pin.waiting' : 'compare:pin'),
      disabled: isPinned || isFull || awaited || !hasAnswer,
      onRun: pin,
    },
    {
      id: 'compare',
      icon: Columns2,
      label: t('compare:open.label', { count }),
      word: count > 0 ? t('compare:open.count', { count }) : t('compare:open'),
      pressed: comparing,
      onRun: comparing ? close : open,
    },
  ];
}
