import * as z from 'zod';
import { MOST_PEOPLE, MOST_ROWS } from './limits.ts';
import { CITY_SCHEMA, type Outline } from './pack.ts';

z.config({ jitless: true });

const id = z.string().min(1).max(64);
const name = z.strictObject({ zh: z.string().min(1).max(200), en: z.string().min(1).max(200) });
const text = z.string().min(1).max(2000);
const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const polygon = z.array(z.array(point).min(4)).min(1);
const publishedOutline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: polygon }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
]);
const people = z.number().int().min(0).max(MOST_PEOPLE);
const accuracy = z.enum(['official', 'imported', 'schematic']);
const row = { id, name, source: id, placement: id.optional() };
const placed = { ...row, at: point };
const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** Shape of a city pack around the shape of its outlines. */
const packShape = <O extends z.ZodType<Outline>>(outline: O) =>
  z.strictObject({
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
      .max(MOST_ROWS.sources),
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
      .max(MOST_ROWS.districts),
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
      .max(MOST_ROWS.townships),
    villages: z
      .array(z.strictObject({ ...placed, townshipId: id, residents: people, initials: z.string().max(64) }))
      .min(1)
      .max(MOST_ROWS.villages),
    labs: z.array(z.strictObject({ ...placed, villageId: id, tubesPerDay: z.number().min(0).max(100_000_000) })).max(MOST_ROWS.labs),
    stations: z.array(z.strictObject({ ...placed, vehicles: z.number().int().min(0).max(10_000) })).max(MOST_ROWS.stations),
    hospitals: z
      .array(z.strictObject({ ...placed, beds: z.number().int().min(0).max(1_000_000).nullable(), designated: z.boolean() }))
      .max(MOST_ROWS.hospitals),
    clinics: z.array(z.strictObject(placed)).max(MOST_ROWS.clinics),
    water: z.array(z.strictObject({ kind: z.enum(['river', 'lake']), name: name.nullable(), outline, source: id })).max(MOST_ROWS.water),
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
      .max(MOST_ROWS.roads),
    travel: z.strictObject({ villageMinutes: base64, villageToLab: base64, source: id }).nullable(),
  });

/** What packs are checked with. Outlines are read beforehand (outlines.ts), cross-checks between rows follow (checks.ts). */
export const cityPackSchema = packShape(z.custom<Outline>(() => true));

/** The same shape as JSON Schema (draft 2020-12), for other programs. */
export function cityPackJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(packShape(publishedOutline)),
    title: 'pingzhan city pack, version 1',
    description:
      'A city as data. Points are [longitude, latitude] in degrees, WGS-84. Residents add up: villages to townships to districts.',
  };
}
