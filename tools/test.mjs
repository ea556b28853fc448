// Runs one or more sets of tests and closes with their true counts: node tools/test.mjs [all|fast|long|e2e] [-- filters]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { cachePath, root, rootPath } from './paths.mjs';

const SETS = {
  all: { projects: ['unit', 'theory', 'data', 'architecture', 'functional', 'ui', 'backtest'], browser: true },
  fast: { projects: ['unit', 'data', 'architecture'], browser: false },
  long: { projects: ['long'], browser: false },
  e2e: { projects: [], browser: true },
};

const none = { passed: 0, failed: 0 };
const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

/** Runs a runner that writes a JSON report; a runner that failed without a failed test (a broken file, a crash) counts as one. */
function runWithReport(command, args, report, count, env = {}) {
  rmSync(report, { force: true });
  const run = spawnSync(process.execPath, [command, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  const counts = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : none;
  return run.status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function runVitest(projects, filters) {
  const report = cachePath('reports', 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests'];
  const count = (json) => ({
    passed: json.numPassedTests,
    failed: json.testResults.reduce((sum, file) => sum + fileFailures(file), 0),
  });
  return runWithReport(
    rootPath('node_modules', 'vitest', 'vitest.mjs'),
    [...args, ...projects.flatMap((name) => ['--project', name]), ...filters],
    report,
    count,
  );
}

/** A file that could not be loaded holds no test, yet has failed. */
function fileFailures(file) {
  const failed = file.assertionResults.filter((result) => result.status === 'failed').length;
  return file.status === 'failed' ? Math.max(1, failed) : failed;
}

function runPlaywright(filters) {
  const report = cachePath('reports', 'e2e.json');
  const count = ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky });
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return runWithReport(rootPath('node_modules', '@playwright', 'test', 'cli.js'), ['test', ...filters], report, count, env);
}

const [name = 'all', ...rest] = process.argv.slice(2);
const set = SETS[name];
if (!set) {
  console.error(`unknown set of tests: ${name}; there are ${Object.keys(SETS).join(', ')}`);
  process.exit(2);
}
mkdirSync(cachePath('reports'), { recursive: true });
const filters = rest.filter((word) => word !== '--');
let total = none;
if (set.projects.length > 0) total = add(total, runVitest(set.projects, filters));
if (set.browser) total = add(total, runPlaywright(filters));
const ranNothing = total.passed + total.failed === 0 && name !== 'long';
if (ranNothing) console.log('no test ran');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || ranNothing ? 1 : 0;
