import { createHash } from 'node:crypto';
import { deflateSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CATALOGUE,
  formatLink,
  isPlanLink,
  MOST_LINK,
  parseLink,
  PRESETS,
  type Change,
  type InputDefinition,
  type Scenario,
} from '../../src/scenario/index.ts';

const SEED = 20_210_729;

function valueOf(definition: InputDefinition): fc.Arbitrary<number | string | boolean> {
  switch (definition.kind) {
    case 'number':
      return fc.double({ min: definition.min, max: definition.max, noNaN: true });
    case 'integer':
      return fc.integer({ min: definition.min, max: definition.max });
    case 'choice':
      return fc.constantFrom(...definition.choices);
    case 'switch':
      return fc.boolean();
    case 'hours':
      return fc.constant(definition.default);
  }
}
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('desks' as const), at: fc.integer({ min: 0, max: 200 }), desks: fc.integer({ min: -50, max: 500 }) }),
  fc.record({
    kind: fc.constant('siteClosed' as const),
    at: fc.integer({ min: 0, max: 200 }),
    sites: fc.array(fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }), { minLength: 1, maxLength: 5 }),
    comment: fc.string({ maxLength: 40, unit: 'grapheme' }),
  }),
);
const inputs = fc
  .subarray(
    CATALOGUE.map(({ path }) => path),
    { maxLength: 12 },
  )
  .chain((paths) =>
    fc.record(Object.fromEntries(CATALOGUE.filter(({ path }) => paths.includes(path)).map((input) => [input.path, valueOf(input)]))),
  );
const name = fc.oneof(
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc.record({ zh: fc.string({ maxLength: 30 }), en: fc.string({ maxLength: 30 }) }),
);
const scenarios: fc.Arbitrary<Scenario> = fc.oneof(
  fc.record({
    schema: fc.constant('pingzhan.scenario/1' as const),
    name,
    city: fc.constantFrom('ezhou', 'abstract'),
    inputs,
    changes: fc.array(change, { maxLength: 6 }),
  }) as fc.Arbitrary<Scenario>,
  fc
    .tuple(fc.constantFrom(...PRESETS), inputs)
    .map(([preset, values]): Scenario => ({ ...preset, inputs: { ...preset.inputs, ...values } as Scenario['inputs'] })),
);
/** -0 is written as 0. */
const plain = (scenario: Scenario): unknown => JSON.parse(JSON.stringify(scenario));

const codesOf = (link: string): string[] => {
  const reading = parseLink(link);
  return 'problems' in reading ? reading.problems.map(({ code }) => code) : [];
};
/** A link around any bytes, with the sum of other bytes if wanted. */
async function linkOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  const sum = Buffer.from(digest).toString('hex').slice(0, 8);
  return `plan=1.${sum}.${Buffer.from(deflateSync(bytes, { level: 9 })).toString('base64url')}`;
}

describe('a plan in a link', () => {
  test('every scenario comes back whole, and the link holds only what an address may', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const link = formatLink(scenario)!;
        expect(link).toMatch(/^plan=1\.[0-9a-f]{8}\.[\w-]+$/);
        expect(isPlanLink(`#${link}`)).toBe(true);
        const reading = parseLink(`#${link}`);
        expect('scenario' in reading && plain(reading.scenario)).toEqual(plain(scenario));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('presets with a few changes make links of less than 400 characters', () => {
    for (const preset of PRESETS) {
      const link = formatLink({ ...preset, inputs: { ...preset.inputs, 'staff.total': 900, 'pool.size': 5 } });
      expect(link?.length).toBeLessThan(400);
    }
  });

  test('cut off anywhere, or with any character changed, a link is refused as broken or still says the same', () => {
    const link = formatLink(PRESETS[0])!;
    fc.assert(
      fc.property(fc.nat(link.length - 1), fc.constantFrom('A', 'a', '0', '_', '-', '.', '%', '/', ' ', '\u00e9'), (at, letter) => {
        expect(codesOf(link.slice(0, at))).toHaveLength(1);
        const bent = parseLink(link.slice(0, at) + letter + link.slice(at + 1));
        expect('scenario' in bent ? bent.scenario : PRESETS[0]).toEqual(PRESETS[0]);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('a link that would be too long is not made', () => {
    const noise = (i: number): string => createHash('sha512').update(String(i)).digest('base64');
    const changes: Change[] = Array.from({ length: 900 }, (_, i) => ({ kind: 'desks', at: 1, desks: 1, comment: noise(i) }));
    expect(formatLink({ ...PRESETS[0], changes }) === null).toBe(true);
    expect(formatLink({ ...PRESETS[0], changes: changes.slice(0, 200) }) === null).toBe(false);
  });
});

describe('links that this program did not make', () => {
  test.each([
    ['nothing behind it', 'plan=', 'link-broken'],
    ['no data', 'plan=1.00000000.', 'link-broken'],
    ['another form', 'plan=0.00000000.AAAA', 'link-broken'],
    ['a newer form', 'plan=2.anything', 'link-newer'],
    ['no deflated data', 'plan=1.00000000.____', 'link-broken'],
    ['a wrong sum', `${formatLink(PRESETS[0])!.replace(/\.[0-9a-f]{8}\./, '.00000000.')}`, 'link-broken'],
    ['too long', `plan=1.00000000.${'A'.repeat(MOST_LINK)}`, 'link-too-long'],
  ])('%s: %#', (_name, link, code) => {
    expect(codesOf(link)).toEqual([code]);
  });

  test('ten million zeros are given up after a small part of them', async () => {
    const bomb = await linkOf(new Uint8Array(10_000_000));
    expect(bomb.length).toBeLessThan(MOST_LINK);
    const before = process.memoryUsage().arrayBuffers;
    expect(codesOf(bomb)).toEqual(['link-too-large']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
  });

  test.each([
    ['a prototype', '{"schema":"pingzhan.scenario/1","name":"x","city":"ezhou","inputs":{"__proto__":{"a":1}}}', 'json-forbidden-key'],
    ['no name and no preset', '{"schema":"pingzhan.scenario/1","id":"unknown","city":"ezhou"}', 'required'],
    ['a preset under a name that objects have', '{"schema":"pingzhan.scenario/1","id":"constructor","city":"ezhou"}', 'required'],
    ['a newer file', '{"schema":"pingzhan.scenario/9"}', 'schema-newer'],
    ['a value out of range', '{"schema":"pingzhan.scenario/1","name":"x","city":"ezhou","inputs":{"staff.total":-1}}', 'out-of-range'],
    ['no text', '\u0000\u0000', 'encoding-utf16'],
  ])('%s goes through the same reader as a file', async (_name, text, code) => {
    expect(codesOf(await linkOf(strToU8(text)))).toContain(code);
  });
});
