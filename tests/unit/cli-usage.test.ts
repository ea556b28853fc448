import { readFileSync, writeFileSync, mkdirSync, truncateSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chooseLanguage } from '../../src/cli/language.ts';
import { displayWidth, tableText } from '../../src/cli/output/table.ts';
import { csvText, neutralised } from '../../src/report/index.ts';
import { createFolder, EXIT, runWordsOf, TINY } from '../builders/command-line.ts';

describe('what is typed wrong', () => {
  test.each<[string[], number, string]>([
    [['runn'], EXIT.usage, 'The nearest is run.'],
    [['run', '--sede', '3'], EXIT.usage, 'The nearest is --seed.'],
    [['run', '--seed'], EXIT.usage, 'needs a value'],
    [['run', '--seed', '-1'], EXIT.usage, 'a whole number from 0 to 4,294,967,295'],
    [['run', '--seed', '1.5'], EXIT.usage, 'does not fit --seed'],
    [['run', '--replications', '0'], EXIT.usage, 'does not fit --replications'],
    [['run', '--replications', '1e9'], EXIT.usage, 'does not fit --replications'],
    [['run', '--workers', '1000'], EXIT.usage, 'does not fit --workers'],
    [['run', '--precision', 'x'], EXIT.usage, 'does not fit --precision'],
    [['run', '--table', 'x'], EXIT.usage, 'one of series, sites, labs, marginal'],
    [['run', '--json', '--csv'], EXIT.usage, 'cannot be used together'],
    [['run', 'a', 'b'], EXIT.usage, 'one argument too many'],
    [['compare', 'a'], EXIT.usage, 'is missing'],
    [['run', '--lang', 'fr'], EXIT.usage, 'does not fit --lang'],
    [['run', 'as-statd'], EXIT.input, 'The nearest is as-stated.'],
    [['run', 'nothere.json'], EXIT.input, 'no such file'],
    [['run', '.'], EXIT.input, 'not a regular file'],
    [['run', '/dev/zero'], EXIT.input, 'not a regular file'],
    [['run', '--city', 'abstrakt'], EXIT.input, 'The nearest is abstract.'],
    [['run', ...TINY, '--set', 'staff.totel=5', '--set', 'pool.size=3'], EXIT.input, '2 problems'],
    [['run', ...TINY, '--set', 'mobilise.minHours=9'], EXIT.input, 'mobilise.maxHours = 6'],
    [['presets', 'rein'], EXIT.input, 'The nearest is rain.'],
    [['inputs', 'nothing', '--city', 'abstract'], EXIT.input, 'there is no input called nothing'],
  ])('%j ends with %i and says: %s', async (words, code, says) => {
    const result = await runWordsOf(words);
    expect(result.error).toContain(says);
    expect([result.code, result.out]).toEqual([code, '']);
    expect(result.error).not.toMatch(/\{\{|undefined|\bat .*\.ts:/);
  });

  test('a file above 20 MB is refused before it is read', async () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'big.json'), '{');
    truncateSync(join(folder, 'big.json'), 2 ** 36);
    expect(await runWordsOf(['validate', 'big.json'], { folder })).toMatchObject({
      code: EXIT.input,
      out: expect.stringContaining('at most 20 MB'),
    });
  });
});

describe('validate', () => {
  const cities = createFolder();
  writeFileSync(join(cities, 'ezhou.json'), readFileSync('data/ezhou/pack.json'));
  const validate = (file: string, ...more: string[]) =>
    runWordsOf(['validate', file, ...more], { folder: resolve('.'), citiesFolder: cities });

  test('finds every preset and the city pack fine, and says which they are', async () => {
    expect(await validate('data/scenarios/rain.json')).toMatchObject({
      code: EXIT.done,
      out: expect.stringMatching(/^Fine: scenario .*fingerprint [0-9a-f]{12}/),
    });
    const city = await validate('data/ezhou/pack.json', '--json');
    expect(city.code).toBe(EXIT.done);
    expect(JSON.parse(city.out)).toMatchObject({ valid: true, kind: 'city', problems: [] });
  });

  test('lists all problems of a scenario with line, range and cure, as words and as JSON', async () => {
    const folder = createFolder();
    const text = '{\n "schema": "pingzhan.scenario/1", "name": "x", "city": "ezhou",\n "inputs": { "pool.size": 3,\n "staff.totel": 1 } }';
    writeFileSync(join(folder, 'x.json'), text);
    const inWords = await runWordsOf(['validate', 'x.json'], { folder, citiesFolder: cities });
    expect(inWords.code).toBe(EXIT.input);
    expect(inWords.out).toContain('x.json: 2 problems');
    expect(inWords.out).toContain('inputs.pool.size, line 3');
    expect(inWords.out).toContain('inputs.staff.totel, line 4');
    const { out } = await runWordsOf(['validate', 'x.json', '--json'], { folder, citiesFolder: cities });
    expect(JSON.parse(out)).toMatchObject({
      valid: false,
      kind: 'scenario',
      problems: [
        { code: 'not-a-choice', line: 3 },
        { code: 'unknown-input', line: 4 },
      ],
    });
  });

  test('refuses a city pack with swapped coordinates, naming the line', async () => {
    const folder = createFolder();
    const pack = JSON.parse(readFileSync('data/ezhou/pack.json', 'utf8')) as { villages: { at: [number, number] }[] };
    pack.villages[0].at = [pack.villages[0].at[1], pack.villages[0].at[0]];
    writeFileSync(join(folder, 'city.json'), JSON.stringify(pack, null, 1));
    const { code, out } = await runWordsOf(['validate', 'city.json'], { folder });
    expect(code).toBe(EXIT.input);
    expect(out).toMatch(/villages\[0\]\.at.*line \d+/);
  });

  test('tells a scenario from a city pack where one is given for the other', async () => {
    const asCity = await runWordsOf(['run', '--city', 'data/scenarios/rain.json'], { folder: resolve('.'), citiesFolder: cities });
    expect(asCity).toMatchObject({ code: EXIT.input, error: expect.stringContaining('this is a scenario, not a city pack') });
    const asScenario = await runWordsOf(['run', 'data/ezhou/pack.json'], { folder: resolve('.'), citiesFolder: cities });
    expect(asScenario).toMatchObject({ code: EXIT.input, error: expect.stringContaining('this is a city pack, not a scenario') });
  });
});

