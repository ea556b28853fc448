import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MESSAGES } from '../../src/text/index.ts';
import { createAbstractCity, loadCityPack } from '../../src/city/index.ts';
import {
  applySet,
  applySets,
  CATALOGUE,
  canonicalJson,
  checkCityDefaults,
  checkScenario,
  findClock,
  findOpenHours,
  formatOpenHours,
  parseOpenHours,
  parseScenario,
  PRESETS,
  readInput,
  resolveSettings,
  scenarioFingerprint,
  scenarioJsonSchema,
  type Change,
  type Scenario,
} from '../../src/scenario/index.ts';

const ezhou = loadCityPack(JSON.parse(readFileSync('data/ezhou/pack.json', 'utf8')));
const abstract = createAbstractCity({ population: 500_000 });
const plan = (inputs: Scenario['inputs'] = {}, changes: readonly Change[] = []): Scenario => ({
  schema: 'pingzhan.scenario/1',
  name: 'x',
  city: 'ezhou',
  inputs,
  changes,
});

describe('the catalogue of inputs', () => {
  test('gives every input a unique name', () => {
    expect(new Set(CATALOGUE.map(({ path }) => path)).size).toBe(CATALOGUE.length);
  });

  test.each(CATALOGUE.map((definition) => [definition.path, definition] as const))(
    '%s has label, help and origin in both languages, and a default inside its own range',
    (_path, definition) => {
      const words = [definition.label, definition.help, definition.origin];
      expect(words.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en) || en.length < 4)).toEqual([]);
      expect(definition.unit.en).not.toMatch(/\p{Script=Han}/u);
      expect(readInput(definition, String(definition.default))).toEqual({ value: definition.default });
    },
  );

  test('has no more inputs on the first screen than nine fields can show', () => {
    expect(CATALOGUE.filter(({ basic }) => basic).length).toBeLessThanOrEqual(9);
  });
});

describe('settings', () => {
  test('come from the catalogue, then the city, then the scenario, and say so', () => {
    const { settings, provenance } = resolveSettings(plan({ 'lab.tubesPerDay': 90_000 }), ezhou);
    expect(settings['sampling.meanSeconds']).toBe(60);
    expect(provenance.get('sampling.meanSeconds')?.tag).toBe('official');
    expect(settings['staff.total']).toBe(746);
    expect(provenance.get('staff.total')?.tag).toBe('stated');
    expect(settings['lab.tubesPerDay']).toBe(90_000);
    expect(provenance.get('lab.tubesPerDay')?.tag).toBe('user');
    expect(settings['city.population']).toBe(1_079_353);
  });

  test('have the same names on every city', () => {
    const names = (city: typeof ezhou): string[] => Object.keys(resolveSettings(plan(), city).settings);
    expect(names(abstract)).toEqual(names(ezhou));
  });
});

describe('open hours', () => {
  test.each([
    ['06:00-24:00', '06:00-24:00'],
    ['6-24', '06:00-24:00'],
    ['18', '06:00-24:00'],
    ['16.5', '07:30-24:00'],
    ['24', '00:00-24:00'],
    ['24h', '00:00-24:00'],
    ['24小时', '00:00-24:00'],
    ['00:00-24:00', '00:00-24:00'],
    ['６：００－２２：３０', '06:00-22:30'],
    ['8:00 – 20:00', '08:00-20:00'],
    ['8至20', '08:00-20:00'],
  ])('%s is %s', (written, meant) => {
    expect(formatOpenHours(parseOpenHours(written))).toBe(meant);
  });

  test.each(['', '0', '25', '22:00-06:00', '6-6', '6-25', '6:60-7', 'abc', '-5', '1e1', '6-12-18', '0x10'])('%j is refused', (written) => {
    expect(findOpenHours(written)).toBeNull();
  });

  test('a clock time is within one day', () => {
    expect([findClock('08:00'), findClock('8'), findClock('23:59'), findClock('24:00'), findClock('x')]).toEqual([
      480,
      480,
      1439,
      null,
      null,
    ]);
  });
});

