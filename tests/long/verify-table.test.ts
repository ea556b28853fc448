import { expect, it } from 'vitest';
import { EXIT, runWordsOf } from '../builders/command-line.ts';

it('simulation covers theory in every queue of the table', async () => {
  const { code, out } = await runWordsOf(['verify', '--lang', 'en']);
  expect(out).toContain('The 99% intervals of all');
  expect(code).toBe(EXIT.done);
});
