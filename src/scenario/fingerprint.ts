import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CityPack } from '../city/index.ts';
import type { Scenario } from './scenario.ts';
import { resolveSettings } from './settings.ts';

/** JSON with sorted names and no blanks: one text for one content, whatever the order in which it was written. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : held,
  );
}

const digest = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

/** Inputs that say how a study is run, not what is simulated: seed and run numbers stand beside the fingerprint wherever it is shown. */
const OF_THE_STUDY: ReadonlySet<string> = new Set(['experiment.seed', 'experiment.replications', 'experiment.precisionHours', 'engine']);

/** The emergency network has inputs and a fingerprint of its own: none of them touches a screening round. */
const EMERGENCY = 'emergency.';
const ALSO_OF_EMERGENCY: ReadonlySet<string> = new Set(['city.population', 'order.clock', 'uncertainty.luckOnly']);
const OF_THE_EMERGENCY_STUDY: ReadonlySet<string> = new Set(['emergency.replications']);

const cityDigests = new WeakMap<CityPack, string>();

/** SHA-256 of a city pack in hexadecimal; computed once for each pack object. */
export function cityFingerprint(city: CityPack): string {
  let known = cityDigests.get(city);
  if (known === undefined) cityDigests.set(city, (known = digest(city)));
  return known;
}

/**
 * Twelve hexadecimal digits that two variants share exactly when the same round is simulated: settings in force, dated changes (without
 * their comments) and city. Names, notes, seed and number of runs do not enter.
 */
export function scenarioFingerprint(variant: { readonly city: CityPack; readonly scenario: Scenario }): string {
  const { settings } = resolveSettings(variant.scenario, variant.city);
  const changes = variant.scenario.changes.map(({ comment: _comment, ...change }) => change);
  const simulated = Object.entries(settings).filter(([path]) => !OF_THE_STUDY.has(path) && !path.startsWith(EMERGENCY));
  return digest({
    settings: Object.fromEntries(simulated),
    changes,
    city: variant.city.id,
    cityFingerprint: cityFingerprint(variant.city),
  }).slice(0, 12);
}

/** As scenarioFingerprint, of what the emergency network depends on; `edits` are the stations and roads that the user altered. */
export function emergencyFingerprint(variant: { readonly city: CityPack; readonly scenario: Scenario }, edits: unknown = null): string {
  const { settings } = resolveSettings(variant.scenario, variant.city);
  const simulated = Object.entries(settings).filter(
    ([path]) => (path.startsWith(EMERGENCY) && !OF_THE_EMERGENCY_STUDY.has(path)) || ALSO_OF_EMERGENCY.has(path),
  );
  const city = { city: variant.city.id, cityFingerprint: cityFingerprint(variant.city) };
  return digest({ settings: Object.fromEntries(simulated), edits, ...city }).slice(0, 12);
}
