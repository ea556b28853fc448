// One process at a time through a named door: a lock is a folder, which every file system creates atomically.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cachePath } from './paths.mjs';

const HOLDER_WRITES_WITHIN_MS = 5_000;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** True when the process that took the lock is gone, so that nobody would ever release it. */
function isAbandoned(folder) {
  try {
    return !isAlive(Number(readFileSync(join(folder, 'pid'), 'utf8')));
  } catch {
    try {
      return Date.now() - statSync(folder).mtimeMs > HOLDER_WRITES_WITHIN_MS;
    } catch {
      return false;
    }
  }
}

/**
 * Runs `work` while no other process is inside the same `name`; waits for it otherwise.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @param {{ waitMs?: number }} [options] longest wait in milliseconds
 * @returns {Promise<T>}
 */
export async function singleFlight(name, work, { waitMs = 600_000 } = {}) {
  const folder = cachePath('locks', name);
  mkdirSync(cachePath('locks'), { recursive: true });
  for (const until = Date.now() + waitMs; ; await pause(100)) {
    try {
      mkdirSync(folder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
      else if (Date.now() > until)
        throw new Error(`another process has held ${folder} for ${waitMs / 1000} s; remove it if none is running`);
    }
  }
  const release = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', release);
  try {
    writeFileSync(join(folder, 'pid'), String(process.pid));
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
