import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createLocalRunner } from '../../src/experiment/index.ts';
import { createFolder, EXIT, runWordsOf, TINY } from '../builders/command-line.ts';

interface RunFile {
  readonly [part: string]: unknown;
  readonly scenario: { readonly fingerprint: string };
  readonly verdict: { readonly sampledWithinDeadline: { readonly interval: unknown; readonly probability: number } };
  readonly series: { readonly hours: readonly number[]; readonly sampled: readonly number[]; readonly resulted: readonly number[] };
  readonly population: number;
  readonly marginal: readonly { readonly resource: string }[];
}
const json = async (...words: string[]): Promise<RunFile> => {
  const { code, out, error } = await runWordsOf(['run', ...TINY, '--json', '--replications', '3', ...words]);
  expect([code, error]).toEqual([EXIT.done, '']);
  return JSON.parse(out) as RunFile;
};

describe('run --json', () => {
  test('has exactly the parts that others check, in people and hours after the order', async () => {
    const run = await json();
    expect(Object.keys(run)).toEqual(
      expect.arrayContaining([
        'schema',
        'engineVersion',
        'scenario',
        'seed',
        'replications',
        'population',
        'verdict',
        'finish',
        'waitMinutes',
        'tubes',
        'plates',
        'series',
        'marginal',
      ]),
    );
    expect(run).toMatchObject({
      schema: 'pingzhan.run/1',
      scenario: { name: '抽象城市', fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/) },
      seed: 1,
      replications: 3,
      population: 1800,
      verdict: {
        sampledWithinDeadline: { probability: 1, interval: [expect.any(Number), 1], deadlineHours: 48, missing: 0 },
        resultedWithinDeadline: { deadlineHours: 48 },
        binding: { sampling: expect.any(String), results: expect.any(String) },
      },
      finish: {
        sampledHours: {
          mean: expect.any(Number),
          interval: [expect.any(Number), expect.any(Number)],
          p10: expect.any(Number),
          p50: expect.any(Number),
          p90: expect.any(Number),
          t99: expect.any(Number),
        },
        resultedHours: { mean: expect.any(Number) },
      },
      waitMinutes: { mean: expect.any(Number), p90: expect.any(Number), max: expect.any(Number) },
      tubes: expect.any(Number),
      plates: expect.any(Number),
    });
  });

  test('has a series every quarter of an hour, never falling, that ends with everybody', async () => {
    const { series, population } = await json();
    expect(series.hours.slice(0, 3)).toEqual([0, 0.25, 0.5]);
    for (const curve of [series.sampled, series.resulted]) {
      expect(curve).toHaveLength(series.hours.length);
      expect(curve.every((people, step) => step === 0 || people >= curve[step - 1])).toBe(true);
      expect(curve.at(-1)).toBe(population);
    }
    expect(series.sampled.every((people, step) => people >= series.resulted[step])).toBe(true);
  });

  test('names every resource by its fixed id', async () => {
    const { marginal } = await json();
    expect([...new Set(marginal.map(({ resource }) => resource))].toSorted()).toEqual([
      'couriers',
      'demandWindow',
      'devices',
      'labs',
      'openHours',
      'samplers',
    ]);
  });

  test('gives null for every interval at one run', async () => {
    const { out } = await runWordsOf(['run', ...TINY, '--json', '--replications', '1']);
    const intervals: unknown[] = [];
    JSON.parse(out, (name, value: unknown) => (name === 'interval' ? intervals.push(value) && value : value));
    expect(intervals.length).toBeGreaterThan(5);
    expect(intervals.every((interval) => interval === null)).toBe(true);
  });

  test('gives the same bytes again and in either language, and others for another seed', async () => {
    const bytes = async (...words: string[]): Promise<string> =>
      (await runWordsOf(['run', ...TINY, '--json', '--replications', '2', ...words])).out;
    const first = await bytes();
    expect(await bytes()).toBe(first);
    expect(await bytes('--lang', 'zh')).toBe(first);
    expect(await bytes('--seed', '2')).not.toBe(first);
  });

  test('does without trying resources when told, and adds claims and remedies when asked', async () => {
    expect(await json('--no-marginal')).toMatchObject({ marginal: [], verdict: { binding: null } });
    const run = await json('--no-marginal', '--claims', '--remedies', '--set', 'sampling.meanSeconds=200', '--set', 'deadline.hours=12');
    expect((run.claims as { reading: string; perHour: number }[]).map(({ reading, perHour }) => `${reading}${perHour}`)).toEqual([
      'B60',
      'B100',
      'A60',
      'A100',
    ]);
    expect(run.remedies).toEqual(expect.any(Array));
  });

  test('counts an input set by a flag in the fingerprint, but not the seed', async () => {
    const base = (await json('--no-marginal')).scenario.fingerprint;
    expect((await json('--no-marginal', '--luck-only')).scenario.fingerprint).not.toBe(base);
    expect((await json('--no-marginal', '--seed', '5')).scenario.fingerprint).toBe(base);
  });
});