describe('--set', () => {
  test('reads every kind of input and leaves the scenario given as it was', () => {
    const before = plan();
    const result = applySets(before, [
      'staff.total=900',
      'staff.reading=a',
      'openHours=24h',
      'uncertainty.luckOnly=true',
      'pool.size=5',
      'positives.prevalence=1e-4',
    ]);
    expect(result).toMatchObject({
      scenario: {
        inputs: {
          'staff.total': 900,
          'staff.reading': 'A',
          openHours: '24h',
          'uncertainty.luckOnly': true,
          'pool.size': 5,
          'positives.prevalence': 1e-4,
        },
      },
    });
    expect(before.inputs).toEqual({});
  });

  test.each([
    ['staff.totl=9', 'unknown-input', 'staff.total'],
    ['tubesPerDay=9', 'unknown-input', 'lab.tubesPerDay'],
    ['labs.tubesPerDay=9', 'unknown-input', 'lab.tubesPerDay'],
    ['openhours=24', 'unknown-input', 'openHours'],
  ])('%s names the nearest input', (assignment, code, nearest) => {
    const result = applySet(plan(), assignment);
    expect(result).toMatchObject({ problems: [{ code, cure: { en: `The nearest is ${nearest}.` } }] });
  });

  test.each([
    ['staff.total', 'set-syntax'],
    ['=5', 'set-syntax'],
    ['staff.total=', 'bad-number'],
    ['staff.total=20,000', 'bad-number'],
    ['staff.total=0x10', 'bad-number'],
    ['demand.participation=90%', 'bad-number'],
    ['staff.total=NaN', 'bad-number'],
    ['staff.total=1e309', 'out-of-range'],
    ['staff.total=1e9', 'out-of-range'],
    ['staff.total=2.5', 'not-integer'],
    ['staff.reading=C', 'not-a-choice'],
    ['openHours=22-6', 'bad-hours'],
    ['order.clock=24:00', 'bad-clock'],
    ['uncertainty.luckOnly=perhaps', 'wrong-type'],
    ['__proto__=5', 'unknown-input'],
    ['constructor=5', 'unknown-input'],
  ])('%s is refused as %s', (assignment, code) => {
    expect(applySet(plan(), assignment)).toMatchObject({ problems: [{ code }] });
  });

  test('one wrong assignment leaves the right ones unapplied, and all wrong ones are listed', () => {
    const result = applySets(plan(), ['staff.total=900', 'pool.size=7', 'staff.total=901', 'nothing=1']);
    expect('problems' in result && result.problems.map(({ code }) => code)).toEqual(['not-a-choice', 'set-twice', 'unknown-input']);
  });
});

describe('a plan is checked against its city', () => {
  const codes = (scenario: Scenario, kind: 'problems' | 'notes'): string[] => checkScenario(scenario, ezhou)[kind].map(({ code }) => code);

  test.each([
    [{ 'mobilise.minHours': 7 }, 'min-over-max'],
    [{ 'devices.handMinSeconds': 200 }, 'min-over-max'],
    [{ 'city.population': 100 }, 'more-sites-than-people'],
    [{ 'staff.total': 1 }, 'no-desk'],
  ])('%j: %s', (inputs, code) => {
    expect(codes(plan(inputs), 'problems')).toEqual([code]);
  });

  test.each([
    [{ 'pool.size': 20 }, 'note-pool-20'],
    [{}, 'note-long-duty'],
    [{ 'sampling.meanSeconds': 300 }, 'note-slow-swab'],
    [{ 'sampling.meanSeconds': 10 }, 'note-fast-swab'],
    [{ 'staff.total': 100 }, 'note-sites-without-desk'],
    [{ 'city.sites': 100 }, 'note-residents-per-site'],
    [{ 'courier.sealHours': 8 }, 'note-seal-after-arrive'],
  ])('%j is run with a note: %s', (inputs, code) => {
    expect(codes(plan(inputs), 'problems')).toEqual([]);
    expect(codes(plan(inputs), 'notes')).toContain(code);
  });

  test('places that the city does not have are named with the nearest that it has', () => {
    const changes: Change[] = [
      { kind: 'labCapacity', at: 1, lab: 'lab-9', factor: 0 },
      { kind: 'labCapacity', at: 1, lab: 'lab-8', factor: 0 },
      { kind: 'labCapacity', at: 1, lab: 'all', factor: 0 },
      { kind: 'arrivals', at: 1, factor: 0, where: { townships: [ezhou.townships[0].id, 'nowhere'] } },
      { kind: 'siteClosed', at: 1, sites: ['420704001-001', 'no-site'] },
    ];
    const { problems } = checkScenario(plan({}, changes), ezhou);
    expect(problems.map(({ code, path, value }) => [code, path, value])).toEqual([
      ['unknown-place', 'changes[0].lab', 'lab-9'],
      ['unknown-place', 'changes[3].where.townships[1]', 'nowhere'],
      ['unknown-place', 'changes[4].sites[1]', 'no-site'],
    ]);
    expect(problems[0].cure).toMatchObject({ en: 'The nearest is lab-1.' });
  });
});

