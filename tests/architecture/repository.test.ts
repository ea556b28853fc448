import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFaults } from '../../tools/check-lock.mjs';
import { checkout } from './sources.ts';

const git = (...args: string[]) => execFileSync('git', args, { cwd: checkout, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

/** What a clone would hold: tracked files, and new ones that nothing ignores. */
const tracked = git('ls-files', '-z', '--cached', '--others', '--exclude-standard')
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(checkout, path)));
const texts = tracked
  .filter((path) => !/\.(png|jpg|ico|woff2?|wasm|bin|gz|br)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(checkout, path), 'utf8') }));

const filesWith = (pattern: RegExp, among = texts) => among.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe('what a clone holds', () => {
  it('was listed and read', () => {
    expect(texts.length).toBeGreaterThan(50);
  });

  it('names no package registry: the lock file serves any mirror', () => {
    const host = /^https?:\/\/([^/:]+)/.exec(process.env.npm_config_registry ?? '')?.[1];
    const namesOne = (text: string) => /\bregistry\.[a-z0-9-]+\.[a-z]/.test(text) || (host !== undefined && text.includes(host));
    expect(texts.filter(({ text }) => namesOne(text)).map(({ path }) => path)).toEqual([]);
  });

  it('names no path of the machine it was written on', () => {
    const folders = ['work', 'tmp', 'root', 'home', 'Users'].join('|');
    expect(filesWith(new RegExp(String.raw`(^|[^A-Za-z0-9_./-])/(${folders})/\.?[a-zA-Z]`, 'm'))).toEqual([]);
  });

  it('has no large file: bulk is built, not kept', () => {
    expect(tracked.filter((path) => statSync(join(checkout, path)).size > 3_000_000)).toEqual([]);
  });

  it('has every package that the lock file calls for, on every platform', () => {
    expect(lockFaults()).toEqual([]);
  });

  it('pins every dependency to one version', () => {
    const manifest = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('skips no test and runs none alone', () => {
    const tests = texts.filter(({ path }) => path.startsWith('tests/') || path.startsWith('src/'));
    const pattern = new RegExp(
      String.raw`\b(it|test|describe)\.(${['skip', 'only', 'todo', 'skipIf', 'runIf', 'fixme', 'fails'].join('|')})\b|\bx(it|describe)\(`,
    );
    expect(filesWith(pattern, tests)).toEqual([]);
  });

  it('keeps public/_headers and the page as strict as promised', () => {
    const policy = /Content-Security-Policy: (.*)/.exec(readFileSync(join(checkout, 'public/_headers'), 'utf8'))?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?!')|\*|https?:/);
    expect(policy).not.toMatch(/'unsafe-eval'/);
  });
});
