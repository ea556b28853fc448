import { useMemo } from 'react';
import type { Lane } from '../../charts/index.ts';
import type { Text } from '../../text/index.ts';
import { deskSteps } from '../round/index.ts';
import { siteFactsOf } from '../story/index.ts';
import { roundLanes } from '../timeline/index.ts';
import type { ShownCity } from './use-shown-city.ts';

const NONE: readonly Lane[] = [];

/** The lanes of the run on the map; none until there is one. */
export function lanesOf({ picture, compiled }: ShownCity, text: Text): readonly Lane[] {
  if (!picture || !compiled) return NONE;
  const { study, typical } = picture;
  return roundLanes({ study, typical, desks: deskSteps(siteFactsOf(compiled).desks, compiled.input.changes) }, text);
}

/** As lanesOf, where they are shown. */
export function useLanes(isShown: boolean, shown: ShownCity, text: Text): readonly Lane[] {
  return useMemo(() => (isShown ? lanesOf(shown, text) : NONE), [isShown, shown, text]);
}
