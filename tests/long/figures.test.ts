import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { rootPath } from '../../tools/paths.mjs';

it('every figure in the documents is what its command prints today', { timeout: 1_200_000 }, () => {
  const run = spawnSync(process.execPath, [rootPath('tools', 'write-figures.mjs'), '--check'], { encoding: 'utf8' });
  expect(run.stderr.split('\n').filter((line) => line.startsWith('stale'))).toEqual([]);
  expect(run.status).toBe(0);
});
