import type { Variant } from '../experiment/index.ts';
import {
  applySets,
  checkScenario,
  createProblem,
  decodeFile,
  findPreset,
  nearestWords,
  parseScenario,
  PRESETS,
  resolveSettings,
  SCENARIO_SCHEMA,
  type Problem,
  type Scenario,
  type Settings,
} from '../scenario/index.ts';
import { ABSTRACT, openCity } from './cities.ts';
import type { CommandEnvironment } from './environment.ts';
import { CommandRefused, EXIT } from './exit.ts';
import { readUserFile } from './files.ts';

const DEFAULT_PRESET = 'as-stated';

/** A plan ready to be simulated, and what is worth knowing about it. */
export interface Plan {
  readonly variant: Variant;
  readonly settings: Settings;
  readonly notes: readonly Problem[];
}

interface Source {
  readonly scenario: Scenario;
  readonly notes: readonly Problem[];
  /** The file's text, by which later problems find their line. */
  readonly text?: string;
}

/**
 * The scenario of an argument (a preset's name or a file), on the city asked for, with every --set applied and all of it checked.
 * Throws CommandRefused; nothing is half-applied.
 */
export function openPlan(
  environment: CommandEnvironment,
  argument: string | undefined,
  options: { readonly city?: string; readonly sets: readonly string[] },
): Plan {
  const subject = argument ?? DEFAULT_PRESET;
  const source = openSource(environment, argument, options.city);
  const onCity = options.city === undefined ? source.scenario : { ...source.scenario, city: options.city };
  const set = applySets(onCity, options.sets);
  if ('problems' in set) throw new CommandRefused(EXIT.input, set.problems, '--set');
  const city = openCity(environment, set.scenario.city);
  const isAsWritten = options.sets.length === 0 && options.city === undefined;
  const check = checkScenario(set.scenario, city, isAsWritten ? source.text : undefined);
  if (check.problems.length > 0) throw new CommandRefused(EXIT.input, check.problems, subject);
  const { settings } = resolveSettings(set.scenario, city);
  return { variant: { city, scenario: set.scenario }, settings, notes: [...source.notes, ...check.notes] };
}

function openSource(environment: CommandEnvironment, argument: string | undefined, city: string | undefined): Source {
  const preset = findPreset(argument ?? DEFAULT_PRESET);
  if (argument === undefined && city !== undefined && city !== preset?.city) return { scenario: blankScenario(city), notes: [] };
  if (preset) return { scenario: preset, notes: [] };
  if (!argument!.endsWith('.json') && !/[/\\.]/.test(argument!)) {
    const ids = PRESETS.map(({ id }) => id);
    const values = { expected: ids.join(', '), near: nearestWords(argument!, ids) };
    throw new CommandRefused(EXIT.input, [createProblem('unknown-preset', { value: argument, values })], argument);
  }
  return scenarioFromBytes(readUserFile(environment.folder, argument!), argument!);
}

/** A plan with nothing but defaults, for a city that no preset is about. */
function blankScenario(city: string): Scenario {
  const name = city === ABSTRACT ? { zh: '抽象城市', en: 'Abstract city' } : city;
  return { schema: SCENARIO_SCHEMA, name, city, inputs: {}, changes: [] };
}

export function scenarioFromBytes(bytes: Uint8Array, subject: string): Source {
  const decoded = decodeFile(bytes);
  if ('problems' in decoded) throw new CommandRefused(EXIT.input, decoded.problems, subject);
  const reading = parseScenario(decoded.text);
  if ('problems' in reading) throw new CommandRefused(EXIT.input, reading.problems, subject);
  return { ...reading, text: decoded.text };
}
