import { defineConfig } from 'vitest/config';

/** One project a kind of test, so that a kind can be run alone: `npx vitest run --project unit`. */
const kinds = ['unit', 'theory', 'data', 'architecture', 'functional', 'ui', 'backtest', 'long'];

export default defineConfig({
  test: {
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
    projects: kinds.map((name) => ({
      extends: true,
      test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...(name === 'long' ? { testTimeout: 600_000 } : {}) },
    })),
  },
});
