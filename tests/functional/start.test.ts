import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import { buildPage } from '../../tools/build-page.mjs';
import { rootPath } from '../../tools/paths.mjs';

const running: ReturnType<typeof start>[] = [];

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [rootPath('tools', 'start.mjs')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said.stdout += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said.stderr += part));
  return { child, said };
}

async function untilAddress({ child, said }: ReturnType<typeof start>): Promise<string> {
  while (!said.stdout.includes('\n'))
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => Promise.reject(new Error(said.stderr)))]);
  return said.stdout;
}

afterAll(() => running.forEach(({ child }) => child.kill('SIGKILL')));

describe('npm start', () => {
  it('prints the bare address alone on stdout, serves the page under its policy, and ends cleanly when asked to', async () => {
    await buildPage();
    const run = start({ PORT: '0', CI: '1', FORCE_COLOR: '1' });
    running.push(run);
    const printed = await untilAddress(run);
    expect(printed).toMatch(/^http:\/\/localhost:\d+\/\n$/);
    const answer = await fetch(printed.trim());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toContain('<html lang="zh-CN"');
    run.child.kill('SIGTERM');
    const [code] = (await once(run.child, 'exit')) as [number | null];
    expect(code).toBe(0);
  }, 120_000);

  it('refuses a port that is no port, in words', async () => {
    const run = start({ PORT: 'seventy' });
    running.push(run);
    const [code] = (await once(run.child, 'exit')) as [number];
    expect(code).toBe(1);
    expect(run.said.stderr).toMatch(/PORT 应为 .*seventy/);
    expect(run.said.stdout).toBe('');
    expect(run.said.stderr).not.toMatch(/\n\s+at /);
  });
});
