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
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
