// Measures anew and writes into docs/validation.md: node tools/evidence.mjs backcast | coverage
import { spawnSync } from 'node:child_process';
import { buildEvidence, EVIDENCE } from './build-evidence.mjs';
import { root, rootPath } from './paths.mjs';

const PROGRAMS = ['backcast', 'coverage'];

try {
  const program = process.argv[2];
  if (!PROGRAMS.includes(program)) throw new Error(`unknown program: ${program}; there are ${PROGRAMS.join(', ')}`);
  await buildEvidence();
  process.exitCode = spawnSync(process.execPath, [rootPath(EVIDENCE, `${program}.js`), root], { stdio: 'inherit' }).status ?? 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
