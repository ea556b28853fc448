import { readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { createProblem, MOST_FILE_BYTES, nearestWords, problemWords } from '../scenario/index.ts';
import { CommandRefused, EXIT } from './exit.ts';

/** Bytes of a user's file, its kind and size checked before a byte is read. Throws CommandRefused. */
export function readUserFile(folder: string, path: string): Uint8Array {
  const full = resolve(folder, path);
  const refuse = (code: string, value: string): never => {
    throw new CommandRefused(EXIT.input, [createProblem(code, { value, values: { near: neighbours(full) } })], path);
  };
  try {
    const found = statSync(full);
    if (!found.isFile()) return refuse('file-not-regular', path);
    if (found.size > MOST_FILE_BYTES) return refuse('file-too-large', `${(found.size / 1024 / 1024).toFixed(1)} MB`);
    return readFileSync(full);
  } catch (error) {
    if (error instanceof CommandRefused) throw error;
    return refuse((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'file-missing' : 'file-unreadable', path);
  }
}

/** "The nearest is …" among the JSON files beside the one asked for. */
function neighbours(full: string) {
  try {
    const names = readdirSync(dirname(full))
      .filter((name) => name.endsWith('.json'))
      .slice(0, 500);
    return nearestWords(basename(full), names);
  } catch {
    return problemWords('no-near');
  }
}

/** Writes a file whole or not at all: beside its place first, then renamed into it. Throws CommandRefused. */
export function writeUserFile(folder: string, path: string, content: string): void {
  const full = resolve(folder, path);
  const beside = join(dirname(full), `.${basename(full)}.${process.pid}.part`);
  try {
    writeFileSync(beside, content, { flag: 'wx' });
    renameSync(beside, full);
  } catch {
    rmSync(beside, { force: true });
    throw new CommandRefused(EXIT.output, [createProblem('output-unwritable', { path: '--out', value: path })], path);
  }
}
