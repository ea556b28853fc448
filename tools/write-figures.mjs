// Renews the figures in the documents by running the commands named beside them: node tools/write-figures.mjs [--check] [words in a command]
// A block begins with <!-- figures: npm run -s pingzhan -- … --> and ends with <!-- /figures -->; between stands what the command prints.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { root, rootPath } from './paths.mjs';

const BLOCK = /(<!-- figures: npm run -s pingzhan -- (.+?) -->\n)([\s\S]*?)(<!-- \/figures -->)/g;

/** Documents that may hold figures. Decisions are left out: they say what was true when they were taken. */
const documents = () => [
  'README.md',
  'README.en.md',
  ...readdirSync(rootPath('docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];

/** What a command of the command line prints. Throws when it fails. */
function printed(command) {
  console.error(`pingzhan ${command}`);
  const args = command.split(/\s+/);
  const run = spawnSync(process.execPath, [rootPath('tools', 'pingzhan.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`pingzhan ${command}: exit code ${run.status}`);
  return run.stdout.trimEnd();
}

/**
 * Blocks whose figures differ from what their commands print, as "file: command".
 * @param {{ write: boolean, only?: string }} how `write` puts the new figures in; `only` leaves out commands without these words
 */
export function renewFigures({ write, only = '' }) {
  const stale = [];
  for (const name of documents()) {
    const before = readFileSync(rootPath(name), 'utf8');
    const after = before.replace(BLOCK, (whole, head, command, _old, tail) => {
      if (!command.includes(only)) return whole;
      const block = `${head}\`\`\`text\n${printed(command)}\n\`\`\`\n${tail}`;
      if (block !== whole) stale.push(`${name}: ${command}`);
      return block;
    });
    if (!write || after === before) continue;
    writeFileSync(rootPath(`${name}.next`), after);
    renameSync(rootPath(`${name}.next`), rootPath(name));
  }
  return stale;
}

if (process.argv[1]?.endsWith('write-figures.mjs')) {
  const words = process.argv.slice(2);
  const check = words.includes('--check');
  const stale = renewFigures({ write: !check, only: words.find((word) => word !== '--check') });
  for (const line of stale) console.error(`${check ? 'stale' : 'renewed'}: ${line}`);
  if (check && stale.length > 0) process.exitCode = 1;
}
