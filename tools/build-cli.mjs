// Builds the command line, its worker thread, the solver and the city packs into dist/cli, unless they are current. Everything said goes to stderr.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freshBuild } from './fresh-build.mjs';
import { root, rootPath } from './paths.mjs';

export const CLI = 'dist/cli';
const ROOMS = [
  'cli',
  'city',
  'compile',
  'engine',
  'experiment',
  'geo',
  'report',
  'results',
  'scenario',
  'solver',
  'text',
  'theory',
  'units',
  'worker',
];
const INPUTS = [
  ...ROOMS.map((room) => `src/${room}`),
  'src/entries/cli.ts',
  'src/entries/node-worker.ts',
  'data',
  'vite.cli.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** data/<id>/pack.json becomes cities/<id>.json beside the program, its grid cities/grids/<id>.json. */
function copyCities(folder) {
  mkdirSync(join(folder, 'cities', 'grids'), { recursive: true });
  for (const id of readdirSync(rootPath('data'))) {
    const pack = rootPath('data', id, 'pack.json');
    if (existsSync(pack)) cpSync(pack, join(folder, 'cities', `${id}.json`));
    const grid = rootPath('data', id, 'grid.json');
    if (existsSync(grid)) cpSync(grid, join(folder, 'cities', 'grids', `${id}.json`));
  }
}

function buildWithVite(folder) {
  console.error('正在构建命令行 … / building the command line …');
  const vite = rootPath('node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--config', 'vite.cli.config.ts', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } });
  if (run.status !== 0) throw new Error('the command line could not be built; the reason stands above');
  copyCities(folder);
  cpSync(createRequire(import.meta.url).resolve('highs/runtime'), join(folder, 'highs.wasm'));
}

/** @returns {Promise<boolean>} true when it had to be built */
export const buildCli = () => freshBuild({ name: 'cli', inputs: INPUTS, out: CLI, build: buildWithVite });

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await buildCli();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
