import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BEGIN, END, stampOf, withSection } from '../../bench/backcasts/document.ts';
import { figureOf, isInside } from '../../bench/backcasts/predict.ts';
import { PAST_ROUNDS } from '../../bench/backcasts/rounds.ts';
import { parseScenario } from '../../src/scenario/index.ts';

const here = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const folder = here('data/scenarios/backcasts/');
const document = readFileSync(here('docs/validation.md'), 'utf8');
const section = document.slice(document.indexOf(BEGIN), document.indexOf(END));

describe('back-casts in docs/validation.md', () => {
  it('were made from the scenarios and the engine as they are now', () => {
    for (const round of PAST_ROUNDS) expect(section, 'npm run backcast writes them anew').toContain(stampOf(round));
  });

  it('have a line for every fact and a reading for every round', () => {
    const lines = section.split('\n').filter((line) => line.startsWith('| ') && /(inside|\*\*miss\*\*) \|$/.test(line));
    expect(lines).toHaveLength(PAST_ROUNDS.flatMap(({ facts }) => facts).length);
    for (const { reading } of PAST_ROUNDS) {
      for (const words of [reading.zh, reading.en]) {
        expect(words.length).toBeGreaterThan(40);
        expect(section).toContain(words);
      }
    }
  });

  it.each(readdirSync(folder))('%s opens like any plan and says in both languages what was known and what was assumed', (name) => {
    const reading = parseScenario(readFileSync(new URL(name, folder), 'utf8'));
    expect(reading).toHaveProperty('scenario');
    expect(PAST_ROUNDS.map(({ scenario }) => `${scenario.id}.json`)).toContain(name);
    const note = PAST_ROUNDS.find(({ scenario }) => `${scenario.id}.json` === name)!.scenario.note as { zh: string; en: string };
    expect(note.zh).toContain('事前已知');
    expect(note.en).toMatch(/Known beforehand .*Assumed/s);
  });

  it('share every input that no round was known to have: nothing is tuned to one city', () => {
    const published =
      /^(order\.clock|city\.|staff\.|devices\.total|mobilise\.|openHours|deadline\.hours|demand\.windowEndHours|lab\.(tubesPerDay|count))/;
    for (const { scenario } of PAST_ROUNDS) for (const path of Object.keys(scenario.inputs)) expect(path).toMatch(published);
  });

  it('a document keeps what others wrote, and the section keeps its place', () => {
    const fresh = `${BEGIN}\nnew\n${END}`;
    expect(withSection(`# a\n\n${BEGIN}\nold\n${END}\n\n# b\n`, fresh)).toBe(`# a\n\n${fresh}\n\n# b\n`);
    expect(withSection('# a\n', fresh)).toBe(`# a\n\n${fresh}\n`);
    expect(existsSync(here('docs/validation.md'))).toBe(true);
  });
});

describe('a fact', () => {
  const byPace = [
    { pace: 60, p10: 8, p50: 9, p90: 10 },
    { pace: 100, p10: 5, p50: 6, p90: 7 },
  ];

  it.each([
    [{ of: 'sampled', allAt: 7.5, precision: 0 }, true],
    [{ of: 'sampled', allAt: 4.8, precision: 0.1 }, false],
    [{ of: 'sampled', allAt: 4.8, precision: 0.3 }, true],
    [{ of: 'sampled', allAt: 11, precision: 0.5 }, false],
    [{ of: 'sampled', allBy: 24, precision: 0.5 }, true],
    [{ of: 'sampled', allBy: 4, precision: 0.5 }, false],
    [{ of: 'resulted', at: 3, people: 12, precision: 1 }, false],
  ] as const)('%o is judged by the lowest and the highest prediction and its own precision', (fact, inside) => {
    expect(isInside({ fact, byPace })).toBe(inside);
    expect(figureOf(fact)).toBeGreaterThan(0);
  });
});
