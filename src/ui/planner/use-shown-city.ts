import { useMemo } from 'react';
import { compileVariant, type CompiledVariant } from '../../compile/index.ts';
import type { CityPack, Lab } from '../../city/index.ts';
import type { Study } from '../../results/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Picture } from '../../store/index.ts';
import { shownLabs } from '../round/index.ts';
import { usePlanner, usePlannerLater } from './store-context.tsx';

/** The run that map, table, timeline and stories show, and the sites and labs it ran on; null parts are still to come. */
export interface ShownCity {
  readonly picture: Picture | null;
  /** The figures of that run's study; those of the plan come before its picture does. */
  readonly study: Study | null;
  readonly settled: boolean;
  /** The plan that the study answers; null for a pinned run, which is of no plan. */
  readonly answered: Scenario | null;
  readonly compiled: CompiledVariant | null;
  /** In the order of the run's columns: the city's own, then the borrowed. */
  readonly labs: readonly Lab[];
}

/** A plan that cannot be compiled has no sites to show; the job says what is wrong with it. */
function compileOrNull(city: CityPack, scenario: Scenario): CompiledVariant | null {
  try {
    return compileVariant(city, scenario);
  } catch {
    return null;
  }
}

/** What the page shows: the plan's answer, or the pinned run that a presentation has called up. */
export function useShownCity(): ShownCity {
  const city = usePlannerLater((state) => state.city);
  const own = usePlannerLater((state) => state.picture);
  const answers = usePlannerLater((state) => state.answers);
  const base = usePlannerLater((state) => state.plan.base);
  const pin = usePlanner(({ presentedPin, pins }) => pins.find(({ id }) => id === presentedPin) ?? null);
  const picture = pin ?? own;
  const scenario = picture?.scenario ?? base;
  const compiled = useMemo(() => compileOrNull(city, scenario), [city, scenario]);
  const labs = useMemo(() => shownLabs(city, compiled?.labs ?? [], compiled?.borrowed ?? []), [city, compiled]);
  const study = pin?.study ?? answers?.study ?? null;
  const settled = pin !== null || (answers?.settled ?? false);
  const answered = pin ? null : (answers?.scenario ?? null);
  return useMemo(() => ({ picture, study, settled, answered, compiled, labs }), [picture, study, settled, answered, compiled, labs]);
}
