// Builds the bench when its sources have changed and runs it; stdout is its own alone.
// Usage: node tools/bench.mjs [options of bench/main.ts], --feel or --page [options of bench/feel.mjs], --residents [--write], or --emergency [--json]
import { spawnSync } from 'node:child_process';
import { buildCli } from './build-cli.mjs';
import { buildEvidence, EVIDENCE } from './build-evidence.mjs';
import { root, rootPath } from './paths.mjs';

async function engineBench() {
  await buildCli();
  await buildEvidence();
  return [rootPath(EVIDENCE, 'bench.js'), '--root', root];
}

async function emergencyBench() {
  await buildEvidence();
  return [rootPath(EVIDENCE, 'bench-emergency.js'), '--root', root];
}

try {
  const page = process.argv.includes('--page') ? 'feel' : ['feel', 'residents'].find((name) => process.argv.includes(`--${name}`));
  const nodeBench = process.argv.includes('--emergency') ? emergencyBench : engineBench;
  const args = [...(page ? [rootPath('bench', `${page}.mjs`)] : await nodeBench()), ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
