// Builds data/<city>/pack.json from data/<city>/raw, grid.json from the pack, data/MANIFEST.json over packs, grids and raw files, and the packs' JSON Schema under public/. Usage: node tools/build-city.mjs [city]
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root, rootPath } from './paths.mjs';

const city = process.argv[2] ?? 'ezhou';
const scripts = { pack: rootPath('data', city, 'build.ts'), city: rootPath('src', 'city', 'index.ts') };

/** Bundles TypeScript for this Node, which cannot strip types itself. */
async function bundle(folder) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rollupOptions: { input: scripts, output: { entryFileNames: '[name].mjs' } },
    },
  });
}

/** Writes beside the file, then renames: a reader never meets half of it. */
function writeWhole(path, text) {
  writeFileSync(`${path}.next`, text);
  renameSync(`${path}.next`, path);
}

function listFiles(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => listFiles(join(path, name)));
}

/** Checksums of every pack and of the raw files it was built from. */
function manifest() {
  const cities = readdirSync(rootPath('data')).filter((name) => existsSync(rootPath('data', name, 'raw')));
  const files = cities
    .toSorted()
    .flatMap((name) => [
      ...listFiles(rootPath('data', name, 'raw')),
      rootPath('data', name, 'pack.json'),
      rootPath('data', name, 'grid.json'),
    ]);
  const sums = files.map((path) => [
    relative(rootPath('data'), path).replaceAll('\\', '/'),
    createHash('sha256').update(readFileSync(path)).digest('hex'),
  ]);
  return `${JSON.stringify(Object.fromEntries(sums), null, 2)}\n`;
}

const folder = mkdtempSync(join(tmpdir(), 'pingzhan-city-'));
try {
  await bundle(folder);
  const { buildGridText, buildPack, formatPack } = await import(pathToFileURL(join(folder, 'pack.mjs')).href);
  const pack = buildPack(rootPath('data', city, 'raw'));
  const text = formatPack(pack);
  const gridText = await buildGridText(pack);
  writeWhole(rootPath('data', city, 'pack.json'), text);
  writeWhole(rootPath('data', city, 'grid.json'), gridText);
  writeWhole(rootPath('data', 'MANIFEST.json'), manifest());
  const { cityPackJsonSchema } = await import(pathToFileURL(join(folder, 'city.mjs')).href);
  mkdirSync(rootPath('public', 'schema'), { recursive: true });
  writeWhole(rootPath('public', 'schema', 'city-pack-1.schema.json'), `${JSON.stringify(cityPackJsonSchema(), null, 2)}\n`);
  console.error(`data/${city}/pack.json: ${(text.length / 1024).toFixed(0)} KB, grid.json: ${(gridText.length / 1024).toFixed(0)} KB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
