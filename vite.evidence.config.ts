import { defineConfig } from 'vite';

/** The bench, the back-casts and the coverage of intervals as modules for Node. */
export default defineConfig({
  publicDir: false,
  json: { stringify: true },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: {
        bench: 'bench/main.ts',
        'bench-emergency': 'bench/emergency.ts',
        backcast: 'bench/backcasts/main.ts',
        coverage: 'bench/coverage/main.ts',
      },
      // V8 knows where an array lies only if its name is a constant (decision 0012).
      output: { topLevelVar: false, format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
