// Renews the figures in the documents by running the commands named beside them: node tools/write-figures.mjs [--check] [words in a command]
// A block begins with <!-- figures: npm run -s pingzhan -- … --> and ends with <!-- /figures -->; between stands what the command prints.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { root, rootPath } from './paths.mjs';

const BLOCK = /(<!-- figures: npm run -s pingzhan -- (.+?) -->\n)([\s\S]*?)(<!-- \/figures -->)/g;

/** Documents that may hold figures. Decisions are left out: they say what was true when they were taken. */
const documents = () => {
  const pages = readdirSync(rootPath('docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', 'README.en.md', ...pages.map((name) => `docs/${name}`)];
};

/** What a command of the command line prints. Throws when it fails. */
function printed(command) {
  console.error(`pingzhan ${command}`);
  const args = [rootPath('tools', 'pingzhan.mjs'), ...command.split(/\s+/)];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (run.status !== 0) throw new Error(`pingzhan ${command}: exit code ${run.status}`);
  return run.stdout.trimEnd();
}

/** Each wanted command once, with what it prints; the documents are read anew afterwards, so that nothing written meanwhile is lost. */
function runCommands(only) {
  const blocks = documents().flatMap((name) => [...readFileSync(rootPath(name), 'utf8').matchAll(BLOCK)]);
  const commands = new Set(blocks.map(([, , command]) => command).filter((command) => command.includes(only)));
  return new Map([...commands].map((command) => [command, printed(command)]));
}

const words = process.argv.slice(2);
const isCheck = words.includes('--check');
const outputs = runCommands(words.find((word) => word !== '--check') ?? '');
for (const name of documents()) {
  const before = readFileSync(rootPath(name), 'utf8');
  const after = before.replace(BLOCK, (whole, head, command, _old, tail) => {
    if (!outputs.has(command)) return whole;
    const block = `${head}\`\`\`text\n${outputs.get(command)}\n\`\`\`\n${tail}`;
    if (block !== whole) console.error(`${isCheck ? 'stale' : 'renewed'}: ${name}: ${command}`);
    return block;
  });
  if (after === before) continue;
  if (isCheck) {
    process.exitCode = 1;
    continue;
  }
  writeFileSync(rootPath(`${name}.next`), after);
  renameSync(rootPath(`${name}.next`), rootPath(name));
}
