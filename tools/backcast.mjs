// Runs the back-casts and writes them into docs/validation.md. Usage: node tools/backcast.mjs
import { spawnSync } from 'node:child_process';
import { buildEvidence, EVIDENCE } from './build-evidence.mjs';
import { root, rootPath } from './paths.mjs';

try {
  await buildEvidence();
  process.exitCode = spawnSync(process.execPath, [rootPath(EVIDENCE, 'backcast.js'), root], { stdio: 'inherit' }).status ?? 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
