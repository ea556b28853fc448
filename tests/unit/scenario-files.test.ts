import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { formatScenario, parseScenario, readJson, type Problem } from '../../src/scenario/index.ts';

const plan = (extra: object = {}): Record<string, unknown> => ({ schema: 'pingzhan.scenario/1', name: 'x', city: 'ezhou', ...extra });
const json = (extra: object = {}): string => JSON.stringify(plan(extra), null, 1);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function problemsOf(source: Uint8Array | string): readonly Problem[] {
  const reading = parseScenario(source);
  return 'problems' in reading ? reading.problems : [];
}
const codesOf = (source: Uint8Array | string): string[] => problemsOf(source).map(({ code }) => code);

function words(problem: Problem): string[] {
  const both = (value: Problem['allowed']): string[] => (typeof value === 'string' ? [value] : [value.zh, value.en]);
  return [...both(problem.message), ...both(problem.allowed), ...both(problem.cure)];
}

describe('a file that is no UTF-8 JSON is refused by its own name', () => {
  const gbk = Uint8Array.from([0x7b, 0x22, 0x6e, 0x22, 0x3a, 0x22, 0xb6, 0xf5, 0xd6, 0xdd, 0xca, 0xd0, 0x22, 0x7d]);
  const cases: readonly [string, Uint8Array | string, string][] = [
    ['empty', new Uint8Array(0), 'file-empty'],
    ['blank', bytes(' \n\t'), 'file-empty'],
    ['UTF-16 with its mark', new Uint8Array(Buffer.from(`\ufeff${json()}`, 'utf16le')), 'encoding-utf16'],
    ['UTF-16 without its mark', new Uint8Array(Buffer.from(json(), 'utf16le')), 'encoding-utf16'],
    ['GBK', gbk, 'encoding-gbk'],
    ['bytes of no text', Uint8Array.from([0x7b, 0xff, 0xff, 0x80]), 'encoding-invalid'],
    ['cut off inside a character', bytes('{"name":"鄂州').slice(0, -1), 'json-truncated'],
    ['above 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), 'file-too-large'],
    ['truncated', json().slice(0, -12), 'json-truncated'],
    ['truncated inside a text', '{"schema":"pingz', 'json-truncated'],
    ['a comment', `// plan\n${json()}`, 'json-comment'],
    ['a comma too many', '{"schema":"pingzhan.scenario/1",}', 'json-trailing-comma'],
    ['single quotes', "{'schema':1}", 'json-syntax'],
    ['a missing colon', '{"schema" 1}', 'json-syntax'],
    ['a missing comma', '[1 2]', 'json-syntax'],
    ['a bracket of the wrong kind', '{"a":[1}', 'json-syntax'],
    ['a raw line break in a text', '{"a":"x\ny"}', 'json-syntax'],
    ['an octal number', '{"a":010}', 'json-syntax'],
    ['NaN', '{"a":NaN}', 'json-not-a-number'],
    ['minus infinity', '{"a":-Infinity}', 'json-not-a-number'],
    ['1e309', '{"a":1e309}', 'json-number-overflow'],
    ['a name given twice', '{"a":1,"a":2}', 'json-duplicate-key'],
    ['a name given twice, once escaped', '{"a":1,"\\u0061":2}', 'json-duplicate-key'],
    ['__proto__', '{"__proto__":{"x":1}}', 'json-forbidden-key'],
    ['two documents', '{} {}', 'json-after-end'],
    ['a list', '[]', 'not-an-object'],
    ['a city pack', '{"schema":"pingzhan.city/1"}', 'city-instead-of-scenario'],
    ['a newer version', '{"schema":"pingzhan.scenario/2"}', 'schema-newer'],
    ['another kind of file', '{"schema":"other/1"}', 'schema-unknown'],
    ['no schema', '{}', 'schema-missing'],
  ];
  test.each(cases)('%s', (_name, source, code) => {
    const problems = problemsOf(source);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(words(problems[0]).filter((word) => word === '' || word.includes('{{'))).toEqual([]);
  });

  test('UTF-8 with its mark is read', () => {
    expect(codesOf(bytes(`\ufeff${json()}`))).toEqual([]);
  });
});

describe('a hostile file is refused in under a second, with at most fifty problems and one', () => {
  const hostile: readonly [string, () => string, string][] = [
    ['100,000 lists in each other', () => '['.repeat(100_000), 'json-too-deep'],
    ['100,000 objects in each other', () => '{"a":'.repeat(100_000), 'json-too-deep'],
    ['a billion sites', () => json({ inputs: { 'city.sites': 1e9 } }), 'out-of-range'],
    [
      '200,000 unknown inputs',
      () => json({ inputs: Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`city.site${i}`, i])) }),
      'too-many',
    ],
    [
      '100,000 unknown fields',
      () => json({ city: '', ...Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`field${i}`, i])) }),
      'too-many',
    ],
    ['400,000 changes', () => json({ changes: Array.from({ length: 400_000 }, () => 5) }), 'too-many'],
    ['a million values', () => json({ changes: Array.from({ length: 1_000_000 }, () => 5) }), 'json-too-many'],
    ['a text of 15 MB', () => json({ name: 'x'.repeat(15_000_000) }), 'too-long'],
    ['an unclosed text of 15 MB', () => `"${'x'.repeat(15_000_000)}`, 'json-truncated'],
    ['100,000 names given twice', () => `{${'"a":1,'.repeat(100_000)}"b":1}`, 'json-duplicate-key'],
  ];
  test.each(hostile)('%s', (_name, create, code) => {
    const source = create();
    const started = process.cpuUsage();
    const problems = problemsOf(source);
    // Processor time: other work on the machine must not decide.
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(51);
    expect(problems[0].code).toBe(code);
    for (const { value } of problems) expect(value.length).toBeLessThan(500);
  });

  test('what is left out is counted', () => {
    const problems = problemsOf(json({ inputs: Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`no.${i}`, i])) }));
    expect(problems).toHaveLength(51);
    expect(problems[50].message.en).toContain('10 more');
  });
});

