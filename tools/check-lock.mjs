// Says whether package-lock.json serves every platform: npm leaves platform packages out silently when the registry it asked lacked them.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { rootPath } from './paths.mjs';

/** @returns {string[]} a line for each thing that is wrong with the lock file; empty when it is whole */
export function lockFaults() {
  const text = readFileSync(rootPath('package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text);
  const names = new Set(Object.keys(packages).map((path) => path.split('node_modules/').pop()));
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !names.has(name))
      .map((name) => `${path} wants ${name}, which is not locked`),
  );
  const addresses = Object.values(packages).filter((entry) => entry.resolved).length;
  return addresses > 0 ? [...missing, `${addresses} packages name the registry they came from`] : missing;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const faults = lockFaults();
  console.log(faults.length > 0 ? faults.join('\n') : 'package-lock.json is complete');
  process.exitCode = faults.length > 0 ? 1 : 0;
}
