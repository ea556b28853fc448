// Where the checkout and its throw-away files are.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {...string} parts below the checkout */
export const rootPath = (...parts) => join(root, ...parts);

/** @param {...string} parts below the folder that may be deleted at any time */
export const cachePath = (...parts) => join(root, '.cache', ...parts);
