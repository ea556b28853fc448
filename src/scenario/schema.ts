import * as z from 'zod';
import { CATALOGUE } from './catalogue/index.ts';
import type { InputDefinition } from './definition.ts';
import { findClock, findOpenHours } from './hours.ts';
import { SCENARIO_SCHEMA, type ChangeKind } from './scenario.ts';

// zod's fast path probes eval, which the page's content security policy forbids.
z.config({ jitless: true });

/** Every node's error text is the key of what is allowed there (namespace "problems", "expected."), with its slots as JSON behind a blank. */
const expected = (key: string, slots: Readonly<Record<string, string | number>> = {}): string => `${key} ${JSON.stringify(slots)}`;

const between = (min: number, max: number): z.ZodNumber => {
  const error = expected('range', { min, max, unit: '' });
  return z.number({ error }).min(min, { error }).max(max, { error });
};
const whole = (min: number, max: number): z.ZodNumber => {
  const error = expected('integer', { min, max, unit: '' });
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};
const upTo = (max: number): z.ZodString => z.string({ error: expected('text') }).max(max, { error: expected('most-text', { max }) });

const bilingual = (max: number) => z.union([upTo(max), z.looseObject({ zh: upTo(max), en: upTo(max) })], { error: expected('name') });

const HOURS_PATTERN = '^\\s*\\d{1,2}([:.]\\d{1,2})?\\s*(-\\s*\\d{1,2}(:\\d{2})?|h)?\\s*$';
const openHours = z
  .union([z.string().refine((text) => findOpenHours(text) !== null), z.number().refine((hours) => findOpenHours(String(hours)) !== null)], {
    error: expected('open-hours'),
  })
  .meta({ description: '06:00-24:00, 6-24, 18 (hours a day, until 24:00) or 24h', pattern: HOURS_PATTERN });
const clock = z
  .string({ error: expected('clock') })
  .refine((text) => findClock(text) !== null, { error: expected('clock') })
  .meta({ pattern: '^\\d{1,2}:\\d{2}$' });

/** zod of one input, out of its catalogue entry. */
export function inputSchema(definition: InputDefinition): z.ZodType {
  switch (definition.kind) {
    case 'number':
      return between(definition.min, definition.max);
    case 'integer':
      return whole(definition.min, definition.max);
    case 'switch':
      return z.boolean({ error: expected('switch') });
    case 'choice':
      return z.literal([...definition.choices], { error: expected('choices', { choices: definition.choices.join(', ') }) });
    case 'hours':
      return definition.form === 'range' ? openHours : clock;
  }
}

function describeInput(definition: InputDefinition): string {
  const unit = definition.unit.en ? ` [${definition.unit.en}]` : '';
  return `${definition.label.en}${unit}. ${definition.help.en} Source: ${definition.tag}; ${definition.origin.en}.`;
}

const inputs = z.strictObject(
  Object.fromEntries(
    CATALOGUE.map((definition) => [
      definition.path,
      inputSchema(definition)
        .meta({ description: describeInput(definition), default: definition.default })
        .optional(),
    ]),
  ),
  { error: expected('object') },
);

const MOST_IDS = 10_000;
const MOST_HOURS = 8_760;
/** Longest comment of a dated change, in characters. */
export const MOST_COMMENT = 500;
const ids = z
  .array(upTo(200).min(1, { error: expected('ids') }), { error: expected('ids') })
  .min(1, { error: expected('ids') })
  .max(MOST_IDS, { error: expected('most', { max: MOST_IDS }) });
const where = z.union(
  [z.literal('all'), z.strictObject({ sites: ids }), z.strictObject({ townships: ids }), z.strictObject({ districts: ids })],
  {
    error: expected('where'),
  },
);

const dated = { at: between(0, MOST_HOURS), comment: upTo(MOST_COMMENT).optional() };
const timed = { ...dated, until: between(0, MOST_HOURS).optional() };
const factor = between(0, 100);
const slowness = between(0.05, 20);

/** The fields of each kind of change, beside `kind`. */
export const CHANGE_FIELDS = {
  desks: { ...timed, desks: whole(-100_000, 100_000), where: where.optional() },
  siteClosed: { ...timed, sites: ids },
  openHours: { ...timed, openHours, where: where.optional() },
  pace: { ...timed, factor: slowness, where: where.optional() },
  arrivals: { ...timed, factor, where: where.optional() },
  poolSize: { ...dated, size: z.literal([1, 5, 10, 20], { error: expected('choices', { choices: '1, 5, 10, 20' }) }) },
  labCapacity: { ...timed, lab: upTo(200).min(1, { error: expected('place.labs') }), factor },
  borrowedLab: { ...dated, readyAfterHours: between(0, 720), tubesPerDay: between(1, 10_000_000), travelMinutes: between(0, 1440) },
  travel: { ...timed, factor: slowness, where: where.optional() },
  couriers: { ...timed, factor: between(0.01, 100) },
} as const satisfies Record<ChangeKind, Record<string, z.ZodType>>;

export const CHANGE_KINDS = Object.keys(CHANGE_FIELDS) as ChangeKind[];

export const MOST_CHANGES = 1_000;

const changeSchema = <K extends ChangeKind>(kind: K) =>
  z.looseObject({ kind: z.literal(kind), ...CHANGE_FIELDS[kind] }, { error: expected('object') });
const change = z.discriminatedUnion(
  'kind',
  [
    changeSchema('desks'),
    changeSchema('siteClosed'),
    changeSchema('openHours'),
    changeSchema('pace'),
    changeSchema('arrivals'),
    changeSchema('poolSize'),
    changeSchema('labCapacity'),
    changeSchema('borrowedLab'),
    changeSchema('travel'),
    changeSchema('couriers'),
  ],
  { error: (issue) => (issue.code === 'invalid_union' ? 'unknown-change' : expected('object')) },
);

/** A scenario file of version 1. Unknown fields pass and are kept; an unknown input is refused, for it would be a slip without effect. */
export const SCENARIO = z.looseObject(
  {
    schema: z.literal(SCENARIO_SCHEMA),
    id: upTo(100).optional(),
    name: bilingual(200),
    note: bilingual(2_000).optional(),
    city: upTo(100).min(1, { error: expected('text') }),
    inputs: inputs.default({}),
    changes: z
      .array(change, { error: expected('list') })
      .max(MOST_CHANGES, { error: expected('most', { max: MOST_CHANGES }) })
      .default([]),
  },
  { error: expected('object') },
);

export const SCENARIO_FIELDS = Object.keys(SCENARIO.shape);

/** The same as JSON Schema (draft 2020-12), for editors and other programs. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(SCENARIO, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
  const { $schema, ...rest } = schema;
  return { $schema, $id: 'scenario-1.schema.json', title: SCENARIO_SCHEMA, ...rest };
}
