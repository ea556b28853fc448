type Primitive = string | number | boolean | null | undefined;

/** The shape that plain values of a type have on the disk, field by field; the compiler keeps it complete. */
export type Shape<T> = [T] extends [string]
  ? 'text' | { readonly oneOf: readonly T[] }
  : [T] extends [number]
    ? 'number'
    : [T] extends [number | null]
      ? 'number or null'
      : [T] extends [readonly [number, number] | null]
        ? 'interval or null'
        : [T] extends [Float64Array]
          ? 'Float64Array'
          : [T] extends [Float32Array]
            ? 'Float32Array'
            : [T] extends [Int32Array]
              ? 'Int32Array'
              : [T] extends [Uint8Array]
                ? 'Uint8Array'
                : [T] extends [readonly (infer E)[]]
                  ? { readonly each: Shape<E> }
                  : [T] extends [Primitive]
                    ? never
                    : { readonly fields: { readonly [K in keyof T]-?: Shape<T[K]> } };

const MOST_TEXT = 2_000;
const MOST_ENTRIES = 100_000;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): boolean => typeof value === 'number';

const LEAVES: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value.length <= MOST_TEXT,
  number: isNumber,
  'number or null': (value) => value === null || isNumber(value),
  'interval or null': (value) => value === null || (Array.isArray(value) && value.length === 2 && value.every(isNumber)),
  Float64Array: (value) => value instanceof Float64Array,
  Float32Array: (value) => value instanceof Float32Array,
  Int32Array: (value) => value instanceof Int32Array,
  Uint8Array: (value) => value instanceof Uint8Array,
};

type AnyShape =
  string | { readonly oneOf: readonly string[] } | { readonly each: AnyShape } | { readonly fields: Readonly<Record<string, AnyShape>> };

function matches(value: unknown, shape: AnyShape): boolean {
  if (typeof shape === 'string') return LEAVES[shape](value);
  if ('oneOf' in shape) return typeof value === 'string' && shape.oneOf.includes(value);
  if ('each' in shape) return Array.isArray(value) && value.length <= MOST_ENTRIES && value.every((entry) => matches(entry, shape.each));
  return (
    isRecord(value) && Object.entries(shape.fields).every(([name, field]) => Object.hasOwn(value, name) && matches(value[name], field))
  );
}

/** True where every field is there and of its kind; unknown fields do no harm. */
export const hasShape = <T>(value: unknown, shape: Shape<T>): value is T => matches(value, shape as AnyShape);
