// Writes public/schema/scenario-1.schema.json from the catalogue of inputs. Usage: node tools/build-scenario-schema.mjs
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root, rootPath } from './paths.mjs';

const target = rootPath('public', 'schema', 'scenario-1.schema.json');
const folder = mkdtempSync(join(tmpdir(), 'pingzhan-schema-'));
try {
  const output = { entryFileNames: 'scenario.mjs' };
  const rollupOptions = { input: rootPath('src', 'scenario', 'index.ts'), output };
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: { ssr: true, outDir: folder, emptyOutDir: true, minify: false, rollupOptions },
  });
  const { scenarioJsonSchema } = await import(pathToFileURL(join(folder, 'scenario.mjs')).href);
  mkdirSync(rootPath('public', 'schema'), { recursive: true });
  writeFileSync(`${target}.next`, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
  renameSync(`${target}.next`, target);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
