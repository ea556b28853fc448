#!/usr/bin/env node
// Starts the command line. In a checkout it first makes dependencies and build current; a packed copy brings its build along.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const isCheckout = existsSync(fileURLToPath(new URL('../src/entries/cli.ts', import.meta.url)));
try {
  if (isCheckout) {
    await import('./ensure-dependencies.mjs');
    const { buildCli } = await import('./build-cli.mjs');
    await buildCli();
  }
  await import('../dist/cli/cli.js');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
