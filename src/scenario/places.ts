import { planLabs, planSites, type CityPack, type PlannedLab, type PlannedSite } from '../city/index.ts';
import type { Settings } from './catalogue/index.ts';

/** What decides which sites and labs a plan has. */
export type PlanLayout = Pick<
  Settings,
  'city.sites' | 'city.siteSpread' | 'city.population' | 'staff.total' | 'staff.shifts' | 'staff.reading' | 'lab.count' | 'lab.tubesPerDay'
>;

/** Desks at one time: a sampler under reading A, a pair under B. */
export function desksOnDuty(settings: Pick<PlanLayout, 'staff.total' | 'staff.shifts' | 'staff.reading'>): number {
  const onDuty = Math.floor(settings['staff.total'] / settings['staff.shifts']);
  return settings['staff.reading'] === 'A' ? onDuty : Math.floor(onDuty / 2);
}

/** Sites that a plan opens: with fewer desks than sites only as many as it can staff. Throws what planSites throws. */
export function plannedSites(settings: PlanLayout, city: CityPack): PlannedSite[] {
  const sites = Math.min(settings['city.sites'], Math.max(1, desksOnDuty(settings)));
  return planSites(city, { sites, spread: settings['city.siteSpread'], population: settings['city.population'] });
}

/** The city's own labs under a plan. Throws what planLabs throws. */
export function plannedLabs(settings: PlanLayout, city: CityPack): PlannedLab[] {
  return planLabs(city, { count: settings['lab.count'], tubesPerDay: settings['lab.tubesPerDay'] });
}
