import { defineConfig } from 'vite';

/** The command line and its worker thread as two self-contained modules for Node. */
export default defineConfig({
  publicDir: false,
  json: { stringify: true },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: { cli: 'src/entries/cli.ts', 'node-worker': 'src/entries/node-worker.ts' },
      // V8 knows where an array lies only if its name is a constant (decision 0012).
      output: { topLevelVar: false, format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
