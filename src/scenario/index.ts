export { CATALOGUE, findInput, getInput, isInputPath, type InputPath, type Settings } from './catalogue/index.ts';
export {
  INPUT_GROUPS,
  type ChoiceInput,
  type HoursInput,
  type InputDefinition,
  type InputGroup,
  type InputKind,
  type InputValue,
  type NumberInput,
  type SwitchInput,
} from './definition.ts';
export { findClock, findOpenHours, formatClock, formatOpenHours, parseOpenHours, type OpenHours } from './hours.ts';
export { SCENARIO_SCHEMA, type Change, type ChangeKind, type Scenario, type Where } from './scenario.ts';
export { normaliseInput, resolveSettings, type Provenance, type ResolvedSettings } from './settings.ts';
