import { useMemo } from 'react';
import { useChangeWording } from '../use-change-wording.ts';
import type { ShownCity } from '../use-shown-city.ts';
import { roundEvents, type RoundEvent } from './events.ts';

const NONE: readonly RoundEvent[] = [];

/** The events of the run that is shown; none until its study is there. */
export function useRoundEvents({ picture, study }: ShownCity): readonly RoundEvent[] {
  const wording = useChangeWording();
  const typical = picture?.typical ?? null;
  const changes = picture?.scenario.changes;
  return useMemo(() => (study && changes ? roundEvents({ study, typical, changes, wording }) : NONE), [study, typical, changes, wording]);
}
