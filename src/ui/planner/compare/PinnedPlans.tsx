import { useMemo, type ReactElement } from 'react';
import { resolveSettings } from '../../../scenario/index.ts';
import type { Side } from '../../../store/index.ts';
import { PlansTable, type ListedPlan } from '../../compare/index.ts';
import type { ExportSource } from '../../export/index.ts';
import { useText } from '../../kit/index.ts';
import { usePlanner } from '../store-context.tsx';
import { useContenders } from './use-contenders.ts';

/** All pinned runs of the city, and the plan as it stands where it is not among them. */
export function useListedPlans(): readonly ListedPlan[] {
  const city = usePlanner((state) => state.city);
  const pins = usePlanner((state) => state.pins);
  const answers = usePlanner((state) => state.answers);
  const scenario = usePlanner((state) => state.plan.scenario);
  const offered = useContenders();
  return useMemo(() => {
    const pinned: ListedPlan[] = pins.filter(({ cityId }) => cityId === city.id);
    const now = answers?.settled && answers.scenario === scenario ? answers.study : null;
    if (now === null || pinned.some(({ study }) => study.scenario.fingerprint === now.scenario.fingerprint)) return pinned;
    const name = offered.find(({ contender }) => contender.kind === 'plan')!.name;
    return [...pinned, { id: null, name, study: now }];
  }, [city, pins, answers, scenario, offered]);
}

/** The table of all plans, or how it fills. */
export function PinnedPlans({
  plans,
  theme,
  onTaken,
}: {
  plans: readonly ListedPlan[];
  theme: 'light' | 'dark';
  onTaken: () => void;
}): ReactElement {
  const { t } = useText();
  const city = usePlanner((state) => state.city);
  const scenario = usePlanner((state) => state.plan.scenario);
  const renamePin = usePlanner((state) => state.renamePin);
  const unpin = usePlanner((state) => state.unpin);
  const choose = usePlanner((state) => state.choose);
  const source = useMemo<ExportSource>(() => ({ city: city.name, studies: plans }), [city, plans]);
  const take = (side: Side, id: string | null): void => {
    choose(side, id === null ? { kind: 'plan' } : { kind: 'pin', id });
    onTaken();
  };
  return (
    <div className="compare-plans">
      {plans.length < 2 && <p className="compare-empty">{t('compare:kpi.none')}</p>}
      {plans.length > 0 && (
        <PlansTable
          {...{ plans, source, theme }}
          clock={resolveSettings(scenario, city).settings['order.clock']}
          onRename={renamePin}
          onDelete={unpin}
          onTake={take}
        />
      )}
    </div>
  );
}
