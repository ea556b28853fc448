// Builds the bench when its sources have changed and runs it; stdout is its own alone. Usage: node tools/bench.mjs [options of bench/main.ts]
import { spawnSync } from 'node:child_process';
import { buildCli } from './build-cli.mjs';
import { buildEvidence, EVIDENCE } from './build-evidence.mjs';
import { root, rootPath } from './paths.mjs';

try {
  await buildCli();
  await buildEvidence();
  const args = [rootPath(EVIDENCE, 'bench.js'), '--root', root, ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