describe('every problem of a plan is listed at once with its place, value, range and cure', () => {
  const source = [
    '{ "schema": "pingzhan.scenario/1",',
    '  "city": "ezhou",',
    '  "inputs": {',
    '    "staff.total": 1000000000,',
    '    "pool.size": 7,',
    '    "openHours": "25-26",',
    '    "lab.count": 1.5,',
    '    "staff.totel": 5',
    '  },',
    '  "noet": "x",',
    '  "changes": [',
    '    { "kind": "desks", "at": "x", "desks": 3, "untill": 4 },',
    '    { "kind": "desk", "at": 1 },',
    '    { "kind": "pace", "at": 5, "until": 2, "factor": 1 },',
    '    { "kind": "openHours", "at": 1, "openHours": "9" },',
    '    { "kind": "arrivals", "at": 1, "factor": 1, "where": { "site": ["a"] } }',
    '  ] }',
  ].join('\n');
  const problems = problemsOf(source);
  const at = (path: string): Problem | undefined => problems.find((problem) => problem.path === path);

  test.each([
    ['name', 'required', 1],
    ['inputs.staff.total', 'out-of-range', 4],
    ['inputs.pool.size', 'not-a-choice', 5],
    ['inputs.openHours', 'bad-hours', 6],
    ['inputs.lab.count', 'not-integer', 7],
    ['inputs.staff.totel', 'unknown-input', 8],
    ['noet', 'misspelt-field', 10],
    ['changes[0].at', 'wrong-type', 12],
    ['changes[0].untill', 'misspelt-field', 12],
    ['changes[1].kind', 'unknown-change', 13],
    ['changes[2].until', 'end-before-start', 14],
    ['changes[4].where', 'wrong-type', 16],
  ])('%s: %s in line %i', (path, code, line) => {
    expect(at(path)).toMatchObject({ code, line });
  });

  test('and nothing else is called wrong', () => expect(problems).toHaveLength(12));
  test('the range and the nearest name are said in both languages', () => {
    expect(at('inputs.staff.total')!.allowed).toEqual({ zh: '1 到 500,000 人，整数', en: 'a whole number from 1 to 500,000 people' });
    expect(at('inputs.staff.totel')!.cure).toMatchObject({ en: 'The nearest is staff.total.' });
    expect(at('changes[1].kind')!.cure).toMatchObject({ zh: '最接近的是 desks。' });
  });
});

describe('what the program does not know survives', () => {
  test('unknown fields come back from a round trip and are noted', () => {
    const source = json({ 'x-origin': { by: 'cdc', n: [1, null] }, changes: [{ kind: 'couriers', at: 1, factor: 2, 'x-id': 7 }] });
    const reading = parseScenario(source);
    if ('problems' in reading) throw new Error('refused');
    expect(reading.notes.map(({ code, path }) => [code, path])).toEqual([
      ['unknown-field', 'x-origin'],
      ['unknown-field', 'changes[0].x-id'],
    ]);
    const again = JSON.parse(formatScenario(reading.scenario)) as Record<string, unknown>;
    expect(again).toEqual({ ...(JSON.parse(source) as object), inputs: {} });
  });

  test('a value that looks like a message slot, markup or a control character stays harmless text', () => {
    const [problem] = problemsOf(json({ inputs: { 'staff.reading': '{{value}}$t(problems:near)\u202e\u0007<img onerror>' } }));
    expect(problem.value).toBe('{{value}}$t(problems:near)\\u202e\\u0007<img onerror>');
    expect(problem.message.en).toContain('<img onerror>');
    expect(problem.message.en).not.toContain('nearest is');
  });
});

describe('the reader of JSON', () => {
  test('agrees with JSON.parse on every value without repeated names', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        if (text.includes('__proto__')) return;
        expect(readJson(text)).toEqual({ value: JSON.parse(text) as unknown });
      }),
      { seed: 20210729, numRuns: 300 },
    );
  });

  test('never throws and never accepts what JSON.parse refuses, whatever is broken', () => {
    const source = json({ inputs: { 'staff.total': 900, openHours: '6-24' }, changes: [{ kind: 'pace', at: 1, factor: 1.3 }] });
    const broken = fc.tuple(fc.nat(source.length - 1), fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '0', 'e', '\u0000'));
    fc.assert(
      fc.property(broken, ([place, put]) => {
        const text = source.slice(0, place) + put + source.slice(place + 1);
        const reading = readJson(text);
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(isJson || 'problems' in reading).toBe(true);
        expect(() => parseScenario(text)).not.toThrow();
      }),
      { seed: 20210729, numRuns: 1_000 },
    );
  });
});
