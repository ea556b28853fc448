import { useMemo } from 'react';
import type { Study, TypicalRun } from '../../../results/index.ts';
import type { Scenario } from '../../../scenario/index.ts';
import { proposedName } from '../../../report/index.ts';
import type { Bilingual } from '../../../units/index.ts';
import { usePlanner } from '../store-context.tsx';

/** A run that can be shown, by its name. */
export interface StagedRun {
  /** Null for the plan's own. */
  readonly pin: string | null;
  readonly name: Bilingual | string;
  /** Null while the plan's own is still to come. */
  readonly run: { readonly scenario: Scenario; readonly study: Study; readonly typical: TypicalRun } | null;
}

/** What a presentation can show: the plan's own run, then every pinned one of this city, and which of them it shows. */
export function useStagedRuns(): { runs: readonly StagedRun[]; shown: StagedRun; beside: StagedRun | null } {
  const city = usePlanner((state) => state.city);
  const plan = usePlanner((state) => state.plan);
  const own = usePlanner((state) => state.picture);
  const pins = usePlanner((state) => state.pins);
  const presented = usePlanner((state) => state.presentedPin);
  return useMemo(() => {
    const name = proposedName(city, plan.base, plan.scenario);
    const runs: StagedRun[] = [
      { pin: null, name, run: own },
      ...pins.filter(({ cityId }) => cityId === city.id).map((pin) => ({ pin: pin.id, name: pin.name, run: pin })),
    ];
    const shown = runs.find(({ pin }) => pin === presented) ?? runs[0];
    // The plan's own run is set against the first that was pinned, a pinned one against the plan's own.
    const other = shown.pin === null ? runs[1] : runs[0];
    const same = other?.run?.study.scenario.fingerprint === shown.run?.study.scenario.fingerprint;
    return { runs, shown, beside: other === undefined || other.run === null || same ? null : other };
  }, [city, plan, own, pins, presented]);
}
