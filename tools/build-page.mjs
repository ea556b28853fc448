// Builds the planner's and the residents' page into dist/page, unless they are current. Everything said goes to stderr.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { freshBuild } from './fresh-build.mjs';
import { root, rootPath } from './paths.mjs';

export const PAGE = 'dist/page';
const INPUTS = [
  'src',
  'public',
  'data',
  'index.html',
  'residents.html',
  'vite.config.ts',
  'vite.residents.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** The residents' page comes first, into an empty folder: its service worker lists what it finds there. */
function buildBoth(folder) {
  console.error('正在构建页面 … / building the pages …');
  buildWithVite('--config', 'vite.residents.config.ts', '--outDir', folder, '--emptyOutDir');
  buildWithVite('--outDir', folder, '--emptyOutDir', 'false');
}

function buildWithVite(...options) {
  const vite = rootPath('node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', ...options, '--logLevel', 'warn'];
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } });
  if (run.status !== 0) throw new Error('the page could not be built; the reason stands above');
}

/** @returns {Promise<boolean>} true when it had to be built */
export const buildPage = () => freshBuild({ name: 'page', inputs: INPUTS, out: PAGE, build: buildBoth });

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const built = await buildPage();
    console.error(built ? `${PAGE} 已构建 / built` : `${PAGE} 已是最新 / already current`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
