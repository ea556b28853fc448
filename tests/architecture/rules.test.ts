import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as rules from './rules.ts';
import { checkout, countSources, parseSource, readSources, roomOf, type SourceFile } from './sources.ts';

const files = readSources('src');
const plant = (path: string, text: string): SourceFile[] => [...files, parseSource(path, text)];

describe('the rooms of src/', () => {
  it('every source file on disk was read and parsed', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.length).toBe(countSources('src'));
    expect(rules.filesParse(files)).toEqual([]);
    expect(rules.importsResolve(files)).toEqual([]);
  });

  it('every folder stands on a floor and imports, types included, only go down', () => {
    expect(rules.everyFolderHasAFloor(files)).toEqual([]);
    expect(rules.importsGoDown(files)).toEqual([]);
  });

  it('a room is entered only by its index.ts', () => {
    expect(rules.roomsHaveOneDoor(files)).toEqual([]);
  });

  it('no file imports itself by a detour', () => {
    expect(rules.noCycles(files)).toEqual([]);
  });

  it('the engine knows no clock, no page, no chance but its own streams, and no mathematics that differs between JavaScript engines', () => {
    expect(rules.engineIsPure(files)).toEqual([]);
  });

  it('the residents’ page loads nothing heavy', () => {
    expect(rules.residentsStayLight(files)).toEqual([]);
  });

  it('no text ever becomes markup or code', () => {
    expect(rules.noHtmlSinks(files)).toEqual([]);
  });

  it('files stay short, or say in their first line why not', () => {
    expect(rules.filesAreShort(files)).toEqual([]);
  });

  it('names come from the field, and there are neither enums nor default exports nor unfinished work', () => {
    expect(rules.namesAreNouns(files)).toEqual([]);
    expect(rules.noEnumsNoDefaults(files)).toEqual([]);
    expect(rules.noUnfinishedWork(files)).toEqual([]);
  });

  it('every room has a README that says what lives there, what it may use and where to start', () => {
    const rooms = [...new Set(files.map(({ path }) => roomOf(path)))];
    const lengths = rooms.map((room) => {
      const readme = join(checkout, room, 'README.md');
      const lines = existsSync(readme) ? readFileSync(readme, 'utf8').trim().split('\n').length : 0;
      return lines >= 3 && lines <= 30 ? '' : `${room}/README.md has ${lines} lines`;
    });
    expect(lengths.filter(Boolean)).toEqual([]);
  });
});

describe('each rule finds a planted fault', () => {
  const planted: [string, rules.Rule, string, string][] = [
    ['an upward import', rules.importsGoDown, 'src/engine/planted.ts', "import { x } from '../ui/kit/index.ts';"],
    ['an upward import of a type alone', rules.importsGoDown, 'src/units/planted.ts', "import type { X } from '../city/index.ts';"],
    ['an upward re-export', rules.importsGoDown, 'src/results/planted.ts', "export { x } from '../store/index.ts';"],
    [
      'an upward import() of a type',
      rules.importsGoDown,
      'src/city/planted.ts',
      "export type X = import('../scenario/index.ts').Scenario;",
    ],
    ['an upward import on demand', rules.importsGoDown, 'src/theory/planted.ts', "export const x = () => import('../charts/index.ts');"],
    [
      'a worker script of a higher floor',
      rules.importsGoDown,
      'src/city/planted.ts',
      "new Worker(new URL('../worker/index.ts', import.meta.url));",
    ],
    ['an import from the same floor', rules.importsGoDown, 'src/theory/planted.ts', "import { x } from '../engine/index.ts';"],
    ['a way round the door', rules.roomsHaveOneDoor, 'src/store/planted.ts', "import { x } from '../engine/random/stream.ts';"],
    ['a way round a door inside the screens', rules.roomsHaveOneDoor, 'src/ui/map/planted.tsx', "import { x } from '../kit/button.tsx';"],
    ['a folder without a floor', rules.everyFolderHasAFloor, 'src/attic/planted.ts', 'export {};'],
    ['a missing file', rules.importsResolve, 'src/city/planted.ts', "import { x } from './nowhere.ts';"],
    ['a file that imports itself', rules.noCycles, 'src/city/planted.ts', "import { x } from './planted.ts';"],
    ['a clock in the engine', rules.engineIsPure, 'src/engine/planted.ts', 'export const now = () => Date.now();'],
    ['chance in the engine', rules.engineIsPure, 'src/engine/planted.ts', 'export const x = Math.random();'],
    ['an unportable logarithm', rules.engineIsPure, 'src/engine/planted.ts', 'export const x = Math.log(2);'],
    ['a power operator', rules.engineIsPure, 'src/engine/planted.ts', 'export const x = (a: number) => a ** 0.3;'],
    ['markup from text', rules.noHtmlSinks, 'src/ui/kit/planted.ts', 'export const x = (e: Element) => { e.innerHTML = "x"; };'],
    [
      'a store on the residents’ page',
      rules.residentsStayLight,
      'src/ui/residents/planted.ts',
      "import { x } from '../../store/index.ts';",
    ],
    [
      'a chart library on the residents’ page',
      rules.residentsStayLight,
      'src/ui/residents/planted.ts',
      "import { scaleLinear } from 'd3';",
    ],
    ['an overlong file', rules.filesAreShort, 'src/city/planted.ts', 'export {};\n'.repeat(401)],
    ['a nameless name', rules.namesAreNouns, 'src/city/helpers.ts', 'export {};'],
    ['an enum', rules.noEnumsNoDefaults, 'src/city/planted.ts', 'export enum X { a }'],
    ['a default export', rules.noEnumsNoDefaults, 'src/city/planted.ts', 'export default 1;'],
    ['unfinished work', rules.noUnfinishedWork, 'src/city/planted.ts', `// ${'TO'}${'DO'} later`],
    ['a file that does not parse', rules.filesParse, 'src/city/planted.ts', 'export const = ;'],
  ];

  it.each(planted)('%s', (_, rule, path, text) => {
    const found = rule(plant(path, text)).filter((line) => line.includes(path.replace(/^src\//, '')));
    expect(found).not.toEqual([]);
  });

  it('and says nothing about a file that keeps them all', () => {
    const clean =
      "import { x } from '../units/index.ts';\nexport const y = Math.sqrt(x) + Math.abs(x);\n// a ** b, Date and Math.log may be named in words\n";
    const path = 'src/engine/planted.ts';
    const all = Object.values(rules).filter((rule): rule is rules.Rule => typeof rule === 'function');
    expect(all.flatMap((rule) => rule(plant(path, clean))).filter((line) => line.includes('planted'))).toEqual([]);
  });
});
