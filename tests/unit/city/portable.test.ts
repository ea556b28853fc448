import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../../src/city/', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

it('the plan uses no mathematics that differs between JavaScript engines', () => {
  const unportable = /Math\.(random|exp|log|pow|sin|cos|tan|hypot|cbrt|a?sinh?|a?cosh?|atan2?)\w*\(|\*\*[^/*]/;
  expect(sources.length).toBeGreaterThan(12);
  expect(sources.filter(([, text]) => unportable.test(text.replaceAll(/\/\*\*?[\s\S]*?\*\//g, ''))).map(([name]) => name)).toEqual([]);
});

it('src/city knows no city by name', () => {
  expect(sources.filter(([, text]) => /ezhou|鄂州|4207/i.test(text.replaceAll(/\/\*\*?[\s\S]*?\*\//g, ''))).map(([name]) => name)).toEqual(
    [],
  );
});
