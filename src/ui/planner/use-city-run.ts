import { useMemo } from 'react';
import { nightsOf, type HourSpan } from '../../charts/index.ts';
import { mapScales, type MapScales } from '../map/index.ts';
import { createCityRun, type CityRun } from '../round/index.ts';
import { siteFactsOf, type SiteFacts } from '../story/index.ts';
import { usePlanner } from './store-context.tsx';
import type { ShownCity } from './use-shown-city.ts';

export interface ShownRun {
  /** null while no typical run is there. */
  readonly run: CityRun | null;
  /** null where the plan cannot be compiled. */
  readonly facts: SiteFacts | null;
  readonly scales: MapScales;
  readonly nights: readonly HourSpan[];
}

/** The run that map, table and stories show, joined with its plan. */
export function useCityRun({ picture, compiled }: ShownCity): ShownRun {
  const city = usePlanner((state) => state.city);
  const typical = picture?.typical ?? null;
  const deadlineHours = picture?.study.sampledWithinDeadline.deadlineHours;
  const scales = useMemo(() => mapScales(typical, deadlineHours), [typical, deadlineHours]);
  const nights = useMemo(() => (typical ? nightsOf(typical) : []), [typical]);
  const facts = useMemo(() => compiled && siteFactsOf(compiled), [compiled]);
  const run = useMemo(() => {
    if (!picture || !compiled || !facts) return null;
    const { study, typical: followed } = picture;
    const { sites, input, anchors } = compiled;
    return createCityRun({ city, sites, study, typical: followed, desks: facts.desks, input, anchors });
  }, [picture, compiled, facts, city]);
  return { run, facts, scales, nights };
}
