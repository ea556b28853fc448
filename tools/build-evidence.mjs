// Builds the bench and the back-casts into dist/evidence, unless they are current. Everything said goes to stderr.
import { spawnSync } from 'node:child_process';
import { freshBuild } from './fresh-build.mjs';
import { root, rootPath } from './paths.mjs';

export const EVIDENCE = 'dist/evidence';
const INPUTS = ['src', 'bench', 'data/scenarios', 'vite.evidence.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

function buildWithVite(folder) {
  console.error('正在构建验证程序 … / building the evidence programs …');
  const vite = rootPath('node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--config', 'vite.evidence.config.ts', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } });
  if (run.status !== 0) throw new Error('the evidence programs could not be built; the reason stands above');
}

/** @returns {Promise<boolean>} true when it had to be built */
export const buildEvidence = () => freshBuild({ name: 'evidence', inputs: INPUTS, out: EVIDENCE, build: buildWithVite });