describe('the fingerprint', () => {
  const of = (scenario: Scenario, city = ezhou): string => scenarioFingerprint({ scenario, city });
  const base = of(plan());

  test('is twelve hexadecimal digits', () => expect(base).toMatch(/^[0-9a-f]{12}$/));

  test.each<[string, Scenario]>([
    ['another name and note', { ...plan(), name: { zh: '甲', en: 'A' }, note: 'n' }],
    ['a default written out', plan({ 'staff.total': 746, 'pool.size': 10 })],
    ['another way to write the hours', plan({ openHours: '18' })],
    ['another seed, number of runs or engine', plan({ 'experiment.seed': 9, 'experiment.replications': 3, engine: 'heap' })],
  ])('does not change with %s', (_what, scenario) => expect(of(scenario)).toBe(base));

  test.each<[string, Scenario]>([
    ['one more sampler', plan({ 'staff.total': 747 })],
    ['a dated change', plan({}, [{ kind: 'pace', at: 3, factor: 1.1 }])],
  ])('changes with %s', (_what, scenario) => expect(of(scenario)).not.toBe(base));

  test('changes with the city, and not with a comment or the order of fields', () => {
    const change: Change = { kind: 'pace', at: 3, factor: 1.1 };
    const reordered = { comment: 'rain', factor: 1.1, at: 3, kind: 'pace' } as Change;
    expect(of(plan({}, [reordered]))).toBe(of(plan({}, [change])));
    expect(of(plan(), abstract)).not.toBe(base);
    expect(of(plan(), { ...ezhou, townships: ezhou.townships.slice(1) })).not.toBe(base);
  });

  test('canonical JSON sorts names at every depth and keeps the order of lists', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });
});

describe('presets', () => {
  test.each(PRESETS.map((preset) => [preset.id, preset] as const))(
    '%s is a file without fault, with words in both languages',
    (id, preset) => {
      const text = readFileSync(`data/scenarios/${id}.json`, 'utf8');
      const reading = parseScenario(text);
      if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
      expect(reading.notes).toEqual([]);
      expect(reading.scenario).toEqual(preset);
      expect(checkScenario(preset, ezhou).problems).toEqual([]);
      for (const words of [preset.name, preset.note]) {
        if (typeof words !== 'object') throw new Error('one language only');
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).not.toMatch(/\p{Script=Han}/u);
      }
    },
  );

  test('are all the files of data/scenarios, and as-stated comes first', () => {
    const files = readdirSync('data/scenarios').filter((name) => name.endsWith('.json'));
    expect(PRESETS.map(({ id }) => `${id}.json`).toSorted()).toEqual(files.toSorted());
    expect(PRESETS[0].id).toBe('as-stated');
  });

  test('differ from each other in what is simulated', () => {
    const prints = PRESETS.map((scenario) => scenarioFingerprint({ scenario, city: ezhou }));
    expect(new Set(prints).size).toBe(prints.length);
  });
});

test('the published JSON Schema is the one that the catalogue makes', () => {
  const published: unknown = JSON.parse(readFileSync('public/schema/scenario-1.schema.json', 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
});

describe('a city pack that says nothing of its capacities', () => {
  const silent = { ...ezhou, defaults: {}, order: { clock: '07:30' } };

  test('gives residents, labs and the hour of the order by its rows', () => {
    const { settings, provenance } = resolveSettings(plan(), silent);
    expect([settings['city.population'], settings['lab.count'], settings['lab.tubesPerDay'], settings['order.clock']]).toEqual([
      1_079_353,
      8,
      20_000,
      '07:30',
    ]);
    expect(provenance.get('city.population')?.tag).toBe('inferred');
  });

  test('is refused where it states an input that does not exist or cannot be', () => {
    const defaults = { 'city.sites': { value: 1e9, source: 'press-2021' }, 'city.sitess': { value: 5, source: 'press-2021' } };
    expect(checkCityDefaults({ ...ezhou, defaults }).map(({ code, path }) => [code, path])).toEqual([
      ['out-of-range', 'defaults.city.sites'],
      ['unknown-input', 'defaults.city.sitess'],
    ]);
    expect(checkCityDefaults(ezhou)).toEqual([]);
  });
});

test('every code of a problem has its words, and every word its code', () => {
  const source = readdirSync('src/scenario', { recursive: true, encoding: 'utf8' })
    .concat(readdirSync('src/cli', { recursive: true, encoding: 'utf8' }).map((name) => `../cli/${name}`))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`src/scenario/${name}`, 'utf8'))
    .join('\n');
  const codes = Object.keys(MESSAGES.en.problems).filter((key) => key.includes('-') && !key.includes('.'));
  expect(codes.filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  const used = [...source.matchAll(/(?:createProblem|finding|placed|refuse|fieldFinding|note|fail)\(\s*'([a-z0-9-]+)'/g)].map(
    ([, code]) => code,
  );
  expect(used.length).toBeGreaterThan(40);
  expect(used.filter((code) => !(code in MESSAGES.en.problems))).toEqual([]);
});
