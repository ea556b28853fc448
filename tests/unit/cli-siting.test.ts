import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder, EXIT, runWordsOf } from '../builders/command-line.ts';

const LINE = 'id,demand,a,b,c\nnorth,10,0,10,20\nmiddle,20,10,0,10\nsouth,30,20,10,0\nfar,5,40,30,\n';

function site(table: string, ...words: string[]) {
  const folder = createFolder();
  writeFileSync(join(folder, 'm.csv'), table);
  return runWordsOf(['ambulance', 'site', '--matrix', 'm.csv', ...words], { folder });
}

const answer = async (...words: string[]) => {
  const { out, error, code } = await site(LINE, '--json', ...words);
  expect([code, error]).toEqual([EXIT.done, '']);
  const { model, objective, chosen, bound, gap } = JSON.parse(out) as Record<string, unknown>;
  return { model, objective, chosen, bound, gap };
};

describe('ambulance site', () => {
  test('solves a table of minutes by each model and prints objective, choice, bound and gap', async () => {
    expect(await answer('--model', 'mclp', '--sites', '1', '--within', '10')).toEqual({
      model: 'mclp',
      objective: 60,
      chosen: ['b'],
      bound: 60,
      gap: 0,
    });
    expect(await answer('--model', 'lscp', '--within', '30')).toEqual({ model: 'lscp', objective: 1, chosen: ['b'], bound: 1, gap: 0 });
    expect(await answer('--model', 'pcenter', '--sites', '2')).toMatchObject({ objective: 30, bound: 30, gap: 0 });
    expect(await answer('--model', 'pmedian', '--sites', '1')).toMatchObject({
      objective: (10 * 10 + 30 * 10 + 5 * 30) / 65,
      chosen: ['b'],
      gap: 0,
    });
    expect(await answer('--model', 'mexclp', '--sites', '2', '--within', '10', '--busy', '0.5')).toMatchObject({
      objective: 60 * 0.75,
      chosen: ['b', 'b'],
    });
  });

  test('says in words what was chosen, in both languages', async () => {
    const words = ['--model', 'mexclp', '--sites', '2', '--within', '10', '--busy', '0.5'];
    const english = await site(LINE, ...words);
    expect(english.out).toBe(
      '2 vehicles cover an expected 45.00 of 65 within 10 minutes.\nChosen: b × 2\nProved best: the bound equals the objective.\nOne point stays beyond: far\n',
    );
    expect((await site(LINE, ...words, '--lang', 'zh')).out).toContain(
      '选址：b × 2\n已证明最优：界与目标值相等。\n1 个需求点仍在范围外：far\n',
    );
  });

  test('what cannot be done names who is uncovered', async () => {
    const { code, out, error } = await site(LINE, '--model', 'lscp', '--within', '10');
    expect([code, out]).toEqual([EXIT.input, '']);
    expect(error).toContain('no site reaches far in time');
    expect((await site(LINE, '--model', 'pmedian', '--sites', '1', '--within', '10', '--json')).error).toContain('no site reaches far');
  });

  test.each<[string, string, string]>([
    ['', 'mclp', 'the file is empty'],
    ['id;demand;a\nx;1;2\n', 'mclp', 'does not begin with id,demand'],
    ['id,demand,a\n', 'mclp', 'no demand point'],
    ['id,demand,a\nx,1,2,3\n', 'mclp', 'line 2, column 4: the row has 4 cells'],
    ['id,demand,a\nx,-1,2\n', 'mclp', 'line 2, column 2: -1 cannot be the demand of x'],
    ['id,demand,a\nx,1,2\ny,1,2 min\n', 'mclp', 'line 3, column 3: 2 min cannot be the minutes from y to a'],
    ['id,demand,a,a\nx,1,2,3\n', 'mclp', 'line 1, column 4: the id a stands twice'],
    ['id,demand,a\nx,1,2\nx,1,2\n', 'mclp', 'line 3, column 1: the id x stands twice'],
  ])('%j is refused: %s, %s', async (table, model, says) => {
    const { code, out, error } = await site(table, '--model', model, '--sites', '1', '--within', '5');
    expect(error).toContain(says);
    expect([code, out]).toEqual([EXIT.input, '']);
    expect(error).not.toMatch(/\{\{|undefined/);
  });

  test.each<[string[], string]>([
    [['--model', 'best'], 'one of lscp, mclp, pmedian, pcenter, mexclp'],
    [['--model', 'mclp', '--sites', '2'], 'mclp needs --within'],
    [['--model', 'mclp', '--sites', '4', '--within', '5'], 'a whole number from 1 to 3'],
    [['--model', 'mexclp', '--sites', '2', '--within', '5', '--busy', '1'], 'from 0 to below 1'],
    [['--model', 'pmedian', '--sites', 'two'], 'a whole number'],
    [['--modle', 'mclp'], 'The nearest is --model.'],
  ])('%j is not understood: %s', async (words, says) => {
    const { code, error } = await site(LINE, ...words);
    expect(error).toContain(says);
    expect(code).toBe(EXIT.usage);
  });

  test('help explains the command in both languages, and a wrong subcommand names the right one', async () => {
    expect((await runWordsOf(['ambulance', 'site', '--help'])).out).toContain('--busy');
    expect((await runWordsOf(['ambulance', 'site', '--help', '--lang', 'zh'])).out).toContain('用法：');
    expect((await runWordsOf(['ambulance', 'sit'])).error).toContain('The nearest is site.');
  });
});
