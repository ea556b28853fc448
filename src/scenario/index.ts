export { CATALOGUE, findInput, getInput, isInputPath, type InputPath, type Settings } from './catalogue/index.ts';
export { changeRange, type ChangeRange } from './change-range.ts';
export { checkCityDefaults, checkScenario, type ScenarioCheck } from './check.ts';
export {
  INPUT_GROUPS,
  UNITS,
  type ChoiceInput,
  type HoursInput,
  type InputDefinition,
  type InputGroup,
  type InputKind,
  type InputValue,
  type NumberInput,
  type SwitchInput,
} from './definition.ts';
export { allowedValues } from './expected.ts';
export { canonicalJson, cityFingerprint, emergencyFingerprint, scenarioFingerprint } from './fingerprint.ts';
export { findClock, findOpenHours, formatClock, formatOpenHours, parseOpenHours, type OpenHours } from './hours.ts';
export { readInput, type InputReading } from './input-check.ts';
export { decodeFile, MOST_FILE_BYTES } from './json/decode.ts';
export { readJson, type JsonReading } from './json/read.ts';
export { locateProblems } from './json/locate.ts';
export { formatLink, isPlanLink, MOST_INFLATED, MOST_LINK, MOST_RATIO, parseLink, SAFE_LINK } from './link.ts';
export { formatScenario, parseScenario, type ScenarioReading } from './parse.ts';
export { desksOnDuty, plannedLabs, plannedSites, type PlanLayout } from './places.ts';
export { findPreset, PRESETS } from './presets.ts';
export { createProblem, findNearest, nearestWords, problemWords, type Problem, type Segment } from './problem.ts';
export { SCENARIO_SCHEMA, type Change, type ChangeKind, type Scenario, type Where } from './scenario.ts';
export { MOST_CHANGES, MOST_COMMENT, scenarioJsonSchema } from './schema.ts';
export { applySet, applySets, type SetReading } from './set.ts';
export { normaliseInput, resolveSettings, type Provenance, type ResolvedSettings } from './settings.ts';
