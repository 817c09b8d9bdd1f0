import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** A sandboxed preload must be CommonJS, and main as CommonJS runs on old and new runtimes alike. */
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const;

export default defineConfig({
  main: {
    build: {
      target: 'node18',
      rollupOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          'database-worker': resolve('src/main/db/thread/worker.ts'),
          'inspection-worker': resolve('src/main/attachments/inspection-worker.ts'),
          'transfer-worker': resolve('src/main/transfer/thread/transfer-worker.ts'),
          'spelling-worker': resolve('src/main/spelling/spelling-worker.ts'),
        },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      externalizeDeps: false,
      rollupOptions: { input: { index: resolve('src/preload/index.ts') }, output: commonJs },
    },
  },
  renderer: {
    plugins: [react()],
    build: {
      target: 'chrome114',
      minify: true,
      // The policy of the page allows no fonts as data: addresses.
      assetsInlineLimit: 0,
      // One chunk of about 190 KB gzipped is read from disk, not from a network.
      chunkSizeWarningLimit: 700,
      rollupOptions: { input: resolve('src/renderer/index.html') },
    },
  },
});
