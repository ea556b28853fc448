import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const launcher = resolve('tools/pingzhan.mjs');
const folder = mkdtempSync(join(tmpdir(), 'pingzhan-functional-'));
const environment = { ...process.env, INIT_CWD: folder, LANG: 'en_US.UTF-8', LC_ALL: '' };

/** Runs the built command line from another folder than the checkout. */
const pingzhan = (...words: string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [launcher, ...words], { cwd: folder, env: environment, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

const SMALL = [
  '--city',
  'abstract',
  '--set',
  'city.population=30000',
  '--set',
  'city.sites=10',
  '--set',
  'staff.total=30',
  '--set',
  'staff.reading=A',
  '--set',
  'lab.tubesPerDay=4000',
];

describe('the built command line', () => {
  // The first call builds what is stale.
  beforeAll(() => void pingzhan('--version'), 120_000);

  test('a run on Ezhou gives JSON alone on stdout, with the census population and both deadlines', () => {
    const { status, stdout, stderr } = pingzhan('run', '--json', '--replications', '2', '--workers', '2', '--no-marginal');
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      population: 1_079_353,
      replications: 2,
      verdict: { sampledWithinDeadline: { probability: 0, deadlineHours: 48 }, resultedWithinDeadline: { probability: 0 } },
    });
  });

  test('one and two workers, another locale and another time zone give the same bytes', () => {
    const words = [launcher, 'run', ...SMALL, '--json', '--replications', '6'];
    const run = (workers: string, more: NodeJS.ProcessEnv): string =>
      spawnSync(process.execPath, [...words, '--workers', workers], {
        env: { ...environment, ...more },
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      }).stdout;
    const first = run('1', { TZ: 'UTC', LANG: 'en_US.UTF-8' });
    expect(first.length).toBeGreaterThan(1_000);
    expect(run('2', { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' })).toBe(first);
  });

  test('the same names of inputs work on Ezhou and on the abstract city', () => {
    const sets = [
      'staff.total=400',
      'staff.reading=A',
      'lab.tubesPerDay=30000',
      'pool.size=5',
      'sampling.meanSeconds=45',
      'openHours=7-23',
      'city.population=200000',
      'city.sites=100',
    ];
    for (const city of ['ezhou', 'abstract']) {
      const { status, stdout } = pingzhan(
        'run',
        '--city',
        city,
        ...sets.flatMap((set) => ['--set', set]),
        '--json',
        '--replications',
        '1',
        '--no-marginal',
      );
      expect([city, status]).toEqual([city, 0]);
      expect(JSON.parse(stdout)).toMatchObject({ population: 200_000 });
    }
  });

  test('paths are meant from the folder in which the user stands, for reading and for writing', () => {
    const preset = pingzhan('presets', 'rain').stdout;
    writeFileSync(join(folder, 'mine.json'), preset);
    expect(pingzhan('validate', 'mine.json').status).toBe(0);
    const before = readdirSync(folder);
    const { status, stdout } = pingzhan('run', ...SMALL, '--csv', '--replications', '1', '--out', 'series.csv');
    expect([status, stdout]).toEqual([0, '']);
    expect(readdirSync(folder).toSorted()).toEqual([...before, 'series.csv'].toSorted());
    expect(readFileSync(join(folder, 'series.csv'), 'utf8').startsWith('\ufeffhours_after_order,')).toBe(true);
  });

  test('hostile files end with 3 in words, quickly and without a stack trace', () => {
    writeFileSync(join(folder, 'deep.json'), '['.repeat(100_000));
    writeFileSync(join(folder, 'gbk.json'), Buffer.from([0x7b, 0x22, 0xb6, 0xf5, 0xd6, 0xdd, 0x22, 0x7d]));
    for (const [file, says] of [
      ['deep.json', 'nested too deeply'],
      ['gbk.json', 'GBK'],
    ]) {
      const { status, stderr } = pingzhan('run', file);
      expect([status, stderr]).toEqual([3, expect.stringContaining(says)]);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });

  test('Ctrl+C ends a run within two seconds with 130 and no half-written file', async () => {
    const words = [launcher, 'run', '--json', '--replications', '2000', '--out', 'never.json', '--progress'];
    const child = spawn(process.execPath, words, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const code = await new Promise<number | null>((resolveCode) => {
      child.stderr.on('data', (part: Buffer) => {
        if (said === '') setTimeout(() => child.kill('SIGINT'), 300);
        said += part.toString();
      });
      child.on('close', resolveCode);
    });
    expect(code).toBe(130);
    expect(said).toContain('Interrupted');
    expect(readdirSync(folder).filter((name) => name.includes('never'))).toEqual([]);
  }, 30_000);
});
