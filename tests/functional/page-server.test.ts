import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseHeaders, servePage } from '../../tools/page-server.mjs';

const base = mkdtempSync(join(tmpdir(), 'pingzhan-server-'));
const folder = join(base, 'page');
let server: Awaited<ReturnType<typeof servePage>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, '_headers'), "/*\n  Content-Security-Policy: default-src 'none'\n/assets/*\n  Cache-Control: immutable\n");
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>平战</title>');
  writeFileSync(join(folder, 'assets', 'a.js'), 'export {};');
  writeFileSync(join(folder, '.hidden'), 'hidden');
  writeFileSync(join(base, 'secret.txt'), 'secret');
  symlinkSync(join(base, 'secret.txt'), join(folder, 'link.txt'));
  server = await servePage(folder, { port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(base, { recursive: true, force: true });
});

/** A raw request: fetch would tidy up `..` before it is sent. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    call.on('error', reject);
    call.end();
  });
}

describe('the page server', () => {
  it('answers with the page, its type, its length and the headers of _headers', async () => {
    const answer = await ask('/');
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('平战');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(Buffer.byteLength('<!doctype html><title>平战</title>')),
      'content-security-policy': "default-src 'none'",
    });
    expect((await ask('/assets/a.js?v=1')).headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'immutable',
    });
  });

  it('never leaves its folder, whatever the path, and shows neither hidden files nor its own settings', async () => {
    const hostile = [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/..%5csecret.txt',
      '/assets/../../secret.txt',
      '/link.txt',
      '/.hidden',
      '/_headers',
      '/%00',
      '/%',
      '//etc/passwd',
    ];
    const answers = await Promise.all(hostile.map((path) => ask(path)));
    expect(answers.map(({ status }) => status)).toEqual(hostile.map(() => 404));
    expect(answers.some(({ body }) => body.includes('secret') || body.includes('hidden'))).toBe(false);
  });

  it('answers HEAD without a body, 304 to a known tag, 405 to a change, 404 to a folder', async () => {
    const head = await ask('/', 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
    expect((await ask('/', 'GET', { 'if-none-match': String(head.headers.etag) })).status).toBe(304);
    expect((await ask('/', 'POST')).status).toBe(405);
    expect((await ask('/assets')).status).toBe(404);
  });

  it('takes the next port when the first is busy, and refuses a busy port that was asked for', async () => {
    await expect(servePage(folder, { port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(4173, '127.0.0.1', resolve).on('error', () => resolve()));
    const other = await servePage(folder);
    expect(other.port).toBeGreaterThan(4173);
    await other.close();
    blocker.close();
  });

  it('reads every rule of the file that ships with the page', () => {
    const rules = parseHeaders('# words\n/*\n  A: b: c\n\n/x.html\n  D: e\n');
    expect(rules.map(({ headers }) => headers)).toEqual([[['A', 'b: c']], [['D', 'e']]]);
    expect(rules.map(({ pattern }) => pattern.test('/xyhtml'))).toEqual([true, false]);
  });
});
