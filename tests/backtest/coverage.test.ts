import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BEGIN, END } from '../../bench/coverage/document.ts';
import { EXPERIMENTS, TRIED_QUEUES } from '../../bench/coverage/queues.ts';
import { TOWNS } from '../../bench/coverage/studies.ts';

const document = readFileSync(new URL('../../docs/validation.md', import.meta.url), 'utf8');
const section = document.slice(document.indexOf(BEGIN), document.indexOf(END));
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .slice(2, -2)
      .split('|')
      .map((cell) => cell.trim()),
  );

describe('coverage of intervals in docs/validation.md', () => {
  it.each(TRIED_QUEUES.map(({ name }) => name))('%s has its row, adds up, and misses at most 20 times', (name) => {
    const found = rows.filter(([first]) => first === name);
    expect(found, 'npm run coverage writes it anew').toHaveLength(1);
    const [, , covers, below, above] = found[0];
    const misses = Number(below) + Number(above);
    expect(misses).toBeLessThanOrEqual(20);
    expect(covers).toContain(`${((100 * (EXPERIMENTS - misses)) / EXPERIMENTS).toFixed(1)} %`);
  });

  it.each(TOWNS.map(({ name }) => name))('every figure of the town %s has its row', (town) => {
    expect(rows.filter(([first]) => first === town)).toHaveLength(8);
  });

  it('at 100 runs the intervals of the town cover as promised, save that of the last first result, which the page explains', () => {
    const short = rows
      .filter(([first]) => TOWNS.some(({ name }) => name === first))
      .filter(([, , , , hundred]) => Number(hundred.split(' ')[0]) < 93)
      .map(([, figure]) => figure);
    expect([...new Set(short)]).toEqual(['all first results at']);
    expect(section).toContain('ten hours later');
  });
});
