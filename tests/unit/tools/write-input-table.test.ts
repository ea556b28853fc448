import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CityPack } from '../../../src/city/index.ts';
import * as scenario from '../../../src/scenario/index.ts';
import { createText } from '../../../src/text/index.ts';
import { rootPath } from '../../../tools/paths.mjs';
import { EXAMPLE_CITY, INPUT_TABLE, inputTable } from '../../../tools/write-input-table.mjs';

const city = JSON.parse(readFileSync(rootPath(EXAMPLE_CITY), 'utf8')) as CityPack;
const table = inputTable({ ...scenario, createText }, city);

describe('the page of inputs', () => {
  it('is what the catalogue says now (npm run build:inputs writes it)', () => {
    expect(readFileSync(rootPath(INPUT_TABLE), 'utf8')).toBe(table);
  });

  it('has every input once in each language, with its default, its source tag and its origin', () => {
    for (const language of ['zh', 'en'] as const) {
      const { t, pick } = createText(language);
      for (const input of scenario.CATALOGUE) {
        const rows = table.split('\n').filter((row) => row.startsWith(`| \`${input.path}\` |`) && row.includes(pick(input.label)));
        expect(rows, input.path).toHaveLength(1);
        expect(rows[0]).toContain(`| ${String(input.default)}`);
        expect(rows[0]).toContain(t(`product:tag.${input.tag}`));
        expect(rows[0]).toContain(pick(input.origin));
      }
    }
  });

  it('changes when a default of the catalogue or a value of the city changes', () => {
    const CATALOGUE = scenario.CATALOGUE.map((input) =>
      input.path === 'lab.plate' ? { ...input, default: 93 } : input,
    ) as typeof scenario.CATALOGUE;
    expect(inputTable({ ...scenario, CATALOGUE, createText }, city)).not.toBe(table);
    const other = { ...city, defaults: { ...city.defaults, 'city.sites': { ...city.defaults['city.sites'], value: 311 } } };
    expect(inputTable({ ...scenario, createText }, other)).not.toBe(table);
  });
});