describe('run in words', () => {
  const words = ['run', ...TINY, '--replications', '3', '--no-remedies'];

  test('says the verdict first, then the check of readings, then where it jams', async () => {
    const { out } = await runWordsOf(words);
    const order = ['Sampling · everyone in 2 days?', 'Results · all out in 2 days?', 'Check: reading of the staff', 'Where it jams'];
    const places = order.map((part) => out.indexOf(part));
    expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);
    expect(out).toContain('Simulated, not live');
    expect(out).not.toMatch(/\p{Script=Han}|<b>|\{\{|undefined|NaN/u);
  });

  test('speaks Chinese where the locale does not say otherwise', async () => {
    const { out } = await runWordsOf(words, { variables: {} });
    expect(out).toContain('采样 · 2 日内全员采完？');
    expect(out).not.toMatch(/<b>|\{\{|undefined|NaN/);
  });

  test('never shows a bare 100 %', async () => {
    const { out } = await runWordsOf(words);
    expect(out).toMatch(/100% \(\d/);
  });
});

describe('run --csv', () => {
  test.each([
    ['series', 'hours_after_order,local_clock,people_arrived_mean'],
    ['sites', 'site_id,name,residents'],
    ['labs', 'lab_id,name,tubes_per_day'],
    ['marginal', 'resource,finish,change'],
  ])('the table %s has one width, a header, and its origin in every row', async (table, header) => {
    const { out } = await runWordsOf(['run', ...TINY, '--replications', '2', '--csv', '--table', table]);
    const lines = out.trimEnd().split('\r\n');
    expect(lines[0].startsWith(header)).toBe(true);
    expect(lines.length).toBeGreaterThan(2);
    const columns = lines[0].split(',').length;
    for (const line of lines.slice(1)) {
      expect(line.replace(/"[^"]*"/g, 'x').split(',')).toHaveLength(columns);
      expect(line).toMatch(/"?Simulated, not live"?$/);
    }
  });
});

describe('--out', () => {
  test('writes the file whole and nothing beside it, and keeps stdout empty', async () => {
    const folder = createFolder();
    const { code, out } = await runWordsOf(['run', ...TINY, '--replications', '1', '--json', '--no-marginal', '--out', 'a.json'], {
      folder,
    });
    expect([code, out, readdirSync(folder)]).toEqual([EXIT.done, '', ['a.json']]);
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toHaveProperty('schema', 'pingzhan.run/1');
  });

  test('a folder that is not there is an output fault with its cure', async () => {
    const { code, error } = await runWordsOf(['run', ...TINY, '--replications', '1', '--csv', '--out', 'no/such/a.csv'], {
      folder: createFolder(),
    });
    expect(code).toBe(EXIT.output);
    expect(error).toContain('cannot write no/such/a.csv');
  });
});

describe('stopping', () => {
  test('an interrupted run ends with 130 and leaves no file', async () => {
    const folder = createFolder();
    const controller = new AbortController();
    const local = createLocalRunner();
    const createRunner = () => ({
      ...local,
      run: (...[variant, seed, replications, options]: Parameters<typeof local.run>) =>
        local.run(variant, seed, replications, {
          ...options,
          onRecord: (record) => {
            options?.onRecord?.(record);
            controller.abort(new Error('SIGINT'));
          },
        }),
    });
    const words = ['run', ...TINY, '--replications', '50', '--json', '--out', 'a.json'];
    const { code, out, error } = await runWordsOf(words, { folder, signal: controller.signal, createRunner });
    expect([code, out, existsSync(join(folder, 'a.json'))]).toEqual([EXIT.interrupted, '', false]);
    expect(error).toContain('Interrupted');
  });

  test('an unexpected fault is one line without a stack trace', async () => {
    const createRunner = () => ({ ...createLocalRunner(), run: () => Promise.reject(new TypeError('boom')) });
    const { code, error } = await runWordsOf(['run', ...TINY], { createRunner });
    expect([code, error]).toEqual([EXIT.unexpected, 'The program failed: boom. Please report it with the command.\n']);
  });

  test('--precision stops before the most runs are done', async () => {
    const run = await json('--replications', '200', '--precision', '20', '--no-marginal').catch((error: unknown) => error);
    expect((run as RunFile).replications).toBe(20);
  });
});

describe('compare', () => {
  test('gives paired differences that vanish for the same scenario', async () => {
    const folder = createFolder();
    const plan = {
      schema: 'pingzhan.scenario/1',
      name: 'a',
      city: 'abstract',
      inputs: { 'city.population': 1500, 'city.sites': 2, 'staff.total': 8 },
    };
    writeFileSync(join(folder, 'a.json'), JSON.stringify(plan));
    writeFileSync(join(folder, 'b.json'), JSON.stringify({ ...plan, name: 'b', inputs: { ...plan.inputs, 'staff.total': 4 } }));
    const same = JSON.parse((await runWordsOf(['compare', 'a.json', 'a.json', '--json', '--replications', '3'], { folder })).out) as {
      differences: Record<string, { mean: number }>;
    };
    expect(Object.values(same.differences).every(({ mean }) => mean === 0)).toBe(true);
    const fewer = JSON.parse(
      (await runWordsOf(['compare', 'a.json', 'b.json', '--json', '--replications', '3'], { folder })).out,
    ) as typeof same;
    expect(fewer.differences.waitMeanMinutes.mean).toBeGreaterThan(0);
    const { code, out } = await runWordsOf(['compare', 'a.json', 'b.json', '--replications', '2'], { folder });
    expect(code).toBe(EXIT.done);
    expect(out).toContain('A: a\nB: b\n');
    expect(out).toMatch(/Sampling staff: 8 people → 4 people/);
    const table = (await runWordsOf(['compare', 'a.json', 'b.json', '--replications', '2', '--csv'], { folder })).out;
    expect(table.split('\r\n')[0]).toContain('figure,a,b,difference');
  });
});