describe('help', () => {
  const commands = ['run', 'compare', 'validate', 'presets', 'inputs'];
  test.each(commands)('of %s is in the language asked for, with examples and exit codes', async (command) => {
    const english = await runWordsOf([command, '--help']);
    expect(english.code).toBe(EXIT.done);
    expect(english.out).toContain(`pingzhan ${command}`);
    expect(english.out).toMatch(/Examples:[\s\S]*Exit codes:[\s\S]*130/);
    expect(english.out).not.toMatch(/\p{Script=Han}/u);
    const chinese = await runWordsOf(['help', command, '--lang', 'zh']);
    expect(chinese.out).toMatch(/用法：[\s\S]*选项：[\s\S]*例：[\s\S]*退出码：/);
    expect(chinese.out).not.toMatch(/Usage|Options|Arguments|display help/);
  });

  test('without a command is the list of commands and a usage fault', async () => {
    const { code, out } = await runWordsOf([]);
    expect(code).toBe(EXIT.usage);
    for (const command of commands) expect(out).toContain(`  ${command}`);
  });

  test('--version prints the version alone', async () => {
    expect(await runWordsOf(['--version'])).toEqual({ code: EXIT.done, out: '9.9.9\n', error: '' });
  });
});

describe('presets and inputs', () => {
  test('a preset is printed as the very file it comes from', async () => {
    const { out } = await runWordsOf(['presets', 'lab-lost']);
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync('data/scenarios/lab-lost.json', 'utf8')));
  });

  test('inputs names value, unit, range and source of each', async () => {
    const { out } = await runWordsOf(['inputs', 'sampling', '--city', 'abstract']);
    expect(out).toContain('sampling.meanSeconds = 60 s');
    expect(out).toContain('[5 to 1,800 s]');
    expect(out).toContain('source official: Official design value');
  });
});

describe('language', () => {
  test.each<[string[], Record<string, string>, 'zh' | 'en']>([
    [[], {}, 'zh'],
    [[], { LANG: 'C.UTF-8' }, 'zh'],
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [[], { LANG: 'en_GB.UTF-8' }, 'en'],
    [[], { LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US' }, 'en'],
    [['--lang', 'zh'], { LANG: 'en_US' }, 'zh'],
    [['run', '--lang=en'], {}, 'en'],
  ])('%j with %j is %s', (words, variables, language) => expect(chooseLanguage(words, variables)).toBe(language));
});

describe('tables', () => {
  test('Chinese characters take two columns, so that cells stand under each other', () => {
    expect([displayWidth('采样 a'), displayWidth('（）')]).toEqual([6, 4]);
    const lines = tableText(
      [
        ['采样', 'x'],
        ['ab', 'yy'],
      ],
      ['left', 'right'],
      '',
    ).split('\n');
    expect(lines).toEqual(['采样   x', 'ab    yy', '']);
  });

  test.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '  =1', '＝1', '\u00a0=1'])(
    'a cell with %j is no formula in a spreadsheet',
    (text) => {
      expect(neutralised(text)).toBe(`'${text}`);
    },
  );

  test('other text, and numbers with a sign, stay as they are', () => {
    expect(
      csvText(
        ['a', 'b'],
        [
          ['<img onerror>', -1.5],
          ['say "x", y', null],
          [null, NaN],
        ],
      ),
    ).toBe('a,b\r\n<img onerror>,-1.5\r\n"say ""x"", y",\r\n,\r\n');
  });
});

test('a folder given as scenario is named as such', async () => {
  const folder = createFolder();
  mkdirSync(join(folder, 'plan.json'));
  expect(await runWordsOf(['run', 'plan.json'], { folder })).toMatchObject({
    code: EXIT.input,
    error: expect.stringContaining('not a regular file'),
  });
});
