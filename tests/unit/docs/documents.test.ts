import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hourWeights } from '../../../src/compile/demand.ts';
import { CATALOGUE, checkScenario, isInputPath, parseScenario, PRESETS, scenarioJsonSchema } from '../../../src/scenario/index.ts';
import { RESOURCE_IDS } from '../../../src/results/index.ts';
import type { CityPack } from '../../../src/city/index.ts';
import { rootPath } from '../../../tools/paths.mjs';

const listed = (folder: string): string[] =>
  readdirSync(rootPath(folder)).flatMap((name) => (name.endsWith('.md') ? [join(folder, name)] : []));
const pages = ['README.md', 'README.en.md', ...listed('docs'), ...listed('docs/decisions')];
const read = (page: string): string => readFileSync(rootPath(page), 'utf8');
const MODEL = ['docs/model.md', 'docs/model.en.md'] as const;
const figures = [
  ...`${read('README.md')}${read('README.en.md')}${read('docs/ezhou.md')}`.matchAll(/<!-- figures: npm run -s pingzhan -- (.+?) -->/g),
];

/** Headings' texts as the anchors that GitHub makes of them. */
const anchors = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('documents', () => {
  it('link to files that exist and to headings that exist; pictures are made by a command and may be missing', () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => {
        if (/^https?:|\.png$/.test(target)) return [];
        const [path, anchor] = target.split('#');
        const file = path === '' ? page : join(dirname(page), path);
        if (!existsSync(rootPath(file))) return [`${page}: ${target}`];
        return anchor === undefined || anchors(file).includes(anchor) ? [] : [`${page}: ${target}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('name only inputs and presets that exist', () => {
    const groups = [...new Set(CATALOGUE.map(({ path }) => path.split('.')[0]))].filter((group) => group !== 'engine');
    const named = new RegExp(`\`((?:${groups.join('|')})\\.[A-Za-z]+)\`|--set ((?:${groups.join('|')})\\.[A-Za-z]+)=`, 'g');
    const unknown = pages.flatMap((page) => [...read(page).matchAll(named)].map(([, a, b]) => a ?? b).filter((path) => !isInputPath(path)));
    expect(unknown).toEqual([]);
    const presets = new Set(PRESETS.map(({ id }) => id));
    expect(figures.length).toBeGreaterThan(5);
    const runs = figures.flatMap(([, command]) => /^run (\S+)/.exec(command)?.[1] ?? []);
    expect(runs.length).toBeGreaterThan(5);
    expect(runs.filter((preset) => !presets.has(preset))).toEqual([]);
  });

  it('show scenario files that can be used as they stand', () => {
    const city = JSON.parse(readFileSync(rootPath('data/ezhou/pack.json'), 'utf8')) as CityPack;
    const examples = pages.flatMap((page) => [...read(page).matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text]) => text));
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) {
      const reading = parseScenario(example);
      expect('problems' in reading ? reading.problems : checkScenario(reading.scenario, city).problems).toEqual([]);
    }
  });

  it('list every decision, once', () => {
    const records = listed('docs/decisions').filter((page) => !page.endsWith('README.md'));
    const index = read('docs/decisions/README.md');
    for (const record of records) expect(index.split(`(${record.split('/').at(-1)})`), record).toHaveLength(2);
  });
});

describe.each(MODEL)('%s', (page) => {
  const text = read(page);

  it("gives the arrivals' weights that are simulated", () => {
    const row = /^\| (?:权重|weight) \|(.+)\|$/m.exec(text)?.[1] ?? '';
    const walkIn = hourWeights({ 'demand.mode': 'walkIn' } as Parameters<typeof hourWeights>[0]);
    expect(row.split('|').map(Number)).toEqual([...walkIn]);
  });

  it('says what each kind of change and each resource is', () => {
    const kinds = [...JSON.stringify(scenarioJsonSchema()).matchAll(/"kind":\{[^}]*"const":"(\w+)"/g)].map(([, kind]) => kind);
    expect(kinds.length).toBeGreaterThan(8);
    for (const id of [...kinds, ...RESOURCE_IDS]) expect(text).toContain(`| \`${id}\` |`);
  });

  it('has the sections of its other language', () => {
    const sections = MODEL.map((name) => [...read(name).matchAll(/^## (\d*)/gm)].map(([, number]) => number));
    expect(sections[0]).toEqual(sections[1]);
  });
});
