import * as z from 'zod';
import { MOST_LABS, MOST_PEOPLE, MOST_PLACES, MOST_TOWNSHIPS, MOST_VILLAGES } from './limits.ts';
import { CITY_SCHEMA } from './pack.ts';

z.config({ jitless: true });

const MOST_POINTS = 20_000;
const id = z.string().min(1).max(64);
const name = z.strictObject({ zh: z.string().min(1).max(200), en: z.string().min(1).max(200) });
const text = z.string().min(1).max(2000);
const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const ring = z.array(point).min(4).max(MOST_POINTS);
const polygon = z.array(ring).max(1000);
const outline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: polygon.min(1) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon.min(1)).max(1000) }),
]);
const people = z.number().int().min(0).max(MOST_PEOPLE);
const accuracy = z.enum(['official', 'imported', 'schematic']);
const row = { id, name, source: id, placement: id.optional() };
const placed = { ...row, at: point };
const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** Shape of a city pack. Cross-checks between rows are in checks.ts; sizes of files in limits.ts. */
export const cityPackSchema = z.strictObject({
  schema: z.literal(CITY_SCHEMA),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  name,
  country: name,
  order: z.strictObject({ clock: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
  sources: z
    .array(
      z.strictObject({
        id,
        tag: z.enum(['stated', 'official', 'observed', 'paper', 'inferred', 'assumed']),
        title: name,
        origin: z.strictObject({ zh: text, en: text }),
        licence: z.string().min(1).max(200),
        date: z.string().min(1).max(40),
      }),
    )
    .min(1)
    .max(1000),
  defaults: z.record(
    z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/),
    z.strictObject({ value: z.union([z.number(), z.string().max(200)]), source: id }),
  ),
  places: z.strictObject({
    townships: accuracy,
    villages: accuracy,
    sites: accuracy,
    labs: accuracy,
    stations: accuracy,
    hospitals: accuracy,
    clinics: accuracy,
    water: accuracy,
    roads: accuracy,
  }),
  districts: z
    .array(z.strictObject({ ...row, residents: people, outline, outlineSource: id.optional() }))
    .min(1)
    .max(500),
  townships: z
    .array(
      z.strictObject({
        ...placed,
        districtId: id,
        setting: z.enum(['urban-core', 'town', 'rural']),
        residents: people,
        outline,
        outlineSource: id.optional(),
      }),
    )
    .min(1)
    .max(MOST_TOWNSHIPS),
  villages: z
    .array(z.strictObject({ ...placed, townshipId: id, residents: people, initials: z.string().max(64) }))
    .min(1)
    .max(MOST_VILLAGES),
  labs: z.array(z.strictObject({ ...placed, villageId: id, tubesPerDay: z.number().min(0).max(100_000_000) })).max(MOST_LABS),
  stations: z.array(z.strictObject({ ...placed, vehicles: z.number().int().min(0).max(10_000) })).max(MOST_PLACES),
  hospitals: z
    .array(z.strictObject({ ...placed, beds: z.number().int().min(0).max(1_000_000).nullable(), designated: z.boolean() }))
    .max(MOST_PLACES),
  clinics: z.array(z.strictObject(placed)).max(MOST_PLACES),
  water: z.array(z.strictObject({ kind: z.enum(['river', 'lake']), name: name.nullable(), outline, source: id })).max(MOST_PLACES),
  roads: z
    .array(
      z.strictObject({
        from: id,
        to: id,
        name: z.string().max(200),
        class: z.enum(['motorway', 'trunk', 'primary', 'secondary']),
        km: z.number().min(0).max(5000),
        inUse: z.boolean(),
        source: id,
      }),
    )
    .max(MOST_PLACES),
  travel: z.strictObject({ villageMinutes: base64, villageToLab: base64, source: id }).nullable(),
});

/** The same shape as JSON Schema (draft 2020-12), for other programs. */
export function cityPackJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(cityPackSchema),
    title: 'pingzhan city pack, version 1',
    description:
      'A city as data. Points are [longitude, latitude] in degrees, WGS-84. Residents add up: villages to townships to districts.',
  };
}
