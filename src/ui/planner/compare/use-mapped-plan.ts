import { useMemo } from 'react';
import { compileVariant, type CompiledVariant } from '../../../compile/index.ts';
import type { CityPack } from '../../../city/index.ts';
import type { Study, TypicalRun } from '../../../results/index.ts';
import type { Scenario } from '../../../scenario/index.ts';
import type { MappedPlan } from '../../compare/index.ts';
import { createCityRun } from '../../map/index.ts';
import { siteFactsOf } from '../../story/index.ts';

/** A plan of the pair on its sites and labs, and its run in detail once that is there. */
export function useMappedPlan(
  city: CityPack,
  scenario: Scenario,
  study: Study,
  typical: TypicalRun | null,
): { plan: MappedPlan; compiled: CompiledVariant } {
  const compiled = useMemo(() => compileVariant(city, scenario), [city, scenario]);
  const plan = useMemo<MappedPlan>(() => {
    const { sites, labs, input } = compiled;
    const run = typical && createCityRun({ city, sites, study, typical, desks: siteFactsOf(compiled).desks, input });
    return { sites, labs, study, run };
  }, [city, compiled, study, typical]);
  return { plan, compiled };
}
