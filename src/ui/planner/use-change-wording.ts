import { useMemo } from 'react';
import type { CityPack } from '../../city/index.ts';
import type { PlanLayout, Settings } from '../../scenario/index.ts';
import { planPlaces, type ChangeWording, type PlanPlaces } from '../changes/index.ts';
import { useText } from '../kit/index.ts';
import { settingsIn, usePlannerLater, useSettingLater } from './store-context.tsx';

/** What decides the places, as one text: settings are another object after every edit, this is not. */
const layoutOf = (settings: Settings): string => {
  const layout: PlanLayout = {
    'city.sites': settings['city.sites'],
    'city.siteSpread': settings['city.siteSpread'],
    'city.population': settings['city.population'],
    'staff.total': settings['staff.total'],
    'staff.shifts': settings['staff.shifts'],
    'staff.reading': settings['staff.reading'],
    'lab.count': settings['lab.count'],
    'lab.tubesPerDay': settings['lab.tubesPerDay'],
  };
  return JSON.stringify(layout);
};

let last: { readonly layout: string; readonly city: CityPack; readonly places: PlanPlaces } | null = null;

/** Several parts of the page ask for the same places after an edit: laid out once for all of them. */
function placesOf(layout: string, city: CityPack): PlanPlaces {
  if (last?.layout !== layout || last.city !== city) last = { layout, city, places: planPlaces(JSON.parse(layout) as PlanLayout, city) };
  return last.places;
}

/** Words about dated changes of the plan being edited; its places are laid out anew only when something moves them. */
export function useChangeWording(): ChangeWording {
  const text = useText();
  const city = usePlannerLater((state) => state.city);
  const clock = useSettingLater('order.clock');
  const layout = usePlannerLater((state) => layoutOf(settingsIn(state.plan.scenario, state.city).settings));
  const places = useMemo(() => placesOf(layout, city), [layout, city]);
  return useMemo(() => ({ text, clock, places }), [text, clock, places]);
}
