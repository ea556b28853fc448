import {
  allowedValues,
  CATALOGUE,
  createProblem,
  findPreset,
  formatScenario,
  INPUT_GROUPS,
  nearestWords,
  PRESETS,
  resolveSettings,
  type InputDefinition,
} from '../../scenario/index.ts';
import type { Text } from '../../text/index.ts';
import { cityIds, openCity } from '../cities.ts';
import type { CommandEnvironment } from '../environment.ts';
import { CommandRefused, EXIT } from '../exit.ts';
import { tableText } from '../output/table.ts';

/** `presets [name]`: the list, or one file as it can be saved and changed. */
export function presetsCommand(
  environment: CommandEnvironment,
  text: Text,
  name: string | undefined,
  options: { readonly json?: boolean },
): void {
  if (name !== undefined) {
    const preset = findPreset(name);
    if (!preset) {
      const ids = PRESETS.map(({ id }) => id);
      const values = { expected: ids.join(', '), near: nearestWords(name, ids) };
      throw new CommandRefused(EXIT.input, [createProblem('unknown-preset', { value: name, values })], name);
    }
    environment.writeOut(formatScenario(preset));
    return;
  }
  if (options.json) {
    environment.writeOut(`${JSON.stringify(PRESETS, null, 2)}\n`);
    return;
  }
  const rows = PRESETS.flatMap(({ id, name: title, note }) => [
    [id, text.pick(title)],
    ['', text.pick(note ?? '')],
  ]);
  environment.writeOut(`${tableText(rows, ['left', 'left'], '')}\n${text.t('cli:presets.hint')}\n`);
}

/** `inputs [path]`: what --set can change, with the defaults of one city and where each comes from. */
export function inputsCommand(
  environment: CommandEnvironment,
  text: Text,
  prefix: string | undefined,
  options: { readonly json?: boolean; readonly city?: string },
): void {
  const city = openCity(environment, options.city ?? cityIds(environment)[0]);
  const { settings, provenance } = resolveSettings({ inputs: {} }, city);
  const wanted = CATALOGUE.filter(({ path }) => prefix === undefined || path.startsWith(prefix));
  if (wanted.length === 0) {
    const near = nearestWords(
      prefix ?? '',
      CATALOGUE.map(({ path }) => path),
    );
    throw new CommandRefused(EXIT.input, [createProblem('unknown-input', { value: prefix, values: { near } })], prefix);
  }
  if (options.json) {
    const list = wanted.map((definition) => ({ ...definition, default: settings[definition.path], ...provenance.get(definition.path) }));
    environment.writeOut(`${JSON.stringify(list, null, 2)}\n`);
    return;
  }
  const describe = (definition: (typeof CATALOGUE)[number]): string => {
    const { tag, origin } = provenance.get(definition.path)!;
    const from = text.t('cli:inputs.from', { tag: text.t(`product:tag.${tag}`), origin: text.pick(origin) });
    const value = `${definition.path} = ${String(settings[definition.path])} ${text.pick(definition.unit)}`.trimEnd();
    return `${value}\n    ${inputWords(text, definition)}\n    ${from}\n`;
  };
  const groups = Object.entries(INPUT_GROUPS).map(([group, title]) => {
    const members = wanted.filter((definition) => definition.group === group);
    return members.length === 0 ? '' : `${text.pick(title)}\n${members.map((definition) => `  ${describe(definition)}`).join('')}\n`;
  });
  environment.writeOut(`${groups.join('')}${text.t('cli:inputs.hint', { city: text.pick(city.name) })}\n`);
}

function inputWords(text: Text, definition: InputDefinition): string {
  const stop = text.language === 'zh' ? '。' : '. ';
  return `${text.pick(definition.label)}${stop}${text.pick(definition.help)} [${text.pick(allowedValues(definition))}]`;
}
