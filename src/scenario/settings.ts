import type { CityPack } from '../city/index.ts';
import type { Bilingual, SourceTag } from '../units/index.ts';
import { CATALOGUE, isInputPath, type InputPath, type Settings } from './catalogue/index.ts';
import type { InputDefinition, InputValue } from './definition.ts';
import { findClock, findOpenHours, formatClock, formatOpenHours } from './hours.ts';
import type { Scenario } from './scenario.ts';

/** Where a value in force comes from; `user` marks what the scenario sets itself. */
export interface Provenance {
  readonly tag: SourceTag | 'user';
  readonly origin: Bilingual;
}

export interface ResolvedSettings {
  readonly settings: Settings;
  readonly provenance: ReadonlyMap<InputPath, Provenance>;
}

const USER_ORIGIN: Bilingual = { zh: '由本情景设定', en: 'Set by this scenario' };

const PACK_ORIGIN: Bilingual = { zh: '城市包各行合计', en: 'Added up from the rows of the city pack' };

/** One written form for values that can be written several ways: "18" and "6-24" become "06:00-24:00". */
export function normaliseInput(definition: InputDefinition, value: InputValue): InputValue {
  if (definition.kind !== 'hours') return value;
  if (definition.form === 'range') {
    const hours = findOpenHours(String(value));
    return hours ? formatOpenHours(hours) : value;
  }
  const minutes = findClock(String(value));
  return minutes === null ? value : formatClock(minutes);
}

/** What a pack says by its rows alone; what it states in so many words (`defaults`) goes before. */
function factsOf(city: CityPack): readonly (readonly [path: InputPath, value: InputValue])[] {
  const residents = city.villages.reduce((sum, village) => sum + village.residents, 0);
  const tubes = city.labs.reduce((sum, lab) => sum + lab.tubesPerDay, 0);
  const labs: readonly (readonly [InputPath, InputValue])[] = [
    ['lab.count', city.labs.length],
    ['lab.tubesPerDay', tubes],
  ];
  const vehicles = city.stations.reduce((sum, station) => sum + station.vehicles, 0);
  const fleet: readonly (readonly [InputPath, InputValue])[] = vehicles > 0 ? [['emergency.fleet', vehicles]] : [];
  return [['order.clock', city.order.clock], ['city.population', residents], ...(tubes > 0 ? labs : []), ...fleet];
}

/** The catalogue's defaults, then what the city states, then what the scenario sets. Both are expected to be checked already. */
export function resolveSettings(scenario: Pick<Scenario, 'inputs'>, city: CityPack): ResolvedSettings {
  const values = new Map<InputPath, InputValue>();
  const provenance = new Map<InputPath, Provenance>();
  for (const definition of CATALOGUE) {
    values.set(definition.path, definition.default);
    provenance.set(definition.path, { tag: definition.tag, origin: definition.origin });
  }
  for (const [path, value] of factsOf(city)) {
    if (value !== values.get(path)) provenance.set(path, { tag: 'inferred', origin: PACK_ORIGIN });
    values.set(path, value);
  }
  const sources = new Map(city.sources.map((source) => [source.id, source]));
  for (const [path, stated] of Object.entries(city.defaults)) {
    if (!isInputPath(path)) continue;
    const source = sources.get(stated.source);
    values.set(path, stated.value);
    if (source) provenance.set(path, { tag: source.tag, origin: source.origin });
  }
  for (const [path, value] of Object.entries(scenario.inputs)) {
    if (!isInputPath(path)) continue;
    values.set(path, value);
    provenance.set(path, { tag: 'user', origin: USER_ORIGIN });
  }
  const settings: Record<string, InputValue> = {};
  for (const definition of CATALOGUE) settings[definition.path] = normaliseInput(definition, values.get(definition.path)!);
  return { settings: settings as Settings, provenance };
}
