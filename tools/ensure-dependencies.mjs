// Installs the locked dependencies when they are missing or older than package-lock.json; otherwise costs a few milliseconds.
// Writes to stderr only, so that a command's own output on stdout stays clean. Uses nothing that needs installing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { root, rootPath } from './paths.mjs';
import { singleFlight } from './single-flight.mjs';

const OLDEST_NODE = [20, 19];
const stamp = rootPath('node_modules', '.pingzhan-lock');

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  const wanted = OLDEST_NODE.join('.');
  console.error(`需要 Node.js ${wanted} 或更新版本，当前为 ${process.versions.node}。`);
  console.error(`Node.js ${wanted} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** What decides which packages belong in node_modules on this machine. */
function wantedState() {
  const lock = readFileSync(rootPath('package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch} ${process.versions.modules}`).digest('hex');
}

const isCurrent = (wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

/** True when somebody ran npm by hand and every package that is not optional already stands at its locked version. */
function isInstalledByHand() {
  const installed = rootPath('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages ?? {};
  const locked = JSON.parse(readFileSync(rootPath('package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version);
}

function install() {
  console.error('正在安装依赖，约一分钟 … / installing dependencies, about a minute …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund'];
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (run.status !== 0) {
    console.error('依赖安装失败，请检查网络后重试。/ Installing dependencies failed; check the network and try again.');
    process.exit(run.status ?? 1);
  }
}

refuseOldNode();
const wanted = wantedState();
if (!isCurrent(wanted)) {
  await singleFlight('dependencies', () => {
    if (isCurrent(wanted)) return;
    if (!isInstalledByHand()) install();
    writeFileSync(stamp, wanted);
  });
}
