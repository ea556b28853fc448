// Builds a folder only when what it is made of has changed, beside the old one, then swaps the two: a reader never meets half a build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { cachePath, root, rootPath } from './paths.mjs';
import { singleFlight } from './single-flight.mjs';

function listFiles(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => listFiles(join(path, name)));
}

/**
 * Hash of names and contents.
 * @param {string[]} inputs files and folders below the checkout; those that do not exist count as empty
 */
export function fingerprintOf(inputs) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of inputs.flatMap((input) => listFiles(rootPath(input)))) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Makes `out` current and says whether it had to be built.
 * @param {{ name: string, inputs: string[], out: string, build: (folder: string) => void | Promise<void> }} job
 *   `build` fills the empty folder it is given and throws when it cannot; `out` is below the checkout
 * @returns {Promise<boolean>} true when it was built now
 */
export async function freshBuild({ name, inputs, out, build }) {
  const stamp = cachePath('builds', `${name}.fingerprint`);
  const target = rootPath(out);
  const isCurrent = () => existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprintOf(inputs);
  if (isCurrent()) return false;
  return singleFlight(`build-${name}`, async () => {
    if (isCurrent()) return false;
    const fingerprint = fingerprintOf(inputs);
    const next = cachePath('builds', `${name}-next`);
    const previous = cachePath('builds', `${name}-previous`);
    for (const folder of [next, previous]) rmSync(folder, { recursive: true, force: true });
    mkdirSync(next, { recursive: true });
    mkdirSync(dirname(target), { recursive: true });
    await build(next);
    if (existsSync(target)) renameSync(target, previous);
    renameSync(next, target);
    rmSync(previous, { recursive: true, force: true });
    writeFileSync(stamp, fingerprint);
    return true;
  });
}
