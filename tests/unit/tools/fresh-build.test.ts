import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshBuild } from '../../../tools/fresh-build.mjs';
import { cachePath, rootPath } from '../../../tools/paths.mjs';
import { singleFlight } from '../../../tools/single-flight.mjs';

const name = `trial-${process.pid}`;
const folder = join('.cache', name);
const input = join(folder, 'input');
const out = join(folder, 'out');

beforeEach(() => {
  mkdirSync(rootPath(input), { recursive: true });
  writeFileSync(rootPath(input, 'a.txt'), 'one');
});

afterEach(() => {
  rmSync(rootPath(folder), { recursive: true, force: true });
  rmSync(cachePath('builds', `${name}.fingerprint`), { force: true });
});

const build = (words = () => readFileSync(rootPath(input, 'a.txt'), 'utf8')) =>
  freshBuild({ name, inputs: [input], out, build: (next: string) => writeFileSync(join(next, 'built.txt'), words()) });
const built = () => readFileSync(rootPath(out, 'built.txt'), 'utf8');

describe('a fresh build', () => {
  it('happens once for the same inputs, and again when a content or a name changes', async () => {
    expect([await build(), await build()]).toEqual([true, false]);
    writeFileSync(rootPath(input, 'a.txt'), 'two');
    expect([await build(), built(), await build()]).toEqual([true, 'two', false]);
    writeFileSync(rootPath(input, 'b.txt'), '');
    expect(await build()).toBe(true);
  });

  it('leaves the old result alone when it fails, and tries again next time', async () => {
    await build();
    writeFileSync(rootPath(input, 'a.txt'), 'two');
    const failure = build(() => {
      throw new Error('no');
    });
    await expect(failure).rejects.toThrow('no');
    expect(built()).toBe('one');
    expect([await build(), built()]).toEqual([true, 'two']);
  });

  it('is done by one of many that ask at the same time', async () => {
    const answers = await Promise.all([build(), build(), build()]);
    expect(answers.filter(Boolean)).toHaveLength(1);
  });
});

describe('a single flight', () => {
  it('lets one in at a time and opens again after a failure', async () => {
    let inside = 0;
    let most = 0;
    const visit = () =>
      singleFlight(name, async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setTimeout(resolve, 20));
        inside--;
        throw new Error('out');
      });
    await Promise.allSettled([visit(), visit(), visit()]);
    expect(most).toBe(1);
    expect(existsSync(cachePath('locks', name))).toBe(false);
  });

  it('does not wait for a process that is gone', async () => {
    mkdirSync(cachePath('locks', name), { recursive: true });
    writeFileSync(cachePath('locks', name, 'pid'), '999999999');
    expect(await singleFlight(name, () => 'in', { waitMs: 1_000 })).toBe('in');
  });

  it('gives up in words when the holder lives on', async () => {
    mkdirSync(cachePath('locks', name), { recursive: true });
    writeFileSync(cachePath('locks', name, 'pid'), String(process.pid));
    await expect(singleFlight(name, () => 'in', { waitMs: 150 })).rejects.toThrow(/another process has held/);
    rmSync(cachePath('locks', name), { recursive: true });
  });
});
