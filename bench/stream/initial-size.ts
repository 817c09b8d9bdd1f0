import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Builds the window as it is shipped and weighs, gzipped, the scripts it loads before anything is asked of it. */
export async function initialKilobytes(folder: string): Promise<number> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, '../../src/renderer'),
    plugins: [react()],
    build: { target: 'chrome114', outDir: folder, emptyOutDir: true, assetsInlineLimit: 0 },
  });
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, path = '']) => path);
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0);
  return bytes / 1_000;
}
