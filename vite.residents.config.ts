import { defineConfig, mergeConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import page from './vite.config.ts';

/**
 * The residents' page is built apart from the planner's, so that nothing the planner needs ends up in its scripts; its service worker
 * keeps exactly what this build made, and answers for this page alone.
 */
export default defineConfig(
  mergeConfig(page, {
    plugins: [
      VitePWA({
        registerType: 'autoUpdate',
        injectRegister: null,
        filename: 'residents-worker.js',
        manifestFilename: 'residents.webmanifest',
        scope: './residents',
        manifest: {
          name: '平战居民页',
          short_name: '去哪儿采样',
          description: '去哪儿采样、什么时候去（模拟结果，非实时信息）',
          lang: 'zh-CN',
          start_url: './residents.html',
          scope: './residents',
          display: 'minimal-ui',
          background_color: '#f4f6f8',
          theme_color: '#0067a3',
          icons: [{ src: './favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
        },
        includeAssets: [],
        workbox: {
          globPatterns: ['residents.html', 'assets/*.{js,css}'],
          inlineWorkboxRuntime: true,
          sourcemap: false,
          navigateFallback: null,
          cleanupOutdatedCaches: true,
          runtimeCaching: [
            // A forecast ages: the network first, and what was read last when it does not answer.
            {
              urlPattern: ({ url }: { url: URL }) => url.pathname.endsWith('/published.json'),
              handler: 'NetworkFirst',
              options: { cacheName: 'published', networkTimeoutSeconds: 4 },
            },
            {
              urlPattern: ({ request }: { request: Request }) => request.destination === 'font',
              handler: 'CacheFirst',
              options: { cacheName: 'fonts', expiration: { maxEntries: 120 } },
            },
          ],
        },
      }),
    ],
    build: {
      rollupOptions: {
        input: 'residents.html',
        // The messages' library serves the planner's page; a light page fills its few slots itself.
        treeshake: { moduleSideEffects: [{ test: /node_modules\/i18next\//, sideEffects: false }] },
      },
    },
  }),
);
