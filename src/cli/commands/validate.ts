import { CITY_SCHEMA, type CityPack } from '../../city/index.ts';
import { checkScenario, cityFingerprint, decodeFile, readJson, scenarioFingerprint, type Problem } from '../../scenario/index.ts';
import type { Text } from '../../text/index.ts';
import { cityFromBytes, openCity } from '../cities.ts';
import type { CommandEnvironment } from '../environment.ts';
import { CommandRefused, EXIT, type ExitCode } from '../exit.ts';
import { readUserFile } from '../files.ts';
import { notesText, problemsText } from '../output/problem-words.ts';
import { scenarioFromBytes } from '../plan.ts';

interface Validation {
  readonly kind: 'scenario' | 'city' | null;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly words: string;
}

/** `validate <file>`: what kind of file it is and everything wrong with it, on stdout. Exit code 3 when there is anything. */
export function validateCommand(
  environment: CommandEnvironment,
  text: Text,
  file: string,
  options: { readonly json?: boolean; readonly city?: string },
): ExitCode {
  const { kind, problems, notes, words } = validate(environment, text, file, options.city);
  if (options.json) {
    const answer = { schema: 'pingzhan.validation/1', valid: problems.length === 0, kind, problems, notes };
    environment.writeOut(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    const body = problems.length > 0 ? problemsText(text, problems, file) : `${words}\n`;
    environment.writeOut(body + notesText(text, notes));
  }
  return problems.length > 0 ? EXIT.input : EXIT.done;
}

function validate(environment: CommandEnvironment, text: Text, file: string, city: string | undefined): Validation {
  let kind: Validation['kind'] = null;
  try {
    const bytes = readUserFile(environment.folder, file);
    kind = isCityPack(bytes) ? 'city' : 'scenario';
    return kind === 'city' ? cityValidation(text, cityFromBytes(bytes, file)) : scenarioValidation(environment, text, bytes, file, city);
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    return { kind, problems: error.problems, notes: [], words: '' };
  }
}

function isCityPack(bytes: Uint8Array): boolean {
  const decoded = decodeFile(bytes);
  const reading = 'text' in decoded ? readJson(decoded.text) : { value: null };
  const schema = 'value' in reading ? (reading.value as { schema?: unknown } | null)?.schema : undefined;
  return typeof schema === 'string' && schema.startsWith(CITY_SCHEMA.slice(0, -1));
}

function cityValidation(text: Text, city: CityPack): Validation {
  const words = text.t('cli:validate.city', {
    name: text.pick(city.name),
    people: text.format.peopleExact(city.townships.reduce((sum, { residents }) => sum + residents, 0)),
    townships: text.format.number(city.townships.length),
    villages: text.format.number(city.villages.length),
    fingerprint: cityFingerprint(city).slice(0, 12),
  });
  return { kind: 'city', problems: [], notes: [], words };
}

function scenarioValidation(
  environment: CommandEnvironment,
  text: Text,
  bytes: Uint8Array,
  file: string,
  cityOption: string | undefined,
): Validation {
  const source = scenarioFromBytes(bytes, file);
  const { scenario } = source;
  const city = openCity(environment, cityOption ?? scenario.city);
  const check = checkScenario(scenario, city, source.text);
  const fingerprint = scenarioFingerprint({ scenario, city });
  const words = text.t('cli:validate.scenario', { name: text.pick(scenario.name), city: text.pick(city.name), fingerprint });
  return { kind: 'scenario', problems: check.problems, notes: [...source.notes, ...check.notes], words };
}
