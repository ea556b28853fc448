import { useMemo } from 'react';
import { proposedName } from '../../../report/index.ts';
import { PRESETS } from '../../../scenario/index.ts';
import { contendersOf, type Contender } from '../../../store/index.ts';
import type { Bilingual } from '../../../units/index.ts';
import { usePlanner } from '../store-context.tsx';

export const contenderKey = (contender: Contender): string => (contender.kind === 'plan' ? 'plan' : `${contender.kind}:${contender.id}`);

export interface OfferedContender {
  readonly key: string;
  readonly contender: Contender;
  readonly name: Bilingual | string;
}

/** What can be compared, by name: pins, the plan as it stands, presets. */
export function useContenders(): readonly OfferedContender[] {
  const city = usePlanner((state) => state.city);
  const plan = usePlanner((state) => state.plan);
  const pins = usePlanner((state) => state.pins);
  return useMemo(() => {
    const nameOf = (contender: Contender): Bilingual | string => {
      if (contender.kind === 'plan') return proposedName(city, plan.base, plan.scenario);
      const known = contender.kind === 'pin' ? pins : PRESETS;
      return known.find(({ id }) => id === contender.id)?.name ?? contender.id;
    };
    return contendersOf({ city, plan, pins }).map((contender) => ({ key: contenderKey(contender), contender, name: nameOf(contender) }));
  }, [city, plan, pins]);
}
