import type { Bilingual } from '../units/index.ts';
import type { InputDefinition } from './definition.ts';
import { problemWords } from './problem.ts';

/** 1,000,000 with separators, 0.00001 without exponent. */
const figure = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 20 });

/** What an input accepts, in words: "1 to 500,000 people". */
export function allowedValues(definition: InputDefinition): Bilingual {
  switch (definition.kind) {
    case 'number':
    case 'integer': {
      const { zh, en } = definition.unit;
      const unit = { zh: zh ? ` ${zh}` : '', en: en ? ` ${en}` : '' };
      return problemWords(definition.kind === 'number' ? 'expected.range' : 'expected.integer', {
        min: figure(definition.min),
        max: figure(definition.max),
        unit,
      });
    }
    case 'choice':
      return problemWords('expected.choices', { choices: definition.choices.join(', ') });
    case 'switch':
      return problemWords('expected.switch');
    case 'hours':
      return problemWords(definition.form === 'range' ? 'bad-hours.allowed' : 'bad-clock.allowed');
  }
}

/** The words behind a schema node's error text, "key {slots}". */
export function expectedWords(message: string): Bilingual {
  const blank = message.indexOf(' ');
  const key = blank < 0 ? message : message.slice(0, blank);
  const slots = blank < 0 ? {} : (JSON.parse(message.slice(blank)) as Record<string, string | number>);
  const shown = Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, typeof slot === 'number' ? figure(slot) : slot]));
  return problemWords(`expected.${key}`, shown);
}
