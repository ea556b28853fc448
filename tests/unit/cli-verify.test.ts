import { describe, expect, test } from 'vitest';
import { exitOf } from '../../src/cli/commands/verify.ts';
import { verificationTable, type CheckedCase } from '../../src/cli/output/verify-words.ts';
import { createText } from '../../src/text/index.ts';
import { EXIT, runWordsOf } from '../builders/command-line.ts';

const QUEUE = [
  'verify',
  'queue',
  '--servers',
  '3',
  '--arrival',
  'exponential:0.25',
  '--service',
  'exponential:0.1',
  '--customers',
  '20000',
];

describe('verify queue', () => {
  test('--json has simulation and theory in the unit that was used', async () => {
    const { code, out, error } = await runWordsOf([...QUEUE, '--seed', '1', '--json']);
    expect([code, error]).toEqual([EXIT.done, '']);
    const answer = JSON.parse(out) as { simulated: { meanWait: number; interval99: number[]; utilisation: number }; theory: object };
    expect(answer.theory).toMatchObject({ meanWait: expect.closeTo(14.0449, 4), formula: 'M/M/c' });
    expect(answer.simulated.interval99).toHaveLength(2);
    expect(answer.simulated.utilisation).toBeCloseTo(0.8333, 1);
  });

  test.each(['zh', 'en'])('words in %s name mean, interval and formula', async (language) => {
    const { out } = await runWordsOf([...QUEUE, '--lang', language]);
    expect(out).toContain('14.045');
    expect(out).toContain('M/M/c');
  });

  test('theory is null where no exact formula is at hand', async () => {
    const words = ['verify', 'queue', '--arrival', 'lognormal:10,1', '--service', 'lognormal:5,1', '--customers', '2000', '--json'];
    expect(JSON.parse((await runWordsOf(words)).out)).toMatchObject({
      theory: null,
      approximation: { formula: 'Allen–Cunneen', approximate: true },
    });
    expect((await runWordsOf([...words.slice(0, -1), '--lang', 'en'])).out).toMatch(/Allen–Cunneen .*approximately/);
  });

  test.each(['zh', 'en'] as const)(
    'a run that is short beside what the queue remembers says so in %s, with the number that is enough',
    async (lang) => {
      const words = ['verify', 'queue', '--arrival', 'exponential:0.999', '--service', 'deterministic:1', '--customers', '20000'];
      const { out } = await runWordsOf([...words, '--lang', lang]);
      expect(out).toContain('--customers 170000000');
      const endless = words.map((word) => (word === 'exponential:0.999' ? 'exponential:0.99999' : word));
      const { out: never } = await runWordsOf([...endless, '--lang', lang]);
      expect(never).toContain(createText(lang).t('verify:queue.isNeverLong'));
      expect(JSON.parse((await runWordsOf([...words, '--json'])).out)).toMatchObject({ simulated: { isShort: true } });
      expect(JSON.parse((await runWordsOf([...QUEUE, '--json'])).out)).toMatchObject({
        simulated: { isShort: false },
        approximation: null,
      });
    },
  );

  test.each([
    ['--servers', '0'],
    ['--servers', '2.5'],
    ['--customers', '3'],
    ['--seed', '-1'],
    ['--arrival', 'weibull:1,2'],
    ['--arrival', 'exponential:0'],
    ['--service', 'triangular:5,4,6'],
    ['--initial', 'full'],
    ['--engine', 'steam'],
    ['--service', 'exponential:0.01'],
  ])('%s %s is refused with what is allowed', async (flag, value) => {
    const { code, out, error } = await runWordsOf([...QUEUE, flag, value]);
    expect([code, out]).toEqual([EXIT.usage, '']);
    expect(error).toContain(flag);
    expect(error).toContain(value);
  });

  test('everything wrong is said at once, and a queue without times is refused', async () => {
    const { error } = await runWordsOf(['verify', 'queue', '--servers', 'x', '--lang', 'en']);
    for (const flag of ['--servers', '--arrival', '--service']) expect(error).toContain(flag);
    expect((await runWordsOf(['verify', 'everything'])).code).toBe(EXIT.usage);
  });

  test('more customers than the event heap holds are refused', async () => {
    const { code, error } = await runWordsOf([...QUEUE, '--customers', '90000000', '--engine', 'heap']);
    expect(code).toBe(EXIT.usage);
    expect(error).toContain('4000000');
  });
});

test.each(['zh', 'en'] as const)('a queue that misses is named in the table in %s', (language) => {
  const text = createText(language);
  const simulated = { meanWait: 5, interval99: [4.9, 5.1], utilisation: 0.8, parts: 'batches', warmUp: 0, isShort: false } as const;
  const plan = {
    servers: 1,
    arrival: { kind: 'exponential', rate: 0.8 },
    service: { kind: 'exponential', rate: 1 },
    customers: 1000,
    seed: 1,
    initial: 'empty',
    engine: 'epoch',
  } as const;
  const one: CheckedCase = {
    plan,
    check: { simulated, theory: { meanWait: 4, utilisation: 0.8, formula: 'M/M/c' }, approximation: null },
    isCovered: false,
  };
  const words = verificationTable(text, [one]);
  expect(words).toContain(text.t('verify:missed'));
  expect(words).toContain(text.t('verify:someMissed', { missed: 1, count: 1 }));
  expect([exitOf([{ ...one, isCovered: true }]), exitOf([{ ...one, isCovered: true }, one])]).toEqual([EXIT.done, EXIT.unexpected]);
});
