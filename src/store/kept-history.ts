import type { CityPack } from '../city/index.ts';
import { formatScenario, parseScenario, type Scenario } from '../scenario/index.ts';
import { EMPTY_HISTORY, type History } from './history.ts';
import type { Plan } from './plan.ts';
import type { Memory } from './preferences.ts';

const HISTORY_KEY = 'pingzhan.history';
/** So many steps each way outlive a reload. */
export const MOST_KEPT = 20;

/** Texts of scenario files, each once, and plans as the places of base and scenario among them. */
interface Record {
  readonly texts: readonly string[];
  readonly now: readonly [number, number];
  readonly past: readonly (readonly [number, number])[];
  readonly future: readonly (readonly [number, number])[];
}

/** Keeps the steps nearest to the plan in force for as long as the tab lives. */
export function keepHistory(slots: Memory, { plan, history }: { readonly plan: Plan; readonly history: History }): void {
  const places = new Map<string, number>();
  const placeOf = (scenario: Scenario): number => {
    const text = formatScenario(scenario);
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const pairOf = ({ base, scenario }: Plan): [number, number] => [placeOf(base), placeOf(scenario)];
  const now = pairOf(plan);
  const past = history.past.slice(0, MOST_KEPT).map(pairOf);
  const future = history.future.slice(0, MOST_KEPT).map(pairOf);
  slots.write(HISTORY_KEY, JSON.stringify({ texts: [...places.keys()], now, past, future } satisfies Record));
}

/** The steps around this plan; none where they belong to another, or where what lies there is no history. Never throws. */
export function readHistory(slots: Memory, plan: Plan | null, cities: readonly CityPack[]): History {
  const kept = slots.read(HISTORY_KEY);
  if (plan === null || kept === null) return EMPTY_HISTORY;
  try {
    const { texts, now, past, future } = JSON.parse(kept) as Record;
    const isPlan = texts[now[0]] === formatScenario(plan.base) && texts[now[1]] === formatScenario(plan.scenario);
    if (!isPlan) return EMPTY_HISTORY;
    const scenarios = texts.map((text) => {
      const reading = parseScenario(text);
      if ('problems' in reading) throw new Error('not a scenario');
      if (!cities.some(({ id }) => id === reading.scenario.city)) throw new Error('not a city');
      return reading.scenario;
    });
    const planOf = ([base, scenario]: readonly [number, number]): Plan => {
      const found = { base: scenarios[base], scenario: scenarios[scenario] };
      if (!found.base || !found.scenario) throw new Error('not a place');
      return found;
    };
    return { past: past.slice(0, MOST_KEPT).map(planOf), future: future.slice(0, MOST_KEPT).map(planOf), mark: null };
  } catch {
    return EMPTY_HISTORY;
  }
}
