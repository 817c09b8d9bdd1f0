import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { commonJs, mainTarget } from './scripts/build/build-for-node.ts';
import { mainThreads } from './scripts/build/threads.ts';

export default defineConfig({
  main: {
    build: {
      target: mainTarget,
      rollupOptions: {
        input: { index: resolve('src/main/index.ts'), ...mainThreads },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      target: mainTarget,
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
