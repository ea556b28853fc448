// A small static server for the built page: files of one folder, read only, with the headers that public/_headers states.
import { createReadStream, readFileSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const FIRST_PORT = 4173;
const PORTS_TRIED = 50;

/**
 * Reads the static hosts' `_headers` format: a path pattern, then indented `Name: value` lines.
 * @param {string} text
 * @returns {{ pattern: RegExp, headers: [string, string][] }[]}
 */
export function parseHeaders(text) {
  const rules = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    if (/^\s/.test(line)) {
      const colon = line.indexOf(':');
      rules.at(-1).headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    } else {
      const source = line
        .trim()
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*');
      rules.push({ pattern: new RegExp(`^${source}$`), headers: [] });
    }
  }
  return rules;
}

/** The file a request names, or null when it names none inside the folder. */
async function findFile(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  const isHidden = path.split('/').some((part) => part.startsWith('.') || part === '_headers');
  if (path.includes('\0') || path.includes('\\') || isHidden) return null;
  const wanted = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  try {
    const file = await realpath(wanted);
    if (!file.startsWith(folder + sep)) return null;
    const facts = await stat(file);
    return facts.isFile()
      ? { file, path, size: facts.size, tag: `"${facts.size.toString(36)}-${Math.round(facts.mtimeMs).toString(36)}"` }
      : null;
  } catch {
    return null;
  }
}

function refuse(response, status, words, headers = {}) {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(words) });
  response.end(words);
}

async function answer(folder, rules, request, response) {
  const headers = (path) => Object.fromEntries(rules.filter((rule) => rule.pattern.test(path)).flatMap((rule) => rule.headers));
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'only GET and HEAD\n', { Allow: 'GET, HEAD' });
  const found = await findFile(folder, request.url ?? '/');
  if (!found) return refuse(response, 404, '没有这一页 / no such page\n', headers('/404'));
  const common = { ...headers(found.path), ETag: found.tag };
  if (request.headers['if-none-match'] === found.tag) {
    response.writeHead(304, common);
    return response.end();
  }
  const type = TYPES[extname(found.file).toLowerCase()] ?? 'application/octet-stream';
  response.writeHead(200, { ...common, 'Content-Type': type, 'Content-Length': found.size });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(found.file)
    .on('error', () => response.destroy())
    .pipe(response);
}

const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });

/** Listens on both loopback addresses, because a browser may resolve localhost to either; a machine without IPv6 has one. */
async function listenOnLoopback(servers, port) {
  const taken = await listen(servers[0], port, '127.0.0.1');
  try {
    await listen(servers[1], taken, '::1');
  } catch (error) {
    if (error.code !== 'EADDRINUSE') return taken;
    await new Promise((resolve) => servers[0].close(resolve));
    throw error;
  }
  return taken;
}

/**
 * Serves `folder` on this machine only.
 * @param {string} folder the built page
 * @param {{ port?: number }} [options] 0 takes any free port; without a port, 4173 or the next free one
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 * @throws {Error} code EADDRINUSE when the port asked for is taken
 */
export async function servePage(folder, { port } = {}) {
  const base = await realpath(folder);
  const rules = parseHeaders(readFileSync(join(base, '_headers'), 'utf8'));
  const candidates = port === undefined ? Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i) : [port];
  for (const candidate of candidates) {
    const handler = (request, response) => {
      answer(base, rules, request, response).catch(() => response.destroy());
    };
    const servers = [createServer(handler), createServer(handler)];
    try {
      const taken = await listenOnLoopback(servers, candidate);
      const close = async () => {
        for (const server of servers) server.closeAllConnections();
        await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
      };
      return { url: `http://localhost:${taken}/`, port: taken, close };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || candidate === candidates.at(-1)) throw error;
    }
  }
  throw new Error('no port to try');
}
